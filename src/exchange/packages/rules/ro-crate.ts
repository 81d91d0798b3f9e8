import type { DescribedLicence, DescribedPlace, Party, Related } from '../../described/model.ts'
import type { Described, Packaged } from '../model.ts'
import { packageWords as words } from '../words.ts'
import {
  descriptionOf,
  encodedPath,
  fileListOf,
  inBoth,
  inOne,
  otherNamesOf,
  moreFilesIn,
  packedName,
  publishedOn,
} from './facts.ts'

/** An entity of the graph, which is flat: others are referred to by their ids. */
export type Entity = { '@id': string; '@type': string | string[]; [property: string]: unknown }

type Ref = { '@id': string }

/** Where a crate has its files: beside its metadata, or on the web. */
export type Placing = 'packed' | 'on the web'

const version = 'https://w3id.org/ro/crate/1.3'

/**
 * RO-Crate 1.3: a dataset, who made it, under which terms, and its files, as one graph of JSON-LD. Its root is the folder
 * that it lies in, or else the dataset by its identifier.
 */
export function roCrateOf(
  packaged: Packaged,
  placing: Placing,
  { isFolder = placing === 'packed' } = {},
) {
  const graph = new Map<string, Entity>()
  /** Adds an entity once, by its id; answers the reference to it. */
  const add = (entity: Entity): Ref => {
    if (!graph.has(entity['@id'])) graph.set(entity['@id'], entity)
    return { '@id': entity['@id'] }
  }
  const { one } = packaged
  const rootId = isFolder ? './' : (one.identifier.uri ?? one.url)
  add({
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    name: 'RO-Crate metadata',
    conformsTo: { '@id': version },
    about: { '@id': rootId },
  })
  graph.set(rootId, { '@id': rootId, '@type': 'Dataset' })
  const root = rootOf(packaged, { rootId, placing, add })
  graph.set(rootId, root)
  return { '@context': `${version}/context`, '@graph': [...graph.values()] }
}

type Building = { rootId: string; placing: Placing; add: (entity: Entity) => Ref }

function rootOf(packaged: Packaged, building: Building): Entity {
  const { one } = packaged
  const { add, rootId } = building
  const party = (who: Party) => add(partyOf(who, add))
  // First, so that it keeps its own name where an affiliation has the same identifier.
  const publisher = party(one.publisher)
  return whole({
    '@id': rootId,
    '@type': 'Dataset',
    name: inOne(one.title),
    alternateName: otherNamesOf(one),
    description: descriptionOf(one),
    url: one.url,
    identifier: one.identifiers.map((identifier) => add(identifierOf(identifier))),
    datePublished: publishedOn(one),
    dateModified: one.updatedAt.toString(),
    version: one.version,
    license: licencesOf(one).map(add),
    author: one.creators.map(party),
    contributor: one.contributors.map(party),
    publisher,
    funder: one.funding.map((funding, at) => add(funderOf(funding, at))),
    keywords: one.subjects.map(({ text }) => text),
    inLanguage: one.language,
    citation: one.papers.map((paper, at) =>
      add({ '@id': `#paper-${at + 1}`, '@type': 'ScholarlyArticle', name: paper }),
    ),
    creditText: one.citation,
    ...relationsOf(one.related, add),
    temporalCoverage: periodOf(one),
    spatialCoverage: one.places.map((place, at) => add(placeOf(place, at, add))),
    variableMeasured: one.variables,
    isAccessibleForFree: one.access.isFree,
    conditionsOfAccess: inBoth(one.access.label),
    hasPart: filesOf(packaged, building),
  })
}

const funderOf = (
  { funder, funderIdentifier }: Described['funding'][number],
  at: number,
): Entity => ({
  '@id': funderIdentifier ?? `#funder-${at + 1}`,
  '@type': 'Organization',
  name: funder,
})

/** Without what nothing is known of; a list of one is that one. */
function whole(entity: Entity): Entity {
  const entries = Object.entries(entity).flatMap(([key, value]) => {
    if (value === null || value === undefined || value === '') return []
    if (!Array.isArray(value)) return [[key, value]]
    const values = [...new Set(value.map((one) => JSON.stringify(one)))].map((one) => parsed(one))
    return values.length === 0 ? [] : [[key, values.length === 1 ? values[0] : values]]
  })
  return { '@id': entity['@id'], '@type': entity['@type'], ...Object.fromEntries(entries) }
}

const parsed = (text: string): unknown => JSON.parse(text)

function partyOf(party: Party, add: Building['add']): Entity {
  const known = party.identifiers.find(({ uri }) => uri !== null)
  return whole({
    '@id': known?.uri ?? `#${encodeURIComponent(party.name)}`,
    '@type': party.type === 'Personal' ? 'Person' : 'Organization',
    name: party.name,
    givenName: party.givenName,
    familyName: party.familyName,
    affiliation: party.affiliations.map(({ name, identifier }) =>
      add({
        '@id': identifier?.uri ?? `#${encodeURIComponent(name)}`,
        '@type': 'Organization',
        name,
      }),
    ),
    ...(known?.uri && { url: known.uri }),
  })
}

