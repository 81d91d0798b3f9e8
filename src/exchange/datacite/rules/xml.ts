import { documentOf, element, list, type Xml } from '../../../core/xml.ts'
import type { DataCite } from './datacite.ts'

const namespaces = {
  xmlns: 'http://datacite.org/schema/kernel-4',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.7/metadata.xsd',
}

/** DataCite XML 4.7, a whole document. */
export const dataciteXml = (one: DataCite): string => documentOf(dataciteElement(one))

/** The same as an element, for documents around it (OAI-PMH). */
export function dataciteElement(one: DataCite): Xml {
  const { types } = one
  return element(
    'resource',
    namespaces,
    ...one.identifiers
      .slice(0, 1)
      .map(({ identifier, identifierType }) =>
        element('identifier', { identifierType }, identifier),
      ),
    list('creators', one.creators.map(creatorOf)),
    list('titles', one.titles.map(titleOf)),
    publisherOf(one.publisher),
    element('publicationYear', {}, String(one.publicationYear).padStart(4, '0')),
    element('resourceType', { resourceTypeGeneral: types.resourceTypeGeneral }, types.resourceType),
    list('subjects', one.subjects.map(subjectOf)),
    list('contributors', one.contributors.map(contributorOf)),
    list('dates', one.dates.map(dateOf)),
    one.language && element('language', {}, one.language),
    list('alternateIdentifiers', one.alternateIdentifiers.map(alternateOf)),
    list('relatedIdentifiers', one.relatedIdentifiers.map(relatedOf)),
    list(
      'sizes',
      one.sizes.map((size) => element('size', {}, size)),
    ),
    list(
      'formats',
      one.formats.map((format) => element('format', {}, format)),
    ),
    one.version && element('version', {}, one.version),
    list('rightsList', one.rightsList.map(rightsOf)),
    list('descriptions', one.descriptions.map(descriptionOf)),
    list('geoLocations', one.geoLocations.map(geoLocationOf)),
    list('fundingReferences', one.fundingReferences.map(fundingOf)),
    list('relatedItems', one.relatedItems.map(itemOf)),
  )
}

type Party = {
  name: string
  nameType?: string
  givenName?: string
  familyName?: string
  lang?: string
  nameIdentifiers?: DataCite['contributors'][number]['nameIdentifiers']
  affiliation?: DataCite['contributors'][number]['affiliation']
}

/** In the order that the schema wants: it is a sequence. */
const partyOf = (name: string, party: Party): Xml[] => [
  element(name, { nameType: party.nameType, 'xml:lang': party.lang }, party.name),
  ...(party.givenName ? [element('givenName', {}, party.givenName)] : []),
  ...(party.familyName ? [element('familyName', {}, party.familyName)] : []),
  ...(party.nameIdentifiers ?? []).map(({ nameIdentifier, nameIdentifierScheme, schemeUri }) =>
    element('nameIdentifier', { nameIdentifierScheme, schemeURI: schemeUri }, nameIdentifier),
  ),
  ...(party.affiliation ?? []).map((one) =>
    element(
      'affiliation',
      {
        affiliationIdentifier: one.affiliationIdentifier,
        affiliationIdentifierScheme: one.affiliationIdentifierScheme,
        schemeURI: one.schemeUri,
      },
      one.name,
    ),
  ),
]

const creatorOf = (party: Party) => element('creator', {}, ...partyOf('creatorName', party))

const contributorOf = ({ contributorType, ...party }: Party & { contributorType: string }) =>
  element('contributor', { contributorType }, ...partyOf('contributorName', party))

const titleOf = ({
  title,
  titleType,
  lang,
}: {
  title: string
  titleType?: string
  lang?: string
}) => element('title', { titleType, 'xml:lang': lang }, title)

const publisherOf = (publisher: DataCite['publisher']) =>
  element(
    'publisher',
    {
      publisherIdentifier: publisher.publisherIdentifier,
      publisherIdentifierScheme: publisher.publisherIdentifierScheme,
      schemeURI: publisher.schemeUri,
      'xml:lang': publisher.lang,
    },
    publisher.name,
  )

const dateOf = ({ date, dateType, dateInformation }: DataCite['dates'][number]) =>
  element('date', { dateType, dateInformation }, date)

