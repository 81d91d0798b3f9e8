import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Db, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { AmountUnit } from '../model.ts'
import type { CandidateFilter, Criteria } from './model.ts'
import { startingWith } from '../queries.ts'
import { conditionsOn, containing, type Misfit } from './rules.ts'

/** Samples of a collection, for an item of a request on a day. */
export type Wanted = { recordId: string; itemId: string; criteria: Criteria; day: string }

/** The collections of these that have samples of people. By `sample_of_record`. */
export async function humanAmong(db: Db, recordIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${[...recordIds]}::uuid[]) as asked (id)
    where exists (select from sample where sample.record_id = asked.id and sample.family = 'human')`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Whether the samples of a collection are kept here, one by one. */
export async function hasSamples(db: Db, recordId: string): Promise<boolean> {
  const found = await db
    .selectFrom('sample')
    .where('record_id', '=', recordId)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

const list = (codes: readonly string[]) => sql`${[...codes]}::text[]`

/** `covers` of the rules. */
const covers = (broad: RawBuilder<unknown>, narrow: RawBuilder<unknown>) =>
  sql<SqlBool>`case when starts_with(${broad}, 'ORPHA:') then ${broad} = ${narrow} else starts_with(${narrow}, ${broad}) end`

/** Donors whose consents that hold on the day together contain what is stated: `allows` of the rules. */
const allowing = ({ recordId, criteria, day }: Omit<Wanted, 'itemId'>) => sql`(
  select agreed.donor_id
  from donor_consent agreed
  join donor agreeing on agreeing.id = agreed.donor_id
  where agreeing.record_id = ${recordId}::uuid and agreeing.withdrawn_at is null
    and agreed.ended_at is null and agreed.given_on <= ${day}::date
    and (agreed.until is null or agreed.until >= ${day}::date)
  group by agreed.donor_id
  having ${containsStated(criteria)}
)`

function containsStated({ purpose, diseases = [], uses = [] }: Criteria) {
  if (purpose === undefined) return sql<SqlBool>`false`
  const broader = sql<SqlBool>`bool_or(agreed.uses && ${list(containing[purpose])})`
  const named = diseases.map(
    (code) =>
      sql<SqlBool>`bool_or(exists (
        select from unnest(agreed.diseases) broad where ${covers(sql`broad`, sql`${code}::text`)}
      ))`,
  )
  const contained =
    named.length === 0 ? broader : sql`(${broader} or (${sql.join(named, sql` and `)}))`
  return sql.join(
    [contained, ...uses.map((use) => sql`bool_or(${use} = any(agreed.uses))`)],
    sql` and `,
  )
}

/** Of a pool, all donors of what it was made from have agreed. */
const isAgreed = (wanted: Omit<Wanted, 'itemId'>) => sql<SqlBool>`case
  when sample.donor_id is not null then sample.donor_id in ${allowing(wanted)}
  else coalesce((
    with recursive above (id) as (
      select parent_id from sample_parent where sample_parent.sample_id = sample.id
      union
      select sample_parent.parent_id from above join sample_parent on sample_parent.sample_id = above.id
    )
    select bool_and(parent.donor_id in ${allowing(wanted)})
    from above join sample parent on parent.id = above.id
    where parent.donor_id is not null
  ), false)
