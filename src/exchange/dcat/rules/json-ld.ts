import { isThing, prefixes, type Term, type Thing } from './terms.ts'

/** The same as JSON-LD 1.1, with prefixes for a context: nothing has to be fetched to read it. */
export const jsonLd = (things: readonly Thing[]): object => ({
  '@context': prefixes,
  '@graph': things.map((one) => nodeOf(one)),
})

function nodeOf({ iri, types, said }: Thing): object {
  const values: Record<string, unknown[]> = {}
  for (const [name, term] of said) (values[name] ??= []).push(valueOf(term))
  return { ...(iri !== null && { '@id': iri }), '@type': types, ...values }
}

function valueOf(term: Term): object {
  if (isThing(term)) return nodeOf(term)
  if ('iri' in term) return { '@id': term.iri }
  const { text, lang, type } = term
  return { '@value': text, ...(lang && { '@language': lang }), ...(type && { '@type': type }) }
}
