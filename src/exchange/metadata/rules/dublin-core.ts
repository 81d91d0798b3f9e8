import type { FieldRow } from '../../../core/fields.ts'
import type { Described, Item } from '../model.ts'
import { plainText } from './html.ts'
import { identifiersOf, relatedTypeOf } from './identifiers.ts'
import { partsOf, textIn, textOf, textsIn } from './item.ts'
import { descriptionsOf, type Said, titlesOf } from './language.ts'
import { licenceIn, rightsOf } from './licences.ts'
import { filled } from './parties.ts'
import { subjectsOf } from './subjects.ts'

/** The fifteen elements of Dublin Core, as oai_dc has them: each may stand there several times, in any language. */
export function dublinCoreDataset(root: Item): Described {
  const [date = null, ...otherDates] = textsIn(root, 'date')
  const titles = saidIn(root, 'title')
  return {
    ...titlesOf(titles),
    ...descriptionsOf(saidIn(root, 'description')),
    ...identifiersOf(textsIn(root, 'identifier').map((value) => ({ value, type: null }))),
    creators: textsIn(root, 'creator').map((name): FieldRow => ({ name })),
    contributors: textsIn(root, 'contributor').map((name): FieldRow => ({
      contributorType: 'Other',
      name,
    })),
    publisher: textsIn(root, 'publisher').join('；') || null,
    publicationYear: /^\d{4}/.exec(date ?? '')?.[0] ?? null,
    dates: [date, ...otherDates].flatMap((one, at): FieldRow[] =>
      one === null ? [] : [{ dateType: at === 0 ? 'Issued' : 'Other', date: one }],
    ),
    ...typesOf(textsIn(root, 'type')),
    ...subjectsOf([], textsIn(root, 'subject').map(plainText)),
    language: textIn(root, 'language'),
    formats: textsIn(root, 'format'),
    rightsList: textsIn(root, 'rights').map((text) =>
      /^https?:/.test(text)
        ? rightsOf({ rights: null, rightsUri: text })
        : rightsOf({ rights: text, rightsIdentifier: licenceIn(text) }),
    ),
    geoLocations: textsIn(root, 'coverage').map((place): FieldRow => ({ place })),
    ...relationsOf(root),
  }
}

const saidIn = (root: Item, name: string): Said[] =>
  partsOf(root, name).flatMap((item) => {
    const lang = textIn(item, 'lang')
    const text = textOf(item)
    return text === null ? [] : [{ text, lang }]
  })

const dcmiTypes: Readonly<Record<string, string>> = {
  dataset: 'Dataset',
  collection: 'Collection',
  image: 'Image',
  stillimage: 'Image',
  software: 'Software',
  text: 'Text',
  sound: 'Sound',
  movingimage: 'Audiovisual',
  physicalobject: 'PhysicalObject',
}

const codeOf = (type: string) =>
  dcmiTypes[
    type
      .replace(/^.*[/:]/, '')
      .replace(/[\s_]/g, '')
      .toLowerCase()
  ]

/** A type of DCMI, which may be an address, and what else was said of it; data unless something else is said. */
function typesOf(types: readonly string[]) {
  const resourceTypeGeneral = types.map(codeOf).find(Boolean) ?? 'Dataset'
  const others = types.filter((type) => codeOf(type) === undefined)
  return { resourceTypeGeneral, resourceType: others.join('; ') || null }
}

const isKnown = ({ text }: { text: string }) => relatedTypeOf(text) !== null

/** Sources and relations: by their identifiers where they look like some, else as papers about it. */
function relationsOf(root: Item) {
  const all = [
    ...textsIn(root, 'source').map((text) => ({ text, relationType: 'IsDerivedFrom' })),
    ...textsIn(root, 'relation').map((text) => ({ text, relationType: 'References' })),
  ]
  return {
    relatedIdentifiers: all.filter(isKnown).map(({ text, relationType }) =>
      filled({
        relationType,
        relatedIdentifier: text,
        relatedIdentifierType: relatedTypeOf(text),
      }),
    ),
    paperReferences: all.filter((one) => !isKnown(one)).map(({ text }) => text),
  }
}
