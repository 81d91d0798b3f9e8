/**
 * Facts of a collection of 1,000,000 samples of 200,000 donors: pages, tables and filtered counts, against SQL that counts
 * the same from the samples, in turns, one reader at a time; and how long a count of all takes. `--samples N` measures a
 * smaller one.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { migrateToLatest } from '../../db/migrate.ts'
import { connect } from '../../src/ports/database.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { systemContext } from '../../src/jobs.ts'
import { keepFacts } from '../../src/samples/facts/actions/kept.ts'
import { type Dimension, FactFilters } from '../../src/samples/facts/model.ts'
import { questionOf } from '../../src/samples/facts/rules/question.ts'
import { recounting } from '../samples/facts/recount.ts'
import { testNow } from '../support/clock.ts'
import { addDemoHouse } from '../support/demo-house.ts'
import { testServices } from '../support/services.ts'
import { admin, withDatabase } from '../support/setup.ts'
import { wholeApp } from './files/app.ts'
import { measure, report, type Row } from './search/rounds.ts'
import { openSides, type Sides } from './search/sides.ts'

const { values: options } = parseArgs({
  options: { samples: { type: 'string', default: '1000000' } },
})
const samples = Number(options.samples)
const perDonor = 5
const record = '00000000-0000-7000-8000-0000000000fa'

/** Counting a million samples takes seconds each time. */
const few = { rounds: 3, before: 1 }

type Case = { path: string; asked?: Record<string, string>; tables: Dimension[][] }

const facts = `/collections/${record}/facts`
const charts: Dimension[][] = [[], ['sex'], ['ageBand'], ['type'], ['chapter'], ['year']]
const women = { type: 'plasma', sex: 'female', ageFrom: '40', ageTo: '60', disease: 'E11' }

const cases: Record<string, Case> = {
  'page with its charts': { path: facts, tables: charts },
  'page of women’s samples': {
    path: `${facts}?sex=female`,
    asked: { sex: 'female' },
    tables: charts,
  },
  'page of the collection': {
    path: `/records/${record}`,
    tables: [[], ['sex'], ['ageBand'], ['type']],
  },
  'table by sex and age': {
    path: `/api/v1${facts}?by=sex,ageBand`,
    tables: [[], ['sex', 'ageBand']],
  },
  'table by year and type': {
    path: `/api/v1${facts}?by=year,type`,
    tables: [[], ['year', 'type']],
  },
  'table by chapter': { path: `/api/v1${facts}?by=chapter`, tables: [[], ['chapter']] },
  'plasma of women from 40 to 60 with E11': {
    path: `/api/v1${facts}?${new URLSearchParams(women)}`,
    asked: women,
    tables: [[]],
  },
  'locator: plasma': {
    path: '/collections/locator?type=plasma',
    asked: { type: 'plasma' },
    tables: [[]],
  },
}

async function bench(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  const name = 'hexi_bench_facts'
  try {
    await admin(server.url, `drop database if exists ${name} with (force)`)
    await admin(server.url, `create database ${name}`)
    const url = withDatabase(server.url, name)
    await migrateToLatest(url)
    await load(url)
    await count(url)
    const readers = { guest: await sidesOf(url), staff: await sidesOf(url, 'demo-curator') }
    const rows: Row[] = []
    for (const [title, { path }] of Object.entries(cases))
      // oxlint-disable-next-line no-await-in-loop -- one load at a time
      rows.push(await measure(readers.guest, title, [path], few))
    await change(url)
    const changed = {
      'after a withdrawal': readers.guest,
      'for staff, after changes': readers.staff,
    }
    for (const [title, sides] of Object.entries(changed))
      // oxlint-disable-next-line no-await-in-loop -- one load at a time
      rows.push(await measure(sides, `page with its charts, ${title}`, [facts], few))
    await Promise.all(Object.values(readers).map(async (sides) => sides.close()))
    report(`median with ${samples} samples of`, rows)
    await admin(server.url, `drop database if exists ${name} with (force)`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The app, and SQL that counts the same from the samples: of one case all tables at once. */
async function sidesOf(url: string, token?: string): Promise<Sides> {
  const { app, close } = await openSides(url, [], await wholeApp(token))
  const connection = connect({ connectionString: url, max: 10 })
  const statements = new Map(
    Object.values(cases).map(({ path, asked, tables }) => [
      path,
      tables.map((by) =>
        recounting({ recordId: record, question: questionOf(FactFilters.parse(asked ?? {})), by }),
      ),
    ]),
  )
  return {
    app,
    bare: async (path) => {
      await Promise.all((statements.get(path) ?? []).map(async (one) => one.execute(connection.db)))
    },
    close: async () => {
      await Promise.all([close(), connection.close()])
    },
  }
}

async function count(url: string): Promise<void> {
  const connection = connect({ connectionString: url, max: 2 })
  const services = await testServices({ ...connection, check: async () => {} })
  const from = performance.now()
  await keepFacts(systemContext(services, 'keep_facts'), { all: true })
  console.log(`Counted all in ${Math.round(performance.now() - from)} ms.`)
  await connection.close()
}

/** A donor withdraws, and 1000 samples of others are edited. */
async function change(url: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  await client.query(
    `update sample set blocked_at = now() where donor_id = (select id from donor where record_id = $1 limit 1)`,
    [record],
  )
  await client.query(
    `update sample set type = 'dna' where id in (
       select id from sample where record_id = $1 and type = 'plasma' and blocked_at is null limit 1000)`,
    [record],
  )
  await client.end()
}

/** One collection; each donor has five samples, with ages, years, types and diseases that differ. */
async function load(url: string): Promise<void> {
  const connection = connect({ connectionString: url, max: 2 })
  const { own } = await addDemoHouse(connection.db, testNow())
  await connection.close()
  const client = new Client(url)
  await client.connect()
  const now = testNow().toString()
  await client.query(
    `insert into record (id, kind, institution_id, title_zh, access, listed_at, created_at, updated_at, published_at)
     values ($1, 'collection', $2, '队列', 'on_request', $3, $3, $3, $3)`,
    [record, own, now],
  )
  await client.query(`insert into collection (record_id, sample_source) values ($1, 'human')`, [
    record,
  ])
  await client.query(
    `insert into donor (record_id, code, sex, diagnoses, created_at)
     select $1, 'D' || at, (array['male', 'female', 'female', 'unknown'])[1 + at % 4],
       case at % 5 when 0 then array['E11.9', 'I10'] when 1 then array['C34.1'] when 2 then array[]::text[]
         when 3 then array['J' || lpad((at % 99)::text, 2, '0')] else array['K29.1'] end, $2
     from generate_series(1, $3::int) at`,
    [record, now, Math.ceil(samples / perDonor)],
  )
  await client.query('alter table sample disable trigger user')
  await client.query(
    `insert into sample (record_id, institution_id, code, family, type, created_on, donor_id, age_years, diagnoses, created_at)
     select record_id, $2, code || '-' || number, 'human',
       (array['plasma', 'serum', 'dna', 'whole_blood', 'urine', 'tissue_ffpe', 'saliva', 'rna'])[1 + (hashtext(code || number) & 7)],
       (2010 + (hashtext(code) & 7) + number % 3)::text, id, 20 + (hashtext(code) & 63),
       case when number = 3 then array['E11.9'] else '{}' end, $3
     from donor, generate_series(1, $4::int) number
     where record_id = $1
     order by number`,
    [record, own, now, perDonor],
  )
  await client.query('alter table sample enable trigger user')
  await client.query('vacuum analyze')
  await client.end()
}

await bench()
