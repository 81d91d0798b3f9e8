import { inLang } from '../../../core/text.ts'
import { isoOf } from '../../../core/time.ts'
import type { Described, DescribedPlace, Party, Related } from '../../described/model.ts'

type Json = { readonly [key: string]: unknown }

/** What a thing is to schema.org. */
export const schemaTypes = {
  dataset: 'Dataset',
  instrument: 'IndividualProduct',
  accession: 'BioChemEntity',
  collection: 'Collection',
} as const satisfies Record<Described['kind'], string>

/** schema.org, with PROV and PAV for where the thing comes from. */
export const jsonLdContext = [
  'https://schema.org/',
  { prov: 'http://www.w3.org/ns/prov#', pav: 'http://purl.org/pav/' },
] as const

/** A record as schema.org has it; search engines read it in the head of its page. */
export function jsonLdOf(one: Described, baseUrl: string): Json {
  return present({
    '@context': jsonLdContext,
    '@type': schemaTypes[one.kind],
    '@id': one.identifier.uri ?? one.url,
    url: one.url,
    identifier: one.identifiers.map(({ type, value, uri }) =>
      present({ '@type': 'PropertyValue', propertyID: type, value, url: uri }),
    ),
    name: inLang(one.title, 'zh'),
    alternateName: one.titles.slice(1).map(({ text }) => text),
    description: descriptionOf(one),
    creator: one.creators.map(partyOf),
    contributor: one.contributors.map(partyOf),
    publisher: partyOf(one.publisher),
    provider: partyOf(one.publisher),
    datePublished: one.dates.find(({ type }) => type === 'Issued')?.date ?? yearOf(one),
    dateModified: isoOf(one.updatedAt),
    dateCreated: isoOf(one.createdAt),
    inLanguage: one.language,
    version: one.version,
    keywords: one.subjects.map(({ text }) => text).join(', '),
    about: one.taxon && { '@type': 'Taxon', name: one.taxon },
    license: one.licences.map(({ uri, words }) => uri ?? inLang(words, 'en')),
    conditionsOfAccess: one.access.coar.uri,
    isAccessibleForFree: one.access.isFree,
    creativeWorkStatus: one.withdrawal ? 'Withdrawn' : undefined,
    image: one.image?.url,
    includedInDataCatalog: { '@type': 'DataCatalog', name: '河西 Hexi', url: `${baseUrl}/` },
    ...ofKind(one),
    ...coverageOf(one),
    ...fundingOf(one),
    ...relationsOf(one),
    ...filesOf(one),
    ...provenanceOf(one),
  })
}

/** Search engines want 50 to 5,000 characters. */
function descriptionOf(one: Described): string {
  const abstracts = one.descriptions.filter(({ type }) => type === 'Abstract')
  const said = (abstracts.length > 0 ? abstracts : one.descriptions).map(({ text }) => text)
  const text = said.join('\n\n')
  if (one.withdrawal) return one.withdrawal.reason ?? ''
  if (text.length >= 50) return text.slice(0, 5000)
  const context = [
    text,
    inLang(one.title, 'zh'),
    one.title.en,
    inLang(one.institution.name, 'zh'),
    one.institution.name.en,
  ]
  return context.filter(Boolean).join('\n').slice(0, 5000)
}

const yearOf = ({ year }: Described) => (year === null ? undefined : String(year))

function partyOf({ name, type, familyName, givenName, identifiers, affiliations }: Party): Json {
  const uri = identifiers.find((identifier) => identifier.uri !== null)?.uri
  return present({
    '@type': type === 'Personal' ? 'Person' : 'Organization',
    '@id': uri,
    name,
    givenName: type === 'Personal' ? givenName : undefined,
    familyName: type === 'Personal' ? familyName : undefined,
    identifier: uri,
    affiliation: affiliations.map((one) =>
      present({ '@type': 'Organization', '@id': one.identifier?.uri, name: one.name }),
    ),
  })
}

const ofKind = ({ kind, values, creators, taxon, institution }: Described): Json => {
  if (kind === 'instrument')
    return {
      manufacturer: creators.map(partyOf)[0],
      model: values['instrVersion'],
      serialNumber: values['serialNumber'],
      owner: {
        '@type': 'Organization',
        '@id': institution.ror,
        name: inLang(institution.name, 'zh'),
      },
    }
  return kind === 'accession' ? { taxonomicRange: taxon } : {}
}

function coverageOf({ places, period, variables, sizes }: Described): Json {
  return {
    spatialCoverage: places.map(placeOf),
    temporalCoverage:
      period &&
      (period.from === period.until
        ? period.from
        : `${period.from ?? '..'}/${period.until ?? '..'}`),
    variableMeasured: variables.map((name) => ({ '@type': 'PropertyValue', name })),
    size: sizes.join('; '),
  }
}

