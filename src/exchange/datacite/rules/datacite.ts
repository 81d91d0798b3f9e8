import { inLang } from '../../../core/text.ts'
import type {
  Contributor,
  Described,
  DescribedLicence,
  DescribedPlace,
  Party,
  Point,
  Related,
  RelatedItem,
} from '../../described/model.ts'

/** DataCite's word for what is not known (Metadata Schema 4.7, appendix 3). */
export const unavailable = ':unav'

/** A record in DataCite's terms (Metadata Schema 4.7), in the shape of its JSON. Empty lists are left out when written. */
export function dataciteOf(one: Described) {
  const { identifier, identifiers, release, files } = one
  const others = identifiers.filter(({ value }) => value !== identifier.value)
  return {
    ...(identifier.type === 'DOI' && { doi: identifier.value }),
    url: one.url,
    identifiers: [{ identifier: identifier.value, identifierType: identifier.type }],
    creators: one.creators.length > 0 ? one.creators.map(partyOf) : [{ name: unavailable }],
    titles: one.titles.length > 0 ? one.titles.map(titleOf) : [{ title: unavailable }],
    publisher: publisherOf(one.publisher),
    publicationYear: one.year ?? one.updatedAt.toZonedDateTimeISO('UTC').year,
    types: { resourceTypeGeneral: one.type.general, resourceType: inLang(one.type.words, 'en') },
    subjects: one.subjects.map(subjectOf),
    contributors: one.contributors.map(contributorOf),
    dates: one.dates.map(dateOf),
    ...(one.language && { language: one.language }),
    alternateIdentifiers: [
      ...others.map(({ type, value }) => alternate(type, value)),
      ...one.alternateIdentifiers.map(({ type, value }) => alternate(type, value)),
    ],
    relatedIdentifiers: one.related.flatMap(relatedOf),
    sizes: one.sizes,
    formats: [...new Set([...one.formats, ...files.map(({ type }) => type)])],
    ...(one.version && { version: one.version }),
    rightsList: [...one.licences.flatMap(rightsOf), accessOf(one)],
    descriptions: one.descriptions.map(descriptionOf),
    geoLocations: one.places.map(geoLocationOf),
    fundingReferences: one.funding.map(fundingOf),
    relatedItems: one.relatedItems.map(itemOf),
    ...(release?.files && { contentUrl: files.map(({ url }) => url) }),
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  }
}
export type DataCite = ReturnType<typeof dataciteOf>

/** Only what BCP 47 may be: schemas refuse anything else. */
const langOf = (lang: string | null) =>
  lang && /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(lang) ? { lang } : {}

const partyOf = (party: Party) => ({
  name: party.name,
  ...(party.type && { nameType: party.type }),
  ...(party.givenName && { givenName: party.givenName }),
  ...(party.familyName && { familyName: party.familyName }),
  ...langOf(party.lang),
  nameIdentifiers: party.identifiers.map((identifier) => ({
    nameIdentifier: identifier.value,
    nameIdentifierScheme: identifier.scheme,
    ...(identifier.schemeUri && { schemeUri: identifier.schemeUri }),
  })),
  affiliation: party.affiliations.map(({ name, identifier }) => ({
    name,
    ...(identifier && {
      affiliationIdentifier: identifier.value,
      affiliationIdentifierScheme: identifier.scheme,
    }),
    ...(identifier?.schemeUri && { schemeUri: identifier.schemeUri }),
  })),
})

const contributorOf = (contributor: Contributor) => ({
  ...partyOf(contributor),
  contributorType: contributor.contribution,
})

const titleOf = ({ text, lang, type }: Described['titles'][number]) => ({
  title: text,
  ...(type && { titleType: type }),
  ...langOf(lang),
})

const publisherOf = ({ name, identifiers: [identifier], lang }: Party) => ({
  name: name || unavailable,
  ...(identifier && {
    publisherIdentifier: identifier.value,
    publisherIdentifierScheme: identifier.scheme,
  }),
  ...(identifier?.schemeUri && { schemeUri: identifier.schemeUri }),
  ...langOf(lang),
})

const subjectOf = (subject: Described['subjects'][number]) => ({
  subject: subject.text,
  ...(subject.scheme && { subjectScheme: subject.scheme }),
  ...(subject.schemeUri && { schemeUri: subject.schemeUri }),
  ...(subject.valueUri && { valueUri: subject.valueUri }),
  ...(subject.code && { classificationCode: subject.code }),
  ...langOf(subject.lang),
})

const dateOf = ({ type, date, about }: Described['dates'][number]) => ({
  date,
  dateType: type,
  ...(about && { dateInformation: about }),
})

const descriptionOf = ({ text, type, lang }: Described['descriptions'][number]) => ({
  description: text,
  descriptionType: type,
  ...langOf(lang),
})

