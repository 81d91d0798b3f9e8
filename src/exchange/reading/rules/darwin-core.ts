import { Problem } from '../../../core/problem.ts'
import { seenText } from '../../../core/typed-text.ts'
import type { RowProblem } from '../../model.ts'
import { namePartsOf } from '../../values/rules/taxon.ts'
import type { Line, Table } from '../model.ts'
import { readingWords as words } from '../words.ts'
import { heldTable } from './facts.ts'

/** What meta.xml says of the core or of an extension: its file, how that is written, and the term of each column. */
export type Part = {
  rowType: string
  file: string
  delimiter: string
  quote: string
  headerLines: number
  idAt: number
  fields: readonly { term: string; at: number | undefined; value: string }[]
}

type Attributes = Readonly<Record<string, string>>

/**
 * The core and the extensions that meta.xml of a Darwin Core Archive describes (Darwin Core text guide). The document is
 * flat: elements with attributes, and the name of a file; comments are read past.
 */
export function partsIn(meta: string): { core: Part | undefined; extensions: Part[] } {
  const text = meta.replaceAll(/<!--[\s\S]*?-->/g, '')
  const parts = (name: string) =>
    [...text.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'))].map(
      ([, head = '', body = '']) => partOf(attributesIn(head), body),
    )
  return { core: parts('core')[0], extensions: parts('extension') }
}

function partOf(head: Attributes, body: string): Part {
  const elements = [...body.matchAll(/<(id|coreid|field)\b([^>]*?)\/?>/g)].map(
    ([, name = '', attributes = '']) => ({ name, attributes: attributesIn(attributes) }),
  )
  const id = elements.find(({ name }) => name !== 'field')?.attributes
  return {
    rowType: termOf(head['rowType'] ?? ''),
    file: (/<location>([^<]*)<\/location>/.exec(body)?.[1] ?? '').trim(),
    delimiter: unescaped(head['fieldsTerminatedBy'] ?? ','),
    quote: unescaped(head['fieldsEnclosedBy'] ?? '"'),
    headerLines: Number(head['ignoreHeaderLines'] ?? 0),
    idAt: Number(id?.['index'] ?? 0),
    fields: elements
      .filter(({ name }) => name === 'field')
      .map(({ attributes }) => ({
        term: termOf(attributes['term'] ?? ''),
        at: attributes['index'] === undefined ? undefined : Number(attributes['index']),
        value: attributes['default'] ?? '',
      }))
      // As it was written comes before what somebody made of it.
      .toSorted((one, other) => Number(isVerbatim(other)) - Number(isVerbatim(one))),
  }
}

const isVerbatim = ({ term }: { term: string }) => term.startsWith('verbatim')

const attributesIn = (text: string): Attributes =>
  Object.fromEntries(
    [...text.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name = '', one, other]) => [
        name,
        (one ?? other ?? '')
          .replaceAll('&lt;', '<')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      ],
    ),
  )

const unescaped = (text: string) =>
  text.replaceAll('\\t', '\t').replaceAll('\\n', '\n').replaceAll('\\r', '\r')

/** The last part of a term's address: what it is called. */
const termOf = (address: string) => address.replace(/^.*[/#]/, '')

/** Kinds of rows that are things that somebody keeps. */
const keptTypes = new Set(['Occurrence', 'MaterialSample', 'GermplasmAccession'])
/** What of occurrences is a thing that is kept; a sighting is not. */
const keptThings = /^(?:living|preserved)?_?specimen$|^material_?sample$|germplasm/i

export type PartLines = { part: Part; lines: readonly Line[] }

/**
 * The table of an archive: its things that are kept, which are its core, or the extension of an event or a name; each
 * with what the other parts say of the same id. Refused where it has none: a checklist, or sightings alone. Of a mixed
 * one the sightings are refused row by row.
 */
export function archiveTable(core: PartLines, extensions: readonly PartLines[]): Table {
  const parts = [core, ...extensions]
  const main = parts.find(({ part }) => keptTypes.has(part.rowType))
  if (!main) throw new Problem('invalid', words.otherCore(core.part.rowType))
  const beside = parts.filter((one) => one !== main).map(rowsById)
  const entries = dataLines(main).map((line) => ({
    number: line.number,
    texts: authored(
      together(
        textsIn(main.part, line),
        ...beside.map((rows) => rows.get(line.cells[main.part.idAt] ?? '') ?? {}),
      ),
    ),
  }))
  const problems = main.part.rowType === 'Occurrence' ? entries.map(sightingIn) : []
  if (problems.length > 0 && problems.every((found) => found !== undefined))
    throw new Problem('invalid', words.sightings(entries.length, entries[0]?.texts[basis] ?? ''))
  const header = headerOf(entries)
  return heldTable({
    header,
    headerRow: Math.max(1, main.part.headerLines),
    rows: entries.map(({ number, texts }, at) => {
      const problem = problems[at]
      const cells = header.map((name) => texts[name] ?? '')
      return { number, cells, ...(problem && { problems: [problem] }) }
    }),
    leftOut: [],
  })
}

type Entry = { number: number; texts: Attributes }

/** Every column of MCPD, and of the others those that say something: archives declare more terms than they use. */
function headerOf(entries: readonly Entry[]): string[] {
  const all = new Set(entries.flatMap(({ texts }) => Object.keys(texts)))
  return [...all].filter((name) => ofMcpd.has(name) || entries.some(({ texts }) => texts[name]))
}

const basis = 'basisOfRecord'

function sightingIn({ number, texts }: Entry) {
  const said = texts[basis]?.trim() ?? ''
  const problem: RowProblem = {
    row: number,
    field: basis,
    code: 'not_kept',
    detail: words.sighting(said),
  }
  return keptThings.test(said) ? undefined : problem
}

const dataLines = ({ part, lines }: PartLines) =>
  lines.slice(part.headerLines).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))

