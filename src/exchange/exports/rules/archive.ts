import type { FoundRecord } from '../../../catalog/exports/model.ts'
import { textIn } from '../../../core/field-values.ts'
import { partialDateOf } from '../../../core/partial-date.ts'
import { isoOf } from '../../../core/time.ts'
import type { ExportFacts } from '../model.ts'
import { labelOf, rawText } from './cells.ts'

/**
 * A Darwin Core Archive: occurrences as its core, and beside them the 37 terms of the GBIF germplasm extension
 * (Germplasm accession, v20140515).
 */

/** A term of a file of the archive: its name, and what it says of a record; none says nothing. */
type Term = readonly [term: string, text?: (record: FoundRecord) => string]

const dwc = (name: string) => `http://rs.tdwg.org/dwc/terms/${name}`
const dcterms = (name: string) => `http://purl.org/dc/terms/${name}`
const germplasm = (name: string) => `http://purl.org/germplasm/germplasmTerm#${name}`
const germplasmType = (name: string) => `http://purl.org/germplasm/germplasmType#${name}`
const geo = (name: string) => `http://www.w3.org/2003/01/geo/wgs84_pos#${name}`

const raw = (key: string) => (record: FoundRecord) => rawText(record, key)
/** Darwin Core joins entries of a list by ` | `. */
const listed = (key: string) => (record: FoundRecord) => rawText(record, key).replaceAll(';', ' | ')

const occurrenceTerms = (facts: ExportFacts): readonly Term[] => [
  [dwc('occurrenceID'), ({ id }) => `${facts.baseUrl}/records/${id}`],
  [dwc('basisOfRecord'), () => 'LivingSpecimen'],
  [dcterms('modified'), ({ updatedAt }) => isoOf(updatedAt)],
  [dcterms('references'), ({ id }) => `${facts.baseUrl}/records/${id}`],
  [
    dwc('institutionCode'),
    (record) => rawText(record, 'instcode') || (record.institution.wiews ?? ''),
  ],
  [dwc('collectionCode'), ({ library }) => library ?? ''],
  [dwc('catalogNumber'), raw('accenumb')],
  [dwc('otherCatalogNumbers'), listed('othernumb')],
  [dwc('recordNumber'), raw('collnumb')],
  [dwc('recordedBy'), listed('collname')],
  [dwc('eventDate'), ({ values }) => isoDate(textIn(values, 'colldate'))],
  [dwc('verbatimEventDate'), raw('colldate')],
  [
    dwc('country'),
    (record) => labelOf({ ...facts, lang: 'en' }, 'country', rawText(record, 'origcty')),
  ],
  [dwc('locality'), (record) => rawText(record, 'collsite') || rawText(record, 'originPlace')],
  [dwc('decimalLatitude'), raw('declatitude')],
  [dwc('decimalLongitude'), raw('declongitude')],
  [dwc('geodeticDatum'), raw('coorddatum')],
  [dwc('coordinateUncertaintyInMeters'), raw('coorduncert')],
  [dwc('georeferenceProtocol'), raw('georefmeth')],
  [dwc('verbatimLatitude'), raw('latitude')],
  [dwc('verbatimLongitude'), raw('longitude')],
  [dwc('verbatimElevation'), raw('elevation')],
  [dwc('scientificName'), nameOf],
  [dwc('genus'), raw('genus')],
  [dwc('specificEpithet'), raw('species')],
  [dwc('scientificNameAuthorship'), authorOf],
  [dwc('vernacularName'), raw('cropname')],
  [dwc('occurrenceRemarks'), raw('remarks')],
]

/** The whole name with everybody who gave a part of it, as Darwin Core asks. */
function nameOf(record: FoundRecord): string {
  const parts = ['genus', 'species', 'spauthor'].map((key) => rawText(record, key))
  const below = rawText(record, 'subtaxa')
  if (below) parts.push(below, rawText(record, 'subtauthor'))
  return (
    parts.filter(Boolean).join(' ') ||
    rawText(record, 'taxonName') ||
    rawText(record, 'speciesName')
  )
}

/** Who gave the lowest part of the name. */
const authorOf = (record: FoundRecord) =>
  rawText(record, rawText(record, 'subtaxa') ? 'subtauthor' : 'spauthor')

const two = (part: number) => String(part).padStart(2, '0')

/** `1981----` is 1981, `199907--` is 1999-07; nothing for what names no year. */
function isoDate(text: string | null): string {
  const date = text === null ? null : partialDateOf(text)
  if (!date) return ''
  const { year, month, day } = date
  return [
    String(year).padStart(4, '0'),
    ...(month === null ? [] : [two(month)]),
    ...(day === null ? [] : [two(day)]),
  ].join('-')
}

const isInTreaty = ({ values }: FoundRecord) => values['mlsstat'] === '1'
const ofTreaty = (text: string) => (record: FoundRecord) => (isInTreaty(record) ? text : '')

