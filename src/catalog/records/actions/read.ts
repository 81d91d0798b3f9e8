import { fieldsOf } from '../../../kinds.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { Kind } from '../model/record.ts'
import { valuesOf } from '../queries/parts.ts'
import { findRecordRow } from '../queries/records.ts'
import { presentRecord } from '../rules/present.ts'
import { catalogWords } from '../words/refusals.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The record for this viewer, with its fields and values; not-found also when they may not know of it. */
export async function getRecord(ctx: Context, id: string, kind?: Kind) {
  const row = uuid.test(id) ? await findRecordRow(ctx.db, ctx.actor, id) : undefined
  if (!row || (kind && row.kind !== kind)) throw new Problem('not-found', catalogWords.noRecord)
  const fields = fieldsOf(row.kind, row.profile)
  const values = valuesOf(row.kind, row.profile, row.parts)
  return { row, fields, values, shown: presentRecord(row, { actor: ctx.actor, fields, values }) }
}
