import { type Insertable, type SqlBool, sql } from 'kysely'
import type { MintedIdentifierTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { RegistryScheme } from '../../core/registries.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { keptOnly, readableBy } from '../visible.ts'
import type { IdentifierFilter, IdentifierState } from './model.ts'
import type { Told } from './rules.ts'

const stateOf = sql<IdentifierState>`case
  when minted_identifier.failure_code is not null then 'failed'
  when minted_identifier.told_no < minted_identifier.change_no then 'waiting'
  else minted_identifier.told
end`

const identifierRows = (db: Db) =>
  db
    .selectFrom('minted_identifier')
    .leftJoin('record', 'record.id', 'minted_identifier.record_id')
    .select([
      'minted_identifier.id',
      sql<{ id: string; title: LocalText } | null>`case when record.id is not null then
        jsonb_build_object('id', record.id, 'title',
          jsonb_build_object('zh', record.title_zh, 'en', record.title_en))
      end`.as('record'),
      sql<RegistryScheme>`minted_identifier.scheme`.as('scheme'),
      'minted_identifier.value',
      stateOf.as('state'),
      sql<Told | null>`minted_identifier.told`.as('told'),
      'minted_identifier.tried_at as triedAt',
      sql<{ code: string; detail: string } | null>`case when failure_code is not null then
        jsonb_build_object('code', failure_code, 'detail', coalesce(failure_detail, ''))
      end`.as('failure'),
      'minted_identifier.reserved_at as reservedAt',
      'minted_identifier.change_no as changeNo',
      'minted_identifier.told_no as toldNo',
      'record.kind',
      'record.visibility',
      'record.audience',
      'record.institution_id as institutionId',
      'record.collection_id as collectionId',
    ])

/** Identifiers of records that the actor keeps, the newest first; those of deleted drafts are administrators' to see. */
export async function listIdentifiers(
  db: Db,
  actor: Actor,
  { state, scheme, ...paging }: IdentifierFilter & Paging,
) {
  const rows = identifierRows(db)
    .where(keptOnly(actor))
    .$if(state !== undefined, (some) => some.where(sql<SqlBool>`${stateOf} = ${state ?? null}`))
    .$if(scheme !== undefined, (some) =>
      some.where('minted_identifier.scheme', '=', scheme ?? 'doi'),
    )
  return pageBy(db, { rows, by: { id: 'minted_identifier.id' }, direction: 'desc' }, paging)
}

export const identifiersOfRecord = async (db: Db, recordId: string) =>
  identifierRows(db)
    .where('minted_identifier.record_id', '=', recordId)
    .orderBy('minted_identifier.scheme')
    .execute()

export const findIdentifier = async (db: Db, id: string) =>
  identifierRows(db).where('minted_identifier.id', '=', id).executeTakeFirst()

export type IdentifierRow = NonNullable<Awaited<ReturnType<typeof findIdentifier>>>

export async function nextIdentifierNo(trx: Trx): Promise<number> {
  const { rows } = await sql<{ no: number }>`select nextval('minted_identifier_no') as no`.execute(
    trx,
  )
  return rows[0]?.no ?? 0
}

/** Undefined where the value is somebody's already. */
export async function insertIdentifier(
  trx: Trx,
  row: Insertable<MintedIdentifierTable>,
): Promise<string | undefined> {
  const inserted = await trx
    .insertInto('minted_identifier')
    .values(row)
    .onConflict((conflict) => conflict.constraint('minted_identifier_taken').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/** Whether a record carries this value already, however it came to. */
export async function isCarried(trx: Trx, value: string): Promise<boolean> {
  const found = await trx
    .selectFrom('record_identifier')
    .where(sql<SqlBool>`lower(value) = ${value}`)
    .select('record_id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Puts it first among the identifiers of its record. */
export async function carryIdentifier(
  trx: Trx,
  row: { record_id: string; scheme: RegistryScheme; value: string },
): Promise<void> {
  await trx
    .insertInto('record_identifier')
    .values({ ...row, position: -1 })
    .execute()
}

/**
 * Counts a change of what is public of a record, where one of its identifiers is registered or is to be now. Answers
 * those identifiers: usually none, by `minted_identifier_one`.
 */
export async function countChange(trx: Trx, recordId: string): Promise<string[]> {
  const rows = await trx
    .updateTable('minted_identifier')
    .from('record')
    .set({ change_no: sql`change_no + 1` })
    .where('minted_identifier.record_id', '=', recordId)
    .whereRef('record.id', '=', 'minted_identifier.record_id')
    .where(
      sql<SqlBool>`(record.published_at is not null
        and (record.audience = 'public' or minted_identifier.told in ('registered', 'withdrawn')))`,
    )
    .returning('minted_identifier.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What has to be done at the registry once more, whatever it knows. */
export const countAgain = async (trx: Trx, id: string) =>
  trx
    .updateTable('minted_identifier')
    .set({ change_no: sql`change_no + 1`, failure_code: null, failure_detail: null })
    .where('id', '=', id)
    .execute()

/** Takes an identifier for one job, or not where another has it. */
export async function takeIdentifier(
  db: Db,
  id: string,
  { now, until }: { now: Temporal.Instant; until: Temporal.Instant },
): Promise<boolean> {
  const taken = await db
    .updateTable('minted_identifier')
    .set({ busy_until: until })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('busy_until', 'is', null), eb('busy_until', '<=', now)]))
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

export const noteTold = async (
  trx: Trx,
  id: string,
  { told, changeNo, at }: { told: Told; changeNo: number; at: Temporal.Instant },
) =>
  trx
    .updateTable('minted_identifier')
    .set({
      told,
      told_no: changeNo,
      tried_at: at,
      failure_code: null,
      failure_detail: null,
      busy_until: null,
    })
    .where('id', '=', id)
    .execute()

export const noteFailure = async (
  db: Db,
  id: string,
  { code, detail, at }: { code: string; detail: string; at: Temporal.Instant },
) =>
  db
    .updateTable('minted_identifier')
    .set({ tried_at: at, failure_code: code, failure_detail: detail, busy_until: null })
    .where('id', '=', id)
    .execute()

export const deleteIdentifier = async (trx: Trx, id: string) =>
  trx.deleteFrom('minted_identifier').where('id', '=', id).execute()

/**
 * The published record, or its tombstone, that an identifier leads to: the one that it was given to here, before others
 * that carry it; by `record_identifier_by_value`.
 */
export async function findByPid(db: Db, actor: Actor, value: string) {
  return db
    .selectFrom('record_identifier')
    .innerJoin('record', 'record.id', 'record_identifier.record_id')
    .leftJoin('minted_identifier', (join) =>
      join
        .onRef('minted_identifier.record_id', '=', 'record.id')
        .on('minted_identifier.value', '=', value),
    )
    .where(sql<SqlBool>`lower(record_identifier.value) = ${value}`)
    .where('record_identifier.scheme', 'in', ['cstr', 'doi'])
    .where('record.published_at', 'is not', null)
    .where(readableBy(actor))
    .orderBy(sql`minted_identifier.id is null`)
    .orderBy('record.published_at')
    .select('record.id')
    .limit(1)
    .executeTakeFirst()
}
