import type { Identifier, Kind } from '../../../catalog/records/model/record.ts'
import { numberIn, rowsIn, textIn, textsIn } from '../../../core/field-values.ts'
import type { FieldRow, FieldValues } from '../../../core/fields.ts'
import type { LocalText } from '../../../core/text.ts'
import type { Related, RelatedItem } from '../model.ts'
import { citedBy, doiIn, httpOf, identifierOf } from './identifiers.ts'

export type RelatedRecord = {
  type: string
  isInverse: boolean
  otherId: string
  kind: Kind
  resourceType: string | null
  zh: string | null
  en: string | null
  identifiers: readonly Identifier[]
}

/** Codes of vocabulary `relation_type` as DataCite has them, read from each side. */
const relations: Readonly<Record<string, readonly [forward: string, inverse: string]>> = {
  IsCollectedBy: ['IsCollectedBy', 'Collects'],
  IsDerivedFrom: ['IsDerivedFrom', 'IsSourceOf'],
  IsPartOf: ['IsPartOf', 'HasPart'],
  IsNewVersionOf: ['IsNewVersionOf', 'IsPreviousVersionOf'],
  IsSupplementTo: ['IsSupplementTo', 'IsSupplementedBy'],
  References: ['References', 'IsReferencedBy'],
  Describes: ['Describes', 'IsDescribedBy'],
  Requires: ['Requires', 'IsRequiredBy'],
  IsIdenticalTo: ['IsIdenticalTo', 'IsIdenticalTo'],
  IsOffspringOf: ['IsDerivedFrom', 'IsSourceOf'],
  IsSelectedFrom: ['IsDerivedFrom', 'IsSourceOf'],
  IsIsolatedFrom: ['IsDerivedFrom', 'IsSourceOf'],
  IsIntroducedFrom: ['IsDerivedFrom', 'IsSourceOf'],
}
const otherwise = ['Other', 'Other'] as const

/** DataCite's resourceTypeGeneral of each kind; a dataset may name another. */
export const generalTypes: Readonly<Record<Kind, string>> = {
  instrument: 'Instrument',
  dataset: 'Dataset',
  accession: 'PhysicalObject',
  collection: 'Collection',
}

export function relatedRecord(row: RelatedRecord, urlOf: (id: string) => string): Related {
  const url = urlOf(row.otherId)
  const landing = { type: 'URL', value: url, uri: url } as const
  const identifier = citedBy(row.identifiers.map(identifierOf), landing)
  const [forward, inverse] = relations[row.type] ?? otherwise
  const relation = row.isInverse ? inverse : forward
  return {
    relation,
    information: relation === row.type || forward === row.type ? null : row.type,
    identifier: identifier.value,
    identifierType: identifier.type,
    uri: identifier.uri,
    type: row.resourceType ?? generalTypes[row.kind],
    title: { zh: row.zh, en: row.en },
    record: { id: row.otherId, kind: row.kind, url },
    scheme: null,
  }
}

/** The collection that a record is part of. */
export const wholeOf = (
  collection: ({ id: string } & LocalText) | null,
  urlOf: (id: string) => string,
): Related[] =>
  collection
    ? [
        relatedRecord(
          {
            type: 'IsPartOf',
            isInverse: false,
            otherId: collection.id,
            kind: 'collection',
            resourceType: null,
            zh: collection.zh,
            en: collection.en,
            identifiers: [],
          },
          urlOf,
        ),
      ]
    : []

/** What a dataset names by identifiers that are not records here. */
export const relatedIdentifiersOf = (values: FieldValues): Related[] =>
  rowsIn(values, 'relatedIdentifiers').flatMap((row) => {
    const identifier = textIn(row, 'relatedIdentifier')
    if (!identifier) return []
    const identifierType = textIn(row, 'relatedIdentifierType') ?? guessedType(identifier)
    return {
      relation: textIn(row, 'relationType') ?? 'Other',
      information: textIn(row, 'relationTypeInformation'),
      identifier,
      identifierType,
      uri: uriOf(identifier, identifierType),
      type: textIn(row, 'resourceTypeGeneral'),
      title: null,
      record: null,
      scheme: schemeIn(row),
    }
  })

function guessedType(identifier: string): string {
  if (doiIn(identifier)) return 'DOI'
  return 'URL'
}

function uriOf(value: string, type: string): string | null {
  const base = resolvers[type]
  return base ? `${base}${encodeURI(value)}` : identifierOf({ scheme: type, value }).uri
}

const resolvers: Readonly<Record<string, string>> = {
  arXiv: 'https://arxiv.org/abs/',
  PMID: 'https://pubmed.ncbi.nlm.nih.gov/',
  IGSN: 'https://igsn.org/',
  SWHID: 'https://archive.softwareheritage.org/',
}

function schemeIn(row: FieldRow): Related['scheme'] {
  const metadataScheme = textIn(row, 'relatedMetadataScheme')
  const uri = httpOf(textIn(row, 'schemeUri'))
  const type = textIn(row, 'schemeType')
  return metadataScheme || uri || type ? { metadataScheme, uri, type } : null
}

export const relatedItemsOf = (values: FieldValues): RelatedItem[] =>
  rowsIn(values, 'relatedItems').flatMap((row) => {
    const title = textIn(row, 'title')
    const identifier = textIn(row, 'relatedItemIdentifier')
    if (!title) return []
    return {
      relation: textIn(row, 'relationType') ?? 'Other',
      information: textIn(row, 'relationTypeInformation'),
      type: textIn(row, 'relatedItemType') ?? 'Other',
      title,
      otherTitles: textsIn(row, ['otherTitles']),
      creators: textsIn(row, ['creators']),
      contributors: textsIn(row, ['contributors']),
      publisher: textIn(row, 'publisher'),
      year: numberIn(row, 'publicationYear'),
      volume: textIn(row, 'volume'),
      issue: textIn(row, 'issue'),
      number: textIn(row, 'number'),
      numberType: textIn(row, 'numberType'),
      firstPage: textIn(row, 'firstPage'),
      lastPage: textIn(row, 'lastPage'),
      edition: textIn(row, 'edition'),
      identifier: identifier
        ? {
            value: identifier,
            type: textIn(row, 'relatedItemIdentifierType') ?? guessedType(identifier),
          }
        : null,
    }
  })
