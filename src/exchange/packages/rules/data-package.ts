import type { DescribedFile, Party } from '../../described/model.ts'
import type { Column, Described, Packaged } from '../model.ts'
import { packageWords as words } from '../words.ts'
import {
  descriptionOf,
  fileListOf,
  inBoth,
  inOne,
  moreFilesIn,
  otherNamesOf,
  slugOf,
} from './facts.ts'

const profiles = 'https://datapackage.org/profiles/2.0'

/** Data Package v2: the files of a dataset as resources. A dataset without any is none; see {@link isDataPackage}. */
export function dataPackageOf({ one, columns }: Packaged) {
  const contributors = contributorsOf(one)
  const keywords = [...new Set(one.subjects.map(({ text }) => text))]
  const licences = one.licences.flatMap(licenceOf)
  const sources = one.related.flatMap(sourceOf)
  return {
    $schema: `${profiles}/datapackage.json`,
    name: slugOf(one),
    id: one.identifier.uri ?? one.identifier.value,
    title: inOne(one.title),
    alternateName: otherNamesOf(one),
    description: descriptionOf(one),
    homepage: one.url,
    ...(one.version && { version: one.version }),
    created: (one.release?.publishedAt ?? one.publishedAt ?? one.createdAt).toString(),
    ...(contributors.length > 0 && { contributors }),
    ...(keywords.length > 0 && { keywords }),
    ...(licences.length > 0 && { licenses: licences }),
    ...(sources.length > 0 && { sources }),
    resources: resourcesOf({ one, columns }),
  }
}

export const isDataPackage = ({ files }: Described) => files.length > 0

const contributorsOf = ({ creators, publisher, contributors }: Described) => [
  ...creators.map((one) => contributorOf(one, 'creator')),
  ...(publisher.name ? [contributorOf(publisher, 'publisher')] : []),
  ...contributors.map((one) => contributorOf(one, roles[one.contribution] ?? 'contributor')),
]

const roles: Readonly<Record<string, string>> = {
  DataManager: 'maintainer',
  DataCurator: 'wrangler',
  Editor: 'editor',
  ContactPerson: 'contact',
}

function contributorOf(party: Party, role: string) {
  const path = party.identifiers.find(({ uri }) => uri !== null)?.uri
  const [affiliation] = party.affiliations
  return {
    title: party.name,
    ...(path && { path }),
    ...(party.givenName && { givenName: party.givenName }),
    ...(party.familyName && { familyName: party.familyName }),
    ...(affiliation && { organization: affiliation.name }),
    roles: [role],
  }
}

/** By its name on the SPDX list, which the Open Definition’s are, or by its address; in words only it is left out. */
const licenceOf = ({ spdx, uri, words: said }: Described['licences'][number]) =>
  spdx || uri
    ? [{ ...(spdx && { name: spdx }), ...(uri && { path: uri }), title: inOne(said) }]
    : []

const sourceOf = ({ relation, uri, title, identifier }: Described['related'][number]) =>
  relation === 'IsDerivedFrom' && uri !== null
    ? [{ title: title ? inOne(title) : identifier, path: uri }]
    : []

function resourcesOf({ one, columns }: Packaged) {
  const taken = new Set<string>()
  const files = one.files.map((file) =>
    resourceOf(file, nameFor(file.name, taken), columns.get(file.id)),
  )
  const [more, list] = [moreFilesIn(one), fileListOf(one)]
  if (!more || list === null) return files
  return [
    ...files,
    {
      name: nameFor('all-files', taken),
      path: list,
      title: inBoth(words.allFiles),
      description: inBoth(more),
      mediatype: 'application/json',
    },
  ]
}

function resourceOf(file: DescribedFile, name: string, columns: readonly Column[] = []) {
  const format = /\.([a-z0-9]{1,10})$/i.exec(file.name)?.[1]?.toLowerCase()
  return {
    name,
    path: file.url,
    title: file.name,
    ...(file.description && { description: file.description }),
    ...(format && { format }),
    mediatype: file.type,
    bytes: file.sizeBytes,
    hash: `sha256:${file.sha256}`,
    ...(columns.length > 0 && {
      type: 'table',
      schema: {
        $schema: `${profiles}/tableschema.json`,
        fields: columns.map(({ name: column, type, description }) => ({
          name: column,
          type,
          ...(description && { description }),
        })),
      },
    }),
  }
}

/** The letters that a resource’s name may have; one that is taken gets a number behind it. */
function nameFor(path: string, taken: Set<string>): string {
  const name =
    path
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'file'
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`
  taken.add(free)
  return free
}
