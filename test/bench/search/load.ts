import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { documentOf } from '../../../src/catalog/rules/document.ts'
import { type Institution, institutionNumber, recordNumber } from './corpus.ts'

const institutionCount = 60
const batchSize = 20_000

type Loading = { count: number; onProgress?: (done: number) => void }

/** Fills a freshly migrated database with generated records, as if each had been created and indexed in turn. */
export async function loadRecords(url: string, { count, onProgress }: Loading): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const institutions = Array.from({ length: institutionCount }, (_, at) => institutionNumber(at))
    await addInstitutions(client, institutions)
    // Built anew at the end: much faster than row by row.
    await client.query('drop index record_document, record_name_prefix, latin_word_similar')
    await client.query(`set maintenance_work_mem = '512MB'`)
    const words = new Set<string>()
    for (let first = 0; first < count; first += batchSize) {
      const last = Math.min(count, first + batchSize)
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await addBatch(client, { first, last, institutions, words })
      onProgress?.(last)
    }
    await client.query('insert into latin_word select unnest($1::text[])', [[...words]])
    await finish(client)
  } finally {
    await client.end()
  }
}

async function addInstitutions(client: pg.Client, institutions: readonly Institution[]) {
  const columns = [
    institutions.map(({ id }) => id),
    institutions.map(({ name }) => name.zh),
    institutions.map(({ name }) => name.en),
    institutions.map(({ region }) => region),
  ]
  await client.query(
    `insert into institution (id, name_zh, name_en, region, created_at)
     select *, now() from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
    columns,
  )
}

type Batch = {
  first: number
  last: number
  institutions: readonly Institution[]
  words: Set<string>
}

async function addBatch(client: pg.Client, { first, last, institutions, words }: Batch) {
  const names: Cell[][] = []
  function* rows() {
    for (let number = first; number < last; number += 1) {
      const record = recordNumber(number, institutions)
      const indexed = documentOf(record)
      for (const word of indexed.latinWords) words.add(word)
      indexed.names.forEach(({ name, key, type }, at) =>
        names.push([record.id, at, name, key, type]),
      )
      yield rowOf(record, indexed, number)
    }
  }
  await copy(client, `record (${Object.keys(columns).join(', ')})`, rows())
  await copy(client, 'record_name (record_id, position, name, key, type)', names)
}

type Cell = string | number | readonly string[] | null
type Row = {
  record: ReturnType<typeof recordNumber>
  indexed: ReturnType<typeof documentOf>
  at: string
}

const columns: Record<string, (row: Row) => Cell> = {
  id: ({ record }) => record.id,
  kind: ({ record }) => record.kind,
  profile: ({ record }) => record.profile,
  library: ({ record }) => record.library,
  institution_id: ({ record }) => record.institution.id,
  title_zh: ({ record }) => record.title.zh,
  title_en: ({ record }) => record.title.en,
  summary_zh: ({ record }) => record.summary.zh,
  summary_en: ({ record }) => record.summary.en,
  keywords: ({ record }) => record.keywords,
  subjects: ({ record }) => record.subjects,
  access: ({ record }) => record.access,
  audience: ({ record }) => record.audience,
  published_at: ({ record, at }) => (record.visibility === 'published' ? at : null),
  taxon: ({ indexed }) => indexed.taxon,
  region: ({ indexed }) => indexed.region,
  year: ({ indexed }) => indexed.year,
  extent: ({ indexed: { extent } }) =>
    extent && `(${extent.west},${extent.south}),(${extent.east},${extent.north})`,
  document: ({ indexed }) => indexed.document,
  listed_no: ({ record }) => record.listedNo,
  listed_at: ({ at }) => at,
  created_at: ({ at }) => at,
  updated_at: ({ at }) => at,
}

/** Five minutes apart, from 2015 on. */
const start = Date.UTC(2015, 0, 1)

function rowOf(record: Row['record'], indexed: Row['indexed'], number: number): Cell[] {
  const at = new Date(start + number * 300_000).toISOString()
  return Object.values(columns).map((column) => column({ record, indexed, at }))
}

async function copy(client: pg.Client, into: string, rows: Iterable<Cell[]>): Promise<void> {
  function* chunks() {
    let chunk = ''
    for (const row of rows) {
      chunk += `${row.map(written).join('\t')}\n`
      if (chunk.length < 65_536) continue
      yield chunk
      chunk = ''
    }
    yield chunk
  }
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`copy ${into} from stdin`)))
}

/** A cell as COPY's text format has it. */
function written(cell: Cell): string {
  if (cell === null) return String.raw`\N`
  const text =
    typeof cell === 'object'
      ? `{${cell.map((entry) => `"${entry.replace(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`
      : String(cell)
  return text.replace(/[\\\n\r\t]/g, (mark) => marks[mark] ?? mark)
}

const marks: Record<string, string> = {
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
}

async function finish(client: pg.Client): Promise<void> {
  for (const statement of [
    'create index record_document on record using gin (document) with (fastupdate = off)',
    'create index record_name_prefix on record_name (key text_pattern_ops)',
    'create index latin_word_similar on latin_word using gin (word gin_trgm_ops)',
    `select setval('record_listed_no', (select max(listed_no) from record))`,
    'vacuum (freeze, analyze) record',
    'vacuum (analyze) record_name',
  ])
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await client.query(statement)
}
