import { type Context, transact } from '../../../core/context.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { inLang, type Lang } from '../../../core/text.ts'
import { seenText } from '../../../core/typed-text.ts'
import { csvLine } from '../../../core/csv.ts'
import { staffedCollection, writableCollection } from '../../../samples/actions.ts'
import {
  findImport,
  type FoundImport,
  insertImport,
  type KeptRow,
  listImports,
  rowsOf,
  updateImport,
} from '../queries.ts'
import { reasonsHeader } from '../../mapping/rules.ts'
import { type Mapping, sampleColumns, targetsOf } from '../rules/columns.ts'
import { sampleImportWords as words } from '../words.ts'
import { planFor } from './plan.ts'
import { refuseIdentifying, tableOf } from './read.ts'
import { heldImport } from './store.ts'

type Key = { id: string }
type File = { name: string; bytes: Uint8Array }

/** Keeps a table of samples to be looked at; nothing of it where it tells who people are. */
export async function checkSamples(ctx: Context, file: File, { id }: Key): Promise<Key> {
  const collection = await writableCollection(ctx, id)
  const table = await tableOf(file.bytes)
  const targets = targetsOf(table.header, {})
  const isHuman = (collection.sampleSource ?? 'human') === 'human' || targets.includes('donorCode')
  if (isHuman) refuseIdentifying(ctx, table)
  const reasons: readonly string[] = [reasonsHeader.zh, reasonsHeader.en]
  const kept = table.header.map((name) => !reasons.includes(name))
  return transact(ctx, async (trx) => ({
    id: await insertImport(trx, {
      record_id: collection.id,
      file_name: file.name.slice(0, 200),
      header: table.header.filter((_, at) => kept[at]).map(seenText),
      rows: JSON.stringify(
        table.rows.map(({ number, cells }) => ({
          number,
          cells: cells.filter((_, at) => kept[at] ?? true).map(seenText),
        })),
      ),
      created_at: ctx.now(),
      created_by: personIdOf(ctx),
    }),
  }))
}

/** Says what columns are; nothing is stored by it. */
export async function mapColumns(ctx: Context, mapping: Mapping, { id }: Key): Promise<void> {
  await transact(ctx, async (trx) => {
    const found = await heldImport(trx, ctx, id)
    if (found.state !== 'checked') throw new Problem('conflict', words.notChecked)
    await writableCollection({ ...ctx, db: trx }, found.recordId)
    await updateImport(trx, id, { mapping: JSON.stringify(mapping) })
  })
}

export async function importsOf(ctx: Context, { id, ...paging }: Paging & Key) {
  const { id: recordId } = await staffedCollection(ctx, id)
  return listImports(ctx.db, ctx.actor, { recordId, ...paging })
}

/** An import for staff of its collection. */
export async function getSampleImport(ctx: Context, { id }: Key): Promise<FoundImport> {
  allowReading(ctx)
  const found = isId(id) ? await findImport(ctx.db, ctx.actor, id) : undefined
  if (!found) throw new Problem('not-found', words.noImport)
  return found
}

/** What became of a table’s rows, or would now; what is wrong with the file where nothing can be read of it. */
export async function outcomeOf(ctx: Context, key: Key) {
  const found = await getSampleImport(ctx, key)
  const rows = await rowsOf(ctx.db, found.id)
  if (found.state !== 'checked') return { ...found, rows, failure: undefined }
  try {
    const { steps, refused } = await planFor(ctx, ctx.db, { found, rows })
    const faults = new Map(refused.map(({ number, faults: problems }) => [number, problems]))
    const count = (is: string) => steps.filter((step) => step.is === is).length
    return {
      ...found,
      created: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: refused.length,
      failure: undefined,
      rows: rows.flatMap((row): KeptRow[] => {
        const problems = faults.get(row.number)
        return problems ? [{ ...row, problems }] : []
      }),
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    return { ...found, rows: [], failure: error.detail }
  }
}

export const problemsOf = (rows: readonly KeptRow[], lang: Lang) =>
  rows.flatMap(({ number, problems = [] }) =>
    problems.map(({ field, detail }) => ({
      row: number,
      column: field === '' ? '' : inLang(sampleColumns[field].label, lang),
      detail: inLang(detail, lang),
    })),
  )

/** The refused rows as they came, each with its reasons before it, to be mended and sent again. */
export async function refusedFile(ctx: Context, key: Key): Promise<string> {
  const { header, rows } = await outcomeOf(ctx, key)
  const reasons = (row: KeptRow) =>
    problemsOf([row], ctx.lang)
      .map(({ column, detail }) => (column ? `${column}: ${detail}` : detail))
      .join('; ')
  const lines = rows.map((row) => csvLine([reasons(row), ...row.cells]))
  return ['\ufeff', csvLine([inLang(reasonsHeader, ctx.lang), ...header]), ...lines].join('')
}
