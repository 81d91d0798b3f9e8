import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  option,
  record,
} from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Trx } from '../../../src/core/database.ts'
import { systemContext } from '../../../src/jobs.ts'
import { recountFactsCommand } from '../../../src/samples/facts/commands.ts'
import { countedIn, keepFacts } from '../../../src/samples/facts/actions/kept.ts'
import { type Dimension, FactFilters, FactsAnswer } from '../../../src/samples/facts/model.ts'
import { keepGroups } from '../../../src/samples/facts/queries/kept.ts'
import { questionOf } from '../../../src/samples/facts/rules/question.ts'
import type { Cell } from '../../../src/samples/facts/rules/tables.ts'
import { publishable } from '../../support/publishable.ts'
import { type TestHouse, testHouse } from '../../support/house.ts'
import { recount } from './recount.ts'
import { addDonors, alike } from './scene.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

const context = () => systemContext(house.services, 'keep_facts')
const collection = async (zh: string) =>
  house.add('collection', { ...publishable.collection, title: { zh } })

const tables: Dimension[][] = [
  [],
  ['sex'],
  ['ageBand'],
  ['type'],
  ['chapter'],
  ['disease'],
  ['year'],
  ['sex', 'ageBand'],
  ['year', 'type'],
  ['type', 'chapter'],
  ['disease', 'sex'],
]
const questions = [
  {},
  { sex: 'female' },
  { type: 'plasma,dna', ageFrom: '40' },
  { disease: 'E11' },
  { disease: 'E10-E14,ORPHA:558', yearTo: '2020' },
  { year: '2020', sex: 'male,unknown' },
  { ageTo: '50', disease: 'E00-E90' },
].map((filters) => questionOf(FactFilters.parse(filters)))

const inOrder = (cells: readonly Cell[]) =>
  cells
    .map(({ values, donors, samples }) => `${values.join(' | ')}: ${donors}, ${samples}`)
    .toSorted()

/** Everything as it is told and as it is. */
async function compare(recordId: string) {
  for (const question of questions) {
    const { now } = await countedIn(context(), { recordId, question, tables, sees: 'all' })
    const samples = await Promise.all(
      tables.map(async (by) => recount(house.db, { recordId, question, by })),
    )
    expect(now.map(inOrder)).toEqual(samples.map(inOrder))
  }
}

const publicTables = async (recordId: string) =>
  Promise.all(
    questions.map(async (question) => {
      const asked = { recordId, question, tables, sees: 'published' as const }
      return (await countedIn(context(), asked)).published.map(inOrder)
    }),
  )

const publicDonors = async (recordId: string) => {
  const asked = { recordId, question: questionOf({}), tables: [['sex' as const]] }
  const { published } = await countedIn(context(), { ...asked, sees: 'published' })
  return published.flat().reduce((sum, { donors }) => sum + donors, 0)
}

/** Donors of whom something is held. */
const heldOf = async (recordId: string) => {
  const { rows } = await sql<{ id: string }>`
    select distinct donor_id as id from sample
    where record_id = ${recordId} and donor_id is not null and blocked_at is null and state in ('stored', 'out')
    order by id`.execute(house.db)
  return rows.map(({ id }) => id)
}

const steps = array(
  record({
    what: constantFrom(
      'create',
      'edit',
      'aliquots',
      'pool',
      'use up',
      'edit donor',
      'withdraw',
      'delete',
      'recount',
    ),
    /** Which one, as a part of all. */
    which: integer({ min: 0, max: 99 }),
    type: constantFrom('plasma', 'serum', 'dna'),
    age: option(constantFrom(35, 44, 95)),
    year: constantFrom(2019, 2020, 1700),
    code: constantFrom('E11.9', 'E10', 'C34.1', 'ORPHA:558', 'X'),
    sex: constantFrom('female', 'male', 'unknown'),
  }),
  { minLength: 4, maxLength: 14 },
)
type Step = typeof steps extends Arbitrary<(infer One)[]> ? One : never

const oneOf = (table: 'sample' | 'donor', recordId: string, which: number) => sql`(
  select id from ${sql.table(table)} where record_id = ${recordId}
  order by id offset (select count(*) * ${which} / 100 from ${sql.table(table)} where record_id = ${recordId}) limit 1
)`

type Deed = (recordId: string, step: Step) => Promise<unknown>

