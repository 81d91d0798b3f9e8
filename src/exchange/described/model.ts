import type { Access, Kind, Visibility } from '../../catalog/records/model/record.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { Extent } from '../../core/place.ts'
import type { LocalText, Text } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'

/**
 * A record of any kind, in the terms that DataCite, schema.org, DCAT, Dublin Core and RO-Crate share. Every writer of a
 * format takes this and nothing else, so that what one of them may say, and to whom, is decided once.
 *
 * Lists are empty and single facts null where nothing is known; writers whose format needs something say `:unav`.
 * Of a withdrawn record only the tombstone is here: identifiers, title, institution, dates and `withdrawal`.
 */
export type Described = {
  id: string
  kind: Kind
  profile: string | null
  state: Visibility
  /** The landing page, `https://…/records/{id}`. */
  url: string
  /** What the record is cited by: its DOI, else another identifier that resolves, else the landing page. */
  identifier: DescribedIdentifier
  /** All identifiers of the record, the landing page last. */
  identifiers: readonly DescribedIdentifier[]
  /** Numbers that name it elsewhere and lead nowhere: accession number, serial number, inventory number. */
  alternateIdentifiers: readonly { type: string; value: string }[]

  /** The main title; at least one language is there. */
  title: LocalText
  /** All titles, the main one first. */
  titles: readonly DescribedTitle[]
  summary: LocalText
  /** All descriptions, the abstract first. Plain text, paragraphs apart by newlines. */
  descriptions: readonly DescribedText[]

  /** At least one, save where nobody wrote one down (an instrument without manufacturer, a draft dataset). */
  creators: readonly Party[]
  contributors: readonly Contributor[]
  publisher: Party
  /** The owner. */
  institution: DescribedInstitution
  contact: { name: string | null; email: string | null; phone: string | null } | null

  /** The year of publication; null for a draft that does not say one. */
  year: number | null
  /** By DataCite's types. */
  dates: readonly DescribedDate[]
  /** A member of DataCite's resourceTypeGeneral, and what it is in words. */
  type: { general: string; words: Text }
  subjects: readonly DescribedSubject[]
  /** Language of the thing itself, `zh`; null for things without one. */
  language: string | null

  licences: readonly DescribedLicence[]
  access: DescribedAccess
  funding: readonly DescribedFunding[]
  related: readonly Related[]
  relatedItems: readonly RelatedItem[]
  /** Papers about it, as somebody wrote them. */
  papers: readonly string[]
  /** How to cite it, where its makers wish it otherwise than by the rules. */
  citation: string | null

  places: readonly DescribedPlace[]
  altitude: { low: number | null; high: number | null } | null
  /** What it covers in time: ISO 8601, as exactly as is known (`1981`, `1999-07`); an open end is null. */
  period: { from: string | null; until: string | null } | null
  spatialResolution: string | null
  temporalResolution: string | null
  variables: readonly string[]
  /** Scientific name. */
  taxon: string | null

  /** The version in words: `1.0`. */
  version: string | null
  /** Sizes and formats as the record names them: `318 MB`, `CSV`. */
  sizes: readonly string[]
  formats: readonly string[]
  /** The newest published version of a dataset; null without one, and for other kinds. */
  release: Release | null
  /** Files of that version that the viewer may read, by name; as many as were asked for. */
  files: readonly DescribedFile[]
  /** Whether there are more of them. */
  hasMoreFiles: boolean
  image: { url: string; caption: LocalText } | null

  createdAt: Temporal.Instant
  updatedAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
  withdrawal: { at: Temporal.Instant; reason: string | null } | null
  /** The row's version: for ETags. */
  rowVersion: number
  /** The kind's own fields, those alone that the viewer may see: for formats of one kind. Empty of a tombstone. */
  values: FieldValues
}

/** `uri` is where it resolves; null for what resolves nowhere. */
export type DescribedIdentifier = { type: IdentifierType; value: string; uri: string | null }
/** Spelled as DataCite spells relatedIdentifierType; `Other` for schemes that it does not know. */
export type IdentifierType = 'DOI' | 'CSTR' | 'ARK' | 'Handle' | 'URL' | 'URN' | 'w3id' | 'Other'

