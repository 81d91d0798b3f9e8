import type { PageCase } from './cases.ts'

export type FoundDatasets = { dataset: string; draft: string; file: string }

/** A published dataset that has folders of files, and a draft that has files. */
export async function findDatasets(
  first: (path: string) => Promise<string>,
): Promise<FoundDatasets> {
  const named = async (title: string) =>
    first(`/api/v1/records?kind=dataset&q=${encodeURIComponent(title)}`)
  const dataset = await named('河西尾闾湖')
  const file = await first(`/api/v1/datasets/${dataset}/versions/1/files?q=csv`)
  return { dataset, file, draft: await named('河西绿洲农田土壤') }
}

export const datasetCases = ({ dataset, draft, file }: FoundDatasets): PageCase[] => {
  const as = 'demo-admin'
  const version = `/records/${dataset}/versions/1`
  return [
    { name: 'dataset-files', path: `/records/${dataset}` },
    { name: 'dataset-draft', path: `/records/${draft}`, as },
    { name: 'versions', path: `/records/${dataset}/versions`, as },
    { name: 'version', path: version, as },
    { name: 'version-folder', path: `${version}?folder=lakes/` },
    { name: 'version-draft', path: `/records/${draft}/versions/1`, as },
    { name: 'version-file', path: `${version}/files/${file}` },
    { name: 'version-edit', path: `${version}/edit`, as },
    { name: 'version-changes', path: `${version}/changes` },
  ]
}
