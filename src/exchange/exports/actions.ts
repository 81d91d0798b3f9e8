import { codeLists } from '../../catalog/records/actions/create.ts'
import { vocabulariesOf } from '../../catalog/records/rules/record.ts'
import { foundRecords } from '../../catalog/exports/actions.ts'
import type { FoundRecord, WholeSearch } from '../../catalog/exports/model.ts'
import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { csvLine, withoutFormula } from '../../core/csv.ts'
import { streamOf } from '../../core/streams.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { kindDefinitions } from '../../kinds.ts'
import type { WorkbookCell } from '../../ports/workbook.ts'
import { workbookStream } from '../../ports/workbook-stream.ts'
import { type ZipEntry, zipOf } from '../../ports/zip.ts'
import type { ExportColumn, ExportFacts, ExportFormat, ExportQuery } from './model.ts'
import { type ArchiveTable, archiveTables, emlXml, metaXml } from './rules/archive.ts'
import { chineseColumns, genesysColumns, mcpdColumns, typedMcpdColumns } from './rules/passports.ts'
import { jsonOf, kindsIn, readableColumns } from './rules/tables.ts'
import { exportWords as words } from './words.ts'

/** A file that is made while it is read. */
export type ExportFile = { name: string; type: string; bytes: ReadableStream<Uint8Array> }

type Parts = () => AsyncIterable<FoundRecord[]>
type Making = {
  ctx: Context
  search: WholeSearch
  facts: ExportFacts
  /** The hits, from the beginning each time that it is asked. */
  parts: Parts
  madeAt: Date
}
type Maker = {
  extension: string
  type: string
  /** Holds accessions only, whatever else the search finds. */
  isGermplasm: boolean
  make: (making: Making) => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>
}

const csv = { extension: 'csv', type: 'text/csv; charset=utf-8' }
const xlsx = {
  extension: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const makers: Record<ExportFormat, Maker> = {
  csv: {
    ...csv,
    isGermplasm: false,
    // Excel needs the byte order mark for Chinese.
    make: ({ search, facts, parts }) =>
      csvOf(readableColumns(kindsIn(search), facts), parts(), '\ufeff'),
  },
  xlsx: {
    ...xlsx,
    isGermplasm: false,
    make: (making) => workbookOf(readableColumns(kindsIn(making.search), making.facts), making),
  },
  jsonl: {
    extension: 'jsonl',
    type: 'application/jsonl; charset=utf-8',
    isGermplasm: false,
    make: ({ parts }) => streamOf(lines(parts(), (record) => `${jsonOf(record)}\n`)),
  },
  mcpd: { ...csv, isGermplasm: true, make: ({ parts }) => csvOf(mcpdColumns, parts()) },
  'mcpd-xlsx': {
    ...xlsx,
    isGermplasm: true,
    make: (making) => workbookOf(typedMcpdColumns, making),
  },
  chinese: {
    ...xlsx,
    isGermplasm: true,
    make: (making) => workbookOf(chineseColumns(making.facts), making),
  },
  genesys: {
    ...csv,
    isGermplasm: true,
    make: ({ facts, parts }) => csvOf(genesysColumns(facts), parts()),
  },
  dwca: {
    extension: 'zip',
    type: 'application/zip',
    isGermplasm: true,
    make: (making) => zipOf(archiveEntries(making), making.madeAt),
  },
}

/** Media types of all formats, each once. */
export const exportTypes = [
  ...new Set(Object.values(makers).map(({ type }) => type.replace(/;.*/, ''))),
]

type Options = { onProgress?: (done: number) => void }

/** Every hit of a search as a file. */
export async function exportRecords(
  ctx: Context,
  { format, ...asked }: ExportQuery,
  { onProgress }: Options = {},
): Promise<ExportFile> {
  const { extension, type, isGermplasm, make } = makers[format]
  if (isGermplasm && !kindsIn(asked).includes('accession'))
    throw new Problem('invalid', words.germplasmOnly)
  const search: WholeSearch = isGermplasm ? { ...asked, kind: ['accession'] } : asked
  const now = ctx.now()
  const labels = await codeLists(ctx, vocabulariesFor(search))
  const bytes = await make({
    ctx,
    search,
    facts: { lang: ctx.lang, baseUrl: ctx.baseUrl, labels },
    parts: () => counted(foundRecords(ctx, search), onProgress),
    madeAt: new Date(now.epochMilliseconds),
  })
  const name = `hexi-${format}-${dayAt(now, defaultZone)}.${extension}`
  return { name, type, bytes }
}

/** Code lists of every field that a file of these kinds may have. */
const vocabulariesFor = (search: WholeSearch) => [
  'library',
  'country',
  ...vocabulariesOf(
    kindsIn(search).flatMap((kind) => kindDefinitions[kind].parts.flatMap(({ fields }) => fields)),
  ),
]

async function* counted(parts: AsyncIterable<FoundRecord[]>, onProgress: Options['onProgress']) {
  let done = 0
  for await (const part of parts) {
    yield part
    done += part.length
    onProgress?.(done)
  }
}

/** One text a part: a chunk of the answer. */
async function* lines(parts: AsyncIterable<FoundRecord[]>, line: (record: FoundRecord) => string) {
  for await (const part of parts) yield part.map(line).join('')
}

const cellOf = ({ cell, isFree }: ExportColumn, record: FoundRecord) =>
  isFree ? withoutFormula(cell(record)) : cell(record)

const csvOf = (columns: readonly ExportColumn[], parts: AsyncIterable<FoundRecord[]>, mark = '') =>
  streamOf(
    headed(
      mark + csvLine(columns.map(({ heading }) => heading)),
      lines(parts, (record) => csvLine(columns.map((column) => cellOf(column, record)))),
    ),
  )

async function* headed(header: string, rest: AsyncIterable<string>) {
  yield header
  yield* rest
}

/** A workbook's texts are never formulas, so nothing is marked in them. */
const workbookOf = (columns: readonly ExportColumn[], { facts, parts, madeAt }: Making) =>
  workbookStream({
    name: words.title[facts.lang],
    header: columns.map(({ heading }) => heading),
    parts: rows(columns, parts()),
    madeAt,
  })

async function* rows(columns: readonly ExportColumn[], parts: AsyncIterable<FoundRecord[]>) {
  for await (const part of parts)
    yield part.map((record): WorkbookCell[] => columns.map(({ cell }) => cell(record)))
}

/** The hits are read once for each table; both have one line for each. */
function* archiveEntries({ facts, parts, madeAt }: Making): Generator<ZipEntry> {
  yield { name: 'meta.xml', content: metaXml(facts) }
  yield { name: 'eml.xml', content: emlXml(facts, madeAt.toISOString().slice(0, 10)) }
  for (const table of archiveTables(facts))
    yield { name: table.name, content: tableText(table, parts()) }
}

const tableText = ({ header, line }: ArchiveTable, parts: AsyncIterable<FoundRecord[]>) =>
  headed(header, lines(parts, line))
