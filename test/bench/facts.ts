/**
 * Facts of a collection of 1,000,000 samples of 200,000 donors: the page with all its charts, a table and a filtered count
 * as programs ask for them, against the same SQL straight to the database, in turns, one reader at a time. `--samples N`
 * measures a smaller one.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { migrateToLatest } from '../../db/migrate.ts'
import { connect } from '../../src/ports/database.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { testNow } from '../support/clock.ts'
import { addDemoHouse } from '../support/demo-house.ts'
import { admin, withDatabase } from '../support/setup.ts'
import { wholeApp } from './files/app.ts'
import { measure, report, type Row } from './search/rounds.ts'
import { openSides } from './search/sides.ts'

const { values: options } = parseArgs({
  options: { samples: { type: 'string', default: '1000000' } },
})
const samples = Number(options.samples)
const perDonor = 5
const record = '00000000-0000-7000-8000-0000000000fa'

const cases = {
  'page with its charts': `/collections/${record}/facts`,
  'page of the collection': `/records/${record}`,
  'table by sex and age': `/api/v1/collections/${record}/facts?by=sex,ageBand`,
  'table by chapter': `/api/v1/collections/${record}/facts?by=chapter`,
  'plasma of women from 40 to 60 with E11': `/api/v1/collections/${record}/facts?type=plasma&sex=female&ageFrom=40&ageTo=60&disease=E11`,
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
    const sides = await openSides(url, Object.values(cases), await wholeApp())
    const rows: Row[] = []
    for (const [title, path] of Object.entries(cases))
      // oxlint-disable-next-line no-await-in-loop -- one load at a time
      rows.push(await measure(sides, title, [path]))
    await sides.close()
    report(`median with ${samples} samples of`, rows)
    await admin(server.url, `drop database if exists ${name} with (force)`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
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
