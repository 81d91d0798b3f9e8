import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { NriiField, NriiPart } from '../nrii/model.ts'

export const listNorms = (db: Db) =>
  db
    .selectFrom('report_norm')
    .select(['name', 'value', 'unit', 'label_zh as labelZh', 'label_en as labelEn'])
    .orderBy('name')
    .execute()

export type Norm = Awaited<ReturnType<typeof listNorms>>[number]

export async function putNorms(trx: Trx, values: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    // oxlint-disable-next-line no-await-in-loop -- six rows
    await trx.updateTable('report_norm').where('name', '=', name).set({ value }).execute()
}

export type FieldRule = Pick<NriiField, 'name' | 'required' | 'maxLength' | 'maxCount'>

export async function putFieldRules(
  trx: Trx,
  part: NriiPart,
  rules: readonly FieldRule[],
): Promise<void> {
  await sql`
    update nrii_field f
    set required = r.required, max_length = r.max_length, max_count = r.max_count
    from jsonb_to_recordset(${JSON.stringify(
      rules.map(({ name, required, maxLength, maxCount }) => ({
        name,
        required,
        max_length: maxLength,
        max_count: maxCount,
      })),
    )}::jsonb) as r (name text, required boolean, max_length int, max_count int)
    where f.part = ${part} and f.name = r.name
  `.execute(trx)
}
