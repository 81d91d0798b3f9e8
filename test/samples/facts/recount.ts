import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../src/core/database.ts'
import type { Dimension } from '../../../src/samples/facts/model.ts'
import { chapters } from '../../../src/samples/facts/rules/chapters.ts'
import {
  bandYears,
  firstYear,
  lastBand,
  lastYear,
  type Question,
  rangeOf,
  type Span,
} from '../../../src/samples/facts/rules/question.ts'
import type { Cell } from '../../../src/samples/facts/rules/tables.ts'

type Counting = { recordId: string; question: Question; by: readonly Dimension[] }

/** Donors and samples of each cell, straight from the samples: what the program has to answer. */
export async function recount(db: Db, counting: Counting): Promise<Cell[]> {
  const { rows } = await recounting(counting).execute(db)
  return rows
}

export function recounting({ recordId, question, by }: Counting) {
  const names = by.map((_, at) => sql.ref(`value${at}`))
  const chosen = by.map((dimension, at) => sql`${valueOf[dimension]} as ${sql.ref(`value${at}`)}, `)
  return sql<Cell>`
    select ${names.length === 0 ? sql`'{}'::text[]` : sql`array[${sql.join(names)}]`} as values,
      count(donor_id)::int as donors,
      coalesce(sum(samples), 0)::int as samples
    from (
      select ${sql.join(chosen, sql``)} sample.donor_id, count(*) as samples
      from ${sourceOf(question, by)}
      where sample.record_id = ${recordId} and ${conditionOf(question)}
      group by ${sql.join([...names, sql`sample.donor_id`])}
    ) as of_donor
    ${names.length === 0 ? sql`` : sql`group by ${sql.join(names)}`}`
}

const chapterList = sql`(values ${sql.join(
  chapters.map(({ code }) => {
    const [from = '', to = ''] = code.split('-')
    return sql`(${sql.lit(code)}, ${sql.lit(from)}, ${sql.lit(to)})`
  }),
)}) as chapter (code, first, last)`

const valueOf: Record<Dimension, RawBuilder<unknown>> = {
  sex: sql`donor.sex`,
  // `least` alone would put those whose age is not known among the oldest.
  ageBand: sql`case when sample.age_years is not null
    then least(sample.age_years / ${sql.lit(bandYears)}, ${sql.lit(lastBand)})::text end`,
  type: sql`sample.type`,
  chapter: sql`chapter.code`,
  disease: sql`found.value`,
  year: sql`case when sample.year between ${sql.lit(firstYear)} and ${sql.lit(lastYear)} then sample.year::text end`,
}

const diagnoses = sql`(coalesce(donor.diagnoses, '{}') || sample.diagnoses)`

const ofDonorsToo: readonly Dimension[] = ['sex', 'chapter', 'disease']

function sourceOf({ sex, diseases }: Question, by: readonly Dimension[]) {
  const asksDonor =
    sex !== null || diseases.length > 0 || by.some((dimension) => ofDonorsToo.includes(dimension))
  const joined = asksDonor ? sql`sample left join donor on donor.id = sample.donor_id` : sql`sample`
  if (by.includes('chapter'))
    return sql`${joined} cross join lateral (
      select distinct chapter.code
      from unnest(${diagnoses}) as one
      join ${chapterList} on left(one, 3) collate "C" between chapter.first and chapter.last
    ) as chapter`
  if (!by.includes('disease')) return joined
  return sql`${joined} cross join lateral (
    select distinct left(code, 3) as value from unnest(${diagnoses}) as code where code !~ '^ORPHA'
  ) as found`
}

/** By code point, whatever the database's language. */
const inRange = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
  sql`left(code, 3) collate "C" between ${from} and ${to}`

/** What is held, of donors who have not withdrawn, and fits the question. */
function conditionOf({ sex, type, age, year, diseases }: Question) {
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
