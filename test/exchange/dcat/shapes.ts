import { readFileSync } from 'node:fs'
import { Parser, type Quad, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { sharedData } from '../../support/xsd.ts'

export const shapes = 'dcat-ap/3.0.1/shacl/dcat-ap-SHACL.ttl'

export const read = (text: string): Quad[] => new Parser({ format: 'text/turtle' }).parse(text)

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
