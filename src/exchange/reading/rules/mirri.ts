import type { FieldRow } from '../../../core/fields.ts'
import { seenText } from '../../../core/typed-text.ts'
import type { RowProblem } from '../../model.ts'
import type { Line, Table, TableRow } from '../model.ts'
import { readingWords as words } from '../words.ts'
import { allOf } from './chunks.ts'
import { heldTable } from './facts.ts'
import { tableIn } from './table.ts'

/**
 * A MIRRI strain workbook (ICT Task Force, 2020-06-01): its sheet of strains as one table, with what it refers to on
 * other sheets put in its place, ranges and coordinates in columns of their own, and its numbers for yes, no and kinds of
 * organism as words. A place is referred to by its ID or its locality.
 */

type Sheet = { name: string; rows: readonly (readonly string[])[] }
type Entry = Readonly<Record<string, string>>
type Lookup = { sheet: string; entries: ReadonlyMap<string, Entry> }
type Sheets = { media: Lookup; places: Lookup; literature: Lookup; sequences: Entry[] }

/** Columns and texts that one cell becomes; what it refers to and is not there is named. */
type Become = { cells: Entry; missing?: { value: string; sheet: string } }
type Reader = (text: string, label: string, sheets: Sheets) => Become

const strains = 'Strains'
const number = 'Accession number'

/** The table of a workbook of strains; undefined where it is another one. */
export async function mirriTable(
  all: readonly Sheet[],
): Promise<{ name: string; table: Table } | undefined> {
  const sheet = all.find(({ name }) => name === strains)
  if (!sheet || !sheet.rows[0]?.includes(number)) return undefined
  const {
    header: labels,
    headerRow,
    leftOut,
    ...source
  } = await tableIn(
    () => linesOf(sheet),
    (name) => name === number,
  )
  const sheets = sheetsIn(all)
  const strainRows = await allOf(source.rows())
  const read = strainRows.map((row) => ({ row, ...rowRead(labels, row, sheets) }))
  const header = [...new Set(read.flatMap(({ cells }) => Object.keys(cells)))]
  const rows = read.map(({ row, cells, problems }): TableRow => ({
    number: row.number,
    cells: header.map((name) => cells[name] ?? ''),
    problems: [...(row.problems ?? []), ...problems],
    beside: { sequences: sequencesOf(cells[number] ?? '', sheets) },
  }))
  return { name: strains, table: heldTable({ header, headerRow, leftOut, rows }) }
}

const linesOf = ({ rows }: Sheet): Line[] =>
  rows.map((cells, at) => ({ number: at + 1, cells: cells.map(seenText) }))

function sheetsIn(all: readonly Sheet[]): Sheets {
  const entriesOf = (...names: string[]) =>
    entriesIn(all.find(({ name }) => names.includes(name))?.rows ?? [])
  return {
    media: lookup('Growth media', entriesOf('Growth media'), 'Acronym'),
    places: lookup(
      'Geographic origin',
      entriesOf('Geographic origin', 'Locations'),
      'Locality',
      'ID',
    ),
    literature: lookup('Literature', entriesOf('Literature'), 'ID'),
    sequences: entriesOf('Genomic information'),
  }
}

const lookup = (sheet: string, entries: readonly Entry[], ...keys: string[]): Lookup => ({
  sheet,
  entries: new Map(
    entries.flatMap((entry) => keys.map((key) => [entry[key] ?? '', entry] as const)),
  ),
})

function entriesIn([header = [], ...rows]: Sheet['rows']): Entry[] {
  return rows.map((row) =>
    Object.fromEntries(header.map((name, at) => [name.trim(), seenText(row[at] ?? '').trim()])),
  )
}

function rowRead(header: readonly string[], row: TableRow, sheets: Sheets) {
  const cells: Record<string, string> = {}
  const problems: RowProblem[] = []
  for (const [at, label] of header.entries()) {
    const text = (row.cells[at] ?? '').trim()
    const read = (readers[label] ?? asItIs)(text, label, sheets)
    Object.assign(cells, read.cells)
    if (read.missing)
      problems.push({
        row: row.number,
        field: label,
        code: 'unknown_reference',
        detail: words.unknownReference(read.missing.value, read.missing.sheet),
      })
  }
  return { cells, problems }
}

