import { Problem } from '../../../core/problem.ts'
import { seenText } from '../../../core/typed-text.ts'
import type { Table } from '../model.ts'
import { readingWords as words } from '../words.ts'
import { heldTable } from './facts.ts'
import { strainIn } from './strains.ts'

type Entry = Readonly<Record<string, unknown>>

/** Whether a text is JSON rather than a table. */
export const isJson = (text: string) => /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text)

/**
 * A list of passports in JSON as a table: as MCPD names them, as BrAPI answers them (`result.data`; one germplasm or
 * many), as Vavilov writes them, or strains as the microbial data standard does. Parts of parts have the path to them as their column, lists are joined by `;`. Rows
 * are counted from 1.
 */
export function jsonTable(whole: unknown): { table: Table; path: string } {
  const { path, entries } = listIn(whole)
  const read = entries.map((entry) => {
    const strain = strainIn(entry)
    return strain ?? { cells: cellsOf(passportIn(entry)), sequences: undefined }
  })
  const header = [...new Set(read.flatMap(({ cells }) => [...cells.keys()]))]
  const rows = read.map(({ cells, sequences }, at) => ({
    number: at + 1,
    cells: header.map((name) => cells.get(name) ?? ''),
    ...(sequences && { beside: { sequences } }),
  }))
  return { path, table: heldTable({ header, headerRow: 1, rows, leftOut: [] }) }
}

/** What a text of JSON says; refused where it is nested more deeply than anything that is read here. */
export function parsedJson(text: string): unknown {
  refuseDeep(text)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('invalid', words.notJson(error instanceof Error ? error.message : ''))
  }
}

const mostLevels = 64

/** Told before it is parsed: fifty megabytes of brackets would take gigabytes as objects. */
function refuseDeep(text: string): void {
  let level = 0
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') level += 1
    else if (sign === ']' || sign === '}') level -= 1
    if (level > mostLevels) throw new Problem('invalid', words.tooDeep(mostLevels))
  }
}

/** Where lists stand in an answer; an object without any of them is one entry. */
const listPaths = ['', 'result.data', 'data', 'result']

function listIn(whole: unknown): { path: string; entries: Entry[] } {
  for (const path of listPaths) {
    const found = path === '' ? whole : path.split('.').reduce(partOf, whole)
    if (Array.isArray(found)) return { path, entries: found.filter(isEntry) }
  }
  const result = partOf(whole, 'result')
  const entry = isEntry(result) ? result : whole
  return { path: '', entries: isEntry(entry) ? [entry] : [] }
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const partOf = (value: unknown, name: string): unknown => (isEntry(value) ? value[name] : undefined)

/** An accession of Vavilov with its passports as one, its taxon and site as MCPD writes them. */
function passportIn(entry: Entry): Entry {
  const data = partOf(entry, 'data')
  const passports = partOf(data, 'passports')
  const own = isEntry(data) ? data : entry
  const { passports: _, ...head } = own
  const merged: Entry = Object.assign({}, head, ...(Array.isArray(passports) ? passports : []))
  const site = siteText(merged['collectionSite'])
  return { ...merged, ...subtaxonIn(merged['taxonomy']), ...(site && { COLLSITE: site }) }
}

const siteParts = ['state', 'province', 'municipality', 'site']

const siteText = (site: unknown) =>
  siteParts
    .filter((part) => partOf(site, part))
    .map((part) => `${part}:${String(partOf(site, part))}`)
    .join(';')

function subtaxonIn(taxonomy: unknown): Entry {
  const ranks = { subspecies: 'subsp.', variety: 'var.', forma: 'f.' }
  const parts = Object.entries(ranks).flatMap(([rank, mark]) => {
    const name = partOf(partOf(taxonomy, rank), 'name')
    return typeof name === 'string' ? [`${mark} ${name}`] : []
  })
  return parts.length > 0 ? { SUBTAXA: parts.join(' ') } : {}
}

/** Texts by column; a column that MCPD has is called as it calls it, and one that is said already is not said twice. */
function cellsOf(entry: Entry): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [path, text] of textsIn(entry, '')) {
    const name = mcpdNames[path] ?? path
    if (silent.test(path) || text === '') continue
    const before = cells.get(name)
    if (before === undefined) cells.set(name, text)
    else if (!before.split(';').includes(text)) cells.set(name, `${before};${text}`)
  }
  return cells
}

/** What says how the entry is kept elsewhere, or is part of what {@link passportIn} put together. */
const silent =
  /^(?:version|dataSource|metadata|additionalInfo|externalReferences|germplasmDbId|taxonomy\.(?:variety|subspecies|forma)|collectionSite\.(?:state|province|municipality|site)$)/

