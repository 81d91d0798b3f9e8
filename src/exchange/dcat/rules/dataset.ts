import type { Extent } from '../../../core/place.ts'
import type { LocalText } from '../../../core/text.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import type {
  Described,
  DescribedFile,
  DescribedPlace,
  Party,
  Point,
  Related,
} from '../../described/model.ts'
import {
  each,
  iriOf,
  type Literal,
  type Name,
  type Statement,
  type Term,
  type Thing,
  thing,
} from './terms.ts'

/** A record of a dataset as DCAT-AP 3 has it: the record of the catalogue, and the dataset that it is about. */
export function catalogRecordOf(one: Described): { record: Thing; dataset: Thing } {
  const dataset = datasetOf(one)
  const record = thing(
    `${one.url}#record`,
    ['dcat:CatalogRecord'],
    [
      ['foaf:primaryTopic', { iri: datasetIri(one) }],
      ['dct:modified', moment(one.updatedAt)],
      ...(one.publishedAt ? [said('dct:issued', moment(one.publishedAt))] : []),
    ],
  )
  return { record, dataset }
}

const datasetIri = ({ url }: { url: string }) => `${url}#dataset`

const datasetOf = (one: Described): Thing =>
  thing(
    datasetIri(one),
    ['dcat:Dataset', 'dcat:Resource'],
    inLanguages('dct:title', one.title),
    descriptionOf(one),
    each('dct:identifier', one.identifiers, ({ uri, value }) => ({ text: uri ?? value })),
    [
      ['dct:publisher', agent(one.publisher)],
      ['dct:modified', moment(one.updatedAt)],
      ['dcat:landingPage', thing(one.url, ['foaf:Document'])],
      ['dct:accessRights', accessRights(one)],
    ],
    one.publishedAt ? [['dct:issued', moment(one.publishedAt)]] : [],
    each('dct:creator', one.creators, agent),
    each('dcat:keyword', one.subjects, ({ text, lang }) => inLang(text, lang)),
    contactOf(one),
    one.places.flatMap(placeOf),
    periodOf(one),
    one.version === null ? [] : [['dcat:version', { text: one.version }]],
    inLanguages('adms:versionNotes', one.release?.notes ?? { zh: null, en: null }),
    one.related.flatMap(versionOf),
    each('dcat:inSeries', one.related.flatMap(seriesOf), (series) => series),
    each('dct:relation', relatedIris(one), (iri) => ({ iri })),
    each('dcat:distribution', distributionsOf(one), (distribution) => distribution),
  )

/** Every dataset has to have a description: its title stands for one that nobody wrote. */
function descriptionOf({ summary, title, descriptions }: Described): Statement[] {
  const own = inLanguages('dct:description', summary)
  const any = own.length > 0 ? own : each('dct:description', descriptions, literalOf)
  return any.length > 0 ? any : inLanguages('dct:description', title)
}

const literalOf = ({ text, lang }: { text: string; lang: string | null }) => inLang(text, lang)

const agent = ({ name, identifiers }: Party): Term =>
  thing(
    identifiers.map(({ uri }) => iriOf(uri)).find((iri) => iri !== undefined) ?? null,
    ['foaf:Agent'],
    [['foaf:name', { text: name }]],
  )

function contactOf({ contact }: Described): Statement[] {
  const mailbox = iriOf(contact?.email ? `mailto:${contact.email}` : null)
  if (!contact?.name && !mailbox) return []
  return [
    [
      'dcat:contactPoint',
      thing(
        null,
        ['vcard:Kind'],
        contact?.name ? [['vcard:fn', { text: contact.name }]] : [],
        mailbox ? [['vcard:hasEmail', { iri: mailbox }]] : [],
      ),
    ],
  ]
}

function placeOf({ name, box, point }: DescribedPlace): Statement[] {
  const shape = box ? boxOf(box) : point && pointOf(point)
  if (!shape) return []
  const label: Statement[] = name === null ? [] : [['locn:geographicName', { text: name }]]
  return [['dct:spatial', thing(null, ['dct:Location'], [shape], label)]]
}

const boxOf = ({ west, south, east, north }: Extent): Statement => {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const ring = corners.map((corner) => corner.join(' ')).join(',')
  return ['dcat:bbox', { text: `POLYGON((${ring}))`, type: 'geo:wktLiteral' }]
}

const pointOf = ({ longitude, latitude }: Point): Statement => [
  'dcat:centroid',
  { text: `POINT(${longitude} ${latitude})`, type: 'geo:wktLiteral' },
]

function periodOf({ period }: Described): Statement[] {
  const ends = [
    ...(period?.from ? [said('dcat:startDate', dated(period.from))] : []),
    ...(period?.until ? [said('dcat:endDate', dated(period.until))] : []),
  ]
  return ends.length === 0 ? [] : [['dct:temporal', thing(null, ['dct:PeriodOfTime'], ends)]]
}

