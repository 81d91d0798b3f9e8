import type { FieldRow } from '../../../core/fields.ts'
import type { Described, Item } from '../model.ts'
import { identifierOf, identifiersOf, relatedTypeOf } from './identifiers.ts'
import { has, partOf, partsOf, pass, textIn, textsIn } from './item.ts'
import { descriptionsOf, titlesOf } from './language.ts'
import { licenceIn, rightsOf } from './licences.ts'
import { filled } from './parties.ts'
import { subjectsOf } from './subjects.ts'

/** A data package of Frictionless Data, version 1 or 2: it has resources, each with a path or with data. */
export const isDatapackage = (item: Item): boolean =>
  partsOf(item, 'resources').some((one) => has(one, 'path') || has(one, 'data') || has(one, 'name'))

export function datapackageDataset(root: Item): Described {
  pass(...partsOf(root, '$schema', 'profile'))
  const name = textIn(root, 'name')
  const title = textIn(root, 'title') ?? name
  const created = textIn(root, 'created')
  const people = partsOf(root, 'contributors').map(contributorOf)
  const homepage = textIn(root, 'homepage')
  return {
    ...titlesOf(
      [...(title === null ? [] : [title]), ...textsIn(root, 'alternateName')].map((text) => ({
        text,
        lang: null,
      })),
    ),
    ...descriptionsOf(textsIn(root, 'description').map((text) => ({ text, lang: null }))),
    ...identifiersOf([
      ...textsIn(root, 'id').map((value) => ({ value, type: 'Data Package id' })),
      ...(name !== null && name !== title ? [{ value: name, type: 'Data Package name' }] : []),
    ]),
    ...subjectsOf([], textsIn(root, 'keywords')),
    datasetVersion: textIn(root, 'version'),
    publicationYear: created?.slice(0, 4) ?? null,
    dates: created ? [{ dateType: 'Created', date: created }] : [],
    creators: people.filter(isAuthor).map(({ row }) => row),
    contributors: people
      .filter((one) => !isAuthor(one))
      .map(({ row, roles }) => ({ contributorType: typeOf(roles), ...row })),
    rightsList: partsOf(root, 'licenses', 'license').map(licenceOf),
    relatedIdentifiers: [
      ...partsOf(root, 'sources').flatMap(sourceOf),
      ...(homepage ? [related('IsDocumentedBy', homepage)] : []),
    ],
    ...resourcesOf(partsOf(root, 'resources')),
    resourceTypeGeneral: 'Dataset',
  }
}

type Contributor = { row: FieldRow; roles: string[] }

const isAuthor = ({ roles }: Contributor) =>
  roles.length === 0 || roles.some((role) => /^(?:author|creator)$/i.test(role))

function contributorOf(item: Item): Contributor {
  const path = textIn(item, 'path')
  const given = textIn(item, 'givenName')
  const family = textIn(item, 'familyName')
  const name = textIn(item, 'title', 'name') ?? [family, given].filter(Boolean).join(', ')
  return {
    roles: textsIn(item, 'role', 'roles'),
    row: filled({
      name: name || null,
      givenName: given,
      familyName: family,
      nameIdentifiers: path ? [path] : [],
      affiliations: textsIn(item, 'organization'),
    }),
  }
}

const contributorTypes: Readonly<Record<string, string>> = {
  publisher: 'Distributor',
  maintainer: 'DataManager',
  wrangler: 'DataCurator',
  contributor: 'Other',
  contact: 'ContactPerson',
  editor: 'Editor',
}

const typeOf = (roles: readonly string[]) =>
  roles.map((role) => contributorTypes[role.toLowerCase()]).find(Boolean) ?? 'Other'

/** Data Package has the Open Definition’s identifiers, in which SPDX’s are contained. */
function licenceOf(item: Item): FieldRow {
  const name = textIn(item, 'name') ?? (item.text || null)
  if (name === item.text) item.isRead = true
  return rightsOf({
    rights: textIn(item, 'title'),
    rightsUri: textIn(item, 'path'),
    rightsIdentifier: name === null ? null : (licenceIn(name) ?? name),
  })
}

const related = (relationType: string, text: string): FieldRow => ({
  relationType,
  relatedIdentifier: text.startsWith('10.')
    ? identifierOf({ value: text, type: null }).value
    : text,
  relatedIdentifierType: relatedTypeOf(text) ?? 'URL',
})

/** A source that has an address; one in words only stays unread, and is said to be. */
function sourceOf(item: Item): FieldRow[] {
  const path = textIn(item, 'path')
  if (path === null) return []
  const title = textIn(item, 'title')
  return [{ ...related('IsDerivedFrom', path), ...(title && { relationTypeInformation: title }) }]
}

/** Of the files: how many, how large, of which formats, and the names of their columns. The files are not here. */
function resourcesOf(resources: readonly Item[]) {
  const bytes = resources.flatMap((one) => textIn(one, 'bytes') ?? [])
  const formats = resources.flatMap(
    (one) => textIn(one, 'mediatype') ?? textIn(one, 'format') ?? [],
  )
  const variables = resources.flatMap((one) =>
    partsOf(partOf(one, 'schema'), 'fields').flatMap((field) => textIn(field, 'name') ?? []),
  )
  const total = bytes.reduce((sum, text) => sum + Number(text), 0)
  pass(...resources)
  return {
    filesCount: String(resources.reduce((sum, one) => sum + pathsOf(one), 0)),
    totalSizeBytes: bytes.length === resources.length && total > 0 ? String(total) : null,
    formats: [...new Set(formats)],
    variables: [...new Set(variables)].slice(0, 300),
  }
}

/** A resource may be of several files. */
const pathsOf = (resource: Item) => Math.max(1, partsOf(resource, 'path').length)