/** Boxes are `south west north east`, in degrees. */
function placeOf({ name, point, box, polygon }: DescribedPlace): Json {
  const shape = polygon
    ? {
        '@type': 'GeoShape',
        polygon: polygon.map(({ longitude, latitude }) => `${latitude} ${longitude}`).join(' '),
      }
    : box && { '@type': 'GeoShape', box: `${box.south} ${box.west} ${box.north} ${box.east}` }
  const geo = shape ?? (point && { '@type': 'GeoCoordinates', ...point })
  return present({ '@type': 'Place', name, geo })
}

const fundingOf = ({ funding }: Described): Json => ({
  funding: funding.map((one) =>
    present({
      '@type': 'Grant',
      identifier: one.awardNumber,
      name: one.awardTitle,
      url: one.awardUri,
      funder: present({
        '@type': 'Organization',
        '@id': one.funderIdentifier?.startsWith('http') ? one.funderIdentifier : undefined,
        name: one.funder,
      }),
    }),
  ),
})

/** Relations that schema.org has a word for; `mentions` and `isRelatedTo` are for the rest. */
const relationNames: Readonly<Record<string, string>> = {
  IsPartOf: 'isPartOf',
  HasPart: 'hasPart',
  IsDerivedFrom: 'isBasedOn',
  IsCollectedBy: 'isBasedOn',
  References: 'citation',
  Cites: 'citation',
  IsSupplementTo: 'citation',
  IsIdenticalTo: 'sameAs',
  IsTranslationOf: 'translationOfWork',
  IsDescribedBy: 'subjectOf',
  IsDocumentedBy: 'subjectOf',
  IsCitedBy: 'subjectOf',
  IsReferencedBy: 'subjectOf',
}

function relationsOf({ kind, related, relatedItems, papers }: Described): Json {
  const rest = kind === 'instrument' || kind === 'accession' ? 'isRelatedTo' : 'mentions'
  const found = related.map((one) => [relationNames[one.relation] ?? rest, relatedOf(one)] as const)
  const items = relatedItems.map((one) => {
    const said = { '@type': 'CreativeWork', name: one.title, datePublished: one.year }
    return [relationNames[one.relation] ?? rest, present(said)] as const
  })
  const grouped = Map.groupBy([...found, ...items], ([name]) => name)
  const named = [...grouped].map(([name, ones]) => [name, ones.map(([, one]) => one)] as const)
  const cited = grouped.get('citation')?.map(([, one]) => one) ?? []
  return { ...Object.fromEntries(named), citation: [...cited, ...papers] }
}

/** Of DataCite's resourceTypeGeneral. */
const otherTypes: Readonly<Record<string, string>> = {
  Dataset: 'Dataset',
  Instrument: 'IndividualProduct',
  PhysicalObject: 'BioChemEntity',
  Collection: 'Collection',
  Software: 'SoftwareSourceCode',
  JournalArticle: 'ScholarlyArticle',
  Text: 'ScholarlyArticle',
  Report: 'Report',
}

const relatedOf = ({ type, uri, identifier, title, record }: Related): Json =>
  present({
    '@type': (type && otherTypes[type]) ?? 'CreativeWork',
    '@id': uri ?? undefined,
    identifier,
    url: record?.url ?? uri,
    name: title && inLang(title, 'zh'),
  })

/** Where the bytes are, with type and size: only files that whoever asks may read. */
const filesOf = ({ files }: Described): Json => ({
  distribution: files.map((file) =>
    present({
      '@type': 'DataDownload',
      name: file.name,
      description: file.description,
      contentUrl: file.url,
      encodingFormat: file.type,
      contentSize: String(file.sizeBytes),
      sha256: file.sha256,
    }),
  ),
})

function provenanceOf({
  creators,
  related,
  createdAt,
  updatedAt,
  version,
  withdrawal,
}: Described): Json {
  if (withdrawal) return {}
  const others = (relations: readonly string[]) =>
    related.flatMap(({ relation, uri }) =>
      uri && relations.includes(relation) ? { '@id': uri } : [],
    )
  const instruments = others(['IsCollectedBy'])
  return {
    'prov:wasDerivedFrom': others(['IsDerivedFrom']),
    'prov:wasRevisionOf': others(['IsNewVersionOf']),
    'prov:wasAttributedTo': creators.map((party) => {
      const { '@id': id, name } = partyOf(party)
      return id ? { '@id': id } : { '@type': 'prov:Agent', name }
    }),
    'prov:wasGeneratedBy':
      instruments.length > 0 ? { '@type': 'prov:Activity', 'prov:used': instruments } : undefined,
    'pav:createdOn': isoOf(createdAt),
    'pav:lastUpdateOn': isoOf(updatedAt),
    'pav:version': version,
  }
}

/** Without what is not known: null, empty texts and empty lists. */
const present = (object: Json): Json =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
