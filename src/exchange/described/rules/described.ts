import type { Access, Identifier, Kind, Visibility } from '../../../catalog/records/model/record.ts'
import { numberIn, rowsIn, textIn, textsIn } from '../../../core/field-values.ts'
import type { FieldValues } from '../../../core/fields.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { defaultZone, type Temporal } from '../../../core/time.ts'
import { datasetPaths } from '../../../datasets/words/paths.ts'
import { kindDefinitions } from '../../../kinds.ts'
import type { Described, DescribedFile, DescribedInstitution, Release } from '../model.ts'
import { kindNames } from '../words.ts'
import { datesOf } from './dates.ts'
import { citedBy, identifierOf } from './identifiers.ts'
import { contributorsOf, creatorsOf, institutionParty, publisherOf } from './parties.ts'
import { altitudeOf, periodOf, placesOf } from './places.ts'
import {
  generalTypes,
  relatedIdentifiersOf,
  relatedItemsOf,
  type RelatedRecord,
  relatedRecord,
  wholeOf,
} from './related.ts'
import { accessOf, fundingOf, licencesOf } from './sharing.ts'
import { descriptionsOf, subjectsOf, titlesOf } from './texts.ts'

type Row = {
  id: string
  kind: Kind
  profile: string | null
  visibility: Visibility
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  titleZh: string | null
  titleEn: string | null
  summaryZh: string | null
  summaryEn: string | null
  keywords: readonly string[]
  subjects: readonly string[]
  identifiers: readonly Identifier[]
  taxon: string | null
  access: Access
  collection: ({ id: string } & LocalText) | null
  imageId: string | null
  imageCaptionZh: string | null
  imageCaptionEn: string | null
  publishedAt: Temporal.Instant | null
  withdrawnAt: Temporal.Instant | null
  withdrawalReason: string | null
  createdAt: Temporal.Instant
  updatedAt: Temporal.Instant
  version: number
}

type Version = {
  number: number
  publishedAt: Temporal.Instant | null
  notes: LocalText
  terms: LocalText
  /** Null for who may not know of the files. */
  fileCount: number | null
  sizeBytes: number | null
  mayReadFiles: boolean
}

type File = {
  id: string
  name: string
  contentType: string
  sizeBytes: number
  sha256: string
  description: string | null
}

/** What is known of a record, as far as the viewer may see it. */
type Known = {
  row: Row
  values: FieldValues
  institution: (Omit<DescribedInstitution, 'name'> & LocalText) | undefined
  related: readonly RelatedRecord[]
  version: Version | undefined
  files: readonly File[]
}

type Around = {
  baseUrl: string
  labelOf: (vocabulary: string, code: string) => Text | undefined
  maxFiles: number
}

export function describedOf(known: Known, around: Around): Described {
  const { row } = known
  const head = headOf(known, around)
  if (row.withdrawnAt) return { ...head, ...nothingMore, type: typeOf(known, around) }
  const { kind } = row
  const values = known.values
  const facts = { kind, values, institution: head.institution }
  const period = periodOf(facts)
  const summary = { zh: row.summaryZh, en: row.summaryEn }
  return {
    ...head,
    alternateIdentifiers: alternatesOf(values),
    titles: titlesOf(head.title, facts),
    summary,
    descriptions: descriptionsOf(summary, facts),
    creators: creatorsOf(facts),
    contributors: contributorsOf(facts),
    publisher: publisherOf(facts),
    contact: contactOf(values),
    year: numberIn(values, 'publicationYear') ?? head.year,
    dates: datesOf({ ...row, values, period }),
    type: typeOf(known, around),
    subjects: subjectsOf({ ...row, values, labelOf: around.labelOf }),
    language: textIn(values, 'language'),
    licences: licencesOf(values, around.labelOf),
    access: accessOf(row.access, values),
    funding: fundingOf(values),
    ...relationsOf(known, around),
    papers: textsIn(values, ['paperReferences', 'literature', 'publications']),
    citation: textIn(values, 'citation'),
    ...coverageOf(known, around),
    period,
    version: textIn(values, 'datasetVersion') ?? known.version?.number.toString() ?? null,
    sizes: textsIn(values, ['sizes']),
    formats: textsIn(values, ['formats']),
    ...filesOf(known, around),
    image: imageOf(row, around),
    values,
  }
}

const landingOf = (baseUrl: string, id: string) => `${baseUrl}/records/${id}`

/** What a tombstone tells too. */
function headOf({ row, institution }: Known, { baseUrl }: Around) {
  const url = landingOf(baseUrl, row.id)
  const landing = { type: 'URL', value: url, uri: url } as const
  const identifiers = row.identifiers.map(identifierOf)
  const owner = ownerOf(row, institution)
  const title = { zh: row.titleZh, en: row.titleEn }
  return {
    id: row.id,
    kind: row.kind,
    profile: row.profile,
    state: row.visibility,
    url,
    identifier: citedBy(identifiers, landing),
    identifiers: [...identifiers, landing],
    title,
    titles: titlesOf(title, { kind: row.kind, values: {} }),
    institution: owner,
    creators: [institutionParty(owner)],
    publisher: institutionParty(owner),
    year: row.publishedAt?.toZonedDateTimeISO(defaultZone).year ?? null,
    dates: row.withdrawnAt
      ? [{ type: 'Withdrawn', date: dayOf(row.withdrawnAt), about: row.withdrawalReason }]
      : [],
    access: accessOf(row.withdrawnAt ? 'closed' : row.access, {}),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    publishedAt: row.publishedAt,
    withdrawal: row.withdrawnAt && { at: row.withdrawnAt, reason: row.withdrawalReason },
    rowVersion: row.version,
  }
}

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(defaultZone).toPlainDate().toString()

