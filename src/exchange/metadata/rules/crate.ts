import type { FieldRow } from '../../../core/fields.ts'
import type { Described, Item } from '../model.ts'
import { identifiersOf, type Known, relatedTypeOf } from './identifiers.ts'
import { partOf, partsOf, pass, textIn, textsIn } from './item.ts'
import { descriptionsOf, type Said, titlesOf } from './language.ts'
import { rightsOf } from './licences.ts'
import { filled } from './parties.ts'
import { subjectsOf } from './subjects.ts'
import { spatialOf, temporalOf } from './schema-coverage.ts'

/**
 * The root dataset of an RO-Crate (1.1 to 1.3), whose graph is flat: what it refers to by `@id` stands beside it. A plain
 * dataset of schema.org is read the same way, with what it refers to inside.
 */
export function crateRoot(whole: Item): Item | undefined {
  const graph = partsOf(whole, '@graph')
  const isDescriptor = (item: Item) =>
    /(?:^|\/)ro-crate-metadata\.json(?:ld)?$/.test(idOf(item)) && partOf(item, 'about')
  const descriptor = graph.find(isDescriptor)
  const about = idOf(partOf(descriptor, 'about'))
  if (!descriptor) return graph.length === 0 ? whole : undefined
  pass(descriptor)
  return graph.find((item) => idOf(item) === about)
}

/** Whether it is a plain dataset of schema.org, as pages carry it. */
export const isSchemaOrg = (item: Item): boolean =>
  partsOf(item, '@type').some(({ text }) =>
    /^(?:schema:|https?:\/\/schema\.org\/)?Dataset$/.test(text),
  ) && partsOf(item, '@context').length > 0

const idOf = (item: Item | undefined): string => partOf(item, '@id')?.text ?? ''

/** What a property refers to: the entity of that id in the graph, or what stands inside. */
type Find = (item: Item | undefined, ...names: readonly string[]) => Item[]

function finder(whole: Item): Find {
  const byId = new Map(partsOf(whole, '@graph').map((item) => [idOf(item), item]))
  return (item, ...names) =>
    partsOf(item, ...names).map((part) => {
      const found = byId.get(idOf(part))
      if (found && found !== part) pass(...partsOf(part, '@id'))
      pass(...partsOf(found, '@id', '@type'))
      return found ?? part
    })
}

export function crateDataset(whole: Item, root: Item): Described {
  const find = finder(whole)
  pass(...partsOf(whole, '@context'), ...partsOf(root, '@id', '@type', '@context', 'conformsTo'))
  const published = textIn(root, 'datePublished')
  return {
    ...titlesOf([...saidIn(root, 'name'), ...saidIn(root, 'alternateName')]),
    ...descriptionsOf(saidIn(root, 'description')),
    ...identifiersOf([...rootId(root), ...find(root, 'identifier', 'sameAs').flatMap(knownOf)]),
    ...subjectsOf([], keywordsIn(find, root)),
    ...peopleIn(find, root),
    publicationYear: published?.slice(0, 4) ?? null,
    dates: datesIn(root, published),
    datasetVersion: textIn(root, 'version', 'softwareVersion'),
    language:
      find(root, 'inLanguage').flatMap((item) => nameOf(item, 'alternateName') ?? [])[0] ?? null,
    rightsList: find(root, 'license').map(licenceOf),
    variables: find(root, 'variableMeasured').flatMap((item) => nameOf(item) ?? []),
    fundingReferences: find(root, 'funder', 'funding').map((item) => fundingOf(find, item)),
    ...temporalOf(textIn(root, 'temporalCoverage')),
    geoLocations: find(root, 'spatialCoverage', 'contentLocation').map((item) =>
      spatialOf(item, find(item, 'geo')[0]),
    ),
    ...relationsOf(find, root),
    citation: textIn(root, 'creditText'),
    ...filesOf(find, root),
    resourceTypeGeneral: 'Dataset',
  }
}

const keywordsIn = (find: Find, root: Item): string[] =>
  find(root, 'keywords').flatMap((item) =>
    (nameOf(item) ?? '')
      .split(/[,，;；]/)
      .map((one) => one.trim())
      .filter(Boolean),
  )

const datesIn = (root: Item, published: string | null): FieldRow[] => [
  ...(published ? [{ dateType: 'Issued', date: published }] : []),
  ...textsIn(root, 'dateCreated').map((date) => ({ dateType: 'Created', date })),
  ...textsIn(root, 'dateModified').map((date) => ({ dateType: 'Updated', date })),
]

function peopleIn(find: Find, root: Item) {
  const [publisher] = find(root, 'publisher', 'sdPublisher')
  return {
    creators: find(root, 'creator', 'author')
      .map((item) => partyOf(find, item))
      .filter(isNamed),
    contributors: [
      ...find(root, 'contributor').map((item) => ({ type: 'Other', item })),
      ...find(root, 'editor').map((item) => ({ type: 'Editor', item })),
      ...find(root, 'contactPoint', 'maintainer').map((item) => ({ type: 'ContactPerson', item })),
    ]
      .map(({ type, item }) => ({ contributorType: type, ...partyOf(find, item) }))
      .filter(isNamed),
    publisher: publisher ? nameOf(publisher) : null,
    publisherIdentifier: publisher ? addressOf(publisher) : null,
  }
}

const saidIn = (root: Item, ...names: readonly string[]): Said[] =>
  names.flatMap((name, at) =>
    partsOf(root, name).flatMap((item) => {
      const lang = textIn(item, '@language')
      const text = nameOf(item, '@value')
      const type = at === 0 ? null : 'AlternativeTitle'
      return text === null ? [] : [{ text, lang, type }]
    }),
  )