const make =
  (isPooled: boolean): Deed =>
  async (recordId, { which, type }) => {
    const parent = oneOf('sample', recordId, which)
    return sql`
      with made as (
        insert into sample (record_id, institution_id, code, family, type, created_on, donor_id, is_pooled, age_years, diagnoses, created_at)
        select record_id, institution_id, gen_random_uuid()::text, family, ${type}, created_on,
          case when not ${isPooled} then donor_id end, ${isPooled} or is_pooled, age_years, diagnoses, now()
        from sample, generate_series(1, 3) where id = ${parent}
        returning id
      )
      insert into sample_parent (sample_id, parent_id) select made.id, ${parent} from made`.execute(
      house.db,
    )
  }

const deeds: Record<Step['what'], Deed> = {
  create: async (recordId, { sex, code, type, age, year }) =>
    addDonors(house.db, recordId, [
      { sex, diagnoses: [code], samples: [{ type, age, year, diagnoses: [] }] },
      ...alike(2, { sex, type, year }),
    ]),
  edit: async (recordId, { which, type, age, year, code }) =>
    sql`update sample set type = ${type}, age_years = ${age}, created_on = ${String(year)}, diagnoses = ${[code]}
      where blocked_at is null
        and (id = ${oneOf('sample', recordId, which)} or (record_id = ${recordId} and type = 'dna'))`.execute(
      house.db,
    ),
  aliquots: make(false),
  pool: make(true),
  'use up': async (recordId, { which }) =>
    sql`update sample set state = case state when 'stored' then 'used_up' else 'stored' end
      where id = ${oneOf('sample', recordId, which)} and blocked_at is null`.execute(house.db),
  'edit donor': async (recordId, { which, sex, code }) =>
    sql`update donor set sex = ${sex}, diagnoses = ${[code]}
      where id = ${oneOf('donor', recordId, which)}`.execute(house.db),
  withdraw: async (recordId, { which }) => withdraw(await idOf(oneOf('donor', recordId, which))),
  delete: async (recordId, { type }) =>
    sql`delete from sample where record_id = ${recordId} and type = ${type} and not exists (
        select from sample_parent where sample.id in (sample_id, parent_id)
      ) and not exists (select from sample_event where sample_id = sample.id)`.execute(house.db),
  recount: async () => keepFacts(context()),
}

async function idOf(one: ReturnType<typeof oneOf>) {
  const { rows } = await sql<{ id: string | null }>`select ${one} as id`.execute(house.db)
  return rows[0]?.id ?? null
}

async function withdraw(donor: string | null) {
  if (donor === null) return
  const answer = await house.as('demo-curator').post(`/api/v1/donors/${donor}/withdrawal`, {})
  expect([200, 201, 204, 409]).toContain(answer.status)
}

describe('after any history', () => {
  test('what is told is what a count of the samples finds, and the public sees the last count without who withdrew', async () => {
    const histories = asyncProperty(steps, async (history) => {
      const id = await collection('历史')
      await addDonors(house.db, id, [...alike(3), ...alike(2, { sex: 'male', diagnoses: ['E10'] })])
      await keepFacts(context())
      let published = await publicTables(id)
      let known = await heldOf(id)
      let isWhole = true
      for (const step of history) {
        await deeds[step.what](id, step)
        await compare(id)
        if (step.what === 'recount') {
          published = await publicTables(id)
          known = await heldOf(id)
          isWhole = true
        }
        if (step.what === 'withdraw') isWhole = false
        // Who withdrew is taken out of what was published, and nothing else changes it.
        expect(isWhole ? await publicTables(id) : published).toEqual(published)
        const { rows } = await sql<{ id: string }>`select id from donor where record_id = ${id}
          and withdrawn_at is not null`.execute(house.db)
        const gone = new Set(rows.map((row) => row.id))
        expect(await publicDonors(id)).toBe(known.filter((donor) => !gone.has(donor)).length)
      }
    })
    await assert(histories, { numRuns: 25, endOnFailure: true })
  }, 240_000)
})

/** Runs `work` while another transaction is open that did `change`, and then ends that one. */
async function meanwhile(change: (trx: Trx) => Promise<unknown>, work: () => Promise<unknown>) {
  await house.db.transaction().execute(async (trx) => {
    await change(trx)
    await work()
  })
}

const totalNow = async (recordId: string) => {
  const asked = { recordId, question: questionOf({}), tables: [[]], sees: 'all' as const }
  const [[all] = []] = (await countedIn(context(), asked)).now
  return all
}

