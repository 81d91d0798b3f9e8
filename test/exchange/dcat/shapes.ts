import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import { Parser, type Quad, Store, Writer } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { sharedData } from '../../support/xsd.ts'

export const shapes = 'dcat-ap/3.0.1/shacl/dcat-ap-SHACL.ttl'

export const read = (text: string): Quad[] => new Parser({ format: 'text/turtle' }).parse(text)

const quads = 'application/n-quads'

/** Statements in an order and with names for blank nodes that depend on nothing else (RDFC-1.0). */
export async function canonical(graph: object | Quad[]): Promise<string[]> {
  const text = Array.isArray(graph)
    ? await jsonld.canonize(new Writer({ format: 'N-Quads' }).quadsToString(graph), {
        inputFormat: quads,
        format: quads,
      })
    : await jsonld.canonize(graph, { format: quads })
  return text.split('\n')
}

/** What the shapes of DCAT-AP find wrong with a page in Turtle: thing, property, and why. */
export async function violationsIn(text: string): Promise<unknown[]> {
  const constraints = new Store(read(readFileSync(`${sharedData}/${shapes}`, 'utf8')))
  const report = await new SHACLValidator(constraints).validate(new Store(read(text)))
  return report.results
    .filter(({ severity }) => severity?.value.endsWith('Violation'))
    .map(({ focusNode, path, message }) => [
      focusNode?.value,
      JSON.stringify(path),
      JSON.stringify(message),
    ])
}
