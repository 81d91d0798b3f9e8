import { sql } from 'kysely'
import type { QualificationKind } from '../../../bookings/policies/model.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Lang } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { policyInForce, instrumentZone } from '../../../instruments/expressions.ts'

export type QualificationRow = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  zone: string
  personId: string
  personName: string
  email: string
  lang: Lang
  kind: QualificationKind
  grantedAt: Temporal.Instant
  expiresAt: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
  note: string | null
  trainingId: string | null
}

const columns = sql`
  q.id,
  q.instrument_id as "instrumentId",
  record.title_zh as "instrumentZh",
  record.title_en as "instrumentEn",
  ${instrumentZone} as zone,
  q.person_id as "personId",
  person.name as "personName",
  person.email,
  person.lang,
  q.kind,
  q.granted_at as "grantedAt",
  q.expires_at as "expiresAt",
  q.revoked_at as "revokedAt",
  q.note,
  q.training_id as "trainingId"
`
const tables = sql`
  join record on record.id = q.instrument_id
  ${policyInForce}
  join institution on institution.id = record.institution_id
  join person on person.id = q.person_id
`

type Whose = { instrumentId?: string | undefined; personId?: string | undefined; id?: string }

/** Qualifications that are held, those that expire first first; revoked ones by id only. At most 500. */
export async function listQualifications(
  db: Db,
  { instrumentId, personId, id }: Whose,
): Promise<QualificationRow[]> {
  const parts = [
    instrumentId === undefined ? sql`true` : sql`q.instrument_id = ${instrumentId}::uuid`,
    personId === undefined ? sql`true` : sql`q.person_id = ${personId}::uuid`,
    id === undefined ? sql`q.revoked_at is null` : sql`q.id = ${id}::uuid`,
  ]
  const { rows } = await sql<QualificationRow>`
    select ${columns}
    from qualification q ${tables}
    where ${sql.join(parts, sql` and `)}
    order by q.expires_at nulls last, q.id
    limit 500
  `.execute(db)
  return rows
}

export type QualificationValues = {
  instrumentId: string
  personId: string
  kind: QualificationKind
  at: Temporal.Instant
  by: string | null
  expiresAt: Temporal.Instant | null
  note: string | null
  trainingId: string | null
}

/** Grants it, or moves the end of the one that is held. */
export async function putQualification(trx: Trx, given: QualificationValues): Promise<string> {
  const values = {
    granted_at: given.at,
    granted_by: given.by,
    expires_at: given.expiresAt,
    note: given.note,
    training_id: given.trainingId,
  }
  const { id } = await trx
    .insertInto('qualification')
    .values({
      instrument_id: given.instrumentId,
      person_id: given.personId,
      kind: given.kind,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['instrument_id', 'person_id', 'kind'])
        .where('revoked_at', 'is', null)
        .doUpdateSet({ ...values, reminded_at: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function revokeRow(
  trx: Trx,
  { instrumentId, id }: { instrumentId: string; id: string },
  { at, by, reason }: { at: Temporal.Instant; by: string | null; reason: string | null },
): Promise<void> {
  await trx
    .updateTable('qualification')
    .set((eb) => ({
      revoked_at: at,
      revoked_by: by,
      note: eb.fn.coalesce(eb.val(reason), 'note'),
    }))
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

/** Those that expire before a moment, and nobody was reminded of; by `qualification_to_expire`. Noted at once. */
export async function takeExpiring(
  trx: Trx,
  { before, now }: { before: Temporal.Instant; now: Temporal.Instant },
): Promise<QualificationRow[]> {
  const { rows } = await sql<QualificationRow>`
    with taken as (
      update qualification
      set reminded_at = ${now}::timestamptz
      where revoked_at is null
        and reminded_at is null
        and expires_at between ${now}::timestamptz and ${before}::timestamptz
      returning *
    )
    select ${columns}
    from taken q ${tables}
  `.execute(trx)
  return rows
}
