import { readdirSync, readFileSync } from 'node:fs'
import { DataFactory, Parser, type Quad, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import type { Entity } from '../../../src/exchange/packages/rules/ro-crate.ts'
import { sharedData } from '../../support/xsd.ts'

const literal = (text: string) => DataFactory.literal(text)
const namedNode = (address: string) => DataFactory.namedNode(address)
const crate = 'https://crate.test/'
const schema = 'http://schema.org/'
const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const own = 'https://github.com/crs4/rocrate-validator/profiles/ro-crate-1.2/'

export const shapesOf = 'ro-crate/shapes/profiles/ro-crate/1.2'

/** Says what is wrong with a crate by the shapes of RO-Crate of this severity; `[]` means nothing is. */
export async function crateValidator(severity: 'must' | 'should') {
  const folder = `${sharedData}/${shapesOf}/${severity}`
  const shapes = readdirSync(folder).flatMap((name) =>
    // What a shape targets by SPARQL is named by hand below.
    new Parser({ baseIRI: crate }).parse(readFileSync(`${folder}/${name}`, 'utf8')),
  )
  const validator = new SHACLValidator(new Store(shapes))
  return async (graph: readonly Entity[]): Promise<string[]> => {
    const report = await validator.validate(new Store(quadsOf(graph)))
    return report.results.map(
      ({ message, focusNode }) =>
        `${focusNode?.value}: ${message.map(({ value }) => value).join(' ')}`,
    )
  }
}

const refsIn = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((one) =>
      typeof one === 'object' && one !== null && '@id' in one ? String(one['@id']) : [],
    )

const isData = (entity: Entity) =>
  [entity['@type']].flat().some((one) => one === 'File' || one === 'Dataset')

/**
 * The constraints that the shapes of severity MUST write in SPARQL, which the validator does not know: the root refers to
 * all data entities, directly or by others, and conforms to no profile without its version.
 */
export function brokenBySparql(graph: readonly Entity[]): string[] {
  const entities = new Map(graph.map((entity) => [entity['@id'], entity]))
  const root = entities.get(refsIn(entities.get('ro-crate-metadata.json')?.['about'])[0] ?? '')
  const reached = new Set<string>()
  const visit = (entity: Entity | undefined) => {
    for (const id of refsIn(entity?.['hasPart']))
      if (!reached.has(id)) {
        reached.add(id)
        visit(entities.get(id))
      }
  }
  visit(root)
  return [
    ...graph
      .filter((one) => one !== root && isData(one) && !reached.has(one['@id']))
      .map((one) => `${one['@id']}: the root does not refer to it`),
    ...refsIn(root?.['conformsTo'])
      .filter((id) => id === 'https://w3id.org/ro/crate')
      .map((id) => `${id}: a profile without its version`),
  ]
}

const iri = (id: string) => namedNode(new URL(id, crate).href)

/** The graph as triples, with the classes that the shapes give by rules to what they find. */
function quadsOf(graph: readonly Entity[]): Quad[] {
  const root = graph.find((one) => one['@id'] === 'ro-crate-metadata.json')?.['about']
  const rootId = root && typeof root === 'object' && '@id' in root ? root['@id'] : ''
  return graph.flatMap((entity) => {
    const subject = iri(entity['@id'])
    const classes = classesOf(entity, entity['@id'] === rootId)
    const properties = Object.entries(entity).filter(([name]) => !name.startsWith('@'))
    return [
      ...classes.map((one) => DataFactory.quad(subject, type, namedNode(one))),
      ...properties.flatMap(([name, value]) =>
        [value]
          .flat()
          .map((one) => DataFactory.quad(subject, namedNode(termOf(name)), objectOf(one))),
      ),
    ]
  })
}

function classesOf(entity: Entity, isRoot: boolean): string[] {
  const types = [entity['@type']].flat()
  const isFile = types.includes('File')
  return [
    ...types.map((one) => `${schema}${one === 'File' ? 'MediaObject' : one}`),
    ...(isRoot ? [`${own}RootDataEntity`] : []),
    ...(entity['@id'] === 'ro-crate-metadata.json' ? [`${own}ROCrateMetadataFileDescriptor`] : []),
    ...(isFile ? [`${own}File`, `${own}DataEntity`] : []),
  ]
}

const termOf = (name: string) =>
  name === 'conformsTo' ? 'http://purl.org/dc/terms/conformsTo' : `${schema}${name}`

const objectOf = (value: unknown) =>
  typeof value === 'object' && value !== null && '@id' in value
    ? iri(String(value['@id']))
    : literal(typeof value === 'string' ? value : JSON.stringify(value))
