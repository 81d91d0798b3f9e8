/**
 * OAI-PMH over a million records: the last page of a list against the first one and one in the middle, as headers and as
 * whole records; and of lists by sets that hold nearly all or a thousand, and by dates. They take turns; printed are
 * medians.
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
import { Temporal } from '../../src/core/time.ts'
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
/** One list: how it is asked for, and which rows it has. */
type List = { where: string; set: string | null; from: string | null }

/** A thousand records are of a small institution, a kind, a library and a subject of their own. */
const rare = Math.floor(count / 1000)
const small = '01890a5d-ac96-774b-bcce-b302099a8057'
const start = Temporal.Instant.from('2020-01-01T00:00:00Z')
const middle = start.add({ seconds: Math.floor(count / 2) }).toString()

const lists: Record<string, List> = {
  'all records': { where: 'true', set: null, from: null },
  'a large set': { where: `kind = 'dataset'`, set: 'kind:dataset', from: null },
  'a large subject': { where: `subjects = '{170.4510}'`, set: 'subject:170', from: null },
  'a small kind': { where: `kind = 'collection'`, set: 'kind:collection', from: null },
  'a small institution': {
    where: `institution_id = '${small}'`,
    set: `institution:${small}`,
    from: null,
  },
  'a small library': { where: `library = 'bench'`, set: 'library:bench', from: null },
  'a small subject': {
    where: `subjects = '{210.10}'`,
    set: 'subject:210:210.10',
    from: null,
  },
  'since the middle': { where: `updated_at >= '${middle}'`, set: null, from: middle },
}

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  try {
    await admin(server.url, 'create database hexi_bench_oai')
    const url = withDatabase(server.url, 'hexi_bench_oai')
    await migrateToLatest(url)
    const placeOf = await fill(url)
    const connection = connect({ connectionString: url, max: 4 })
    const services = await testServices({ ...connection, check: async () => {} })
    const app = new Hono<Env>()
      .use(contextual(() => services))
      .use(identified(findActor))
      .route('/', oaiRoutes)
    await measure(async (path) => (await app.request(path)).text(), placeOf)
    await connection.close()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Published records, a second apart; answers after which record so many from the end of a list a page begins. */
async function fill(url: string): Promise<PlaceOf> {
  const started = performance.now()
  const client = new Client(url)
  await client.connect()
  for (const statement of [
    `insert into institution (id, name_en, created_at)
     values (default, 'Bench', now()), ('${small}', 'Small', now())`,
    `insert into record (
       kind, institution_id, title_en, subjects, library, published_at, listed_at, created_at, updated_at
     )
     select
       case when is_rare then 'collection' else 'dataset' end,
       institution.id, 'Dataset ' || n,
       case when is_rare then '{210.10}'::text[] else '{170.4510}' end,
       case when is_rare then 'bench' end,
       now(), now(), now(), '${start.toString()}'::timestamptz + n * interval '1 second'
     from generate_series(1, ${count}) as n
     cross join lateral (select n % ${rare} = 0 as is_rare) as part
     join institution on (institution.id = '${small}') = is_rare`,
    `insert into dataset (record_id, creators, publication_year, resource_type_general)
     select id, '[{"name": "Bench"}]', 2020, 'Dataset' from record where kind = 'dataset'`,
    `insert into collection (record_id) select id from record where kind = 'collection'`,
    'vacuum analyze record, dataset',
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await client.query(statement)
  console.log(`${count} records in ${Math.round((performance.now() - started) / 1000)} s`)
  const places = new Map<string, Place>()
  for (const [name, { where }] of Object.entries(lists))
    for (const fromEnd of [101, 501, ...(where === 'true' ? [Math.floor(count / 2)] : [])]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { rows } = await client.query<Place>(
        `select id, to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
         from record where ${where} order by updated_at desc, id desc offset $1 limit 1`,
        [fromEnd - 1],
      )
      if (rows[0]) places.set(`${name} ${fromEnd}`, rows[0])
    }
  await client.end()
  return (list, fromEnd) => {
    const place = places.get(`${list} ${fromEnd}`)
    if (!place) throw new Error(`There is no record ${fromEnd} from the end of ${list}.`)
    return place
  }
}
type PlaceOf = (list: string, fromEnd: number) => Place

async function measure(ask: (path: string) => Promise<string>, placeOf: PlaceOf): Promise<void> {
  const paths = pathsOf(placeOf)
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
  compare(medians)
}

function compare(medians: ReadonlyMap<string, number>): void {
  for (const what of ['headers', 'records'])
    for (const list of Object.keys(lists)) {
      const [first, last] = ['first', 'last'].map((page) =>
        medians.get(`${list}, ${what}, ${page}`),
      )
      const ratio = (last ?? Infinity) / (first ?? 1)
      console.log(`${list}, ${what}: last ÷ first: ${ratio.toFixed(2)} (≤ ${limit})`)
      if (ratio > limit) process.exitCode = 1
    }
}

/** What is asked for, by list, headers or records, and page. */
function pathsOf(placeOf: PlaceOf): Record<string, string> {
  const prefix = 'oai_datacite'
  const verbs = { headers: ['ListIdentifiers', 501], records: ['ListRecords', 101] } as const
  const paths = Object.entries(lists).flatMap(([list, { set, from }]) =>
    Object.entries(verbs).flatMap(([what, [verb, fromEnd]]) => {
      const after = (from === null ? '' : `&from=${from}`) + (set === null ? '' : `&set=${set}`)
      const at = (place: number) => {
        const going = {
          prefix,
          from,
          before: null,
          set,
          after: placeOf(list, place),
          cursor: 1,
        } as const
        return `/oai?verb=${verb}&resumptionToken=${tokenOf(going)}`
      }
      return [
        [`${list}, ${what}, first`, `/oai?verb=${verb}&metadataPrefix=${prefix}${after}`],
        ...(list === 'all records'
          ? [[`${list}, ${what}, middle`, at(Math.floor(count / 2))]]
          : []),
        [`${list}, ${what}, last`, at(fromEnd)],
      ]
    }),
  )
  return Object.fromEntries(paths)
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

await bench()
