import type { Party } from '../../described/model.ts'
import type { Column, Described, Packaged } from '../model.ts'
import { packageWords as words } from '../words.ts'
import {
  descriptionOf,
  fileListOf,
  inBoth,
  inOne,
  otherNamesOf,
  publishedOn,
  slugOf,
} from './facts.ts'

/** The context of Croissant 1.1, as its specification gives it. */
const context = {
  '@language': 'zh',
  '@vocab': 'https://schema.org/',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  duo: 'http://purl.obolibrary.org/obo/DUO_',
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  prov: 'http://www.w3.org/ns/prov#',
  rai: 'http://mlcommons.org/croissant/RAI/',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
} as const

/** Croissant 1.1: the files of a dataset with their checksums, and what the columns of its tables are. */
export function croissantOf({ one, columns }: Packaged) {
  const recordSets = one.files.flatMap(({ id, name }) =>
    recordSetOf({ id, name }, columns.get(id) ?? []),
  )
  const keywords = [...new Set(one.subjects.map(({ text }) => text))]
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    '@id': one.identifier.uri ?? one.url,
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: slugOf(one),
    alternateName: otherNamesOf(one),
    description: descriptionOf(one),
    license: licencesOf(one),
    url: one.url,
    identifier: one.identifiers.map(({ uri, value }) => uri ?? value),
    creator: one.creators.length > 0 ? one.creators.map(partyOf) : [partyOf(one.publisher)],
    publisher: partyOf(one.publisher),
    datePublished: publishedOn(one),
    dateModified: one.updatedAt.toString(),
    ...(one.version && { version: one.version }),
    ...(one.language && { inLanguage: one.language }),
    ...(keywords.length > 0 && { keywords }),
    ...(one.citation && { citeAs: one.citation }),
    isLiveDataset: false,
    isAccessibleForFree: one.access.isFree,
    conditionsOfAccess: inBoth(one.access.label),
    usageInfo: duoOf(one).map((code) => ({ '@id': `duo:${code}` })),
    distribution: distributionOf(one),
    ...listOf(one),
    ...(recordSets.length > 0 && { recordSet: recordSets }),
  }
}

const licencesOf = ({ licences }: Described) =>
  licences.length > 0
    ? licences.map(({ uri, spdx, words: said }) => uri ?? spdx ?? inOne(said))
    : [inBoth(words.noLicence)]

function partyOf(party: Party) {
  const uri = party.identifiers.find((one) => one.uri !== null)?.uri
  return {
    '@type': party.type === 'Personal' ? 'sc:Person' : 'sc:Organization',
    ...(uri && { '@id': uri, url: uri }),
    name: party.name,
    ...(party.givenName && { givenName: party.givenName }),
    ...(party.familyName && { familyName: party.familyName }),
  }
}

const duo = {
  noRestriction: '0000004',
  generalResearch: '0000042',
  userSpecific: '0000026',
  moratorium: '0000024',
  nonCommercial: '0000046',
} as const

/** Terms of the Data Use Ontology for how the data may be had, and for what its licence asks. */
function duoOf({ access, licences }: Described): string[] {
  const isOpen = access.code === 'open' && access.isFree
  const isNonCommercial = licences.some(({ spdx }) => /-NC(?:-|$)/.test(spdx ?? ''))
  const permission = isOpen && !isNonCommercial ? duo.noRestriction : duo.generalResearch
  return [
    permission,
    ...(isOpen || access.isEmbargoed ? [] : [duo.userSpecific]),
    ...(access.isEmbargoed ? [duo.moratorium] : []),
    ...(isNonCommercial ? [duo.nonCommercial] : []),
  ]
}

/** Files that the reader may have. */
const distributionOf = ({ files }: Described) =>
  files.map((file) => ({
    '@type': 'cr:FileObject',
    '@id': file.id,
    name: file.name,
    ...(file.description && { description: file.description }),
    contentUrl: file.url,
    contentSize: `${file.sizeBytes} B`,
    encodingFormat: file.type,
    sha256: file.sha256,
  }))

/** The list of all files, where there are more than are described; of what is read page by page there is no checksum. */
function listOf(one: Described) {
  const list = fileListOf(one)
  if (!one.hasMoreFiles || list === null) return {}
  const name = inBoth(words.allFiles)
  return { hasPart: { '@type': 'sc:DataCatalog', '@id': list, name, url: list } }
}

const dataTypes: Readonly<Record<Column['type'], string>> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  date: 'sc:Date',
  datetime: 'sc:DateTime',
  any: 'sc:Text',
}

function recordSetOf({ id, name }: { id: string; name: string }, columns: readonly Column[]) {
  if (columns.length === 0) return []
  return [
    {
      '@type': 'cr:RecordSet',
      '@id': `${id}/rows`,
      name,
      field: columns.map((column, at) => ({
        '@type': 'cr:Field',
        '@id': `${id}/rows/${at + 1}`,
        name: column.name,
        ...(column.description && { description: column.description }),
        dataType: dataTypes[column.type],
        source: { fileObject: { '@id': id }, extract: { column: column.name } },
      })),
    },
  ]
}
