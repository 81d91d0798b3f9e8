import { z } from 'zod'
import type { PageCase } from './cases.ts'

/** A collection, and a table of its samples that was checked and not stored. */
export type FoundSampleImport = { collection: string; checked: string }

export async function findSampleImport(
  origin: string,
  collection: string,
): Promise<FoundSampleImport> {
  const body = new FormData()
  const table = '样本编号,样本类型,供体编号,未知列\nCASE-1,血浆,D-CASE-1,x\nCASE-2,没有的类型,,y\n'
  body.set('file', new File([table], 'samples.csv'))
  const answer = await fetch(`${origin}/api/v1/collections/${collection}/sample-imports`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-admin' },
    body,
  })
  const { id } = z.object({ id: z.string() }).parse(await answer.json())
  return { collection, checked: id }
}

export const sampleImportCases = ({ collection, checked }: FoundSampleImport): PageCase[] =>
  [
    { name: 'sample-imports', path: `/collections/${collection}/sample-imports` },
    { name: 'sample-import', path: `/sample-imports/${checked}` },
  ].map((one): PageCase => ({ ...one, as: 'demo-admin' }))
