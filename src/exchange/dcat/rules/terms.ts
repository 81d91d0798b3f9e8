/** What RDF is made of here: things with an address, or without one, and what is said of them. */
export type Thing = {
  /** Its address; null for what is only part of another thing. */
  iri: string | null
  types: readonly Name[]
  said: readonly Statement[]
}
export type Statement = readonly [Name, Term]
export type Term = Thing | Literal | { readonly iri: string }
export type Literal = { text: string; lang?: string; type?: Name }

/** A term of a vocabulary by its prefix: `dcat:Dataset`. */
export type Name = `${keyof typeof prefixes}:${string}`

export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  locn: 'http://www.w3.org/ns/locn#',
  geo: 'http://www.opengis.net/ont/geosparql#',
} as const

export const thing = (
  iri: string | null,
  types: readonly Name[],
  ...said: readonly (readonly Statement[])[]
): Thing => ({ iri, types, said: said.flat() })

export const isThing = (term: Term): term is Thing => 'said' in term

/** What is said once for each of some values. */
export const each = <T>(
  name: Name,
  values: readonly T[],
  termOf: (value: T) => Term,
): Statement[] => values.map((value): Statement => [name, termOf(value)])

/** An address that may stand in Turtle; undefined for what is none. */
export function iriOf(text: string | null): string | undefined {
  const url = text === null ? null : URL.parse(text)
  if (!url || !/^(https?|mailto|urn|doi|info):$/.test(url.protocol)) return undefined
  return url.href.replaceAll(/[\s<>"{}|^`\\]/g, encodeURIComponent)
}