describe('side by side', () => {
  test('what is written while a collection is counted is in the next count, and in what staff see', async () => {
    const id = await collection('同时')
    await addDonors(house.db, id, alike(30))
    await keepFacts(context())
    await meanwhile(
      async (trx) => addDonors(trx, id, alike(5)),
      async () => keepFacts(context(), { all: true }),
    )
    expect(await totalNow(id)).toMatchObject({ donors: 35 })
    await keepFacts(context())
    expect(await publicDonors(id)).toBe(35)
  })

  test('who withdraws while a collection is counted is not counted from then on', async () => {
    const id = await collection('退出时统计')
    await addDonors(house.db, id, alike(30))
    await meanwhile(
      async (trx) =>
        sql`update sample set blocked_at = now() where id = ${oneOf('sample', id, 0)}`.execute(trx),
      async () => keepFacts(context(), { all: true }),
    )
    expect(await publicDonors(id)).toBe(29)
    expect(await totalNow(id)).toMatchObject({ donors: 29 })
  })

  test('several counts at once and writers beside them end in the right one', async () => {
    const id = await collection('多个')
    await addDonors(house.db, id, alike(10))
    const counts = Array.from({ length: 4 }, async () => keepFacts(context(), { all: true }))
    const writers = Array.from({ length: 6 }, async () => addDonors(house.db, id, alike(2)))
    await Promise.all([...counts, ...writers])
    expect(await totalNow(id)).toMatchObject({ donors: 22 })
    await keepFacts(context())
    expect(await publicDonors(id)).toBe(22)
    const { rows } = await sql`select from fact_change where record_id = ${id}`.execute(house.db)
    expect(rows).toEqual([])
  })

  test('a count that is killed in the middle leaves what was there', async () => {
    const id = await collection('中断')
    await addDonors(house.db, id, alike(10))
    await keepFacts(context())
    await addDonors(house.db, id, alike(10))
    const killed = house.db.transaction().execute(async (trx) => {
      await keepGroups(trx, { recordId: id, at: house.services.now() })
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
    })
    await expect(killed).rejects.toThrow('The database is not responding')
    expect(await publicDonors(id)).toBe(10)
    expect(await totalNow(id)).toMatchObject({ donors: 20 })
    await keepFacts(context())
    expect(await publicDonors(id)).toBe(20)
  })
})

const read = async (id: string, token?: string) => {
  const answer = await house.as(token).get(`/api/v1/collections/${id}/facts?by=sex`)
  return FactsAnswer.parse(await answer.json())
}

describe('what people see', () => {
  test('the public sees the last count and its day, staff what there is now beside it', async () => {
    const id = await collection('公布')
    await addDonors(house.db, id, alike(300))
    await keepFacts(context())
    const first = await read(id)
    expect(first.countedAt).not.toBeNull()
    await addDonors(house.db, id, alike(300, { sex: 'male' }))
    expect(await read(id)).toEqual(first)
    const known = await read(id, 'demo-curator')
    expect(known.total).toMatchObject({ ...first.total, exact: { donors: 600, samples: 600 } })
    const male = known.items.find(({ sex }) => sex === 'male')
    expect(male).toMatchObject({ suppressed: true, exact: { donors: 300, samples: 300 } })
    for (const path of [`/collections/${id}/facts`, `/records/${id}`])
      expect(await (await house.as().get(path)).text()).toContain('公布的数字统计于')
    await keepFacts(context())
    expect((await read(id)).total.count).toBeGreaterThan(first.total.count ?? 0)
  })

  test('collections without people are counted as they are now', async () => {
    const id = await house.add('collection', {
      ...publishable.collection,
      title: { zh: '土壤' },
      sampleSource: 'environment',
    })
    await addDonors(house.db, id, alike(3, { type: 'soil' }), 'environment')
    await keepFacts(context())
    await addDonors(house.db, id, alike(4, { type: 'soil' }), 'environment')
    expect(await read(id)).toMatchObject({ countedAt: null, total: { count: 7 } })
  })

  test('the command counts all anew, whatever was kept', async () => {
    const id = await collection('修复')
    await addDonors(house.db, id, alike(12))
    await keepFacts(context())
    await sql`update fact_kept set samples = '[]', sample_donors = '', tables = '{}' where record_id = ${id}`.execute(
      house.db,
    )
    expect(await publicDonors(id)).toBe(0)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it writes lines, and no files
    const terminal = { say: () => {}, progress: () => {} } as unknown as Parameters<
      typeof recountFactsCommand.run
    >[2]
    const given = { positionals: [], options: {} }
    expect(await recountFactsCommand.run(context(), given, terminal)).toBe('done')
    expect(await publicDonors(id)).toBe(12)
  })
})
