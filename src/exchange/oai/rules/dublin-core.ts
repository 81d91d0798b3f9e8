import { element, type Xml } from '../../../core/xml.ts'
import type { Described, DescribedPlace, Point } from '../../described/model.ts'
import { formats } from '../model.ts'

const namespaces = {
  'xmlns:oai_dc': formats.oai_dc.namespace,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${formats.oai_dc.namespace} ${formats.oai_dc.schema}`,
}

/** A record in simple Dublin Core: fifteen elements, each as often as needed. */
export const dublinCoreElement = (one: Described): Xml =>
  element(
    'oai_dc:dc',
    namespaces,
    ...one.titles.map(({ text, lang }) => inLanguage('title', text, lang)),
    ...one.creators.map(({ name }) => dc('creator', name)),
    ...one.subjects.map(({ text, lang }) => inLanguage('subject', text, lang)),
    ...one.descriptions.map(({ text, lang }) => inLanguage('description', text, lang)),
    dc('publisher', one.publisher.name),
    ...one.contributors.map(({ name }) => dc('contributor', name)),
    ...datesOf(one).map((date) => dc('date', date)),
    dc('type', typeOf(one)),
    ...one.formats.map((format) => dc('format', format)),
    ...identifiersOf(one).map((identifier) => dc('identifier', identifier)),
    one.language && dc('language', one.language),
    ...one.related.map(({ uri, identifier }) => dc('relation', uri ?? identifier)),
    ...one.places.flatMap(coverageOf).map((place) => dc('coverage', place)),
    one.period && dc('coverage', periodText(one.period)),
    ...one.licences.map(({ uri, words }) => dc('rights', uri ?? words.en ?? words.zh ?? '')),
    dc('rights', one.access.coar.uri),
  )

const dc = (name: string, text: string): Xml | undefined =>
  text === '' ? undefined : element(`dc:${name}`, {}, text)

/** Only what BCP 47 may be: the schema refuses anything else. */
const inLanguage = (name: string, text: string, lang: string | null) =>
  text === ''
    ? undefined
    : element(
        `dc:${name}`,
        { 'xml:lang': lang && /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(lang) ? lang : null },
        text,
      )

/** When it was issued, which readers of Dublin Core sort by. */
const datesOf = ({ dates, year }: Described): string[] => {
  const issued = dates.filter(({ type }) => type === 'Issued').map(({ date }) => date)
  return issued.length > 0 ? issued : year === null ? [] : [String(year)]
}

/** DCMI's word for it, where it has one. */
const typeOf = ({ type }: Described): string =>
  ({ Dataset: 'Dataset', Instrument: 'PhysicalObject', PhysicalObject: 'PhysicalObject' })[
    type.general
  ] ?? type.general

const identifiersOf = ({ identifier, identifiers }: Described): string[] => [
  ...new Set([identifier, ...identifiers].map(({ uri, value }) => uri ?? value)),
]

function coverageOf({ name, point, box }: DescribedPlace): string[] {
  const where = box
    ? `westlimit=${box.west}; southlimit=${box.south}; eastlimit=${box.east}; northlimit=${box.north}`
    : point && pointText(point)
  return [name, where].filter((text) => text !== null)
}

const pointText = ({ longitude, latitude }: Point) => `east=${longitude}; north=${latitude}`

const periodText = ({ from, until }: { from: string | null; until: string | null }) =>
  `start=${from ?? ''}; end=${until ?? ''}`