/** A text, or the name of what stands there. */
function nameOf(item: Item, ...others: readonly string[]): string | null {
  if (item.text !== '') item.isRead = true
  return item.text || textIn(item, ...others, 'name', '@value')
}

/** The address of an entity where its id is one; ids inside of a crate are none. */
function addressOf(item: Item): string | null {
  const id = idOf(item)
  pass(...partsOf(item, '@id', '@type'))
  return /^https?:/.test(id) ? id : textIn(item, 'identifier', 'url')
}

const rootId = (root: Item): Known[] =>
  /^https?:|^10\./.test(idOf(root)) ? [{ value: idOf(root), type: null }] : []

/** An identifier in words, as an address, or as a PropertyValue. */
function knownOf(item: Item): Known[] {
  const type = textIn(item, 'propertyID', 'name')
  const value = item.text || textIn(item, 'value') || idOf(item)
  pass(item)
  return value ? [{ value, type: type?.replace(/^.*\//, '') ?? null }] : []
}

const isNamed = ({ name }: FieldRow) => Boolean(name)

function partyOf(find: Find, item: Item): FieldRow {
  const types = partsOf(item, '@type').map(({ text }) => text)
  const affiliations = find(item, 'affiliation', 'worksFor')
  const given = textIn(item, 'givenName')
  const family = textIn(item, 'familyName')
  const identifier = addressOf(item)
  return filled({
    name: nameOf(item) ?? ([family, given].filter(Boolean).join(', ') || null),
    nameType: types.includes('Organization')
      ? 'Organizational'
      : types.includes('Person')
        ? 'Personal'
        : null,
    givenName: given,
    familyName: family,
    nameIdentifiers: identifier ? [identifier] : [],
    affiliations: affiliations.flatMap((one) => nameOf(one) ?? []),
    affiliationIdentifiers: affiliations.flatMap((one) => addressOf(one) ?? []),
  })
}

function licenceOf(item: Item): FieldRow {
  const uri = item.text || idOf(item)
  const identifier = textIn(item, 'identifier')
  const rights = textIn(item, 'name')
  pass(...(item.text ? [item] : partsOf(item, '@id', '@type', 'url', 'description')))
  return /^https?:/.test(uri)
    ? rightsOf({ rights, rightsUri: uri, rightsIdentifier: null })
    : rightsOf({ rights: rights ?? (uri || null), rightsIdentifier: identifier })
}

/** Who paid: an organisation, or a grant that names it. */
function fundingOf(find: Find, item: Item): FieldRow {
  const [funder] = find(item, 'funder', 'sponsor')
  const own = funder ?? item
  const funderIdentifier = addressOf(own)
  return filled({
    funderName: nameOf(own),
    funderIdentifier,
    funderIdentifierType: funderIdentifier
      ? /ror\.org/.test(funderIdentifier)
        ? 'ROR'
        : 'Other'
      : null,
    awardNumber: funder ? textIn(item, 'identifier') : null,
    awardTitle: funder ? textIn(item, 'name') : null,
  })
}

const relations = {
  citation: 'IsDescribedBy',
  isBasedOn: 'IsDerivedFrom',
  isPartOf: 'IsPartOf',
  mentions: 'References',
  subjectOf: 'IsReferencedBy',
} as const

/** What it refers to elsewhere, by address; a citation in words is a paper about it. */
function relationsOf(find: Find, root: Item) {
  const all = Object.entries(relations).flatMap(([name, relationType]) =>
    find(root, name).map((item) => {
      const text = item.text || (/^https?:|^10\./.test(idOf(item)) ? idOf(item) : '')
      const said = text || textIn(item, 'url', 'identifier', 'name') || ''
      if (text) pass(...(item.text ? [item] : partsOf(item, '@id', '@type', 'name')))
      return { text: said, relationType, relatedIdentifierType: relatedTypeOf(said) }
    }),
  )
  return {
    relatedIdentifiers: all
      .filter((one) => one.relatedIdentifierType !== null)
      .map(({ text, ...row }): FieldRow => ({ ...row, relatedIdentifier: text })),
    paperReferences: all
      .filter((one) => one.relatedIdentifierType === null && one.text !== '')
      .map(({ text }) => text),
  }
}

const isFile = (item: Item) =>
  partsOf(item, '@type').some(({ text }) => /^(?:File|MediaObject|DataDownload)$/.test(text))

/** Of the files: how many, how large and of which formats. The files are not here. */
function filesOf(find: Find, root: Item) {
  const distributions = find(root, 'distribution')
  const files = [...filesUnder(find, root, new Set()), ...distributions].filter(isFile)
  const formats = files.flatMap((item) => textsIn(item, 'encodingFormat'))
  const sizes = files.flatMap((item) => textIn(item, 'contentSize') ?? [])
  const total = sizes.reduce((sum, text) => sum + Number(text.replace(/\s*B?$/, '')), 0)
  pass(...files, ...partsOf(root, 'hasPart', 'distribution'))
  return {
    filesCount: files.length > 0 ? String(files.length) : null,
    totalSizeBytes: sizes.length === files.length && total > 0 ? String(total) : null,
    formats: [...new Set(formats)].slice(0, 50),
  }
}

/** Files of folders count too; a crate may refer in circles. */
function filesUnder(find: Find, item: Item, met: Set<Item>): Item[] {
  const files: Item[] = []
  const open = [item]
  for (let one = open.pop(); one; one = open.pop())
    for (const part of find(one, 'hasPart')) {
      if (met.has(part)) continue
      met.add(part)
      files.push(part)
      pass(...partsOf(part, '@id', '@type'))
      open.push(part)
    }
  return files
}