/** In the order of the extension's definition; what the catalogue does not keep has no text. */
const germplasmTerms: readonly Term[] = [
  [germplasm('germplasmID'), raw('puid')],
  [germplasm('germplasmIdentifier'), listed('accename')],
  [germplasm('biologicalStatus'), raw('sampstat')],
  [germplasmType('storageCondition'), listed('storage')],
  [germplasm('collectingInstituteID'), listed('collcode')],
  [geo('lat'), raw('declatitude')],
  [geo('lon'), raw('declongitude')],
  [geo('alt'), raw('elevation')],
  [dwc('locationID')],
  [germplasm('breedingID')],
  [germplasm('breedingIdentifier')],
  [germplasm('breedingYear'), raw('breedingYear')],
  [germplasm('breedingCountry')],
  [germplasm('breedingCountryCode')],
  [germplasm('breedingInstituteID'), listed('bredcode')],
  [germplasm('breedingInstitute'), listed('bredname')],
  [germplasm('breedingPerson')],
  [germplasm('ancestralData'), raw('ancest')],
  [germplasm('purdyPedigree')],
  [germplasm('breedingRemarks')],
  [germplasm('acquisitionID')],
  [germplasm('donorsID')],
  [germplasm('donorsIdentifier'), raw('donornumb')],
  [germplasm('donorInstituteID'), raw('donorcode')],
  [germplasm('donorInstitute'), raw('donorname')],
  [germplasm('acquisitionDate'), raw('acqdate')],
  [germplasm('acquisitionSource'), raw('collsrc')],
  [germplasm('acquisitionRemarks')],
  [germplasm('safetyDuplicationID')],
  [germplasm('safetyDuplicationDate')],
  [germplasm('safetyDuplicationInstituteID'), listed('duplsite')],
  [germplasm('safetyDuplicationInstitute'), listed('duplinstname')],
  [germplasm('safetyDuplicationRemarks')],
  [germplasm('treatyOrRegulationID')],
  [
    germplasm('treatyOrRegulationName'),
    ofTreaty('International Treaty on Plant Genetic Resources for Food and Agriculture'),
  ],
  [germplasm('treatyOrRegulationGoverningBody'), ofTreaty('FAO')],
  [germplasm('mlsStatus'), raw('mlsstat')],
]

/** One of the two tables of the archive. */
export type ArchiveTable = {
  name: string
  header: string
  line: (record: FoundRecord) => string
}

/** The core, and the extension; a record has one line in each, known by its id. */
export const archiveTables = (facts: ExportFacts): readonly ArchiveTable[] => [
  tableOf('occurrence.txt', occurrenceTerms(facts)),
  tableOf('germplasm.txt', germplasmTerms),
]

const tableOf = (name: string, terms: readonly Term[]): ArchiveTable => ({
  name,
  header: tabbed(['id', ...terms.map(([term]) => term.split(/[/#]/).at(-1) ?? term)]),
  line: (record) => tabbed([record.id, ...terms.map(([, text]) => text?.(record) ?? '')]),
})

/** Neither tabs nor line breaks can be written in such a file. */
const tabbed = (cells: readonly string[]) =>
  `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`

/** What each file of the archive holds: its `meta.xml`. */
export function metaXml(facts: ExportFacts): string {
  const core = fileXml('core', 'occurrence.txt', dwc('Occurrence'), occurrenceTerms(facts))
  const extension = fileXml(
    'extension',
    'germplasm.txt',
    germplasm('GermplasmAccession'),
    germplasmTerms,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<archive xmlns="http://rs.tdwg.org/dwc/text/" metadata="eml.xml">\n${core}${extension}</archive>\n`
}

const fileXml = (
  element: 'core' | 'extension',
  file: string,
  rowType: string,
  terms: readonly Term[],
): string => {
  const id = element === 'core' ? 'id' : 'coreid'
  const fields = terms.map(([term], at) => `    <field index="${at + 1}" term="${term}"/>\n`)
  return `  <${element} encoding="UTF-8" fieldsTerminatedBy="\\t" linesTerminatedBy="\\n" fieldsEnclosedBy="" ignoreHeaderLines="1" rowType="${rowType}">\n    <files><location>${file}</location></files>\n    <${id} index="0"/>\n${fields.join('')}  </${element}>\n`
}

/** What the archive is, for GBIF: its `eml.xml`. */
export const emlXml = ({ baseUrl }: ExportFacts, madeOn: string): string => {
  const address = xml(baseUrl)
  const party = '<organizationName>Hexi</organizationName>'
  return `<?xml version="1.0" encoding="UTF-8"?>
<eml:eml xmlns:eml="https://eml.ecoinformatics.org/eml-2.2.0" packageId="${address}/records/export/${madeOn}" system="${address}" scope="system" xml:lang="en">
  <dataset>
    <title xml:lang="en">Germplasm accessions of the catalogue at ${address}</title>
    <title xml:lang="zh">种质目录</title>
    <creator>${party}</creator>
    <metadataProvider>${party}</metadataProvider>
    <pubDate>${madeOn}</pubDate>
    <language>zh</language>
    <abstract><para>Passports of germplasm accessions as they were found by a search on ${madeOn}.</para></abstract>
    <distribution scope="document"><online><url function="information">${address}</url></online></distribution>
    <contact>${party}</contact>
  </dataset>
</eml:eml>
`
}

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
