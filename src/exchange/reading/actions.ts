import { Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { seenText } from '../../core/typed-text.ts'
import { type ArchivedFile, filesIn, isZip } from '../../ports/archive.ts'
import { cellsSpanned, type Sheet, sheetsOf } from '../../ports/sheets.ts'
import { itemFromJson } from '../metadata/rules/item.ts'
import { mayBeMetadata, recognisedJson, recognisedXml } from '../metadata/rules/recognise.ts'
import { metadataTable } from '../metadata/rules/table.ts'
import { isXml, itemFromXml } from '../metadata/rules/xml.ts'
import type { Recognised } from '../metadata/model.ts'
import { metadataWords } from '../metadata/words.ts'
import type { IsKnown, Line, Table, Understood } from './model.ts'
import { allOf, firstOf, joined, partsByLine } from './rules/chunks.ts'
import { archiveTable, type Part, type PartLines, partsIn } from './rules/darwin-core.ts'
import { delimiterOf, linesOf } from '../../core/delimited-lines.ts'
import {
  decoded,
  decodedAs,
  type Encoding,
  encodingBy,
  noBytes,
  withBytes,
} from '../../core/encoding.ts'
import { isJson, jsonTable, parsedJson } from './rules/json.ts'
import { mirriTable } from './rules/mirri.ts'
import { knownIn, tableIn } from './rules/table.ts'
import { readingWords as words } from './words.ts'

/** A file that can be read from the beginning as often as it takes. */
export type SourceFile = { sizeBytes: number; open: () => AsyncIterable<Uint8Array> }

type Read = { table: Table; understood: Understood }

/**
 * The table of a file, whatever it is: text in any of the encodings that are told apart, JSON, an XLSX workbook, a Darwin
 * Core Archive. Text of any length is read part by part; everything else, and UTF-16, is held as a whole.
 */
export async function readFile(file: SourceFile, isKnown: IsKnown): Promise<Read> {
  const first = (await firstOf(partsByLine(file.open()))) ?? new Uint8Array()
  if (isOldWorkbook(first)) throw new Problem('invalid', words.notAWorkbook)
  return isZip(first) ? readZip(await whole(file), isKnown) : readText(file, isKnown)
}

/** A file that is at hand. */
export const heldFile = (bytes: Uint8Array): SourceFile => ({
  sizeBytes: bytes.length,
  // oxlint-disable-next-line typescript/require-await -- as one that comes from elsewhere
  open: async function* open() {
    yield bytes
  },
})

/** The container of .xls and other files of Office before 2007. */
const isOldWorkbook = ([one, two, three]: Uint8Array) =>
  one === 0xd0 && two === 0xcf && three === 0x11

const mostWholeBytes = 50_000_000

async function whole({ sizeBytes, open }: SourceFile): Promise<Uint8Array> {
  if (sizeBytes > mostWholeBytes)
    throw new Problem('too-large', words.tooLong(mostWholeBytes / 1_000_000))
  return joined(await allOf(open()), sizeBytes)
}

async function readText(file: SourceFile, isKnown: IsKnown): Promise<Read> {
  let facts = noBytes
  for await (const part of partsByLine(file.open())) facts = withBytes(facts, part)
  const encoding = encodingBy(facts)
  const parts = encoding.startsWith('utf-16')
    ? await wholeText(file, encoding)
    : () => textParts(file, encoding)
  const first = (await firstOf(parts())) ?? ''
  if (isXml(first))
    return readMetadata(recognisedXml(itemFromXml(decodedAs(await whole(file), encoding))))
  if (isJson(first)) return readJson(decodedAs(await whole(file), encoding))
  const delimiter = delimiterOf(first)
  const table = await tableIn(() => linesOf(parts(), { delimiter }), isKnown)
  const { headerRow } = table
  return { table, understood: { format: 'text', encoding, delimiter, headerRow } }
}

function readJson(text: string): Read {
  const value = parsedJson(text)
  const found = mayBeMetadata(value) ? recognisedJson(itemFromJson('', value)) : undefined
  if (found) return readMetadata(found)
  const { table, path } = jsonTable(value)
  return { table, understood: { format: 'json', path } }
}

const readMetadata = (found: Recognised): Read => ({
  table: metadataTable(found),
  understood: {
    format: 'metadata',
    words: metadataWords.readAs(found.format, found.datasets.length),
  },
})

type Texts = () => AsyncIterable<string> | Iterable<string>

async function wholeText(file: SourceFile, encoding: Encoding): Promise<Texts> {
  const text = decodedAs(await whole(file), encoding)
  return () => [text]
}

async function* textParts({ open }: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  for await (const part of partsByLine(open())) yield decodedAs(part, encoding)
}

/** Unpacked, a workbook takes several times as much memory again. */
const maxUnpackedBytes = 100_000_000

async function readZip(
  bytes: Uint8Array,
  isKnown: IsKnown,
  { isInside = false } = {},
): Promise<Read> {
  const files = filesIn(bytes) ?? []
  const described = files.find(({ name }) => metadataFile.test(name))
  // The files that it describes stand beside it and are not unpacked: only its own size counts.
  if (described) return readDescribed(described)
  if (files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > maxUnpackedBytes)
    throw new Problem('too-large', words.tooLarge(maxUnpackedBytes / 1_000_000))
  if (files.some(({ name }) => name === 'xl/workbook.xml')) {
    await refuseWide(files)
    return readWorkbook(bytes, isKnown)
  }
  const meta = files.find(({ name }) => /^(?!__MACOSX)(?:.*\/)?meta\.xml$/.test(name))
  if (meta) return readArchive(files, meta)
  const published = isInside ? undefined : publishedIn(files)
  if (!published) throw new Problem('invalid', words.notAnArchive)
  return readZip(await bytesOf(published), isKnown, { isInside: true })
}

/** What describes the dataset in a crate or a package: at the top, or in the one folder that was packed. */
const metadataFile =
  /^(?!__MACOSX|\.)(?:[^/\\]+\/)?(?:ro-crate-metadata\.json(?:ld)?|datapackage\.json)$/

async function readDescribed(file: ArchivedFile): Promise<Read> {
  if (file.sizeBytes > mostWholeBytes)
    throw new Problem('too-large', words.tooLong(mostWholeBytes / 1_000_000))
  return readJson(await textOf(file))
}

/** The newest archive in a folder of GBIF's Integrated Publishing Toolkit: `dwca-1.2.zip`, or `dwca.zip`. */
const publishedIn = (files: readonly ArchivedFile[]): ArchivedFile | undefined =>
  files
    .filter(({ name }) => /(?:^|\/)dwca(?:-[\d.]+)?\.zip$/.test(name))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
    .at(-1)

const mostCells = 10_000_000

async function refuseWide(files: readonly ArchivedFile[]): Promise<void> {
  for (const file of files.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet at a time keeps memory flat
    const xml = new TextDecoder().decode(await bytesOf(file))
    if (cellsSpanned(xml) > mostCells) throw new Problem('too-large', words.tooManyCells(mostCells))
  }
}

/** A Darwin Core Archive; its files stand in the folder of its meta.xml. */
async function readArchive(files: readonly ArchivedFile[], meta: ArchivedFile): Promise<Read> {
  const folder = meta.name.replace(/meta\.xml$/, '')
  const { core, extensions } = partsIn(await textOf(meta))
  if (!core) throw new Problem('invalid', words.notAnArchive)
  const linesIn = async (part: Part): Promise<PartLines> => {
    const file = files.find(({ name }) => name === `${folder}${part.file}`)
    if (!file) throw new Problem('invalid', words.noCoreFile(part.file))
    const texts = [await textOf(file)]
    return { part, lines: await allOf(linesOf(texts, part)) }
  }
  const table = archiveTable(await linesIn(core), await Promise.all(extensions.map(linesIn)))
  const understood: Understood = {
    format: 'archive',
    file: core.file,
    extensions: extensions.length,
  }
  return { table, understood }
}

const textOf = async (file: ArchivedFile) => decoded(await bytesOf(file)).text

const bytesOf = (file: ArchivedFile): Promise<Uint8Array> =>
  file.read().catch(() => {
    throw new Problem('invalid', words.notAnArchive)
  })

async function readWorkbook(bytes: Uint8Array, isKnown: IsKnown): Promise<Read> {
  const sheets = await sheetsOf(bytes)
  if (!sheets) throw new Problem('invalid', words.notAWorkbook)
  const { name, table } = (await mirriTable(sheets)) ?? (await fullestTable(sheets, isKnown))
  const understood: Understood = {
    format: 'workbook',
    sheet: name,
    sheets: sheets.map((sheet) => sheet.name),
    headerRow: table.headerRow,
  }
  return { table, understood }
}

/** The sheet whose header has most names that are known; the first of several alike. */
async function fullestTable(sheets: readonly Sheet[], isKnown: IsKnown) {
  const filled = sheets
    .map((sheet) => ({ name: sheet.name, lines: linesOfSheet(sheet) }))
    .filter(({ lines }) => lines.some(({ cells }) => cells.some((cell) => cell.trim() !== '')))
  const tables = await Promise.all(
    filled.map(async ({ name, lines }) => ({ name, table: await tableIn(() => lines, isKnown) })),
  )
  const [best] = tables.toSorted(
    (a, b) => knownIn(b.table.header, isKnown) - knownIn(a.table.header, isKnown),
  )
  if (!best) throw new Problem('invalid', words.noSheets)
  return best
}

const linesOfSheet = ({ rows }: Sheet): Line[] =>
  rows.map((cells, at) => ({ number: at + 1, cells: cells.map(seenText) }))

/** What a file was taken for, in one line. */
export function understoodAs(understood: Understood): Text {
  const { format } = understood
  if (format === 'metadata') return understood.words
  if (format === 'json') return words.asJson(understood.path)
  if (format === 'archive') return words.asArchive(understood.file, understood.extensions)
  if (format === 'text')
    return words.asText(understood.encoding, understood.delimiter, understood.headerRow)
  return words.asSheet(understood.sheet, understood.sheets.length - 1, understood.headerRow)
}
