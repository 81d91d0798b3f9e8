import type { Field, FieldGroup, FieldValues } from '../../../core/fields.ts'
import type { Text } from '../../../core/text.ts'

export const kinds = ['instrument', 'dataset', 'accession', 'collection'] as const
export type Kind = (typeof kinds)[number]

/** Who sees a published record. */
export const audiences = ['public', 'members', 'institution'] as const
export type Audience = (typeof audiences)[number]

/** How one gets the thing itself; apart from who may see its record. */
export const accesses = ['open', 'registered', 'on_request', 'closed'] as const
export type Access = (typeof accesses)[number]

export const visibilities = ['draft', 'published', 'withdrawn'] as const
export type Visibility = (typeof visibilities)[number]

/** Fields that live in one table: the kind's own, or those of one profile of it. */
export type KindPart = {
  /** Table with `record_id` as its primary key and one column per field. */
  table: string
  /** Only records of this profile have a row here; unset: every record of the kind. */
  profile?: string
  fields: readonly Field[]
}

/** What results of one kind are narrowed by besides what all kinds have. */
export const ownFacets = [
  'sample_source',
  'sample_type',
  'disease',
  'sex',
  'age',
  'data_type',
] as const
export type OwnFacet = (typeof ownFacets)[number]

/** Its values as they are counted, and what else it is found by: finer codes within them. */
type OwnValues = { counted: readonly string[]; within?: readonly string[] }
export type OwnValuesOf = Partial<Record<OwnFacet, OwnValues>>

/** What search, facets and suggestions need to know of a record, besides its titles and weighted fields. */
export type SearchFacts = {
  /** Names other than the titles: accession names, synonyms, breed names, models. */
  names: readonly string[]
  /** Numbers that people type exactly, in any spacing: `ZXM000123`, `00/0214`, serial numbers, DOIs. */
  numbers: readonly string[]
  /** Scientific name as shown in the facet: `Medicago sativa`. */
  taxon: string | null
  /** Of germplasm: what it is called among crops. */
  crop?: string | null
  /** GB/T 13745 subject codes. */
  subjects: readonly string[]
  /** The year that the `year` filter means: start of use, publication, acquisition, founding. */
  year: number | null
  /** GB/T 2260 code (2, 4 or 6 digits) where the record says more than its institution. */
  region: string | null
  /** Where on earth, in degrees WGS84; a point has west = east. */
  extent: { west: number; south: number; east: number; north: number } | null
  /** Metres around a point within which it lies, where that is known. */
  withinM?: number | null
  /** Facets of its kind alone. */
  own?: OwnValuesOf
}

type Founded = { wiews: string | null; founded: number | null }

/** What must be known to judge a record's own fields. */
export type QualityFacts = {
  profile: string | null
  /** The day on which it was changed last, `2026-11-23`. */
  on: string
  /** The institution whose record it is. */
  keeper: Founded
  /** Institutions of the catalogue that a record may name as collectors; the keeper need not be among them. */
  collectors: readonly Founded[]
}

/** How good the description of a record is; kept with it, so that lists and reports need not ask again. */
export type RecordQuality = {
  /** A completeness index in hundredths, 0 to 1000; null where there is none for such records. */
  completeness: number | null
  /** Codes of what looks wrong. */
  findings: readonly string[]
}

/** The definition of a kind; one entry each in `src/kinds.ts`. */
export type KindDefinition = {
  kind: Kind
  label: Text
  /** Segment in paths: `/api/v1/instruments`. */
  path: string
  profiles: readonly { key: string; label: Text }[]
  groups: readonly FieldGroup[]
  parts: readonly KindPart[]
  /** What is read with a record and written elsewhere: views with `record_id`, and a column for each field. */
  derived?: readonly KindPart[]
  factsOf(values: FieldValues, profile: string | null): SearchFacts
  /** Facets of this kind alone, and what their values are called. */
  facets?: Partial<Record<OwnFacet, Readonly<Record<string, Text>>>>
  /** Without a place of its own it is shown at the seat of its prefecture, or of its institution's. */
  isAtSeat?: true
  /** Left out where nothing is judged. */
  qualityOf?(values: FieldValues, facts: QualityFacts): RecordQuality
}

export type Identifier = { scheme: string; value: string }