const asItIs: Reader = (text, label) => ({ cells: { [label]: text } })

/** Numbers that stand for words; anything else stays and is refused where its field does not know it. */
const byNumber =
  (names: Readonly<Record<string, string>>): Reader =>
  (text, label) => ({
    cells: {
      [label]: splitAt(text, /[;,]/)
        .map((one) => names[one] ?? one)
        .join(';'),
    },
  })

const yesOrNo = byNumber({ 1: 'no', 2: 'yes' })

const organisms = byNumber({
  1: 'algae',
  2: 'archaea',
  3: 'bacteria',
  4: 'cyanobacteria',
  5: 'filamentous_fungi',
  6: 'phage',
  7: 'plasmid',
  8: 'virus',
  9: 'yeast',
})

/** `22;34` is two columns. */
const apart =
  (...names: string[]): Reader =>
  (text) => {
    const parts = text.split(';')
    return { cells: Object.fromEntries(names.map((name, at) => [name, (parts[at] ?? '').trim()])) }
  }

const under =
  (name: string): Reader =>
  (text) => ({ cells: { [name]: text } })

/** Entries of another sheet by their keys, each as what it says there. */
const referring =
  (
    lookupIn: (sheets: Sheets) => Lookup,
    said: (entry: Entry, key: string) => string,
    parted = /[;/]/,
  ): Reader =>
  (text, label, sheets) => {
    const { sheet, entries } = lookupIn(sheets)
    const keys = splitAt(text, parted)
    const missing = keys.find((key) => !entries.has(key))
    const texts = keys.map((key) => said(entries.get(key) ?? {}, key).replaceAll(';', ','))
    return {
      cells: { [label]: texts.join('; ') },
      ...(missing !== undefined && { missing: { value: missing, sheet } }),
    }
  }

const place: Reader = (text, label, { places: { sheet, entries } }) => {
  if (text === '') return { cells: { [label]: '', origcty: '' } }
  const entry = entries.get(text)
  if (!entry) return { cells: { [label]: text }, missing: { value: text, sheet } }
  const names = ['Locality', 'City', 'Region', 'Country'].map((name) => entry[name] ?? '')
  const whole = [...new Set(names)].filter((name) => name !== '').join(', ')
  return { cells: { [label]: whole, origcty: entry['Country'] ?? '' } }
}

const literature = referring(
  (sheets) => sheets.literature,
  (entry) => entry['Full reference'] || entry['Title'] || '',
)

const readers: Readonly<Record<string, Reader>> = {
  'Strain from a registered collection': yesOrNo,
  'Dual use': yesOrNo,
  'Quarantine in Europe': yesOrNo,
  GMO: yesOrNo,
  'Interspecific hybrid': yesOrNo,
  'Organism type': organisms,
  'Tested temperature growth range': apart('temperatureTestedLow', 'temperatureTestedHigh'),
  'Coordinates of geographic origin': apart('DECLATITUDE', 'DECLONGITUDE', 'COORDUNCERT'),
  'Altitude of geographic origin': under('ELEVATION'),
  'Date of collection': under('COLLDATE'),
  'Geographic origin': place,
  'Recommended medium for growth': referring(
    (sheets) => sheets.media,
    (entry, key) => [key, entry['Description']].filter(Boolean).join(' '),
  ),
  Literature: literature,
  // A second column of the same list.
  'Literature linked to the sequence/genome': (text, _label, sheets) =>
    literature(text, 'literature', sheets),
}

const splitAt = (text: string, parted: RegExp) =>
  text
    .split(parted)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const sequencesOf = (strain: string, { sequences }: Sheets): FieldRow[] =>
  sequences
    .filter((entry) => entry['Strain AN'] === strain)
    .map((entry) => ({
      marker: entry['Marker'] || null,
      accession: entry['INSDC AN'] || null,
      sequenceUrl: null,
    }))
