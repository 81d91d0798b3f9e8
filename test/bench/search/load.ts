import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { documentOf } from '../../../src/catalog/search/rules/document.ts'
import { type Institution, institutionNumber, recordNumber } from './corpus.ts'

const institutionCount = 60
const batchSize = 20_000

type Loading = { count: number; onProgress?: (done: number) => void }

/** Fills a freshly migrated database with generated records, as if each had been created and indexed in turn. */
export async function loadRecords(url: string, { count, onProgress }: Loading): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    const institutions = Array.from({ length: institutionCount }, (_, at) => institutionNumber(at))
    await addInstitutions(client, institutions)
    const indexes = await dropIndexes(client)
    const words = new Set<string>()
    for (let first = 0; first < count; first += batchSize) {
      const last = Math.min(count, first + batchSize)
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await addBatch(client, { first, last, institutions, words })
      onProgress?.(last)
    }
    await client.query('insert into latin_word select unnest($1::text[])', [[...words]])
    await finish(client, indexes)
  } finally {
    await client.end()
  }
}

async function addInstitutions(client: Client, institutions: readonly Institution[]) {
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

async function addBatch(client: Client, { first, last, institutions, words }: Batch) {
  const names: Cell[][] = []
  const images: Cell[][] = []
  function* rows() {
    for (let number = first; number < last; number += 1) {
      const record = recordNumber(number, institutions)
      const indexed = documentOf(record)
      for (const word of indexed.latinWords) words.add(word)
      indexed.names.forEach(({ name, key, type }, at) =>
        names.push([record.id, at, name, key, type]),
      )
      const row = rowOf(record, indexed, number)
      if (record.hasImage) images.push(imageRow(record, row.at))
      yield row.cells
    }
  }
  await copy(client, `record (${Object.keys(columns).join(', ')})`, rows())
  await copy(client, 'record_name (record_id, position, name, key, type)', names)
  await copy(client, `image (${imageColumns})`, images)
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
  main_image_id: ({ record }) => (record.hasImage ? imageOf(record.id) : null),
}

/** A picture has its record's id, one family on. */
const imageOf = (recordId: string) => recordId.replace('0190', '0191')

const imageColumns =
  'id, record_id, position, original_key, original_name, format, size_bytes, sha256, width, height, colour, created_at'

const imageRow = ({ id }: Row['record'], at: string): Cell[] => {
  const bytes = [`originals/${id}`, 'bench.jpg', 'jpeg', 1, String.raw`\x00`]
  return [imageOf(id), id, 0, ...bytes, 1600, 1200, '#aabbcc', at]
}

/** Five minutes apart, from 2015 on. */
const start = Date.UTC(2015, 0, 1)

function rowOf(record: Row['record'], indexed: Row['indexed'], number: number) {
  const at = new Date(start + number * 300_000).toISOString()
  return { at, cells: Object.values(columns).map((column) => column({ record, indexed, at })) }
}

async function copy(client: Client, into: string, rows: Iterable<Cell[]>): Promise<void> {
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

type Index = { name: string; definition: string }

/** Built anew at the end: much faster than row by row. Those of constraints stay. */
async function dropIndexes(client: Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(`
    select indexname as name, indexdef as definition
    from pg_indexes
    where schemaname = 'public'
      and tablename in ('record', 'record_name', 'latin_word')
      and not exists (select from pg_constraint where conname = indexname)`)
  await client.query(`drop index ${rows.map(({ name }) => name).join(', ')}`)
  // Foreign keys hold by construction.
  await client.query('set session_replication_role = replica')
  return rows
}

async function finish(client: Client, indexes: readonly Index[]): Promise<void> {
  for (const statement of [
    `set maintenance_work_mem = '512MB'`,
    ...indexes.map(({ definition }) => definition),
    `select setval('record_listed_no', (select max(listed_no) from record))`,
    'vacuum (freeze, analyze) record',
    'vacuum (analyze) record_name',
    'analyze institution, image',
  ])
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await client.query(statement)
}
