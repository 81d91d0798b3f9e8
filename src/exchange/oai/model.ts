/** OAI-PMH 2.0, its words as the protocol spells them. */
export const verbs = [
  'Identify',
  'ListMetadataFormats',
  'ListSets',
  'ListIdentifiers',
  'ListRecords',
  'GetRecord',
] as const
export type Verb = (typeof verbs)[number]

export const errorCodes = [
  'badVerb',
  'badArgument',
  'badResumptionToken',
  'cannotDisseminateFormat',
  'idDoesNotExist',
  'noRecordsMatch',
  'noMetadataFormats',
  'noSetHierarchy',
] as const
export type OaiErrorCode = (typeof errorCodes)[number]
export type OaiError = { code: OaiErrorCode; text: string }

export const formats = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  oai_datacite: {
    schema: 'https://schema.datacite.org/meta/kernel-4.7/metadata.xsd',
    namespace: 'http://datacite.org/schema/kernel-4',
  },
} as const
export const formatNames = ['oai_dc', 'oai_datacite'] as const satisfies (keyof typeof formats)[]
export type FormatName = (typeof formatNames)[number]

/** One selection of records: which format, and which of them. Bounds are half-open, in ISO 8601 UTC. */
export type Selection = {
  prefix: FormatName
  from: string | null
  /** Exclusive: the second, or the day, that was named last has ended. */
  before: string | null
  set: string | null
}

/** Where a list goes on: after which record, and how many were answered before. */
export type Going = Selection & { after: { at: string; id: string }; cursor: number }

/** What a set selects records by. */
export type SetFilter =
  | { by: 'kind' | 'institution' | 'library'; value: string }
  /** Of GB/T 13745, with all below it. */
  | { by: 'subject'; value: string }

/** A record, or what remains of one, as a header needs it. */
export type Header = {
  id: string
  /** As exactly as it is kept: the order of the list. */
  at: string
  isDeleted: boolean
  kind: string
  institutionId: string
  library: string | null
  subjects: readonly string[]
}
