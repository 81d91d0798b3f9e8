import type { Described, Party } from '../../described/model.ts'
import type { RecordFormat } from '../model.ts'
import { schemaTypes } from './jsonld.ts'

/** A typed link from a record's page (RFC 8288). */
export type TypedLink = { rel: string; href: string; type?: string | undefined }

/** Beyond these the header would be long for proxies: the link set has all. */
const mostItems = 10
const mostAuthors = 10

export const linksetExtension = '.linkset.json'
export const linksetType = 'application/linkset+json'

/** Every link from the page of a record (signposting.org/FAIR). */
export function linksOf(one: Described, formats: readonly RecordFormat[]): TypedLink[] {
  const licence = one.licences.find(({ uri }) => uri !== null)?.uri
  return [
    { rel: 'cite-as', href: one.identifier.uri ?? one.url },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${schemaTypes[one.kind]}` },
    ...one.creators.flatMap(addressOf).map((href) => ({ rel: 'author', href })),
    ...(licence ? [{ rel: 'license', href: licence }] : []),
    ...formats.map(({ extension, type }) => ({
      rel: 'describedby',
      href: `${one.url}${extension}`,
      type,
    })),
    ...one.files.map(({ url, type }) => ({ rel: 'item', href: url, type })),
  ]
}

const addressOf = ({ identifiers }: Party): string[] =>
  identifiers.flatMap(({ uri }) => uri ?? []).slice(0, 1)

/** Level 1, as a Link header: what many files or authors would make long is in the link set alone. */
export function linkHeader(one: Described, formats: readonly RecordFormat[]): string {
  const links = linksOf(one, formats)
  const count = (rel: string) => links.filter((link) => link.rel === rel).length
  const hasItems = !one.hasMoreFiles && count('item') <= mostItems
  const hasAuthors = count('author') <= mostAuthors
  return [
    ...links.filter(({ rel }) => (rel !== 'item' || hasItems) && (rel !== 'author' || hasAuthors)),
    { rel: 'linkset', href: `${one.url}${linksetExtension}`, type: linksetType },
  ]
    .map(headerValue)
    .join(', ')
}

export const headerValue = ({ rel, href, type }: TypedLink): string =>
  `<${encodedHref(href)}>; rel="${rel}"${type ? `; type="${type}"` : ''}`

/** Readers split the header at commas and semicolons, also within addresses. */
const encodedHref = (href: string): string =>
  (URL.canParse(href) ? new URL(href).href : encodeURI(href)).replaceAll(
    /[,;<>"\\^`{|}]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Level 2 (RFC 9264): the page's links, and those that lead back to it from its files and descriptions. */
export function linksetOf(one: Described, formats: readonly RecordFormat[]): string {
  const landing = { href: one.url, type: 'text/html' }
  const page = Map.groupBy(linksOf(one, formats), ({ rel }) => rel)
  const contexts = [
    {
      anchor: one.url,
      ...Object.fromEntries(
        [...page].map(([rel, links]) => [
          rel,
          links.map(({ href, type }) => ({
            href: encodedHref(href),
            ...(type && { type }),
          })),
        ]),
      ),
    },
    ...one.files.map(({ url }) => ({ anchor: encodedHref(url), collection: [landing] })),
    ...formats.map(({ extension }) => ({ anchor: `${one.url}${extension}`, describes: [landing] })),
  ]
  return JSON.stringify({ linkset: contexts }, null, 2)
}