/** Versions that are records of their own; those of one record are one dataset, whose newest is told. */
function versionOf({ relation, record, uri }: Related): Statement[] {
  const name = versionTerms[relation]
  const iri = record?.kind === 'dataset' ? datasetIri(record) : iriOf(uri)
  return name === undefined || iri === undefined ? [] : [[name, { iri }]]
}

const versionTerms: Readonly<Record<string, Name>> = {
  IsNewVersionOf: 'dcat:previousVersion',
  HasVersion: 'dcat:hasVersion',
  IsVersionOf: 'dcat:isVersionOf',
}

/** A dataset of which others are parts: to these it is the series that they are in. */
const seriesOf = ({ relation, record, title }: Related): Thing[] =>
  relation === 'IsPartOf' && record?.kind === 'dataset' && title
    ? [
        thing(
          `${record.url}#series`,
          ['dcat:DatasetSeries'],
          inLanguages('dct:title', title),
          inLanguages('dct:description', title),
        ),
      ]
    : []

const relatedIris = ({ related }: Described): string[] =>
  [...new Set(related.map(({ uri }) => iriOf(uri)))].filter((iri) => iri !== undefined)

/** Each file that a guest may have; or the one way to ask for them, the landing page. */
function distributionsOf(one: Described): Thing[] {
  const { files, release, url } = one
  if (files.length === 0 || !release)
    return [thing(`${url}#access`, ['dcat:Distribution'], accessOf(one, url))]
  return files.map((file) =>
    thing(
      `${url}#file-${file.id}`,
      ['dcat:Distribution'],
      accessOf(one, release.url),
      fileOf(file),
    ),
  )
}

const accessOf = (one: Described, page: string): Statement[] => [
  ['dcat:accessURL', { iri: page }],
  ...licenceOf(one),
  ['dct:rights', thing(one.access.coar.uri, ['dct:RightsStatement'])],
]

/** DCAT-AP has one licence a distribution. */
function licenceOf({ licences }: Described): Statement[] {
  const iri = licences.map(({ uri }) => iriOf(uri)).find((one) => one !== undefined)
  return iri === undefined ? [] : [['dct:license', thing(iri, ['dct:LicenseDocument'])]]
}

function fileOf({ name, url, sizeBytes, sha256, type, description }: DescribedFile): Statement[] {
  const download = iriOf(url)
  return [
    ['dct:title', { text: name }],
    ...(description ? [said('dct:description', { text: description })] : []),
    ...(download === undefined ? [] : [said('dcat:downloadURL', { iri: download })]),
    ['dcat:byteSize', { text: String(sizeBytes), type: 'xsd:nonNegativeInteger' }],
    ['spdx:checksum', checksum(sha256)],
    ...mediaType(type),
  ]
}

const checksum = (sha256: string) =>
  thing(
    null,
    ['spdx:Checksum'],
    [
      [
        'spdx:algorithm',
        thing('http://spdx.org/rdf/terms#checksumAlgorithm_sha256', ['spdx:ChecksumAlgorithm']),
      ],
      ['spdx:checksumValue', { text: sha256, type: 'xsd:hexBinary' }],
    ],
  )

function mediaType(type: string): Statement[] {
  const bare = type.split(';')[0]?.trim() ?? ''
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(bare)) return []
  const iri = `https://www.iana.org/assignments/media-types/${bare}`
  const term = thing(iri, ['dct:MediaType', 'dct:MediaTypeOrExtent'])
  return [
    ['dcat:mediaType', term],
    ['dct:format', term],
  ]
}

/** The European list, which DCAT-AP asks for; COAR's, which says more, stands at the distribution. */
const accessRights = ({ access }: Described) => {
  const code =
    access.code === 'closed'
      ? 'NON_PUBLIC'
      : access.code === 'open' && !access.isEmbargoed
        ? 'PUBLIC'
        : 'RESTRICTED'
  return thing(`http://publications.europa.eu/resource/authority/access-right/${code}`, [
    'dct:RightsStatement',
  ])
}

export const inLanguages = (name: Name, { zh, en }: LocalText): Statement[] => [
  ...(zh ? [said(name, { text: zh, lang: 'zh' })] : []),
  ...(en ? [said(name, { text: en, lang: 'en' })] : []),
]

const said = (name: Name, term: Term): Statement => [name, term]

const inLang = (text: string, lang: string | null): Literal =>
  lang && /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(lang) ? { text, lang } : { text }

const moment = (at: Temporal.Instant): Literal => ({ text: isoOf(at), type: 'xsd:dateTime' })

/** As exactly as it is known. */
function dated(text: string): Literal {
  if (/^\d{4}$/.test(text)) return { text, type: 'xsd:gYear' }
  if (/^\d{4}-\d{2}$/.test(text)) return { text, type: 'xsd:gYearMonth' }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { text, type: 'xsd:date' }
  return /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? { text, type: 'xsd:dateTime' } : { text }
}
