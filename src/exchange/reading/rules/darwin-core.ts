import { Problem } from '../../../core/problem.ts'
import { seenText } from '../../../core/typed-text.ts'
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
      })),
  }
}

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

/** Kinds of rows that a genebank's archive has at its core. */
const coreTypes = new Set(['Occurrence', 'MaterialSample', 'GermplasmAccession'])
/** What is a thing that is kept; a sighting is not. */
const keptThings = /^(?:living|preserved)?_?specimen$|^material_?sample$|germplasm/i

export type PartLines = { part: Part; lines: readonly Line[] }

/**
 * The table of an archive: a row of the core with what extensions of one row say of the same id. Refused where its core is
 * a checklist of taxa or events, or its rows are sightings: nobody keeps those.
 */
export function archiveTable(core: PartLines, extensions: readonly PartLines[]): Table {
  if (!coreTypes.has(core.part.rowType))
    throw new Problem('invalid', words.otherCore(core.part.rowType))
  const beside = extensions.map(rowsById)
  const entries = dataLines(core).map((line) => ({
    number: line.number,
    texts: [
      ...beside.map((rows) => rows.get(line.cells[core.part.idAt] ?? '') ?? {}),
      textsIn(core.part, line),
    ].reduce((said, more) => ({ ...said, ...more }), {}),
  }))
  const basis = entries[0]?.texts['basisOfRecord']
  const isKept = core.part.rowType !== 'Occurrence' || keptThings.test(basis?.trim() ?? '')
  if (!isKept) throw new Problem('invalid', words.sightings(basis ?? ''))
  const header = [...new Set(entries.flatMap(({ texts }) => Object.keys(texts)))]
  return heldTable({
    header,
    headerRow: Math.max(1, core.part.headerLines),
    rows: entries.map(({ number, texts }) => ({
      number,
      cells: header.map((name) => texts[name] ?? ''),
    })),
    leftOut: [],
  })
}

const dataLines = ({ part, lines }: PartLines) =>
  lines.slice(part.headerLines).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))

/** Rows of an extension by the id of the core's row; a second one of the same id adds what the first has not. */
function rowsById(read: PartLines): Map<string, Attributes> {
  const found = new Map<string, Attributes>()
  for (const line of dataLines(read)) {
    const id = line.cells[read.part.idAt] ?? ''
    found.set(id, { ...textsIn(read.part, line), ...found.get(id) })
  }
  return found
}

/** Texts by the names of MCPD, or by those of their terms where MCPD has none. */
const textsIn = ({ fields }: Part, { cells }: Line): Attributes =>
  Object.fromEntries(
    fields
      .filter(({ term }) => !silent.has(term))
      .map(({ term, at, value }) => [
        mcpdNames[term] ?? term,
        seenText((at === undefined ? '' : cells[at]) || value),
      ]),
  )

/** Said by the archive as a whole, or of no use to a passport. */
const silent = new Set(['kingdom', 'rights', 'license', 'modified', 'type', 'language'])

const mcpdNames: Readonly<Record<string, string>> = {
  catalogNumber: 'ACCENUMB',
  institutionCode: 'INSTCODE',
  otherCatalogNumbers: 'OTHERNUMB',
  scientificName: 'Taxon',
  genus: 'GENUS',
  specificEpithet: 'SPECIES',
  infraspecificEpithet: 'SUBTAXA',
  scientificNameAuthorship: 'SPAUTHOR',
  vernacularName: 'CROPNAME',
  recordNumber: 'COLLNUMB',
  recordedBy: 'COLLNAME',
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
  occurrenceRemarks: 'REMARKS',
  // The germplasm extension
  germplasmID: 'PUID',
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
