import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { keptOnly } from '../../catalog/visible.ts'
import type { CheckFilter, Outcome } from './model.ts'

export type Due = {
  /** Last read before this. */
  checkedBefore: Temporal.Instant
  /** Whoever began to read before this has been killed. */
  begunBefore: Temporal.Instant
  recordId?: string | undefined
}

/** A name that the bytes have in a version, the newest one's. */
const fileName = sql<string | null>`(
  select file.path from dataset_file file
  where file.object_id = dataset_object.id
  order by file.id desc
  limit 1
)`
const sha256 = sql<string>`encode(dataset_object.sha256, 'hex')`

const isDue = ({ checkedBefore, begunBefore, recordId }: Due): Expression<SqlBool> => sql<SqlBool>`(
  checked_at < ${checkedBefore}
  and (check_begun_at is null or check_begun_at < ${begunBefore})
  and ${recordId === undefined ? sql`true` : sql`record_id = ${recordId}::uuid`}
)`

/** Takes the object that was read the longest ago, for the caller alone; by `dataset_object_by_check`. */
export const claimOldest = async (db: Db, due: Due, now: Temporal.Instant) =>
  db
    .updateTable('dataset_object')
    .set({ check_begun_at: now })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('dataset_object')
        .where(isDue(due))
        .select('id')
        .orderBy('checked_at')
        .orderBy('id')
        .limit(1)
        .modifyEnd(sql`for update skip locked`),
    )
    .returning([
      'dataset_object.id',
      'dataset_object.record_id as recordId',
      'dataset_object.key',
      'dataset_object.size_bytes as sizeBytes',
      sha256.as('sha256'),
      fileName.as('file'),
    ])
    .executeTakeFirst()

export type Claimed = NonNullable<Awaited<ReturnType<typeof claimOldest>>>

export async function countDue(db: Db, due: Due): Promise<number> {
  const { count } = await db
    .selectFrom('dataset_object')
    .where(isDue(due))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The object of a check, held, with the record that it belongs to; undefined once it was deleted. */
export const lockObject = async (trx: Trx, id: string) =>
  trx
    .selectFrom('dataset_object')
    .innerJoin('record', 'record.id', 'dataset_object.record_id')
    .where('dataset_object.id', '=', id)
    .select([
      'dataset_object.record_id as recordId',
      'dataset_object.damaged_at as damagedAt',
      'record.institution_id as institutionId',
      local('record.title'),
      fileName.as('file'),
    ])
    .forUpdate('dataset_object')
    .executeTakeFirst()

type Check = {
  recordId: string
  objectId: string
  at: Temporal.Instant
  outcome: Outcome
  found?: { sizeBytes: number | null; sha256: string | null }
  /** Since when it is damaged, after this check. */
  damagedAt: Temporal.Instant | null
}

export async function insertCheck(trx: Trx, check: Check): Promise<void> {
  const { recordId, objectId, at, outcome, found, damagedAt } = check
  await trx
    .insertInto('fixity_check')
    .values({
      record_id: recordId,
      object_id: objectId,
      checked_at: at,
      outcome,
      found_size_bytes: found?.sizeBytes ?? null,
      found_sha256: found?.sha256 ? Buffer.from(found.sha256, 'hex') : null,
    })
    .execute()
  await trx
    .updateTable('dataset_object')
    .set({ checked_at: at, damaged_at: damagedAt, check_begun_at: null })
    .where('id', '=', objectId)
    .execute()
}

/** Forgets all but the newest checks of an object that found it sound; by `fixity_check_of_object`. */
export async function pruneSound(trx: Trx, objectId: string, keep: number): Promise<void> {
  await trx
    .deleteFrom('fixity_check')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('fixity_check')
        .where('object_id', '=', objectId)
        .where('outcome', '=', 'sound')
        .orderBy('id', 'desc')
        .offset(keep)
        .select('id'),
    )
    .execute()
}

