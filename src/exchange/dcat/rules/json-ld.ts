import { isThing, prefixes, type Term, type Thing } from './terms.ts'

/** The same as JSON-LD 1.1, with prefixes for a context: nothing has to be fetched to read it. */
export function jsonLd(things: readonly Thing[]): object {
  const written = new Set<string>()
  return { '@context': prefixes, '@graph': things.map((one) => nodeOf(one, written)) }
}

/** What has an address is written where it is named first, as in Turtle. */
function nodeOf({ iri, types, said }: Thing, written: Set<string>): object {
  if (iri !== null && written.has(iri)) return { '@id': iri }
  if (iri !== null) written.add(iri)
  const values: Record<string, unknown[]> = {}
  for (const [name, term] of said) (values[name] ??= []).push(valueOf(term, written))
  return { ...(iri !== null && { '@id': iri }), '@type': types, ...values }
}

function valueOf(term: Term, written: Set<string>): object {
  if (isThing(term)) return nodeOf(term, written)
  if ('iri' in term) return { '@id': term.iri }
  const { text, lang, type } = term
  return { '@value': text, ...(lang && { '@language': lang }), ...(type && { '@type': type }) }
}
