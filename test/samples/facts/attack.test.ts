import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  option,
  record,
  subarray,
  tuple,
} from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FactsAnswer } from '../../../src/samples/facts/model.ts'
import { chapterOf } from '../../../src/samples/facts/rules/question.ts'
import { publishable } from '../../support/publishable.ts'
import { type TestHouse, testHouse } from '../../support/house.ts'
import { type Bounds, foundOut } from './possible.ts'
import { addDonors, type DonorFacts, type SampleFacts } from './scene.ts'

let house: TestHouse
let id: string
beforeAll(async () => {
  house = await testHouse()
  id = await house.add('collection', { ...publishable.collection, title: { zh: '队列' } })
  await sql`insert into sample_settings (record_id, smallest_cell) values (${id}, ${smallest})`.execute(
    house.db,
  )
})
afterAll(() => house[Symbol.asyncDispose]())

const smallest = 5
const sexes = ['female', 'male'] as const
const types = ['plasma', 'serum', 'dna'] as const
const codes = ['E11.9', 'E10', 'I10', 'C34.1'] as const

/** Donors alike and unlike: few groups, so that some are just below the smallest cell and some just above. */
const populations = array(
  record({
    count: integer({ min: 1, max: smallest + 2 }),
    sex: constantFrom(...sexes),
    diagnoses: subarray([...codes], { maxLength: 2 }),
    samples: array(
      record({
        type: constantFrom(...types),
        age: option(constantFrom(35, 44, 45, 61)),
        year: option(constantFrom(2019, 2020)),
        diagnoses: subarray([...codes], { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 8 },
).map((groups) =>
  groups.flatMap(({ count, ...donor }) => Array.from({ length: count }, () => donor)),
)

const filters = record({
  sex: constantFrom(...sexes),
  type: subarray([...types], { minLength: 1 }),
  disease: constantFrom('E11', 'E10', 'E10-E14', 'I10', 'E00-E90'),
  ageFrom: constantFrom(36, 45),
  ageTo: constantFrom(44, 60),
  year: constantFrom(2019, 2020),
})

/** Few filters at once: many would leave nobody. */
const questions = tuple(
  filters,
  subarray(['sex', 'type', 'disease', 'ageFrom', 'ageTo', 'year'], { maxLength: 2 }),
  subarray(['sex', 'ageBand', 'type', 'chapter', 'year'], { maxLength: 2 }),
).map(([all, names, by]): Question => ({
  ...Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))),
  by,
}))

type Question = {
  sex?: string
  type?: string[]
  disease?: string
  ageFrom?: number
  ageTo?: number
  year?: number
  by?: string[]
}
type Counted = { donors: Set<number>; shown: number | undefined; exact: number | undefined }

const ask = async (question: Question, token?: string) => {
  const query = new URLSearchParams(
    Object.entries(question).map(([name, value]) => [name, String(value)]),
  )
  const answer = await house.as(token).get(`/api/v1/collections/${id}/facts?${query}`)
  return FactsAnswer.parse(await answer.json())
}

const hasCode = (donor: DonorFacts, sample: SampleFacts, fits: (code: string) => boolean) =>
  [...donor.diagnoses, ...sample.diagnoses].some(fits)
const isCoded = (asked: string) => (code: string) =>
  asked.includes('-')
    ? code.slice(0, 3) >= asked.slice(0, 3) && code.slice(0, 3) <= asked.slice(4)
    : code.startsWith(asked)

/** The same decided here, without the database: whether a donor has a sample that fits. */
const fits = (question: Question, cell: Record<string, unknown>) => (donor: DonorFacts) =>
  donor.samples.some((sample) =>
    [
      question.sex === undefined || question.sex === donor.sex,
      question.type === undefined || question.type.includes(sample.type),
      question.year === undefined || question.year === sample.year,
      isOfAge(question, sample.age),
      question.disease === undefined || hasCode(donor, sample, isCoded(question.disease)),
      isIn(cell, 'sex', donor.sex),
      isIn(cell, 'type', sample.type),
      isIn(cell, 'year', sample.year === null ? null : String(sample.year)),
      isIn(cell, 'ageBand', bandOf(sample.age)),
      !('chapter' in cell) || hasCode(donor, sample, (code) => chapterOf(code) === cell['chapter']),
    ].every(Boolean),
  )

const isIn = (cell: Record<string, unknown>, name: string, value: string | null) =>
  !(name in cell) || cell[name] === value
const isOfAge = ({ ageFrom, ageTo }: Question, age: number | null) =>
  (ageFrom === undefined && ageTo === undefined) ||
  (age !== null && age >= (ageFrom ?? 0) && age <= (ageTo ?? 130))
const bandOf = (age: number | null) =>
  age === null ? null : `${Math.floor(age / 10) * 10}-${Math.floor(age / 10) * 10 + 9}`

/** Every count of an answer, as everybody sees it, with the donors that it is about. */
async function cellsOf(question: Question, donors: readonly DonorFacts[]): Promise<Counted[]> {
  const [seen, known] = [await ask(question), await ask(question, 'demo-curator')]
  const exactly = new Map(known.items.map((item) => [keyOf(item), item.exact]))
  const about = (cell: object) =>
    new Set(donors.flatMap((donor, at) => (fits(question, { ...cell })(donor) ? [at] : [])))
  return [
    { donors: about({}), shown: seen.total.count, exact: known.total.exact?.donors },
    ...seen.items.map((item) => ({
      donors: about(item),
      shown: item.count,
      exact: exactly.get(keyOf(item))?.donors,
    })),
  ]
}

const keyOf = ({ sex, ageBand, type, chapter, year }: FactsAnswer['items'][number]) =>
  JSON.stringify([sex, ageBand, type, chapter, year])

/** Cells that the answers give away. */
function givenAway(cells: readonly Counted[], donors: readonly DonorFacts[]) {
  const signatures = donors.map((_, at) =>
    cells.map((cell) => (cell.donors.has(at) ? 1 : 0)).join(''),
  )
  const parts = [...new Set(signatures)]
  const people = parts.map((part) => signatures.filter((one) => one === part).length)
  const partsOf = (among: (part: string) => boolean) =>
    parts.flatMap((part, at) => (among(part) ? [at] : []))
  const answers: Bounds[] = cells.flatMap(({ shown }, at) =>
    shown === undefined
      ? []
      : [{ parts: partsOf((part) => part[at] === '1'), from: shown, to: Infinity }],
  )
  const own = cells.map((_, at) => partsOf((part) => part[at] === '1'))
  const differences = own.flatMap((one) =>
    own.map((other) => one.filter((part) => !other.includes(part))),
  )
  const every = [...parts.map((_, at) => [at]), ...own, ...differences]
  const targets = new Map(
    every.filter(({ length }) => length > 0).map((cell) => [cell.join(), cell]),
  )
  return foundOut(people, answers, { cells: [...targets.values()], smallest })
}

test('no three questions to the API, tables and totals included, give a small group away', async () => {
  const attack = asyncProperty(
    populations,
    array(questions, { minLength: 1, maxLength: 3 }),
    async (donors, asked) => {
      await sql`with gone as (delete from sample where record_id = ${id}) delete from donor where record_id = ${id}`.execute(
        house.db,
      )
      await addDonors(house.db, id, donors)
      const cells = (
        await Promise.all(asked.map(async (question) => cellsOf(question, donors)))
      ).flat()
      for (const { donors: about, shown = 0, exact = 0 } of cells) {
        // The database counts what is counted here, and the public answer keeps the rule.
        expect(exact).toBe(about.size)
        expect(shown % smallest).toBe(0)
        expect(shown).toBeLessThanOrEqual(about.size)
      }
      expect(givenAway(cells, donors)).toEqual([])
    },
  )
  await assert(attack, { numRuns: 300, endOnFailure: true })
}, 240_000)
