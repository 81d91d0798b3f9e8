import type { Text } from '../../../core/text.ts'
import { documentOf, element, type Xml } from '../../../core/xml.ts'
import { formatNames, formats, type Header, type OaiError } from '../model.ts'
import { secondOf } from './dates.ts'
import { identifierOf } from './identifiers.ts'
import { setsOf } from './sets.ts'

type Frame = {
  /** When it is answered. */
  at: string
  /** `https://hexi.example.org/oai`. */
  url: string
  echo: Readonly<Record<string, string>>
}

const namespace = 'http://www.openarchives.org/OAI/2.0/'

/** A whole answer of the protocol around what its verb answers. */
export const answered = ({ at, url, echo }: Frame, content: readonly Xml[]): string =>
  documentOf(
    element(
      'OAI-PMH',
      {
        xmlns: namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${namespace} ${namespace}OAI-PMH.xsd`,
      },
      element('responseDate', {}, secondOf(at)),
      element('request', echo, url),
      ...content,
    ),
  )

export const errorsXml = (errors: readonly OaiError[]): Xml[] =>
  errors.map(({ code, text }) => element('error', { code }, text))

type Identity = { name: string; url: string; adminEmail: string; earliest: string }

export const identifyXml = ({ name, url, adminEmail, earliest }: Identity): Xml =>
  element(
    'Identify',
    {},
    element('repositoryName', {}, name),
    element('baseURL', {}, url),
    element('protocolVersion', {}, '2.0'),
    element('adminEmail', {}, adminEmail),
    element('earliestDatestamp', {}, secondOf(earliest)),
    element('deletedRecord', {}, 'persistent'),
    element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
  )

export const formatsXml = (): Xml =>
  element(
    'ListMetadataFormats',
    {},
    ...formatNames.map((name) =>
      element(
        'metadataFormat',
        {},
        element('metadataPrefix', {}, name),
        element('schema', {}, formats[name].schema),
        element('metadataNamespace', {}, formats[name].namespace),
      ),
    ),
  )

export const setsXml = (sets: readonly { spec: string; name: Text }[]): Xml =>
  element(
    'ListSets',
    {},
    ...sets.map(({ spec, name }) =>
      element(
        'set',
        {},
        element('setSpec', {}, spec),
        element('setName', {}, `${name.zh} ${name.en}`),
      ),
    ),
  )

export const headerXml = (header: Header, host: string): Xml =>
  element(
    'header',
    header.isDeleted ? { status: 'deleted' } : {},
    element('identifier', {}, identifierOf(header.id, host)),
    element('datestamp', {}, secondOf(header.at)),
    ...setsOf(header).map((spec) => element('setSpec', {}, spec)),
  )

/** A deleted one has no metadata. */
export const recordXml = (header: Xml, metadata: Xml | undefined): Xml =>
  element('record', {}, header, metadata && element('metadata', {}, metadata))

type Listed = {
  verb: 'ListIdentifiers' | 'ListRecords'
  items: readonly Xml[]
  /** How many were answered before; null where the list is whole in this answer. */
  cursor: number | null
  /** Null where nothing follows: the last page of a list that was cut has an empty token. */
  token: string | null
}

export const listXml = ({ verb, items, cursor, token }: Listed): Xml =>
  element(
    verb,
    {},
    ...items,
    cursor === null ? null : element('resumptionToken', { cursor }, token),
  )
