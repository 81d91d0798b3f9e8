/**
 * BrAPI over a million accessions: the last page of `/germplasm` against the first one, a page in the middle, a search by
 * 500 names, and the names of crops, which take less than a page. They take turns; printed are medians.
 *
 * `--records N` measures a smaller catalogue.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Hono } from 'hono'
import { Client } from 'pg'
import { z } from 'zod'
import { migrateToLatest } from '../../db/migrate.ts'
import { brapiRoutes } from '../../src/brapi/routes/brapi.ts'
import { findActor } from '../../src/people/accounts/actions/actor.ts'
import { connect } from '../../src/ports/database.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { contextual, identified } from '../../src/web/context.ts'
import type { Env } from '../../src/web/env.ts'
import { testServices } from '../support/services.ts'
import { admin, withDatabase } from '../support/setup.ts'

const rounds = 15
const pageSize = 100
const limit = 1.5

const { values: options } = parseArgs({
  options: { records: { type: 'string', default: '1000000' } },
})
const count = Number(options.records)

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  try {
    await admin(server.url, 'create database hexi_bench_brapi')
    const url = withDatabase(server.url, 'hexi_bench_brapi')
    await migrateToLatest(url)
    await fill(url)
    const connection = connect({ connectionString: url, max: 4 })
    await measure(await appOn(connection))
    await connection.close()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Published accessions with a name and a number each. */
async function fill(url: string): Promise<void> {
  const started = performance.now()
  const client = new Client(url)
  await client.connect()
  for (const statement of [
    `insert into institution (name_en, created_at) values ('Bench', now())`,
    `insert into record (kind, profile, institution_id, title_en, taxon, crop, published_at, listed_at, created_at, updated_at)
     select 'accession', 'plant', institution.id, 'Accession ' || n, 'Triticum aestivum', 'Crop ' || n % 300, now(), now(), now(), now()
     from institution, generate_series(1, ${count}) as n`,
    `insert into accession (record_id, accenumb, accename, cropname, genus, species)
     select id, 'A ' || listed_no, array['Name ' || listed_no], crop, 'Triticum', 'aestivum' from record`,
    `insert into plant_profile (record_id) select id from record`,
    `insert into record_name (record_id, position, name, key, type)
     select id, 0, 'Name ' || listed_no, 'name' || listed_no, 'name' from record`,
    'vacuum analyze record, accession, plant_profile, record_name',
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await client.query(statement)
  await client.end()
  console.log(`${count} accessions in ${Math.round((performance.now() - started) / 1000)} s`)
}

type Ask = (path: string, body?: object) => Promise<unknown>

async function appOn({ db, reader }: ReturnType<typeof connect>): Promise<Ask> {
  const services = await testServices({ db, reader, check: async () => {} })
  const app = new Hono<Env>()
    .use(contextual(() => services))
    .use(identified(findActor))
    .route('/brapi/v2', brapiRoutes)
  return async (path, body) => {
    const answer = await app.request(`/brapi/v2${path}`, {
      ...(body && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return JSON.parse(text)
  }
}

const Searched = z.looseObject({ result: z.looseObject({ searchResultsDbId: z.string() }) })

async function measure(ask: Ask): Promise<void> {
  const last = Math.ceil(count / pageSize) - 1
  const page = (number: number) => `/germplasm?pageSize=${pageSize}&page=${number}`
  const germplasmNames = Array.from({ length: 500 }, (_, at) => `Name ${at * 7 + 1}`)
  const { result } = Searched.parse(await ask('/search/germplasm', { germplasmNames }))
  const paths = {
    first: page(0),
    middle: page(Math.floor(last / 2)),
    last: page(last),
    '500 names': `/search/germplasm/${result.searchResultsDbId}`,
    crops: '/commoncropnames',
    'of a crop': `/germplasm?pageSize=${pageSize}&commonCropName=Crop%207`,
  }
  const times = new Map<string, number[]>(Object.keys(paths).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, path] of Object.entries(paths)) {
      const started = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one question at a time
      await ask(path)
      // The first round warms up.
      if (round > 0) times.get(name)?.push(performance.now() - started)
    }
  const medians = new Map([...times].map(([name, all]) => [name, median(all)]))
  console.table([...medians].map(([name, ms]) => ({ name, median: `${ms.toFixed(1)} ms` })))
  const toFirst = (name: string) => (medians.get(name) ?? Infinity) / (medians.get('first') ?? 1)
  console.log(`last ÷ first: ${toFirst('last').toFixed(2)} (≤ ${limit})`)
  console.log(`crops ÷ first: ${toFirst('crops').toFixed(2)} (≤ 1)`)
  if (toFirst('last') > limit || toFirst('crops') > 1) process.exitCode = 1
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

await bench()
