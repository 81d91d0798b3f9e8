import type { Context } from '../../../core/context.ts'
import type { NewRecord } from '../model/input.ts'
import { valuesOf } from '../queries/parts.ts'
import { findBySource, findRecordRow } from '../queries/records.ts'
import { type Vocabularies, vocabulariesNamed } from '../../vocabularies/queries/vocabularies.ts'
import { commonOf } from '../rules/record.ts'
import type { RecordSource } from './create.ts'
import { ownFieldsOf } from './input.ts'

/** What an earlier import made of this row: nothing yet, the same as now, or a record to change. */
export async function findImported(
  ctx: Context,
  { source, sourceKey }: RecordSource,
  input: NewRecord,
): Promise<'same' | { id: string } | undefined> {
  const found = await findBySource(ctx.db, source, sourceKey)
  if (!found) return undefined
  const row = await findRecordRow(ctx.db, ctx.actor, found.id)
  if (!row) return found
  const values = valuesOf(row.kind, row.profile, row.parts)
  const { title } = commonOf(row)
  const sameTitle = title.zh === (input.title.zh ?? null) && title.en === (input.title.en ?? null)
  const sameFields = Object.entries(ownFieldsOf(input)).every(
    ([key, value]) => JSON.stringify(values[key] ?? null) === JSON.stringify(value),
  )
  return sameTitle && sameFields ? 'same' : found
}

/** The named code lists, for whoever reads or writes codes from outside. */
export const codeLists = (ctx: Context, names: readonly string[]): Promise<Vocabularies> =>
  vocabulariesNamed(ctx.db, names)
