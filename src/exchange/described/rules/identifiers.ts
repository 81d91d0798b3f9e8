import type { Identifier } from '../../../catalog/records/model/record.ts'
import type { DescribedIdentifier, IdentifierType, PartyIdentifier } from '../model.ts'

/** An identifier as a record has it, spelled and resolved as its scheme wants; with or without its prefix. */
export function identifierOf({ scheme, value }: Identifier): DescribedIdentifier {
  const bare = value.trim()
  const name = scheme.trim().toLowerCase()
  const doi = name === 'doi' || name === 'glis' ? doiIn(bare) : null
  if (doi) return { type: 'DOI', value: doi, uri: `https://doi.org/${encodePath(doi)}` }
  const [type, base, prefix] = schemes[name] ?? []
  if (!type) return { type: 'Other', value: bare, uri: httpOf(bare) }
  const local = prefix ? bare.replace(prefix, '') : bare
  return { type, value: local, uri: base === null ? httpOf(bare) : `${base}${encodePath(local)}` }
}

type Scheme = readonly [type: IdentifierType, base: string | null, prefix: RegExp | null]

const schemes: Readonly<Record<string, Scheme>> = {
  cstr: ['CSTR', 'https://cstr.cn/', /^(?:https?:\/\/(?:www\.)?cstr\.cn\/|cstr:\s*)/i],
  handle: ['Handle', 'https://hdl.handle.net/', /^(?:https?:\/\/hdl\.handle\.net\/|hdl:\s*)/i],
  ark: ['ARK', 'https://n2t.net/', /^https?:\/\/(?:n2t\.net|arks\.org)\//i],
  w3id: ['w3id', null, null],
  url: ['URL', null, null],
  purl: ['URL', null, null],
  urn: ['URN', null, null],
}

/** `10.5072/hexi` of `https://doi.org/10.5072/hexi` and `doi:10.5072/hexi`; null of what is none. */
export function doiIn(text: string): string | null {
  const bare = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  return /^10\.\d{4,9}\/\S+$/.test(bare) ? bare : null
}

/** Characters that a path may not have, and no others: slashes and colons are part of identifiers. */
const encodePath = (text: string) => encodeURI(text).replaceAll('#', '%23').replaceAll('?', '%3F')

/** An absolute address as it is; null for anything else. */
export const httpOf = (text: string | null): string | null =>
  text && /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(text) ? text : null

/** What it is cited by: schemes that machines resolve first. A CSTR stands beside a DOI, and before a page's address. */
const preference: readonly IdentifierType[] = ['DOI', 'ARK', 'w3id', 'Handle', 'CSTR']

export function citedBy(
  identifiers: readonly DescribedIdentifier[],
  landing: DescribedIdentifier,
): DescribedIdentifier {
  const found = preference.flatMap((type) =>
    identifiers.filter((one) => one.type === type && one.uri !== null),
  )
  return found[0] ?? landing
}

/** An identifier of a person or an organisation, by what it looks like. */
export function partyIdentifierOf(text: string): PartyIdentifier | null {
  const value = text.trim()
  if (value === '') return null
  for (const { scheme, schemeUri, shape } of partySchemes) {
    const local = shape.exec(value)?.[1]
    if (local) {
      const uri = `${schemeUri}${local}`
      return { scheme, value: uri, uri, schemeUri }
    }
  }
  const uri = httpOf(value)
  return { scheme: uri ? 'URL' : 'Other', value, uri, schemeUri: null }
}

const partySchemes = [
  {
    scheme: 'ORCID',
    schemeUri: 'https://orcid.org/',
    shape: /^(?:(?:https?:\/\/)?orcid\.org\/|orcid:\s*)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i,
  },
  {
    scheme: 'ROR',
    schemeUri: 'https://ror.org/',
    shape: /^(?:(?:https?:\/\/)?ror\.org\/|ror:\s*)?(0[a-z0-9]{6}\d{2})$/i,
  },
  {
    scheme: 'ISNI',
    schemeUri: 'https://isni.org/isni/',
    shape: /^(?:(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?|isni:\s*)(\d{15}[\dX])$/i,
  },
] as const
