/**
 * OAI-PMH over a million records: the last page of a list against the first one and one in the middle, as headers and as
 * whole records. They take turns; printed are medians.
 *
 * `--records N` measures a smaller catalogue.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Hono } from 'hono'
import { Client } from 'pg'
import { migrateToLatest } from '../../db/migrate.ts'
import { oaiRoutes } from '../../src/exchange/oai/routes.ts'
import { tokenOf } from '../../src/exchange/oai/rules/token.ts'
import { findActor } from '../../src/people/accounts/actions/actor.ts'
import { connect } from '../../src/ports/database.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { contextual, identified } from '../../src/web/context.ts'
import type { Env } from '../../src/web/env.ts'
import { testServices } from '../support/services.ts'
import { admin, withDatabase } from '../support/setup.ts'

const rounds = 15
const limit = 1.2

const { values: options } = parseArgs({
  options: { records: { type: 'string', default: '1000000' } },
})
const count = Number(options.records)

type Place = { at: string; id: string }

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  try {
    await admin(server.url, 'create database hexi_bench_oai')
    const url = withDatabase(server.url, 'hexi_bench_oai')
    await migrateToLatest(url)
    const placeAt = await fill(url)
    const connection = connect({ connectionString: url, max: 4 })
    const services = await testServices({ ...connection, check: async () => {} })
    const app = new Hono<Env>()
      .use(contextual(() => services))
      .use(identified(findActor))
      .route('/', oaiRoutes)
    await measure(async (path) => (await app.request(path)).text(), placeAt)
    await connection.close()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Published datasets, a second apart; answers after which record so many from the end a page begins. */
async function fill(url: string): Promise<(fromEnd: number) => Promise<Place>> {
  const started = performance.now()
  const client = new Client(url)
  await client.connect()
  for (const statement of [
    `insert into institution (name_en, created_at) values ('Bench', now())`,
    `insert into record (kind, institution_id, title_en, subjects, published_at, listed_at, created_at, updated_at)
     select 'dataset', institution.id, 'Dataset ' || n, '{170.4510}', now(), now(), now(),
       '2020-01-01'::timestamptz + n * interval '1 second'
     from institution, generate_series(1, ${count}) as n`,
    `insert into dataset (record_id, creators, publication_year, resource_type_general)
     select id, '[{"name": "Bench"}]', 2020, 'Dataset' from record`,
    'vacuum analyze record, dataset',
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await client.query(statement)
  console.log(`${count} records in ${Math.round((performance.now() - started) / 1000)} s`)
  const places = new Map<number, Place>()
  for (const fromEnd of [501, 101, Math.floor(count / 2)]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { rows } = await client.query<Place>(
      `select id, to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from record order by updated_at desc, id desc offset $1 limit 1`,
      [fromEnd - 1],
    )
    if (rows[0]) places.set(fromEnd, rows[0])
  }
  await client.end()
  return async (fromEnd) => {
    const place = places.get(fromEnd)
    if (!place) throw new Error(`There is no record ${fromEnd} from the end.`)
    return place
  }
}

async function measure(
  ask: (path: string) => Promise<string>,
  placeAt: (fromEnd: number) => Promise<Place>,
): Promise<void> {
  const from = async (verb: string, fromEnd: number) => {
    const after = await placeAt(fromEnd)
    const selection = { prefix: 'oai_datacite', from: null, before: null, set: null } as const
    const token = tokenOf({ ...selection, after, cursor: count - fromEnd })
    return `/oai?verb=${verb}&resumptionToken=${token}`
  }
  const middle = Math.floor(count / 2)
  const paths = {
    'headers, first': '/oai?verb=ListIdentifiers&metadataPrefix=oai_datacite',
    'headers, middle': await from('ListIdentifiers', middle),
    'headers, last': await from('ListIdentifiers', 501),
    'records, first': '/oai?verb=ListRecords&metadataPrefix=oai_datacite',
    'records, middle': await from('ListRecords', middle),
    'records, last': await from('ListRecords', 101),
  }
  const times = new Map<string, number[]>(Object.keys(paths).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, path] of Object.entries(paths)) {
      const started = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one question at a time
      const body = await ask(path)
      if (!body.includes('<header>')) throw new Error(`${name}: ${body.slice(0, 500)}`)
      // The first round warms up.
      if (round > 0) times.get(name)?.push(performance.now() - started)
    }
  const medians = new Map([...times].map(([name, all]) => [name, median(all)]))
  console.table([...medians].map(([name, ms]) => ({ name, median: `${ms.toFixed(1)} ms` })))
  for (const what of ['headers', 'records']) {
    const ratio = (medians.get(`${what}, last`) ?? Infinity) / (medians.get(`${what}, first`) ?? 1)
    console.log(`${what}: last ÷ first: ${ratio.toFixed(2)} (≤ ${limit})`)
    if (ratio > limit) process.exitCode = 1
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

await bench()
