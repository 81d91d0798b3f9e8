import type { FieldRow } from '../../../core/fields.ts'
import type { Described, Item } from '../model.ts'
import { identifiersOf, type Known } from './identifiers.ts'
import { entriesOf, has, ownText, partOf, partsOf, pass, textIn, textsIn } from './item.ts'
import { descriptionsOf, type Said, titlesOf } from './language.ts'
import { rightsOf } from './licences.ts'
import { filled, fundersIn, namesIn, partiesIn } from './parties.ts'
import { geoLocationsIn } from './places.ts'
import { temporalOf } from './schema-coverage.ts'
import { subjectsOf } from './subjects.ts'

/** Whether it is DataCite’s: as XML its root `resource`, as JSON the object of its properties. */
export const isDatacite = (item: Item): boolean =>
  has(item, 'titles') &&
  ['creators', 'publicationYear', 'publisher', 'types', 'doi'].filter((name) => has(item, name))
    .length >= 2

/** DataCite kernel 3 and 4 in XML, and its JSON as the schema and the REST API write it. */
export function dataciteDataset(root: Item): Described {
  passOwn(root)
  const types = partOf(root, 'types', 'resourceType')
  return {
    ...titlesOf(saidIn(root, 'titles', 'title', 'titleType')),
    ...descriptionsOf(saidIn(root, 'descriptions', 'description', 'descriptionType')),
    ...identifiersOf(knownIn(root)),
    ...subjectsIn(root),
    creators: partiesIn(root, 'creators', 'creator'),
    contributors: partiesIn(root, 'contributors', 'contributor'),
    ...publisherIn(root),
    publicationYear: textIn(root, 'publicationYear'),
    resourceTypeGeneral:
      textIn(types, 'resourceTypeGeneral') ?? textIn(root, 'resourceTypeGeneral'),
    resourceType: typeInWords(types),
    ...datesIn(root),
    language: textIn(root, 'language'),
    sizes: entriesOf(root, 'sizes', 'size').flatMap((item) => ownText(item) ?? []),
    formats: entriesOf(root, 'formats', 'format').flatMap((item) => ownText(item) ?? []),
    datasetVersion: textIn(root, 'version'),
    ...sharingIn(root),
    geoLocations: geoLocationsIn(root),
    fundingReferences: fundersIn(root),
    relatedIdentifiers: relatedIn(root),
    relatedItems: entriesOf(root, 'relatedItems', 'relatedItem').map(relatedItemOf),
  }
}

/** What DataCite’s service says of its own entry, or repeats. */
function passOwn(root: Item): void {
  const own =
    'xml prefix suffix url contentUrl state reason source isActive schemaVersion metadataVersion'
  const counted =
    'created registered published updated container viewCount viewsOverTime downloadCount downloadsOverTime referenceCount citationCount citationsOverTime partCount partOfCount versionCount versionOfCount'
  pass(...partsOf(root, ...own.split(' '), ...counted.split(' ')))
  const types = partOf(root, 'types')
  pass(...partsOf(types, 'ris', 'bibtex', 'citeproc', 'schemaOrg'))
}

const saidIn = (root: Item, list: string, entry: string, typeKey: string): Said[] =>
  entriesOf(root, list, entry).flatMap((item) => {
    const lang = textIn(item, 'lang')
    const type = textIn(item, typeKey)
    const text = ownText(item, entry)
    return text === null ? [] : [{ text, lang, type }]
  })

/** The identifier itself, and others beside it. */
const knownIn = (root: Item): Known[] => [
  ...textsIn(root, 'doi').map((value) => ({ value, type: 'DOI' })),
  ...[...partsOf(root, 'identifier'), ...entriesOf(root, 'identifiers', 'identifier')].flatMap(
    (item) => known(item, 'identifier'),
  ),
  ...entriesOf(root, 'alternateIdentifiers', 'alternateIdentifier').flatMap((item) =>
    known(item, 'alternateIdentifier'),
  ),
]

function known(item: Item, name: string): Known[] {
  const type = textIn(item, `${name}Type`)
  const value = ownText(item, name)
  return value === null ? [] : [{ value, type }]
}

function publisherIn(root: Item) {
  const publisher = partOf(root, 'publisher')
  pass(...partsOf(publisher, 'schemeUri', 'lang'))
  return {
    publisher: publisher ? ownText(publisher, 'name') : null,
    publisherIdentifier: textIn(publisher, 'publisherIdentifier'),
    publisherIdentifierScheme: textIn(publisher, 'publisherIdentifierScheme'),
  }
}

/** Codes of GB/T 13745 are the record’s subjects; words without a scheme are keywords. */
function subjectsIn(root: Item) {
  const subjects: string[] = []
  const keywords: string[] = []
  const otherSubjects: FieldRow[] = []
  for (const item of entriesOf(root, 'subjects', 'subject')) {
    const row = filled({
      subject: ownText(item, 'subject'),
      subjectScheme: textIn(item, 'subjectScheme'),
      schemeUri: textIn(item, 'schemeUri'),
      valueUri: textIn(item, 'valueUri'),
      classificationCode: unescaped(textIn(item, 'classificationCode')),
      lang: textIn(item, 'lang'),
    })
    const code = codeOfChina(row)
    if (code !== undefined) subjects.push(code)
    else if (Object.keys(row).every((key) => key === 'subject' || key === 'lang'))
      keywords.push(String(row['subject']))
    else otherSubjects.push(row)
  }
  const own = subjectsOf(subjects, keywords)
  return { ...own, otherSubjects: [...own.otherSubjects, ...otherSubjects] }
}