end`

const isHeld = (of: RawBuilder<unknown>) => sql<SqlBool>`exists (
  select from request_sample hold
  where hold.sample_id = sample.id and hold.ended_at is null and ${of}
)`

/** Why a sample cannot be had, the first reason that holds; null where it can. */
function misfitOf(wanted: Wanted) {
  const { criteria, itemId } = wanted
  const forbidding = (criteria.uses ?? []).flatMap((use) => conditionsOn[use])
  return sql<Misfit | null>`case
    when sample.state <> 'stored' then 'out'
    when ${isHeld(sql`hold.item_id <> ${itemId}::uuid`)} then 'reserved'
    when sample.family = 'human' and not ${isAgreed(wanted)} then 'consent'
    when (sample.use_conditions || collection.use_conditions) && ${list(forbidding)} then 'conditions'
    when not ${hasAmount(criteria)} then 'amount'
    when not ${fits(criteria)} then 'criteria'
  end`
}

const hasAmount = ({ minAmount, amountUnit = 'piece' }: Criteria) =>
  minAmount === undefined
    ? sql<SqlBool>`sample.amount > 0`
    : sql<SqlBool>`(sample.unit = ${amountUnit} and sample.amount >= ${minAmount})`

/** What was asked for but for the amount. */
function fits(criteria: Criteria) {
  const { family, types, sex, ageFrom, ageTo, diagnoses, yearFrom, yearTo } = criteria
  const parts: RawBuilder<SqlBool>[] = [
    ...(family ? [sql<SqlBool>`sample.family = ${family}`] : []),
    ...(types ? [sql<SqlBool>`sample.type = any(${list(types)})`] : []),
    ...(sex ? [sql<SqlBool>`coalesce(donor.sex, sample_source.sex, '') = any(${list(sex)})`] : []),
    ...between(sql`sample.age_years`, ageFrom, ageTo),
    ...between(sql`sample.year`, yearFrom, yearTo),
    ...(diagnoses
      ? [
          sql<SqlBool>`exists (
            select
            from unnest(sample.diagnoses || coalesce(donor.diagnoses, '{}')) own, unnest(${list(diagnoses)}) asked
            where ${covers(sql`asked`, sql`own`)}
          )`,
        ]
      : []),
  ]
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

/** What is not known fits no bound. */
const between = (
  column: RawBuilder<unknown>,
  from: number | undefined,
  to: number | undefined,
): RawBuilder<SqlBool>[] => [
  ...(from === undefined ? [] : [sql<SqlBool>`coalesce(${column} >= ${from}, false)`]),
  ...(to === undefined ? [] : [sql<SqlBool>`coalesce(${column} <= ${to}, false)`]),
]

/** What is blocked is not even counted; neither is what is used up or held for this item already. */
const sampleRows = (db: Db, { recordId }: Pick<Wanted, 'recordId'>) =>
  db
    .selectFrom('sample')
    .innerJoin('collection', 'collection.record_id', 'sample.record_id')
    .leftJoin('donor', 'donor.id', 'sample.donor_id')
    .leftJoin('sample_source', 'sample_source.id', 'sample.source_id')
    .where('sample.record_id', '=', recordId)
    .where('sample.blocked_at', 'is', null)

const fittingRows = (db: Db, wanted: Wanted) =>
  sampleRows(db, wanted)
    .where('sample.state', 'in', ['stored', 'out', 'shipped'])
    .where(sql<SqlBool>`not ${isHeld(sql`hold.item_id = ${wanted.itemId}::uuid`)}`)
    .where(fits(wanted.criteria))

/** How many fit what is wanted, by why they cannot be had. By `sample_of_record`. */
export const countMisfits = async (db: Db, wanted: Wanted) =>
  db
    .selectFrom(fittingRows(db, wanted).select(misfitOf(wanted).as('misfit')).as('fitting'))
    .select(['fitting.misfit', sql<number>`count(*)::int`.as('count')])
    .groupBy('fitting.misfit')
    .execute()

/** `place` is resolved: the outermost places in which samples are looked for. */
export type Narrowing = Omit<CandidateFilter, 'place' | 'show' | 'sort'> & {
  places?: readonly string[] | undefined
}

/** What a filter adds to what is asked for; a place holds what stands in any place inside it. */
function narrowed({ code, type, sex, ageFrom, ageTo, places, takenFrom, takenTo }: Narrowing) {
  const parts: RawBuilder<SqlBool>[] = [
    ...(code ? [sql<SqlBool>`upper(sample.code) like upper(${startingWith(code)})`] : []),
    ...(type ? [sql<SqlBool>`sample.type = ${type}`] : []),
    ...(sex ? [sql<SqlBool>`coalesce(donor.sex, sample_source.sex) = ${sex}`] : []),
    ...between(sql`sample.age_years`, ageFrom, ageTo),
    ...(places ? [sql<SqlBool>`sample.id in ${standingIn(places)}`] : []),
    // As much of a day as is known of the sample's.
    ...(takenFrom ? [sql<SqlBool>`${takenDay} >= left(${takenFrom}, length(${takenDay}))`] : []),
    ...(takenTo ? [sql<SqlBool>`${takenDay} <= left(${takenTo}, length(${takenDay}))`] : []),
  ]
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

const takenDay = sql`left(sample.created_on, 10)`

/** By `place_inside` and `placement_at`. */
const standingIn = (places: readonly string[]) => sql`(
  with recursive down (id) as (
    select place.id from place where place.id = any(${[...places]}::uuid[])
    union
    select place.id from down join place on place.parent_id = down.id
  )
  select placement.sample_id from placement join down on down.id = placement.place_id
  where placement.sample_id is not null
)`

const isUsable = (wanted: Wanted) => sql<SqlBool>`${misfitOf(wanted)} is null`

/** Fewest freeze–thaws first, then the fullest: one number, so that lists are paged by it. */
const preference = sql<number>`(sample.freeze_thaws * 1e12 - sample.amount)`
const taken = sql<string>`coalesce(sample.created_on, '')`
const age = sql<number>`coalesce(sample.age_years, -1)`

const id = 'sample.id'
const orderings = {
  best: { by: { preference, id } },
  code: { by: { code: 'sample.code', id } },
  newest: { by: { taken, id }, direction: 'desc' },
  oldest: { by: { taken, id } },
  fullest: { by: { amount: 'sample.amount', id }, direction: 'desc' },
  youngest: { by: { age, id } },
  eldest: { by: { age, id }, direction: 'desc' },
} as const

type Listing = Paging & Narrowing & Pick<CandidateFilter, 'show' | 'sort'>

/**
 * Samples that fit, those that can be had or all with why they cannot. By `sample_of_record`: each of the collection is
 * looked at once.
 */
export async function listFitting(
  db: Db,
  wanted: Wanted,
  { limit, after, show, sort, ...narrowing }: Listing,
) {
  const rows = fittingRows(db, wanted)
    .leftJoin('placement', 'placement.sample_id', 'sample.id')
    .where(narrowed(narrowing))
    .$if(show === 'usable', (some) => some.where(isUsable(wanted)))
    .select([
      'sample.id',
      'sample.code',
      'sample.type',
      sql<string | null>`coalesce(donor.sex, sample_source.sex)`.as('sex'),
      'sample.age_years as ageYears',
      'sample.created_on as createdOn',
      'sample.amount',
      sql<AmountUnit>`sample.unit`.as('unit'),
      'sample.freeze_thaws as freezeThaws',
      sql<string | null>`place_path(placement.place_id)`.as('place'),
      misfitOf(wanted).as('misfit'),
      preference.as('preference'),
      taken.as('taken'),
      age.as('age'),
    ])
  return pageBy(db, { rows, ...orderings[sort] }, { limit, after })
}

type Choice = Narrowing & { count: number; isSpread: boolean }

/** The best so many of those that a filter finds; where they are spread, one of each donor before a second one of any. */
export async function bestOf(
  db: Db,
  wanted: Wanted,
  { count, isSpread, ...narrowing }: Choice,
): Promise<string[]> {
  const rows = await fittingRows(db, wanted)
    .where(narrowed(narrowing))
    .where(isUsable(wanted))
    .select([
      'sample.id',
      preference.as('preference'),
      sql<number>`row_number() over (
        partition by coalesce(sample.donor_id, sample.source_id, sample.id) order by ${preference}, sample.id
      )`.as('turn'),
    ])
    .orderBy(isSpread ? sql`turn` : sql`1::int`)
    .orderBy('preference')
    .orderBy('sample.id')
    .limit(count)
    .execute()
  return rows.map(({ id: found }) => found)
}

/** Why each of these samples cannot be had for what is wanted; blocked ones are not among the answers. */
export const misfitsAmong = async (db: Db, wanted: Wanted, ids: readonly string[]) =>
  sampleRows(db, wanted)
    .where(sql<SqlBool>`sample.id = any(${[...ids]}::uuid[])`)
    .select(['sample.id', 'sample.code', misfitOf(wanted).as('misfit')])
    .execute()
