import { type SqlBool, sql, type Updateable } from 'kysely'
import type { SampleTable } from '../../../../db/schema.ts'
import type { Actor } from '../../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../../core/database.ts'
import { countedTo, type Paging, totalOf } from '../../../core/paging.ts'
import type { Named } from '../../../core/shapes.ts'
import type { AmountUnit, Family, SampleState } from '../../model.ts'
import { collectionOf, staffedBy, startingWith, termOf, termsOf } from '../../queries.ts'
import type { Coded, SampleFilter } from '../model.ts'

type Narrowed = Paging & SampleFilter & { record?: string; codes?: readonly string[] }

/**
 * Samples of which the viewer is staff, the newest first; none that is blocked, for lists are counted and exported. Those
 * of one collection by `sample_of_record`.
 */
export async function listSamples(db: Db, viewer: Actor, { record, ...asked }: Narrowed) {
  const { code, codes, type, donor, kit, year, state, ...paging } = asked
  const rows = sampleRows(db, viewer)
    .where('sample.blocked_at', 'is', null)
    .$if(record !== undefined, (some) => some.where('sample.record_id', '=', record ?? ''))
    .$if(code !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(sample.code) like upper(${startingWith(code ?? '')})`),
    )
    .$if(codes !== undefined, (some) =>
      some.where(
        sql<SqlBool>`upper(sample.code) = any(${(codes ?? []).map((one) => one.toUpperCase())}::text[])`,
      ),
    )
    .$if(type !== undefined, (some) => some.where('sample.type', '=', type ?? ''))
    .$if(donor !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(donor.code) = upper(${donor ?? ''})`),
    )
    .$if(kit !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(sample_kit.code) = upper(${kit ?? ''})`),
    )
    .$if(year !== undefined, (some) => some.where('sample.year', '=', year ?? 0))
    .$if(state !== undefined, (some) => some.where('sample.state', '=', state ?? 'stored'))
  return pageBy(db, { rows, by: { id: 'sample.id' }, direction: 'desc' }, paging)
}

/** One sample, blocked or not. */
export const findSample = async (db: Db, viewer: Actor, id: string) =>
  sampleRows(db, viewer).where('sample.id', '=', id).executeTakeFirst()

export type SampleRow = NonNullable<Awaited<ReturnType<typeof findSample>>>

/** Samples by what stands on their tubes, blocked ones too, the first few. By `sample_by_code`. */
export const findByCode = async (db: Db, viewer: Actor, code: string) =>
  db
    .selectFrom('sample')
    .innerJoin('record', 'record.id', 'sample.record_id')
    .where(staffedBy(viewer))
    .where(sql<SqlBool>`upper(sample.code) = upper(${code})`)
    .select(['sample.id', 'sample.code'])
    .limit(2)
    .execute()

/** All samples of a donor, or of a source, blocked ones too; the first so many. By `sample_of_donor`, `sample_of_source`. */
export const samplesFrom = async (
  db: Db,
  viewer: Actor,
  { of, id, limit }: { of: 'donor_id' | 'source_id'; id: string; limit: number },
) =>
  sampleRows(db, viewer)
    .where(`sample.${of}`, '=', id)
    .orderBy('sample.id', 'desc')
    .limit(limit)
    .execute()

/** How many samples a collection has, and how many donors or sources; counted to 10,000. By `sample_of_record`. */
export async function countsOf(db: Db, { id, ofPeople }: { id: string; ofPeople: boolean }) {
  const { rows } = await sql<{ samples: number; origins: number }>`select
    ${count(sql`from sample where record_id = ${id} and blocked_at is null`)} as samples,
    ${count(
      ofPeople
        ? sql`from donor where record_id = ${id} and withdrawn_at is null`
        : sql`from sample_source where record_id = ${id}`,
    )} as origins`.execute(db)
  const [{ samples, origins } = { samples: 0, origins: 0 }] = rows
  return { samples: totalOf(samples), origins: totalOf(origins) }
}

/** Held for a change until the end of the transaction, in order of id. */
export const lockSamples = async (trx: Trx, viewer: Actor, ids: readonly string[]) =>
  heldRows(trx, viewer)
    .where(sql<SqlBool>`sample.id = any(${[...ids]}::uuid[])`)
    .orderBy('sample.id')
    .forNoKeyUpdate('sample')
    .execute()

/** The same of a collection, by code. By `sample_code_taken`. */
export const lockByCode = async (
  trx: Trx,
  viewer: Actor,
  { record, codes }: { record: { id: string; institutionId: string }; codes: readonly string[] },
) =>
  heldRows(trx, viewer)
    .where('sample.institution_id', '=', record.institutionId)
    .where('sample.record_id', '=', record.id)
    .where(sql<SqlBool>`upper(sample.code) = any(${codes.map((one) => one.toUpperCase())}::text[])`)
    .orderBy('sample.id')
    .forNoKeyUpdate('sample')
    .execute()

export type HeldSample = Awaited<ReturnType<typeof lockSamples>>[number]

export async function updateSample(trx: Trx, id: string, change: Updateable<SampleTable>) {
  await trx
    .updateTable('sample')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Takes so much of each; answers how many had it. What is empty is used up. */
export async function takeFrom(
  trx: Trx,
  ids: readonly string[],
  taken: { each: number; times: number },
): Promise<number> {
  const whole = sql<number>`(${taken.each}::numeric * ${taken.times}::int)`
  const { rows } = await sql`
    update sample
    set amount = amount - ${whole},
        state = case when amount = ${whole} and ${whole} > 0 then 'used_up' else state end,
        version = version + 1
    where id = any(${[...ids]}::uuid[]) and amount >= ${whole}
    returning id
  `.execute(trx)
  return rows.length
}

export async function setDestroyed(trx: Trx, ids: readonly string[]): Promise<void> {
  await trx
    .updateTable('sample')
    .set((eb) => ({ state: 'destroyed', version: eb('version', '+', 1) }))
    .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** What is used up or destroyed stands nowhere any more. By `placement_of_sample`. */
export async function leaveWells(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`
    delete from placement
    using sample
    where placement.sample_id = sample.id
      and sample.id = any(${[...ids]}::uuid[])
      and sample.state in ('used_up', 'destroyed')
  `.execute(trx)
}

const count = (of: ReturnType<typeof sql>) =>
  sql<number>`(select count(*)::int from (select ${of} limit ${countedTo + 1}) as counted)`

const heldRows = (trx: Trx, viewer: Actor) =>
  trx
    .selectFrom('sample')
    .innerJoin('record', 'record.id', 'sample.record_id')
    .where(staffedBy(viewer))
    .select([
      ...own,
      'sample.type',
      'sample.temperature',
      'sample.use_conditions as useConditions',
      'sample.donor_id as donorId',
      'sample.source_id as sourceId',
      'sample.kit_id as kitId',
      'sample.record_id as recordId',
      'sample.institution_id as institutionId',
      'record.withdrawn_at as withdrawnAt',
    ])

const own = [
  'sample.id',
  'sample.code',
  sql<Family>`sample.family`.as('family'),
  'sample.created_on as createdOn',
  'sample.anatomical_ontology as anatomicalOntology',
  'sample.anatomical_version as anatomicalVersion',
  'sample.anatomical_code as anatomicalCode',
  'sample.anatomical_name as anatomicalName',
  'sample.anatomical_note as anatomicalNote',
  'sample.diagnoses',
  'sample.is_pooled as isPooled',
  'sample.age_years as ageYears',
  'sample.amount',
  sql<AmountUnit>`sample.unit`.as('unit'),
  'sample.freeze_thaws as freezeThaws',
  'sample.sprec',
  sql<SampleState>`sample.state`.as('state'),
  'sample.note',
  'sample.blocked_at as blockedAt',
  'sample.version',
] as const

const coded = (table: string) =>
  sql<Coded | null>`case when ${sql.ref(`${table}.id`)} is not null then jsonb_build_object(
    'id', ${sql.ref(`${table}.id`)}, 'code', ${sql.ref(`${table}.code`)}
  ) end`

const sampleRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('sample')
    .innerJoin('record', 'record.id', 'sample.record_id')
    .leftJoin('donor', 'donor.id', 'sample.donor_id')
    .leftJoin('sample_source', 'sample_source.id', 'sample.source_id')
    .leftJoin('sample_kit', 'sample_kit.id', 'sample.kit_id')
    .leftJoin('placement', 'placement.sample_id', 'sample.id')
    .where(staffedBy(viewer))
    .select([
      ...own,
      termOf('sample.type', 'miabis_sample_type').as('type'),
      termOf<Named | null>('sample.temperature', 'miabis_storage_temperature').as('temperature'),
      termsOf('sample.use_conditions', 'miabis_use_condition').as('useConditions'),
      coded('donor').as('donor'),
      coded('sample_source').as('source'),
      coded('sample_kit').as('kit'),
      collectionOf,
      'record.withdrawn_at as collectionWithdrawnAt',
      sql<{ id: string; path: string; well: number | null } | null>`case
        when placement.place_id is not null then jsonb_build_object(
          'id', placement.place_id, 'path', place_path(placement.place_id), 'well', placement.well
        )
      end`.as('place'),
      'sample.created_at as createdAt',
    ])