const fundingOf = (funding: Described['funding'][number]) => ({
  funderName: funding.funder,
  ...(funding.funderIdentifier && {
    funderIdentifier: funding.funderIdentifier,
    funderIdentifierType: funding.funderIdentifierType ?? 'Other',
  }),
  ...(funding.awardNumber && { awardNumber: funding.awardNumber }),
  ...(funding.awardUri && { awardUri: funding.awardUri }),
  ...(funding.awardTitle && { awardTitle: funding.awardTitle }),
})

const alternate = (alternateIdentifierType: string, alternateIdentifier: string) => ({
  alternateIdentifier,
  alternateIdentifierType,
})

/** Types of identifiers that relations may have; of others, those that resolve are addresses. */
const relatedTypes: ReadonlySet<string> = new Set(
  'ARK arXiv bibcode CSTR DOI EAN13 EISSN Handle IGSN ISBN ISSN ISTC LISSN LSID PMID PURL RAiD RRID SWHID UPC URL URN w3id'.split(
    ' ',
  ),
)

function relatedOf(related: Related) {
  const isKnown = relatedTypes.has(related.identifierType)
  const identifier = isKnown ? related.identifier : related.uri
  if (identifier === null) return []
  return {
    relatedIdentifier: identifier,
    relatedIdentifierType: isKnown ? related.identifierType : 'URL',
    relationType: related.relation,
    ...(related.information && { relationTypeInformation: related.information }),
    ...(related.type && { resourceTypeGeneral: related.type }),
    ...schemeOf(related.scheme),
  }
}

/** Of metadata that is related: what it is written in. */
const schemeOf = (scheme: Related['scheme']) => ({
  ...(scheme?.metadataScheme && { relatedMetadataScheme: scheme.metadataScheme }),
  ...(scheme?.uri && { schemeUri: scheme.uri }),
  ...(scheme?.type && { schemeType: scheme.type }),
})

const rightsOf = ({ spdx, uri, words }: DescribedLicence) => ({
  rights: words.en ?? words.zh ?? spdx ?? unavailable,
  ...(uri && { rightsUri: uri }),
  ...(spdx && {
    rightsIdentifier: spdx,
    rightsIdentifierScheme: 'SPDX',
    schemeUri: 'https://spdx.org/licenses/',
  }),
  ...langOf(words.en ? 'en' : 'zh'),
})

/** How one gets it, apart from the licence: a term of COAR's. */
const accessOf = ({ access: { coar } }: Described) => ({
  rights: coar.label.en,
  rightsUri: coar.uri,
  rightsIdentifierScheme: 'COAR Access Rights',
  schemeUri: 'http://purl.org/coar/access_right/',
  lang: 'en',
})

const pointOf = ({ longitude, latitude }: Point) => ({
  pointLongitude: longitude,
  pointLatitude: latitude,
})

function geoLocationOf({ name, point, box, polygon, inPolygon }: DescribedPlace) {
  return {
    ...(name && { geoLocationPlace: name }),
    ...(point && { geoLocationPoint: pointOf(point) }),
    ...(box && {
      geoLocationBox: {
        westBoundLongitude: box.west,
        eastBoundLongitude: box.east,
        southBoundLatitude: box.south,
        northBoundLatitude: box.north,
      },
    }),
    ...(polygon && {
      geoLocationPolygon: [
        ...polygon.map((corner) => ({ polygonPoint: pointOf(corner) })),
        ...(inPolygon ? [{ inPolygonPoint: pointOf(inPolygon) }] : []),
      ],
    }),
  }
}

const itemOf = (item: RelatedItem) => ({
  relatedItemType: item.type,
  relationType: item.relation,
  ...(item.information && { relationTypeInformation: item.information }),
  ...(item.identifier && {
    relatedItemIdentifier: {
      relatedItemIdentifier: item.identifier.value,
      ...(relatedTypes.has(item.identifier.type) && {
        relatedItemIdentifierType: item.identifier.type,
      }),
    },
  }),
  titles: [
    { title: item.title },
    ...item.otherTitles.map((title) => ({ title, titleType: 'AlternativeTitle' })),
  ],
  creators: item.creators.map((name) => ({ name })),
  contributors: item.contributors.map((name) => ({ name, contributorType: 'Other' })),
  ...(item.publisher && { publisher: item.publisher }),
  ...(item.year && { publicationYear: item.year }),
  ...spotOf(item),
})

/** Where in what was published it stands. */
const spotOf = (item: RelatedItem) => ({
  ...(item.volume && { volume: item.volume }),
  ...(item.issue && { issue: item.issue }),
  ...(item.number && { number: item.number }),
  ...(item.numberType && { numberType: item.numberType }),
  ...(item.firstPage && { firstPage: item.firstPage }),
  ...(item.lastPage && { lastPage: item.lastPage }),
  ...(item.edition && { edition: item.edition }),
})

/** As JSON: without lists that are empty. */
export const dataciteJson = (one: DataCite): string =>
  JSON.stringify(
    one,
    (_, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value),
    2,
  )