export type DescribedTitle = { text: string; lang: string | null; type: string | null }
/** `type` is one of DataCite's descriptionType. */
export type DescribedText = { text: string; lang: string | null; type: string }

export type Party = {
  /** As it is shown: `宋疏影`, `Song, Shuying`. */
  name: string
  type: 'Personal' | 'Organizational' | null
  familyName: string | null
  givenName: string | null
  lang: string | null
  /** ORCID, ROR and others; `uri` null for what is no address. */
  identifiers: readonly PartyIdentifier[]
  affiliations: readonly { name: string; identifier: PartyIdentifier | null }[]
}
export type PartyIdentifier = {
  scheme: string
  value: string
  uri: string | null
  schemeUri: string | null
}
/** `type` is one of DataCite's contributorType. */
export type Contributor = Party & { contribution: string }

export type DescribedInstitution = {
  id: string
  name: LocalText
  /** `https://ror.org/…` */
  ror: string | null
  website: string | null
  /** GB/T 2260. */
  region: string | null
  /** Code of FAO WIEWS. */
  wiews: string | null
}

/** A date or a range `from/until` in ISO 8601; `type` is one of DataCite's dateType. */
export type DescribedDate = { type: string; date: string; about: string | null }

export type DescribedSubject = {
  text: string
  lang: string | null
  /** The scheme that it is a member of; null for free keywords. */
  scheme: string | null
  schemeUri: string | null
  valueUri: string | null
  code: string | null
}

export type DescribedLicence = {
  /** Of the SPDX list. */
  spdx: string | null
  uri: string | null
  /** What it is called, or says. */
  words: LocalText
}

export type DescribedAccess = {
  code: Access
  label: Text
  /** COAR Access Rights 1.0: open, embargoed, restricted or metadata only access. */
  coar: { uri: string; label: Text }
  /** Whether one gets it without paying and without asking anybody: open, or after signing in. */
  isFree: boolean
  /** Under embargo until this day; null without, and while no day is said. */
  embargoUntil: string | null
  isEmbargoed: boolean
}

export type DescribedFunding = {
  funder: string
  funderIdentifier: string | null
  /** ROR, Crossref Funder ID, GRID, ISNI, Other. */
  funderIdentifierType: string | null
  awardNumber: string | null
  awardUri: string | null
  awardTitle: string | null
}

/** Another record here, or anything that has an identifier, seen from the record described. */
export type Related = {
  /** One of DataCite's relationType, read from the record to the other: `IsCollectedBy`. */
  relation: string
  /** What the relation is where DataCite has no word for it. */
  information: string | null
  identifier: string
  /** One of DataCite's relatedIdentifierType. */
  identifierType: string
  /** Where it resolves. */
  uri: string | null
  /** DataCite's resourceTypeGeneral. */
  type: string | null
  title: LocalText | null
  /** Where it is a record here. */
  record: { id: string; kind: Kind; url: string } | null
  scheme: { metadataScheme: string | null; uri: string | null; type: string | null } | null
}

/** DataCite's relatedItem: literature that need not have an identifier. */
export type RelatedItem = {
  relation: string
  information: string | null
  type: string
  title: string
  otherTitles: readonly string[]
  creators: readonly string[]
  contributors: readonly string[]
  publisher: string | null
  year: number | null
  volume: string | null
  issue: string | null
  number: string | null
  numberType: string | null
  firstPage: string | null
  lastPage: string | null
  edition: string | null
  identifier: { value: string; type: string } | null
}

export type DescribedPlace = {
  name: string | null
  point: Point | null
  box: Extent | null
  /** Corners in order; the last is the first. */
  polygon: readonly Point[] | null
  inPolygon: Point | null
}
export type Point = { longitude: number; latitude: number }

export type Release = {
  number: number
  publishedAt: Temporal.Instant
  /** Its page. */
  url: string
  notes: LocalText
  /** What is accepted before files are taken; both null where nothing is. */
  terms: LocalText
  /** Null where facts about the files are not for the viewer. */
  files: { count: number; sizeBytes: number } | null
}

export type DescribedFile = {
  id: string
  /** With its folders: `stations/2024/day.csv`. */
  name: string
  /** Media type. */
  type: string
  sizeBytes: number
  /** In hexadecimal. */
  sha256: string
  description: string | null
  /** Where its bytes are. */
  url: string
}
