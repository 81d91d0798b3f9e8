import { textIn, textsIn } from '../../../core/field-values.ts'
import { datesOf, type Described, identifierOf, nameOf, numbersOf } from './described.ts'

/** An instrument in DataCite's terms (Metadata Schema 4.6): its owner made it known, so its owner is the creator. */
export function dataciteOf(one: Described) {
  const { values } = one
  const owner = nameOf(one.institutionZh, one.institutionEn)
  const { type, value } = identifierOf(one)
  const manufacturer = textIn(values, 'manufacturer')
  return {
    identifier: { identifier: value, identifierType: type },
    creators: [{ name: owner, nameType: 'Organizational' }],
    titles: titlesOf(one),
    publisher: { name: owner },
    publicationYear: String(one.publishedYear),
    types: {
      resourceType: one.category?.name ?? 'Instrument',
      resourceTypeGeneral: 'Instrument',
    },
    contributors: manufacturer
      ? [{ name: manufacturer, nameType: 'Organizational', contributorType: 'Producer' }]
      : [],
    dates: datesOf(values).map(({ name, date }) =>
      name === 'beginDate' ? { date, dateType: 'Available' } : { date, dateType: 'Withdrawn' },
    ),
    alternateIdentifiers: numbersOf(values).map(({ name, value: number }) => ({
      alternateIdentifier: number,
      alternateIdentifierType: name,
    })),
    subjects: textsIn(values, ['measuredVariables']).map((subject) => ({ subject })),
    descriptions: descriptionsOf(one),
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  }
}
export type DataCite = ReturnType<typeof dataciteOf>

const titlesOf = ({ titleZh, titleEn }: Described) => [
  ...(titleZh ? [{ title: titleZh, lang: 'zh' }] : []),
  ...(titleEn
    ? [{ title: titleEn, lang: 'en', ...(titleZh && { titleType: 'TranslatedTitle' }) }]
    : []),
]

const descriptionsOf = ({ summaryZh, summaryEn, values }: Described) => {
  const technical = textIn(values, 'technical')
  return [
    ...(summaryZh ? [{ description: summaryZh, descriptionType: 'Abstract', lang: 'zh' }] : []),
    ...(summaryEn ? [{ description: summaryEn, descriptionType: 'Abstract', lang: 'en' }] : []),
    ...(technical
      ? [{ description: technical, descriptionType: 'TechnicalInfo', lang: 'zh' }]
      : []),
  ]
}

/** The same as XML. */
export function dataciteXml(one: DataCite): string {
  const { identifier, creators, titles, publisher, publicationYear, types } = one
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<resource xmlns="http://datacite.org/schema/kernel-4">',
    element('identifier', { identifierType: identifier.identifierType }, identifier.identifier),
    list('creators', creators, ({ name, nameType }) =>
      nested('creator', {}, element('creatorName', { nameType }, name)),
    ),
    list('titles', titles, ({ title, lang, titleType }) =>
      element('title', { 'xml:lang': lang, titleType }, title),
    ),
    element('publisher', {}, publisher.name),
    element('publicationYear', {}, publicationYear),
    element('resourceType', { resourceTypeGeneral: types.resourceTypeGeneral }, types.resourceType),
    ...furtherXml(one),
    '</resource>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

const furtherXml = ({ subjects, contributors, dates, ...one }: DataCite): string[] => [
  list('subjects', subjects, ({ subject }) => element('subject', {}, subject)),
  list('contributors', contributors, ({ name, nameType, contributorType }) =>
    nested('contributor', { contributorType }, element('contributorName', { nameType }, name)),
  ),
  list('dates', dates, ({ date, dateType }) => element('date', { dateType }, date)),
  list('alternateIdentifiers', one.alternateIdentifiers, (alternate) =>
    element(
      'alternateIdentifier',
      { alternateIdentifierType: alternate.alternateIdentifierType },
      alternate.alternateIdentifier,
    ),
  ),
  list('descriptions', one.descriptions, ({ description, descriptionType, lang }) =>
    element('description', { 'xml:lang': lang, descriptionType }, description),
  ),
]

type Attributes = Readonly<Record<string, string | undefined>>

/** Nothing for an empty list: the schema knows no empty ones. */
const list = <Item>(name: string, items: readonly Item[], each: (item: Item) => string): string =>
  items.length === 0 ? '' : nested(name, {}, items.map(each).join('\n'))

const element = (name: string, attributes: Attributes, text: string): string =>
  `<${name}${attributesOf(attributes)}>${escaped(text)}</${name}>`

const nested = (name: string, attributes: Attributes, inside: string): string =>
  `<${name}${attributesOf(attributes)}>\n${inside}\n</${name}>`

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value ? [` ${name}="${escaped(value)}"`] : []))
    .join('')

/** Control characters have no place in XML 1.0 (§2.2). */
const escaped = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- these are the ones that XML forbids
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
