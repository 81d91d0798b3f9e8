/**
 * A steward's desk with 10,000 open requests: how long its first page takes, narrowed ones and its list, against the same
 * SQL straight to the database, in turns. `--requests N` measures a smaller one.
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

const perRound = 25

const { values: options } = parseArgs({
  options: { requests: { type: 'string', default: '10000' } },
})
const count = Number(options.requests)

const repeated = (path: string) => Array.from({ length: perRound }, () => path)

const cases = Object.fromEntries(
  Object.entries({
    'first page of the desk': '/requests/desk',
    'page of what is overdue': '/requests/desk?due=late',
    'list of 50': '/api/v1/requests/desk?limit=50',
    'list of 200': '/api/v1/requests/desk?limit=200',
    'list of all turns': '/api/v1/requests/desk?turn=anybody&limit=50',
  }).map(([name, path]) => [name, repeated(path)]),
)

async function bench(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  const name = 'hexi_bench_desk'
  try {
    await admin(server.url, `drop database if exists ${name} with (force)`)
    await admin(server.url, `create database ${name}`)
    const url = withDatabase(server.url, name)
    await migrateToLatest(url)
    await load(url)
    const sides = await openSides(url, Object.values(cases).flat(), await wholeApp('demo-curator'))
    const rows: Row[] = []
    for (const [title, paths] of Object.entries(cases))
      // oxlint-disable-next-line no-await-in-loop -- one load at a time
      rows.push(await measure(sides, title, paths))
    await sides.close()
    report(`with ${count} open requests`, rows)
    await admin(server.url, `drop database if exists ${name} with (force)`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Open requests of one institution, as many of another and as many that have ended, each for one dataset. */
async function load(url: string): Promise<void> {
  const connection = connect({ connectionString: url, max: 2 })
  const { own, other, people } = await addDemoHouse(connection.db, testNow())
  await connection.close()
  const client = new Client(url)
  await client.connect()
  const now = testNow().toString()
  await client.query(
    `insert into record (kind, institution_id, title_zh, access, listed_at, created_at, updated_at, published_at)
     select 'dataset', $1::uuid, '逐日气象观测', 'on_request', $2::timestamptz, $2, $2, $2`,
    [own, now],
  )
  await client.query(
    `insert into request (number, institution_id, requester_id, created_at, state, turn, turn_since, due_at, submitted_at, ended_at)
     select 'R2026-' || kind.name || lpad(at::text, 7, '0'), kind.institution, $3::uuid, since, kind.state,
       case when kind.state = 'submitted' then case when at % 10 = 0 then 'reviewer' else 'steward' end end,
       since, since + interval '14 days', since, case when kind.state = 'closed' then $4::timestamptz end
     from generate_series(1, $5::int) at,
       (values ('A', $1::uuid, 'submitted'), ('B', $2::uuid, 'submitted'), ('C', $1::uuid, 'closed')) kind (name, institution, state),
       lateral (select $4::timestamptz - ((at * 37) % 28000) * interval '1 minute' as since) begun`,
    [own, other, people['demo-outsider'], now, count],
  )
  await client.query(
    `insert into request_item (request_id, position, record_id, delivery)
     select request.id, 0, record.id, 'download' from request, record`,
  )
  await client.query('vacuum analyze')
  await client.end()
}

await bench()