const identifierOf = ({ type, value, uri }: Described['identifier']): Entity =>
  whole({
    '@id': uri ?? `#${encodeURIComponent(`${type}:${value}`)}`,
    '@type': 'PropertyValue',
    name: type,
    propertyID: propertyIds[type],
    value,
    url: uri,
  })

const propertyIds: Readonly<Record<string, string>> = {
  DOI: 'https://registry.identifiers.org/registry/doi',
  Handle: 'https://registry.identifiers.org/registry/hdl',
  ARK: 'https://registry.identifiers.org/registry/ark',
}

/** At least one: where nobody stated any, that is said. */
export const licencesOf = (one: Described): Entity[] =>
  one.licences.length > 0
    ? one.licences.map(licenceOf)
    : [
        {
          '@id': '#no-licence',
          '@type': 'CreativeWork',
          name: inBoth(words.licence),
          description: inBoth(words.noLicence),
        },
      ]

const licenceOf = ({ spdx, uri, words: said }: DescribedLicence): Entity => {
  const name = inOne(said) || spdx || uri || ''
  return whole({
    '@id': uri ?? `#${encodeURIComponent(spdx ?? name)}`,
    '@type': 'CreativeWork',
    name,
    description: inBoth(said) || name,
    identifier: spdx,
    url: uri,
  })
}

/** Properties of schema.org for those of DataCite’s relations that it has; others are mentions. */
const properties: Readonly<Record<string, string>> = {
  IsDerivedFrom: 'isBasedOn',
  IsPartOf: 'isPartOf',
  IsDescribedBy: 'citation',
  IsCitedBy: 'subjectOf',
  IsDocumentedBy: 'subjectOf',
  IsReferencedBy: 'subjectOf',
  IsCollectedBy: 'instrument',
}

function relationsOf(related: readonly Related[], add: Building['add']) {
  const refs = related.flatMap(({ relation, uri, title, type, identifier }) => {
    if (uri === null) return []
    const name = title ? inOne(title) : identifier
    const entity = { '@id': uri, '@type': typeOf(type), name, url: uri }
    return [{ property: properties[relation] ?? 'mentions', ref: add(entity) }]
  })
  const groups = Map.groupBy(refs, ({ property }) => property)
  return Object.fromEntries(
    [...groups].map(([property, some]) => [property, some.map(({ ref }) => ref)]),
  )
}

/** A type of schema.org; what is a dataset elsewhere is none of this crate’s, and is called a work. */
const typeOf = (type: string | null) =>
  type === 'Instrument'
    ? 'IndividualProduct'
    : type === 'Software'
      ? 'SoftwareSourceCode'
      : 'CreativeWork'

const periodOf = ({ period }: Described): string | null =>
  period && (period.from ?? period.until) !== null
    ? `${period.from ?? '..'}/${period.until ?? '..'}`
    : null

function placeOf(place: DescribedPlace, at: number, add: Building['add']): Entity {
  const { name, point, box, polygon } = place
  const id = `#place-${at + 1}`
  const shapes = [
    point && {
      '@type': 'GeoCoordinates',
      latitude: point.latitude,
      longitude: point.longitude,
    },
    box && { '@type': 'GeoShape', box: `${box.south} ${box.west} ${box.north} ${box.east}` },
    polygon && {
      '@type': 'GeoShape',
      polygon: polygon.map(({ latitude, longitude }) => `${latitude} ${longitude}`).join(' '),
    },
  ].filter((shape) => shape !== null)
  const geo = shapes.map((shape, number) =>
    add({ '@id': `${id}-geo-${number + 1}`, name: name ?? id, ...shape }),
  )
  return whole({ '@id': id, '@type': 'Place', name: name ?? `Place ${at + 1}`, geo })
}

/** Files, each as far as it is known; where there are more than are described, the list that has them all. */
function filesOf({ one, columns }: Packaged, { placing, add }: Building): Ref[] {
  const files = one.files.map((file) =>
    add(
      whole({
        '@id': placing === 'packed' ? encodedPath(packedName(file)) : file.url,
        '@type': 'File',
        name: file.name,
        description: file.description,
        encodingFormat: file.type,
        contentSize: String(file.sizeBytes),
        sha256: file.sha256,
        contentUrl: file.url,
        sdDatePublished: publishedOn(one),
        variableMeasured: (columns.get(file.id) ?? []).map(({ name }) => name),
      }),
    ),
  )
  const [more, list] = [moreFilesIn(one), fileListOf(one)]
  if (!more || list === null) return files
  const all = add({
    '@id': list,
    '@type': 'File',
    name: inBoth(words.allFiles),
    description: inBoth(more),
    encodingFormat: 'application/json',
    sdDatePublished: publishedOn(one),
  })
  return [...files, all]
}