function ownerOf(row: Row, institution: Known['institution']): DescribedInstitution {
  const { ror = null, website = null, region = null, wiews = null } = institution ?? {}
  const name = { zh: row.institutionZh, en: row.institutionEn }
  return { id: row.institutionId, name, ror, website, region, wiews }
}

/** What is not said of a withdrawn record. */
const nothingMore = {
  alternateIdentifiers: [],
  summary: { zh: null, en: null },
  descriptions: [],
  contributors: [],
  contact: null,
  subjects: [],
  language: null,
  licences: [],
  funding: [],
  related: [],
  relatedItems: [],
  papers: [],
  citation: null,
  places: [],
  altitude: null,
  period: null,
  spatialResolution: null,
  temporalResolution: null,
  variables: [],
  taxon: null,
  version: null,
  sizes: [],
  formats: [],
  release: null,
  files: [],
  hasMoreFiles: false,
  image: null,
  values: {},
} as const satisfies Partial<Described>

function typeOf({ row, values }: Known, { labelOf }: Around): Described['type'] {
  const general = generalTypes[row.kind]
  if (row.withdrawnAt) return { general, words: kindNames[row.kind] }
  const said = textIn(values, 'resourceType')
  const category = labelOf('instrument_category', textIn(values, 'instrCategory') ?? '')
  return {
    general: textIn(values, 'resourceTypeGeneral') ?? general,
    words: said ? { zh: said, en: said } : (category ?? kindNames[row.kind]),
  }
}

/** Numbers of each kind, with the names that they have in their standards. */
const numbers = [
  ['accenumb', 'AccessionNumber'],
  ['serialNumber', 'SerialNumber'],
  ['assetNumber', 'InventoryNumber'],
  ['innerId', 'InternalNumber'],
  ['puid', 'PUID'],
  ['nationalNumber', 'NationalNumber'],
  ['platformNumber', 'PlatformNumber'],
  ['miabisId', 'MIABISCollectionID'],
  ['biobankId', 'MIABISBiobankID'],
] as const

const alternatesOf = (values: FieldValues) => [
  ...numbers.flatMap(([key, type]) => textsIn(values, [key]).map((value) => ({ type, value }))),
  ...rowsIn(values, 'alternateIdentifiers').flatMap((row) => {
    const value = textIn(row, 'alternateIdentifier')
    return value ? { type: textIn(row, 'alternateIdentifierType') ?? 'Other', value } : []
  }),
]

function contactOf(values: FieldValues): Described['contact'] {
  const name = textIn(values, 'contactName') ?? textIn(values, 'contact')
  const email = textIn(values, 'contactEmail') ?? textIn(values, 'email')
  const phone = textIn(values, 'contactPhone') ?? textIn(values, 'phone')
  return name || email || phone ? { name, email, phone } : null
}

function relationsOf({ row, values, related }: Known, { baseUrl }: Around) {
  const urlOf = (id: string) => landingOf(baseUrl, id)
  return {
    related: [
      ...wholeOf(row.collection, urlOf),
      ...related.map((one) => relatedRecord(one, urlOf)),
      ...relatedIdentifiersOf(values),
    ],
    relatedItems: relatedItemsOf(values),
  }
}

function coverageOf({ row, values }: Known, { labelOf }: Around) {
  const facts = kindDefinitions[row.kind].factsOf(values, row.profile)
  const region = labelOf('region', facts.region ?? '')
  return {
    places: placesOf({ kind: row.kind, values, extent: facts.extent, region }),
    altitude: altitudeOf({ kind: row.kind, values }),
    spatialResolution: textIn(values, 'spatialResolution'),
    temporalResolution: textIn(values, 'temporalResolution'),
    variables: textsIn(values, ['variables', 'measuredVariables']),
    taxon: row.taxon,
  }
}

function filesOf({ row, version, files }: Known, { baseUrl, maxFiles }: Around) {
  const none = { release: null, files: [], hasMoreFiles: false }
  if (!version?.publishedAt) return none
  const { number, publishedAt, notes, terms, fileCount, sizeBytes, mayReadFiles } = version
  const release: Release = {
    number,
    publishedAt,
    url: `${baseUrl}${datasetPaths.version(row.id, number)}`,
    notes,
    terms,
    files: mayReadFiles ? { count: fileCount ?? 0, sizeBytes: sizeBytes ?? 0 } : null,
  }
  const base = `${baseUrl}/api/v1/datasets/${row.id}/versions/${number}/files`
  const shown = files.slice(0, maxFiles).map((file): DescribedFile => ({
    id: file.id,
    name: file.name,
    type: file.contentType,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    description: file.description,
    url: `${base}/${file.id}/content`,
  }))
  return { release, files: shown, hasMoreFiles: mayReadFiles && (fileCount ?? 0) > shown.length }
}

const imageOf = (row: Row, { baseUrl }: Around): Described['image'] =>
  row.imageId === null
    ? null
    : {
        url: `${baseUrl}/api/v1/images/${row.imageId}/large`,
        caption: { zh: row.imageCaptionZh, en: row.imageCaptionEn },
      }
