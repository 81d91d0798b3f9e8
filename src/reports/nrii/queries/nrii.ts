import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Codes } from '../rules.ts'
import type { NriiField, NriiItem, NriiPart, NriiStatus, NriiValues } from '../model.ts'

export const nriiFields = (db: Db, part: NriiPart): Promise<NriiField[]> =>
  db
    .selectFrom('nrii_field')
    .where('part', '=', part)
    .select([
      'name',
      'label_zh as labelZh',
      'label_en as labelEn',
      sql<NriiField['type']>`type`.as('type'),
      'max_length as maxLength',
      'max_count as maxCount',
      'required',
      'vocabulary',
      'source',
    ])
    .orderBy('position')
    .execute()

/** The labels of codes, of every version: a code of an older version is no problem. */
export async function codesOf(db: Db, vocabularies: readonly string[]): Promise<Codes> {
  const rows = await db
    .selectFrom('vocabulary_term')
    .where(sql<boolean>`vocabulary = any(${[...vocabularies]}::text[])`)
    .select(['vocabulary', 'code', 'label_zh as zh', 'label_en as en'])
    .orderBy('version')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ vocabulary }) => vocabulary)].map(([name, terms]) => [
      name,
      new Map(terms.map(({ code, zh, en }) => [code, { zh, en }])),
    ]),
  )
}

type NriiKey = Pick<NriiItem, 'id' | 'instrumentId' | 'institutionId'> & { part: NriiPart }

type Marked = NriiKey & {
  status: NriiStatus
  reason: string | null
  /** The values that were reviewed now, if any. */
  reviewed?: NriiValues | undefined
}

/** Writes the state of many records at once. */
export async function markNrii(
  trx: Trx,
  marks: readonly Marked[],
  { at, by }: { at: string; by: string | null },
): Promise<void> {
  if (marks.length === 0) return
  await sql`
    insert into nrii_record (
      instrument_id, part, subject_id, institution_id, status, reason,
      reviewed_values, reviewed_at, reviewed_by, told_at, told_by
    )
    select
      m.instrument_id, m.part, m.subject_id, m.institution_id, m.status, m.reason,
      m.reviewed, case when m.reviewed is not null then ${at}::timestamptz end,
      case when m.reviewed is not null then ${by}::uuid end,
      case when m.reviewed is null then ${at}::timestamptz end,
      case when m.reviewed is null then ${by}::uuid end
    from jsonb_to_recordset(${JSON.stringify(marks.map(columnsOf))}::jsonb) as m (
      instrument_id uuid, part text, subject_id uuid, institution_id uuid, status int, reason text, reviewed jsonb
    )
    on conflict on constraint nrii_record_once do update set
      status = excluded.status,
      reason = excluded.reason,
      reviewed_values = coalesce(excluded.reviewed_values, nrii_record.reviewed_values),
      reviewed_at = coalesce(excluded.reviewed_at, nrii_record.reviewed_at),
      reviewed_by = coalesce(excluded.reviewed_by, nrii_record.reviewed_by),
      told_at = coalesce(excluded.told_at, nrii_record.told_at),
      told_by = coalesce(excluded.told_by, nrii_record.told_by)
  `.execute(trx)
}

const columnsOf = ({
  id,
  instrumentId,
  institutionId,
  part,
  status,
  reason,
  reviewed,
}: Marked) => ({
  instrument_id: instrumentId,
  part,
  subject_id: id,
  institution_id: institutionId,
  status,
  reason,
  reviewed: reviewed ?? null,
})

/** Writes the values that staff typed. */
export async function putExtra(
  trx: Trx,
  { part, id, instrumentId, institutionId }: NriiKey,
  extra: Readonly<Record<string, string>>,
): Promise<void> {
  await trx
    .insertInto('nrii_record')
    .values({
      instrument_id: instrumentId,
      part,
      subject_id: id,
      institution_id: institutionId,
      extra: JSON.stringify(extra),
    })
    .onConflict((conflict) =>
      conflict.constraint('nrii_record_once').doUpdateSet({ extra: JSON.stringify(extra) }),
    )
    .execute()
}