/** Every text of an entry with the path to it; entries of a list have the path of the list. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, path))
  if (isEntry(value))
    return Object.entries(value).flatMap(([name, part]) =>
      textsIn(part, path ? `${path}.${name}` : name),
    )
  if (typeof value === 'string') return [[path, seenText(value)]]
  return typeof value === 'number' || typeof value === 'boolean' ? [[path, `${value}`]] : []
}

const mcpdNames: Readonly<Record<string, string>> = {
  // BrAPI v2.1, /germplasm and /germplasm/{id}/mcpd
  germplasmPUI: 'PUID',
  instituteCode: 'INSTCODE',
  accessionNumber: 'ACCENUMB',
  germplasmName: 'ACCENAME',
  accessionNames: 'ACCENAME',
  'synonyms.synonym': 'OTHERNUMB',
  alternateIDs: 'OTHERNUMB',
  genus: 'GENUS',
  species: 'SPECIES',
  speciesAuthority: 'SPAUTHOR',
  subtaxa: 'SUBTAXA',
  subtaxon: 'SUBTAXA',
  subtaxaAuthority: 'SUBTAUTHOR',
  subtaxonAuthority: 'SUBTAUTHOR',
  commonCropName: 'CROPNAME',
  acquisitionDate: 'ACQDATE',
  acquisitionSourceCode: 'COLLSRC',
  biologicalStatusOfAccessionCode: 'SAMPSTAT',
  countryOfOriginCode: 'ORIGCTY',
  countryOfOrigin: 'ORIGCTY',
  pedigree: 'ANCEST',
  ancestralData: 'ANCEST',
  'storageTypes.code': 'STORAGE',
  storageTypeCodes: 'STORAGE',
  mlsStatus: 'MLSSTAT',
  remarks: 'REMARKS',
  documentationURL: 'recordUrl',
  'donors.donorInstituteCode': 'DONORCODE',
  'donors.donorAccessionNumber': 'DONORNUMB',
  'donorInfo.donorInstitute.instituteCode': 'DONORCODE',
  'donorInfo.donorInstitute.instituteName': 'DONORNAME',
  'donorInfo.donorAccessionNumber': 'DONORNUMB',
  'breedingInstitutes.instituteCode': 'BREDCODE',
  'breedingInstitutes.instituteName': 'BREDNAME',
  'safetyDuplicateInstitutes.instituteCode': 'DUPLSITE',
  'safetyDuplicateInstitutes.instituteName': 'DUPLINSTNAME',
  'collectingInfo.collectingDate': 'COLLDATE',
  'collectingInfo.collectingNumber': 'COLLNUMB',
  'collectingInfo.collectingMissionIdentifier': 'COLLMISSID',
  'collectingInfo.collectingInstitutes.instituteCode': 'COLLCODE',
  'collectingInfo.collectingInstitutes.instituteName': 'COLLNAME',
  'collectingInfo.collectingInstitutes.instituteAddress': 'COLLINSTADDRESS',
  'collectingInfo.collectingSite.locationDescription': 'COLLSITE',
  'collectingInfo.collectingSite.latitudeDecimal': 'DECLATITUDE',
  'collectingInfo.collectingSite.latitudeDegrees': 'LATITUDE',
  'collectingInfo.collectingSite.longitudeDecimal': 'DECLONGITUDE',
  'collectingInfo.collectingSite.longitudeDegrees': 'LONGITUDE',
  'collectingInfo.collectingSite.coordinateUncertainty': 'COORDUNCERT',
  'collectingInfo.collectingSite.spatialReferenceSystem': 'COORDDATUM',
  'collectingInfo.collectingSite.georeferencingMethod': 'GEOREFMETH',
  'collectingInfo.collectingSite.elevation': 'ELEVATION',
  // Vavilov
  'germplasmNumber.germplasmNumber': 'ACCENUMB',
  'germplasmNumber.instituteCode': 'INSTCODE',
  germplasmNumber: 'ACCENUMB',
  'taxonomy.genus.name': 'GENUS',
  'taxonomy.species.name': 'SPECIES',
  'taxonomy.species.author': 'SPAUTHOR',
  'collectionSite.countryOfOriginCode': 'ORIGCTY',
  'collectionSite.latitude': 'DECLATITUDE',
  'collectionSite.longitude': 'DECLONGITUDE',
  'collectionSite.altitude': 'ELEVATION',
}
