import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Part } from '../rules/count.ts'
import type { Cell } from '../rules/tables.ts'

type Groups = Omit<Part, 'without'>

/** Donors of a collection, null among them for samples of nobody; `all` of them. */
type Among = { recordId: string; donors: readonly (string | null)[] | 'all' }

/**
 * The samples that are held of donors who have not withdrawn, as groups of what is alike. By `sample_counted` and
 * `donor_code_taken`. Each aggregate of a list reads its rows in the same order.
 */
function groupsOf({ recordId, donors }: Among) {
  const ids = donors === 'all' ? [] : donors.filter((id) => id !== null)
  const hasNobody = donors === 'all' || donors.includes(null)
  const among = (column: string) =>
    donors === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${ids}::uuid[])`
  return sql`
    numbered as materialized (
      select id, sex, diagnoses, (row_number() over (order by id) - 1)::int as number
      from donor
      where record_id = ${recordId} and ${among('donor.id')}
    ), alike as (
      select sample.type, sample.age_years, sample.year, sample.diagnoses,
        count(*) - count(donor_id) as of_nobody, count(donor_id) as of_donors,
        string_agg(int4send(numbered.number), '') as numbers
      from sample
      left join numbered on numbered.id = sample.donor_id
      where sample.record_id = ${recordId} and sample.blocked_at is null and sample.state in ('stored', 'out')
        and (${among('sample.donor_id')} ${hasNobody ? sql`or sample.donor_id is null` : sql``})
      group by sample.type, sample.age_years, sample.year, sample.diagnoses
    ), donors_alike as (
      select sex, diagnoses, count(*) as donors, string_agg(int4send(number), '') as numbers
      from numbered
      group by sex, diagnoses
    ), part as (
      select samples.*, donors.*
      from (
        select coalesce(string_agg(numbers, ''), '') as "sampleDonors",
          coalesce(json_agg(json_build_array(type, age_years, year, diagnoses, of_nobody, of_donors)), '[]') as samples
        from alike
      ) as samples, (
        select coalesce(string_agg(numbers, ''), '') as "donorNumbers",
          coalesce(json_agg(json_build_array(sex, diagnoses, donors)), '[]') as donors
        from donors_alike
      ) as donors
    )`
}

/** What is counted now of these donors. */
export async function findPart(db: Db, among: Among): Promise<Part> {
  const { rows } = await sql<Groups>`
    with ${groupsOf(among)} select samples, "sampleDonors", donors, "donorNumbers" from part`.execute(
    db,
  )
  const [row] = rows
  if (!row) throw new Error('An aggregate has a row.')
  return { ...row, without: [] }
}

/** Cells of tables without filters, by their dimensions. */
type KeptTables = Readonly<Record<string, readonly Cell[]>>
type AtHand = {
  countedAt: Temporal.Instant
  tables: KeptTables
  isChanged: boolean
  hasWithdrawals: boolean
}

/** What is at hand of a collection without its samples. By `fact_kept_pkey` and `fact_change_of_record`. */
export async function findTables(db: Db, recordId: string): Promise<AtHand | undefined> {
  const { rows } = await sql<AtHand>`
    select counted_at as "countedAt", tables,
      exists (select from fact_change where record_id = ${recordId}) as "isChanged",
      exists (select from fact_change where record_id = ${recordId} and is_withdrawal) as "hasWithdrawals"
    from fact_kept
    where record_id = ${recordId}`.execute(db)
  return rows[0]
}

/** Whose samples have changed since: of a donor who was not known yet the number is null, and of nobody the donor. */
export type Change = [donor: string | null, number: number | null, isWithdrawal: boolean]
type Kept = Groups & { countedAt: Temporal.Instant; changes: Change[] }

type Asked = { recordId: string; types: readonly string[] | null }

/**
 * What was counted of a collection, of some types of samples or all, and what has changed since, as one moment has both.
 * By `fact_kept_pkey`.
 */
export async function findKept(db: Db, { recordId, types }: Asked): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`
    select counted_at as "countedAt", groups.samples, groups.numbers as "sampleDonors", donors,
      donor_numbers as "donorNumbers", coalesce((
        select json_agg(json_build_array(change.donor_id, known.place - 1, change.is_withdrawal))
        from (
          select donor_id, bool_or(is_withdrawal) as is_withdrawal
          from fact_change
          where fact_change.record_id = fact_kept.record_id
          group by donor_id
        ) as change
        left join unnest(fact_kept.donor_ids) with ordinality as known (id, place) on known.id = change.donor_id
      ), '[]') as changes
    from fact_kept, lateral (${types === null ? allGroups : groupsOfTypes(types)}) as groups
    where record_id = ${recordId}`.execute(db)
  return rows[0]
}

const allGroups = sql`select fact_kept.samples, fact_kept.sample_donors as numbers`

/** Reads the numbers of these types alone. */
const groupsOfTypes = (types: readonly string[]) => sql`
  select coalesce(json_agg(one), '[]') as samples, coalesce(string_agg(
    substring(fact_kept.sample_donors from 1 + 4 * (place - (one ->> 5)::int) for 4 * (one ->> 5)::int), ''
  ), '') as numbers
  from (
    select one, (sum((one ->> 5)::int) over (order by number))::int as place
    from json_array_elements(fact_kept.samples) with ordinality as each_group (one, number)
  ) as placed
  where one ->> 0 = any(${types}::text[])`

/**
 * Keeps what a collection has now, without its tables. Who counts it at the same time waits, and then sees what this one
 * saw; the statement deletes the changes that it has counted, and no others. Undefined: the record is gone.
 */
export async function keepGroups(
  trx: Trx,
  { recordId, at }: { recordId: string; at: Temporal.Instant },
): Promise<Groups | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('fact_kept'), hashtext(${recordId}))`.execute(trx)
  const { rows } = await sql<Groups>`
    with counted as (
      delete from fact_change where record_id = ${recordId}
    ), ${groupsOf({ recordId, donors: 'all' })}
    insert into fact_kept
      (record_id, counted_at, samples, sample_donors, donors, donor_numbers, donor_ids, tables)
    select record.id, ${at}, part.samples, part."sampleDonors", part.donors, part."donorNumbers",
      coalesce((select array_agg(id order by number) from numbered), '{}'), '{}'
    from part
    join record on record.id = ${recordId}
    on conflict (record_id) do update set counted_at = excluded.counted_at, samples = excluded.samples,
      sample_donors = excluded.sample_donors, donors = excluded.donors,
      donor_numbers = excluded.donor_numbers, donor_ids = excluded.donor_ids, tables = excluded.tables
    returning samples, sample_donors as "sampleDonors", donors, donor_numbers as "donorNumbers"`.execute(
    trx,
  )
  return rows[0]
}

export async function keepTables(trx: Trx, recordId: string, tables: KeptTables): Promise<void> {
  await sql`update fact_kept set tables = ${JSON.stringify(tables)} where record_id = ${recordId}`.execute(
    trx,
  )
}

/** Collections whose counts are not those of now. By `fact_change_of_record`. */
export async function findChanged(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('fact_change').select('record_id').distinct().execute()
  return rows.map((row) => row.record_id)
}

/** Collections that have samples. */
export async function findCounted(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from record
    where kind = 'collection' and exists (select from sample where record_id = record.id)
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}