const subjectOf = (one: DataCite['subjects'][number]) =>
  element(
    'subject',
    {
      subjectScheme: one.subjectScheme,
      schemeURI: one.schemeUri,
      valueURI: one.valueUri,
      // The schema has an address here, and examples have plain codes.
      classificationCode: one.classificationCode && encodeURI(one.classificationCode),
      'xml:lang': one.lang,
    },
    one.subject,
  )

const alternateOf = (one: DataCite['alternateIdentifiers'][number]) =>
  element(
    'alternateIdentifier',
    { alternateIdentifierType: one.alternateIdentifierType },
    one.alternateIdentifier,
  )

const relatedOf = ({
  relatedIdentifier,
  schemeUri,
  ...one
}: DataCite['relatedIdentifiers'][number]) =>
  element('relatedIdentifier', { ...one, schemeURI: schemeUri }, relatedIdentifier)

type Rights = {
  rights: string
  rightsUri?: string
  rightsIdentifier?: string
  rightsIdentifierScheme?: string
  schemeUri?: string
  lang?: string
}

const rightsOf = ({ rights, rightsUri, schemeUri, lang, ...one }: Rights) =>
  element(
    'rights',
    { ...one, rightsURI: rightsUri, schemeURI: schemeUri, 'xml:lang': lang },
    rights,
  )

const descriptionOf = (one: DataCite['descriptions'][number]) =>
  element(
    'description',
    { descriptionType: one.descriptionType, 'xml:lang': one.lang },
    one.description,
  )

type PointOf = { pointLongitude: number; pointLatitude: number }

const point = (name: string, { pointLongitude, pointLatitude }: PointOf) =>
  element(
    name,
    {},
    element('pointLongitude', {}, pointLongitude),
    element('pointLatitude', {}, pointLatitude),
  )

function geoLocationOf(one: DataCite['geoLocations'][number]): Xml {
  const { geoLocationBox: box, geoLocationPolygon: polygon } = one
  return element(
    'geoLocation',
    {},
    one.geoLocationPlace && element('geoLocationPlace', {}, one.geoLocationPlace),
    one.geoLocationPoint && point('geoLocationPoint', one.geoLocationPoint),
    box &&
      element(
        'geoLocationBox',
        {},
        ...Object.entries(box).map(([side, degrees]) => element(side, {}, degrees)),
      ),
    polygon &&
      element(
        'geoLocationPolygon',
        {},
        ...polygon.map((corner) =>
          'polygonPoint' in corner
            ? point('polygonPoint', corner.polygonPoint)
            : point('inPolygonPoint', corner.inPolygonPoint),
        ),
      ),
  )
}

const fundingOf = (one: DataCite['fundingReferences'][number]) =>
  element(
    'fundingReference',
    {},
    element('funderName', {}, one.funderName),
    one.funderIdentifier &&
      element(
        'funderIdentifier',
        { funderIdentifierType: one.funderIdentifierType },
        one.funderIdentifier,
      ),
    (one.awardNumber || one.awardUri) &&
      element('awardNumber', { awardURI: one.awardUri }, one.awardNumber),
    one.awardTitle && element('awardTitle', {}, one.awardTitle),
  )

const plain = (name: string, text: string | number | undefined | null) =>
  text ? element(name, {}, text) : undefined

function itemOf(one: DataCite['relatedItems'][number]): Xml {
  const { relatedItemIdentifier: identifier } = one
  return element(
    'relatedItem',
    {
      relatedItemType: one.relatedItemType,
      relationType: one.relationType,
      relationTypeInformation: one.relationTypeInformation,
    },
    identifier &&
      element(
        'relatedItemIdentifier',
        { relatedItemIdentifierType: identifier.relatedItemIdentifierType },
        identifier.relatedItemIdentifier,
      ),
    list('creators', one.creators.map(creatorOf)),
    list('titles', one.titles.map(titleOf)),
    plain('publicationYear', one.publicationYear && String(one.publicationYear).padStart(4, '0')),
    plain('volume', one.volume),
    plain('issue', one.issue),
    one.number && element('number', { numberType: one.numberType }, one.number),
    plain('firstPage', one.firstPage),
    plain('lastPage', one.lastPage),
    plain('publisher', one.publisher),
    plain('edition', one.edition),
    list('contributors', one.contributors.map(contributorOf)),
  )
}
