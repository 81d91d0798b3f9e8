import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Dimension } from '../model.ts'
import { chapters } from '../rules/chapters.ts'
import {
  bandYears,
  firstYear,
  lastBand,
  lastYear,
  type Question,
  rangeOf,
  type Span,
} from '../rules/question.ts'
import type { Cell } from '../rules/tables.ts'

export type Counting = { recordId: string; question: Question; by: readonly Dimension[] }

/**
 * Donors and samples of each cell: first how many samples each donor has of it, which spares keeping lists of donors.
 * By `sample_counted`, whose rows stand in the order of donors, and `donor`'s primary key.
 */
export async function countCells(db: Db, { recordId, question, by }: Counting): Promise<Cell[]> {
  const names = by.map((_, at) => sql.ref(`value${at}`))
  const byCell = names.length === 0 ? sql`` : sql`group by ${sql.join(names)}`
  const { rows } = await sql<Cell>`
    select ${names.length === 0 ? sql`'{}'::text[]` : sql`array[${sql.join(names)}]`} as values,
      count(donor_id)::int as donors,
      coalesce(sum(samples), 0)::int as samples
    from (${by.includes('chapter') ? inChapters({ recordId, question, by }) : ofDonors({ recordId, question, by })}) as of_donor
    ${byCell}
  `.execute(db)
  return rows
}

/** How many samples of each cell each donor has. */
function ofDonors({ recordId, question, by }: Counting) {
  const names = by.map((_, at) => sql.ref(`value${at}`))
  const chosen = by.map((dimension, at) => sql`${valueOf[dimension]} as ${sql.ref(`value${at}`)}, `)
  return sql`
    select ${sql.join(chosen, sql``)} sample.donor_id, count(*) as samples
    from ${sourceOf(question, by)}
    where sample.record_id = ${recordId} and ${conditionOf(question)}
    group by ${sql.join([...names, sql`sample.donor_id`])}`
}

/** The same by chapter: what is alike is counted before it is told apart by chapters, of which it may have several. */
function inChapters(counting: Counting) {
  const at = counting.by.indexOf('chapter')
  const values = counting.by.map((_, other) =>
    other === at ? sql`chapter.code` : sql.ref(`alike.value${other}`),
  )
  const chosen = values.map((value, other) => sql`${value} as ${sql.ref(`value${other}`)}`)
  return sql`
    select ${sql.join(chosen)}, alike.donor_id, sum(alike.samples) as samples
    from (${ofDonors(counting)}) as alike
    join ${chapterList} on ${sql.ref(`alike.value${at}`)} & chapter.bit <> 0
    group by ${sql.join(values)}, alike.donor_id`
}

const chapterList = sql`(values ${sql.join(
  chapters.map(({ code }, at) => sql`(${sql.lit(1 << at)}, ${sql.lit(code)})`),
)}) as chapter (bit, code)`

const valueOf: Record<Dimension, RawBuilder<unknown>> = {
  sex: sql`donor.sex`,
  // `least` alone would put those whose age is not known among the oldest.
  ageBand: sql`case when sample.age_years is not null
    then least(sample.age_years / ${sql.lit(bandYears)}, ${sql.lit(lastBand)})::text end`,
  type: sql`sample.type`,
  chapter: sql`coalesce(donor.chapters, 0) | sample.chapters`,
  disease: sql`found.value`,
  year: sql`case when sample.year between ${sql.lit(firstYear)} and ${sql.lit(lastYear)} then sample.year::text end`,
}

const diagnoses = sql`(coalesce(donor.diagnoses, '{}') || sample.diagnoses)`

const ofDonorsToo: readonly Dimension[] = ['sex', 'chapter', 'disease']

export function sourceOf({ sex, diseases }: Question, by: readonly Dimension[]) {
  const asksDonor =
    sex !== null || diseases.length > 0 || by.some((dimension) => ofDonorsToo.includes(dimension))
  const joined = asksDonor ? sql`sample left join donor on donor.id = sample.donor_id` : sql`sample`
  if (!by.includes('disease')) return joined
  return sql`${joined} cross join lateral (
    select distinct left(code, 3) as value from unnest(${diagnoses}) as code where code !~ '^ORPHA'
  ) as found`
}

/** By code point, whatever the database's language. */
const inRange = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
  sql`left(code, 3) collate "C" between ${from} and ${to}`

/** What is held, of donors who have not withdrawn, and fits the question. */
export function conditionOf({ sex, type, age, year, diseases }: Question) {
  return sql.join(
    [
      sql`sample.blocked_at is null and sample.state in ('stored', 'out')`,
      ...(sex === null ? [] : [sql`donor.sex = any(${sex}::text[])`]),
      ...(type === null ? [] : [sql`sample.type = any(${type}::text[])`]),
      ...within(sql`sample.age_years`, age),
      ...within(sql`sample.year`, year),
      ...diseases.map(
        (any) => sql`exists (
          select from unnest(${diagnoses}) as code where ${sql.join(any.map(fits), sql` or `)}
        )`,
      ),
    ],
    sql` and `,
  )
}

function within(column: RawBuilder<unknown>, span: Span | null) {
  if (span === null) return []
  if (span === 'unknown') return [sql`${column} is null`]
  return [sql`${column} between ${span.from} and ${span.to}`]
}

function fits(code: string) {
  const range = rangeOf(code)
  if (range) return inRange(sql`${range.from}`, sql`${range.to}`)
  return code.startsWith('ORPHA') ? sql`code = ${code}` : sql`code ^@ ${code}`
}