/** Rows of an extension by the id of the core's row; a second one of the same id adds what the first has not. */
function rowsById(read: PartLines): Map<string, Attributes> {
  const found = new Map<string, Attributes>()
  for (const line of dataLines(read)) {
    const id = line.cells[read.part.idAt] ?? ''
    found.set(id, together(found.get(id) ?? {}, textsIn(read.part, line)))
  }
  return found
}

/** Of several texts for one column the first that says something. */
function together(...all: readonly Attributes[]): Attributes {
  const texts: Record<string, string> = {}
  for (const one of all)
    for (const [name, text] of Object.entries(one)) if (!texts[name]) texts[name] = text
  return texts
}

/** Texts by the names of MCPD, or by those of their terms where MCPD has none. */
const textsIn = ({ fields }: Part, { cells }: Line): Attributes =>
  together(
    ...fields
      .filter(({ term }) => !silent.has(term))
      .map(({ term, at, value }) => {
        const text = seenText((at === undefined ? '' : cells[at]) || value)
        // Darwin Core parts what is several by bars.
        return { [mcpdNames[term] ?? term]: text.replaceAll(' | ', ';') }
      }),
  )

/**
 * Darwin Core names who gave the whole name, which is the author of the subtaxon where there is one; the author of the
 * species stands inside the name then.
 */
function authored({ [authorship]: author, ...texts }: Attributes): Attributes {
  if (author === undefined) return texts
  const name = withoutEnd(texts['Taxon'] ?? '', ` ${author}`)
  const { spauthor = '', subtaxa } = namePartsOf(name)
  const named = name === '' ? texts : { ...texts, Taxon: name }
  return texts['SUBTAXA'] || subtaxa
    ? { ...named, SPAUTHOR: spauthor, SUBTAUTHOR: author }
    : { ...named, SPAUTHOR: author || spauthor, SUBTAUTHOR: '' }
}

const withoutEnd = (text: string, end: string) =>
  text.endsWith(end) ? text.slice(0, -end.length) : text

const authorship = 'scientificNameAuthorship'

/** Said by the archive as a whole, or of no use to a passport. */
const silent = new Set([
  'kingdom',
  'rights',
  'license',
  'modified',
  'type',
  'language',
  'occurrenceID',
  'references',
  'source',
  'collectionCode',
  'treatyOrRegulationName',
  'treatyOrRegulationGoverningBody',
])

const mcpdNames: Readonly<Record<string, string>> = {
  catalogNumber: 'ACCENUMB',
  institutionCode: 'INSTCODE',
  otherCatalogNumbers: 'OTHERNUMB',
  scientificName: 'Taxon',
  genus: 'GENUS',
  specificEpithet: 'SPECIES',
  infraspecificEpithet: 'SUBTAXA',
  vernacularName: 'CROPNAME',
  recordNumber: 'COLLNUMB',
  recordedBy: 'COLLNAME',
  verbatimEventDate: 'COLLDATE',
  eventDate: 'COLLDATE',
  country: 'ORIGCTY',
  locality: 'COLLSITE',
  decimalLatitude: 'DECLATITUDE',
  decimalLongitude: 'DECLONGITUDE',
  verbatimLatitude: 'LATITUDE',
  verbatimLongitude: 'LONGITUDE',
  coordinateUncertaintyInMeters: 'COORDUNCERT',
  geodeticDatum: 'COORDDATUM',
  georeferenceProtocol: 'GEOREFMETH',
  minimumElevationInMeters: 'ELEVATION',
  verbatimElevation: 'ELEVATION',
  occurrenceRemarks: 'REMARKS',
  // The germplasm extension
  germplasmID: 'PUID',
  germplasmIdentifier: 'ACCENAME',
  lat: 'DECLATITUDE',
  lon: 'DECLONGITUDE',
  alt: 'ELEVATION',
  biologicalStatus: 'SAMPSTAT',
  acquisitionDate: 'ACQDATE',
  acquisitionSource: 'COLLSRC',
  collectingMissionIdentifier: 'COLLMISSID',
  collectingInstituteID: 'COLLCODE',
  breedingInstitute: 'BREDNAME',
  breedingInstituteID: 'BREDCODE',
  ancestralData: 'ANCEST',
  donorInstitute: 'DONORNAME',
  donorInstituteID: 'DONORCODE',
  donorsIdentifier: 'DONORNUMB',
  safetyDuplicationInstitute: 'DUPLINSTNAME',
  safetyDuplicationInstituteID: 'DUPLSITE',
  storageCondition: 'STORAGE',
  mlsStatus: 'MLSSTAT',
}

const ofMcpd = new Set([...Object.values(mcpdNames), 'SPAUTHOR', 'SUBTAUTHOR'])
