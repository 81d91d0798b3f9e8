import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Temporal } from '../../src/core/time.ts'
import type { PageCase } from './cases.ts'

export type FoundDatasets = {
  dataset: string
  draft: string
  file: string
  /** With terms to accept; given on request to somebody; and where reviewers see it. */
  termed: string
  onRequest: string
  review: string
  reviewed: string
}

type Asking = { now: Temporal.Instant; first: (path: string) => Promise<string> }

/** A published dataset that has folders of files, a draft that has files, and ways to get those of others. */
export async function findDatasets(origin: string, { now, first }: Asking): Promise<FoundDatasets> {
  const named = async (title: string) =>
    first(`/api/v1/records?kind=dataset&q=${encodeURIComponent(title)}`)
  const onRequest = await named('南北地震带北段重复重力测量')
  const until = now
    .add({ hours: 24 * 60 })
    .toString()
    .slice(0, 10)
  await made(origin, `datasets/${onRequest}/grants`, {
    person: await first('/api/v1/people'),
    reason: '申请书 2026-118：重力反演对比',
    until,
  })
  const link = { version: 1, note: '《地球物理学报》稿件 31842', until, hidesAuthors: true }
  const { address = '' } = await made(origin, `datasets/${onRequest}/reviewer-links`, link)
  const dataset = await named('河西尾闾湖')
  return {
    dataset,
    file: await first(`/api/v1/datasets/${dataset}/versions/1/files?q=csv`),
    draft: await named('河西绿洲农田土壤'),
    termed: await named('陇药道地产区'),
    onRequest,
    review: new URL(address).pathname,
    reviewed: await first(`/api/v1/datasets/${onRequest}/versions/1/files`),
  }
}

const Made = z.looseObject({ address: z.string().optional() })

async function made(origin: string, path: string, body: object) {
  const answer = await fetch(`${origin}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-admin', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return Made.parse(await answer.json())
}

export const datasetCases = (found: FoundDatasets): PageCase[] => {
  const { dataset, draft, file, termed, onRequest } = found
  const as = 'demo-admin'
  const version = `/records/${dataset}/versions/1`
  return [
    { name: 'dataset-files', path: `/records/${dataset}` },
    { name: 'dataset-draft', path: `/records/${draft}`, as },
    { name: 'versions', path: `/records/${dataset}/versions`, as },
    { name: 'version', path: version, as },
    { name: 'version-folder', path: `${version}?folder=lakes/` },
    { name: 'version-draft', path: `/records/${draft}/versions/1`, as },
    {
      name: 'upload-refused',
      path: `/records/${draft}/versions/1/upload`,
      as,
      act: chooseLongName,
    },
    { name: 'version-file', path: `${version}/files/${file}` },
    { name: 'version-edit', path: `${version}/edit`, as },
    { name: 'version-changes', path: `${version}/changes` },
    { name: 'dataset-access', path: `/records/${onRequest}/access`, as },
    { name: 'dataset-on-request', path: `/records/${onRequest}` },
    {
      name: 'download-terms',
      path: `/records/${termed}/versions/1/download`,
      as: 'demo-outsider',
    },
    { name: 'review', path: found.review },
    { name: 'review-preview', path: `${found.review}/files/${found.reviewed}/preview` },
  ]
}

/** A file whose name is refused before anything is sent. */
async function chooseLongName(page: Page): Promise<void> {
  const name = `${'stations-of-the-hexi-corridor-'.repeat(9)}.csv`
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from('a') }
  await page.locator('input[data-pick=files]').setInputFiles(file)
  await page.locator('.uploader-sheet tbody tr').waitFor()
}
