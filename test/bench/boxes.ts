/**
 * A biobank of 1,000,000 samples in boxes of 96: what the view of one box costs above its SQL, as one reader at a time
 * sees it, median of the same run. `--samples N` measures a smaller one.
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
import { measure, report } from './search/rounds.ts'
import { openSides } from './search/sides.ts'

const perRound = 30
const wellsPerBox = 96

const { values: options } = parseArgs({
  options: { samples: { type: 'string', default: '1000000' } },
})
const count = Number(options.samples)

async function bench(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  const name = 'hexi_bench_boxes'
  try {
    await admin(server.url, `drop database if exists ${name} with (force)`)
    await admin(server.url, `create database ${name}`)
    const url = withDatabase(server.url, name)
    await migrateToLatest(url)
    const boxes = await load(url)
    const wells = boxes.map((id) => `/api/v1/places/${id}/wells`)
    const pages = boxes.map((id) => `/places/${id}/box`)
    const sides = await openSides(url, [...wells, ...pages], await wholeApp('demo-curator'))
    const rows = [
      await measure(sides, 'wells of a box (JSON)', wells),
      await measure(sides, 'page of a box', pages),
    ]
    await sides.close()
    report(`median with ${count} samples of`, rows)
    await admin(server.url, `drop database if exists ${name} with (force)`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Freezers with racks of boxes, all full; answers some of the boxes. */
async function load(url: string): Promise<string[]> {
  const connection = connect({ connectionString: url, max: 2 })
  const { own } = await addDemoHouse(connection.db, testNow())
  await connection.close()
  const client = new Client(url)
  await client.connect()
  const now = testNow().toString()
  const boxCount = Math.ceil(count / wellsPerBox)
  await client.query(
    `with collection as (
       insert into record (kind, institution_id, title_zh, access, listed_at, created_at, updated_at, published_at)
       select 'collection', $1::uuid, '河西队列', 'on_request', $2::timestamptz, $2, $2, $2 returning id
     )
     insert into sample (record_id, institution_id, code, family, type, temperature, created_at)
     select collection.id, $1::uuid, 'S' || lpad(at::text, 7, '0'), 'specimen', 'other', '-60to-85', $2
     from collection, generate_series(1, $3::int) at`,
    [own, now, count],
  )
  await client.query(
    `insert into place (institution_id, type, code, created_at)
     select $1::uuid, 'freezer', 'F' || at, $2::timestamptz from generate_series(1, 20) at`,
    [own, now],
  )
  await client.query(
    `insert into place (institution_id, parent_id, type, code, created_at, row_count, column_count, well_names)
     select $1::uuid, freezer.id, 'box', 'BOX' || at, $2::timestamptz, 8, 12, 'letters'
     from generate_series(1, $3::int) at
     join place freezer on freezer.code = 'F' || (at % 20 + 1)`,
    [own, now, boxCount],
  )
  await client.query(
    `insert into placement (place_id, holds_one, sample_id, row_count, column_count, well, placed_at)
     select box.id, false, sample.id, 8, 12, (sample.at - 1) % 96, $1::timestamptz
     from (select id, row_number() over (order by code) as at from sample) sample
     join (select id, row_number() over (order by id) as at from place where type = 'box') box
       on box.at = (sample.at - 1) / 96 + 1`,
    [now],
  )
  await client.query('vacuum analyze')
  const { rows } = await client.query<{ id: string }>(
    `select id from place where type = 'box' order by md5(id::text) limit ${perRound}`,
  )
  await client.end()
  return rows.map(({ id }) => id)
}

await bench()
