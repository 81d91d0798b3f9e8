/**
 * A version with many files: how long its page takes, a folder of it, and its list, against the same SQL straight to the
 * database, in turns. `--files N` measures a smaller one.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { migrateToLatest } from '../../db/migrate.ts'
import { cursorOf } from '../../src/core/paging.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { admin, withDatabase } from '../support/setup.ts'
import { wholeApp } from './files/app.ts'
import { measure, report, type Rounds, type Row } from './search/rounds.ts'
import { openSides } from './search/sides.ts'

const perRound = 25
const perFolder = 500

const { values: options } = parseArgs({ options: { files: { type: 'string', default: '100000' } } })
const count = Number(options.files)

/** Places spread over the whole list. */
const spread = (at: number) => Math.floor(((at * 37) % 100) * (count / 100))
const nameAt = (at: number) =>
  `station-${String(Math.floor(at / perFolder)).padStart(4, '0')}/day-${String(at).padStart(7, '0')}.csv`
const folderOf = (at: number) => `${nameAt(at).split('/')[0]}/`
/** Three places in each folder, with more than a page behind each. */
const morePagesThanKept = Array.from({ length: 600 }, (_, at) => Math.floor((at * perFolder) / 3))
const several = (pathAt: (at: number) => string) =>
  Array.from({ length: perRound }, (_, at) => pathAt(spread(at)))

type Cases = Record<string, readonly string[]>

/** What has a limit, and what is measured beside it. */
function casesOf(dataset: string): { limited: Cases; beside: Cases } {
  const api = `/api/v1/datasets/${dataset}/versions/1/files`
  const page = `/records/${dataset}/versions/1`
  const zero = '00000000-0000-0000-0000-000000000000'
  const limited = {
    'list of 50': several((at) => `${api}?after=${cursorOf([nameAt(at), zero])}`),
    'list of 200': several((at) => `${api}?limit=200&after=${cursorOf([nameAt(at), zero])}`),
    'page of the version': several(() => page),
    'page of a folder': several((at) => `${page}?folder=${folderOf(at)}`),
    'page found by name': several((at) => `${page}?q=day-${String(at).padStart(7, '0')}`),
  }
  return {
    limited,
    beside: {
      'page of the dataset': several(() => `/records/${dataset}`),
      'page of a folder, drawn anew': morePagesThanKept.map(
        (at) => `${page}?folder=${folderOf(at)}&file=${cursorOf([nameAt(at)])}`,
      ),
    },
  }
}

async function bench(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  const name = 'hexi_bench_files'
  try {
    await admin(server.url, `drop database if exists ${name} with (force)`)
    await admin(server.url, `create database ${name}`)
    const url = withDatabase(server.url, name)
    await migrateToLatest(url)
    const { limited, beside } = casesOf(await load(url))
    const paths = [limited, beside].flatMap((cases) => Object.values(cases).flat())
    const sides = await openSides(url, paths, await wholeApp())
    const rowsOf = async (cases: Cases, rounds?: Rounds) => {
      const rows: Row[] = []
      for (const [title, asked] of Object.entries(cases))
        // oxlint-disable-next-line no-await-in-loop -- one load at a time
        rows.push(await measure(sides, title, asked, rounds))
      return rows
    }
    report(`over ${count} files`, await rowsOf(limited))
    report('without a limit', await rowsOf(beside, { rounds: 3, before: 1 }), Infinity)
    await sides.close()
    await admin(server.url, `drop database if exists ${name} with (force)`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Moments are whole milliseconds, as everything here writes them. */
const moment = "date_trunc('milliseconds', now())"

/** One open dataset with its version published, made by SQL. */
async function load(url: string): Promise<string> {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query<{ id: string }>(`
    with owner as (
      insert into institution (name_zh, name_en, region, created_at)
      values ('甘肃省气象局', 'Gansu Meteorological Bureau', '620100', ${moment}) returning id
    ), made as (
      insert into record (kind, institution_id, title_zh, access, listed_at, created_at, updated_at, published_at)
      select 'dataset', id, '逐日气象观测', 'open', ${moment}, ${moment}, ${moment}, ${moment} from owner returning id
    ), described as (
      insert into dataset (record_id) select id from made
    )
    insert into dataset_version (record_id, number, created_at) select id, 1, ${moment} from made
    returning record_id as id`)
  const dataset = rows[0]?.id ?? ''
  await client.query(
    `insert into dataset_object (record_id, key, size_bytes, sha256, verified_at, checked_at)
     select $1, 'datasets/bench/' || at, 1024, sha256(at::text::bytea), ${moment}, ${moment}
     from generate_series(0, $2::int - 1) at`,
    [dataset, count],
  )
  await client.query(
    `insert into dataset_file (version_id, object_id, path, content_type, added_at)
     select version.id, object.id,
       'station-' || lpad((at / ${perFolder})::text, 4, '0') || '/day-' || lpad(at::text, 7, '0') || '.csv', 'text/csv', ${moment}
     from dataset_version version, dataset_object object, lateral (select substr(object.key, 16)::int as at) numbered
     where version.record_id = $1 and object.record_id = $1`,
    [dataset],
  )
  await client.query(`update dataset_version set published_at = ${moment} where record_id = $1`, [
    dataset,
  ])
  await client.query('vacuum analyze')
  await client.end()
  return dataset
}

await bench()