/** The schema has it as an address, in which blanks are escaped. */
const unescaped = (text: string | null) => text?.replaceAll('%20', ' ') ?? null

function codeOfChina({ subjectScheme, classificationCode, subject }: FieldRow): string | undefined {
  const code = classificationCode ?? subject
  const isOfChina = typeof subjectScheme === 'string' && subjectScheme.includes('13745')
  return isOfChina && typeof code === 'string' && /^[\d.]+$/.test(code) ? code : undefined
}

/** Dates; the only one on which it was collected is what it covers in time. */
function datesIn(root: Item) {
  const dates = entriesOf(root, 'dates', 'date').map((item) =>
    filled({
      dateType: textIn(item, 'dateType'),
      date: ownText(item, 'date'),
      dateInformation: textIn(item, 'dateInformation'),
    }),
  )
  const [collected, ...others] = dates.filter(({ dateType }) => dateType === 'Collected')
  const period = others.length === 0 && collected ? String(collected['date'] ?? '') : ''
  return { dates, ...temporalOf(period === '' ? null : period) }
}

/** The type in words, where they say more than the general one. */
function typeInWords(types: Item | undefined): string | null {
  const text = types ? ownText(types, 'resourceType') : null
  return text === textIn(types, 'resourceTypeGeneral') ? null : text
}

/** How one gets it, by the end of an address of COAR Access Rights; the restricted ask for a request. */
const accesses: Readonly<Record<string, string>> = {
  c_abf2: 'open',
  c_f1cf: 'open',
  c_16ec: 'on_request',
  c_14cb: 'closed',
}

const coarIn = ({ rightsUri }: FieldRow) =>
  /purl\.org\/coar\/access_right\/(c_\w{4})$/.exec(String(rightsUri))?.[1]

/** Licences apart from how one gets it, which is said among them. */
function sharingIn(root: Item) {
  const rights = rightsIn(root)
  const code = rights.map(coarIn).find(Boolean)
  return {
    rightsList: rights.filter((row) => coarIn(row) === undefined),
    access: accesses[code ?? ''] ?? null,
    protected: code === 'c_f1cf' ? 'true' : null,
  }
}

const rightsIn = (root: Item): FieldRow[] =>
  [...entriesOf(root, 'rightsList', 'rights'), ...partsOf(root, 'rights')].map((item) =>
    rightsOf({
      rights: ownText(item, 'rights'),
      rightsUri: textIn(item, 'rightsUri'),
      rightsIdentifier: textIn(item, 'rightsIdentifier'),
      rightsIdentifierScheme: textIn(item, 'rightsIdentifierScheme'),
      schemeUri: textIn(item, 'schemeUri'),
      lang: textIn(item, 'lang'),
    }),
  )

const relationOf = (item: Item): FieldRow => ({
  relationType: textIn(item, 'relationType'),
  relationTypeInformation: textIn(item, 'relationTypeInformation'),
})

const schemeOf = (item: Item): FieldRow => ({
  relatedMetadataScheme: textIn(item, 'relatedMetadataScheme'),
  schemeUri: textIn(item, 'schemeUri'),
  schemeType: textIn(item, 'schemeType'),
})

const relatedIn = (root: Item): FieldRow[] =>
  entriesOf(root, 'relatedIdentifiers', 'relatedIdentifier').map((item) =>
    filled({
      ...relationOf(item),
      relatedIdentifier: ownText(item, 'relatedIdentifier'),
      relatedIdentifierType: textIn(item, 'relatedIdentifierType'),
      resourceTypeGeneral: textIn(item, 'resourceTypeGeneral'),
      ...schemeOf(item),
    }),
  )

function relatedItemOf(item: Item): FieldRow {
  const identifier = partOf(item, 'relatedItemIdentifier')
  const number = partOf(item, 'number')
  const [title = null, ...otherTitles] = entriesOf(item, 'titles', 'title').flatMap((one) => {
    const text = ownText(one, 'title')
    pass(one)
    return text ?? []
  })
  return filled({
    ...relationOf(item),
    relatedItemType: textIn(item, 'relatedItemType'),
    title,
    otherTitles,
    creators: namesIn(item, 'creators', 'creator'),
    contributors: namesIn(item, 'contributors', 'contributor'),
    publisher: textIn(item, 'publisher'),
    publicationYear: yearOf(textIn(item, 'publicationYear')),
    volume: textIn(item, 'volume'),
    issue: textIn(item, 'issue'),
    number: number ? ownText(number, 'number') : null,
    numberType: textIn(number, 'numberType') ?? textIn(item, 'numberType'),
    firstPage: textIn(item, 'firstPage'),
    lastPage: textIn(item, 'lastPage'),
    edition: textIn(item, 'edition'),
    relatedItemIdentifier: identifier ? ownText(identifier, 'relatedItemIdentifier') : null,
    relatedItemIdentifierType:
      textIn(identifier, 'relatedItemIdentifierType') ?? textIn(item, 'relatedItemIdentifierType'),
    ...schemeOf(identifier ?? item),
  })
}

const yearOf = (text: string | null) => (text && /^\d{4}$/.test(text) ? Number(text) : null)
