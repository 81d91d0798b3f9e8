import { textIn, textsIn } from '../../core/field-values.ts'
import type { FieldValues } from '../../core/fields.ts'

/** An instrument as both PIDINST and DataCite tell it. */
export type Described = {
  /** Its page: what the identifier leads to. */
  landingPage: string
  identifiers: readonly { scheme: string; value: string }[]
  titleZh: string | null
  titleEn: string | null
  summaryZh: string | null
  summaryEn: string | null
  institutionZh: string | null
  institutionEn: string | null
  /** Name of its class, as the vocabulary has it. */
  category: { code: string; name: string } | null
  publishedYear: number
  values: FieldValues
}

/** DataCite's word for what is not known (Metadata Schema 4.6, appendix 3). */
export const unavailable = ':unav'

export const nameOf = (zh: string | null, en: string | null): string => zh ?? en ?? unavailable

/** A DOI or a CSTR where it has one; its own address otherwise. */
export function identifierOf({ identifiers, landingPage }: Described) {
  const known = ['doi', 'cstr', 'pid'].flatMap((scheme) =>
    identifiers.filter((one) => one.scheme.toLowerCase() === scheme),
  )[0]
  return known
    ? { type: known.scheme.toUpperCase(), value: known.value }
    : { type: 'URL', value: landingPage }
}

export const datesOf = (values: FieldValues) =>
  (['beginDate', 'decommissionDate'] as const).flatMap((name) => {
    const text = textIn(values, name)
    return text ? [{ name, date: text }] : []
  })

export const numbersOf = (values: FieldValues) =>
  (
    [
      ['serialNumber', 'SerialNumber'],
      ['assetNumber', 'InventoryNumber'],
      ['innerId', 'Other'],
    ] as const
  ).flatMap(([name, type]) => textsIn(values, [name]).map((value) => ({ type, value, name })))

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

const dateTypes = { beginDate: 'Commissioned', decommissionDate: 'DeCommissioned' } as const

/** An instrument as PIDINST 1.0 has it (RDA Persistent Identification of Instruments WG, 2022), in its JSON form. */
export function pidinstOf(one: Described) {
  const { values } = one
  const { type, value } = identifierOf(one)
  const contact = textIn(values, 'email')
  const model = textIn(values, 'instrVersion')
  const description = one.summaryZh ?? one.summaryEn ?? textIn(values, 'function')
  const measured = textsIn(values, ['measuredVariables'])
  return {
    identifier: { identifier: value, identifierType: type },
    schemaVersion: '1.0',
    landingPage: one.landingPage,
    name: nameOf(one.titleZh, one.titleEn),
    owners: [
      {
        ownerName: nameOf(one.institutionZh, one.institutionEn),
        ...(contact && { ownerContact: contact }),
      },
    ],
    // Mandatory there: what nobody wrote down is said to be unavailable rather than made up.
    manufacturers: [{ manufacturerName: textIn(values, 'manufacturer') ?? unavailable }],
    ...(model && { model: { modelName: model } }),
    ...(description && { description }),
    ...(one.category && {
      instrumentTypes: [
        {
          instrumentTypeName: one.category.name,
          instrumentTypeIdentifier: {
            instrumentTypeIdentifier: one.category.code,
            instrumentTypeIdentifierType: 'NRII instrument category',
          },
        },
      ],
    }),
    ...(measured.length > 0 && { measuredVariables: measured }),
    ...furtherOf(one),
  }
}

function furtherOf({ values, titleZh, titleEn }: Described) {
  const dates = datesOf(values).map(({ name, date }) => ({ date, dateType: dateTypes[name] }))
  const alternates = [
    ...numbersOf(values).map(({ type, value }) => ({
      alternateIdentifier: value,
      alternateIdentifierType: type,
    })),
    ...(titleZh && titleEn
      ? [
          {
            alternateIdentifier: titleEn,
            alternateIdentifierType: 'Other',
            alternateIdentifierName: 'Name in English',
          },
        ]
      : []),
  ]
  return {
    ...(dates.length > 0 && { dates }),
    ...(alternates.length > 0 && { alternateIdentifiers: alternates }),
  }
}