/** Whether another object of a record was found damaged since a moment. */
export async function hasDamageSince(
  trx: Trx,
  { recordId, objectId }: { recordId: string; objectId: string },
  since: Temporal.Instant,
): Promise<boolean> {
  const found = await trx
    .selectFrom('dataset_object')
    .where('record_id', '=', recordId)
    .where('id', '<>', objectId)
    .where('damaged_at', '>', since)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

const checkRows = (db: Db) =>
  db
    .selectFrom('fixity_check')
    .innerJoin('dataset_object', 'dataset_object.id', 'fixity_check.object_id')
    .select([
      'fixity_check.id',
      'fixity_check.record_id as recordId',
      fileName.as('file'),
      'fixity_check.checked_at as checkedAt',
      sql<Outcome>`fixity_check.outcome`.as('outcome'),
      'dataset_object.size_bytes as sizeBytes',
      sha256.as('sha256'),
      'fixity_check.found_size_bytes as foundSizeBytes',
      sql<string | null>`encode(fixity_check.found_sha256, 'hex')`.as('foundSha256'),
    ])

const newestFirst = { by: { id: 'fixity_check.id' }, direction: 'desc' } as const

/** Checks of a record's objects, the newest first; by `fixity_check_of_record`. */
export const listChecks = async (
  db: Db,
  { recordId, outcome, ...paging }: Paging & CheckFilter & { recordId: string },
) => {
  const rows = checkRows(db)
    .where('fixity_check.record_id', '=', recordId)
    .$if(outcome !== undefined, (some) =>
      some.where('fixity_check.outcome', '=', outcome ?? 'sound'),
    )
  return pageBy(db, { rows, ...newestFirst }, paging)
}

/** Damage and recovery of all objects, the newest first; by `fixity_check_notable`. */
export const listNotable = async (db: Db, paging: Paging) => {
  const rows = checkRows(db).where('fixity_check.outcome', '<>', 'sound')
  return pageBy(db, { rows, ...newestFirst }, paging)
}

export type CheckRow = Awaited<ReturnType<typeof listChecks>>['items'][number]

/** Objects that are damaged now, of one record or of all that the viewer keeps; by `dataset_object_damaged`. */
export const listDamaged = async (
  db: Db,
  viewer: Actor,
  { recordId, ...paging }: Paging & { recordId?: string },
) => {
  const rows = db
    .selectFrom('dataset_object')
    .innerJoin('record', 'record.id', 'dataset_object.record_id')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .where('dataset_object.damaged_at', 'is not', null)
    .where(keptOnly(viewer))
    .$if(recordId !== undefined, (some) => some.where('record.id', '=', recordId ?? ''))
    .select([
      'dataset_object.id',
      fileName.as('file'),
      sql<{ id: string; title: LocalText }>`jsonb_build_object(
        'id', record.id, 'title', jsonb_build_object('zh', record.title_zh, 'en', record.title_en)
      )`.as('dataset'),
      named('institution'),
      'dataset_object.size_bytes as sizeBytes',
      sha256.as('sha256'),
      sql<Temporal.Instant>`dataset_object.damaged_at`.as('damagedAt'),
      'dataset_object.checked_at as checkedAt',
    ])
  return pageBy(db, { rows, by: { id: 'dataset_object.id' } }, paging)
}

export type DamagedRow = Awaited<ReturnType<typeof listDamaged>>['items'][number]

/** How objects stand as a whole: of one record, or of all. */
export const sumUp = async (db: Db, overdueBefore: Temporal.Instant, recordId?: string) =>
  db
    .selectFrom('dataset_object')
    .$if(recordId !== undefined, (some) => some.where('record_id', '=', recordId ?? ''))
    .select([
      sql<number>`count(*)::int`.as('objects'),
      sql<number>`coalesce(sum(size_bytes), 0)::bigint`.as('sizeBytes'),
      sql<number>`(count(*) filter (where damaged_at is not null))::int`.as('damaged'),
      sql<number>`(count(*) filter (where checked_at < ${overdueBefore}))::int`.as('overdue'),
      sql<Temporal.Instant | null>`min(checked_at)`.as('oldestCheck'),
    ])
    .executeTakeFirstOrThrow()
