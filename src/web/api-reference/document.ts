import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { meanings, usualRefusals } from '../api.ts'
import type { Env } from '../env.ts'

/** The parts of JSON Schema that zod writes and these pages show. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  pattern?: string
  description?: string
  enum?: readonly unknown[]
  const?: unknown
  default?: unknown
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
  prefixItems?: readonly Schema[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  additionalProperties?: boolean | Schema
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
}

type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
}

type Content = Record<string, { schema?: Schema }>

type OperationJson = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content?: Content }
  responses?: Record<string, { description: string; content?: Content }>
}

export type Document = {
  paths: Record<string, Record<string, OperationJson>>
  components?: { schemas?: Record<string, Schema> }
  [part: string]: unknown
}

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Hexi 河西',
    version: '1',
    description:
      'Instruments, datasets, germplasm and sample collections of a province: found, read and kept through one interface.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/api/v1' }],
  components: {
    securitySchemes: {
      token: { type: 'http' as const, scheme: 'bearer', description: 'A personal access token.' },
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'hexi_session' },
    },
  },
  security: [{}, { token: [] }, { session: [] }],
}

/** The OpenAPI document of these routes, from the schemas that validate. */
export async function documentOf(api: Hono<Env>): Promise<Document> {
  // An address with a dot, as `/jwks.json`, is a route here, no file.
  const options = { documentation: about, excludeStaticFile: false }
  const document = asDocument(await generateSpecs(api, options))
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations))
      finish({ method, path }, operation)
  return document
}

/** The generator writes OpenAPI 3.1; {@link Document} names the parts of it that are read here. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the generator's own types know nothing of 3.1's schemas
const asDocument = (document: unknown) => document as Document

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

type Where = { method: string; path: string }

/** Says what holds for every operation of a kind: the headers it reads, and how it refuses wrong input. */
function finish({ method, path }: Where, operation: OperationJson): void {
  const { responses = {}, parameters = [] } = operation
  const headers = method === 'post' && responses['201'] ? [idempotencyKey] : []
  // The generator's own idea of a refused input, which is answered differently here.
  if (responses['400']?.description === 'Validation Error') delete responses['400']
  operation.responses = { ...refusalsOf({ method, path }, operation), ...responses }
  operation.parameters = [...pathFirst(parameters), ...headers]
}

function refusalsOf({ method, path }: Where, operation: OperationJson) {
  const { responses = {}, parameters = [], requestBody } = operation
  const usual = usualRefusals({
    method,
    path,
    body: requestBody !== undefined,
    query: parameters.some((parameter) => parameter.in === 'query'),
    versioned: '412' in responses,
  })
  return Object.fromEntries(usual.map((status) => [status, refusal(status)]))
}

const refusal = (status: number) => ({ description: meanings[status] ?? '', content: problem })

const pathFirst = (parameters: readonly Parameter[]) =>
  parameters.toSorted((one, other) => Number(other.in === 'path') - Number(one.in === 'path'))

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key and body answer the same result once.',
  schema: { type: 'string', maxLength: 255 },
}

type Body = { mediaType: string; schema: Schema | undefined; required: boolean }
export type Answer = { status: string; meaning: string; schema: Schema | undefined }

/** One operation as its section shows it. */
export type Operation = {
  id: string
  tag: string
  method: string
  path: string
  summary: string
  description: string | undefined
  parameters: readonly Parameter[]
  body: Body | undefined
  answers: readonly Answer[]
}

export type Group = { tag: string; operations: readonly Operation[] }

/** The operations of a document by tag, in the document's own order. */
export function groupsOf(document: Document): Group[] {
  const groups = new Map<string, Operation[]>()
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'other'
      const group = groups.get(tag) ?? []
      groups.set(tag, [...group, read({ path, method, tag, operation })])
    }
  return [...groups].map(([tag, operations]) => ({ tag, operations }))
}

export const schemasOf = (document: Document): [name: string, schema: Schema][] =>
  Object.entries(document.components?.schemas ?? {}).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )

type Written = {
  path: string
  method: string
  tag: string
  operation: Document['paths'][string][string]
}

function read({ path, method, tag, operation }: Written): Operation {
  const { operationId, summary, description, parameters = [], responses = {} } = operation
  return {
    id: operationId ?? `${method}${path.replace(/\W+/g, '-')}`,
    tag,
    method: method.toUpperCase(),
    path,
    summary: summary ?? path,
    description,
    parameters,
    body: bodyOf(operation.requestBody),
    answers: Object.entries(responses).map(([status, answer]) => ({
      status,
      meaning: answer.description,
      schema: Object.values(answer.content ?? {})[0]?.schema,
    })),
  }
}

function bodyOf(body: Written['operation']['requestBody']): Body | undefined {
  const [first] = Object.entries(body?.content ?? {})
  if (!first) return undefined
  const [mediaType, { schema }] = first
  return { mediaType, schema, required: body?.required === true }
}

/** The name that a reference to a shared schema ends with. */
export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

/** What a schema may be one of. */
export const choicesOf = ({ anyOf, oneOf, allOf }: Schema) => anyOf ?? oneOf ?? allOf

/** The schema without `null`, and whether null is allowed beside it. */
export function withoutNull(schema: Schema): { schema: Schema; isNullable: boolean } {
  const choices = choicesOf(schema)
  return choices ? choiceWithoutNull(schema, choices) : typeWithoutNull(schema)
}

function choiceWithoutNull(schema: Schema, choices: readonly Schema[]) {
  const others = choices.filter(({ type }) => type !== 'null')
  if (others.length !== 1 || others.length === choices.length) return { schema, isNullable: false }
  const { anyOf: _any, oneOf: _one, ...rest } = schema
  return { schema: { ...others[0], ...rest }, isNullable: true }
}

function typeWithoutNull(schema: Schema) {
  if (!Array.isArray(schema.type) || !schema.type.includes('null'))
    return { schema, isNullable: false }
  const types = schema.type.filter((type) => type !== 'null')
  return { schema: { ...schema, type: types }, isNullable: true }
}

/** A type in a few words: `string (uuid)`, `integer 1–200`, `"open" | "closed"`, `array of string`. */
export function typeOf(written: Schema): string {
  const { schema, isNullable } = withoutNull(written)
  const type = fixedType(schema) ?? composedType(schema) ?? plainType(schema)
  return isNullable ? `${type} | null` : type
}

function fixedType({ $ref, const: only, enum: values }: Schema): string | undefined {
  if ($ref) return nameOf($ref)
  if (only !== undefined) return JSON.stringify(only)
  return values?.map((value) => JSON.stringify(value)).join(' | ')
}

function composedType(schema: Schema): string | undefined {
  const choices = choicesOf(schema)
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ')
  if (schema.items) return `array of ${typeOf(schema.items)}`
  return schema.properties && isPlain(schema) ? inlineOf(schema) : undefined
}

function plainType(schema: Schema): string {
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type
  const format = schema.format && `(${schema.format})`
  return [type ?? 'any', format, boundsOf(schema)].filter(Boolean).join(' ')
}

/** Whether an object is small enough to be written in one line: `{ zh, en }`. */
export function isPlain(schema: Schema): boolean {
  const fields = fieldsIn(schema)
  return (
    fields.length <= 3 &&
    fields.every(([, field]) => !field.description && fieldsIn(field).length === 0)
  )
}

const inlineOf = (schema: Schema) =>
  `{ ${fieldsIn(schema)
    .map(([name, field, required]) => `${name}${required ? '' : '?'}: ${typeOf(field)}`)
    .join(', ')} }`

/** The generator writes the bounds of safe integers where there are none: those say nothing. */
const isSaid = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER

function boundsOf({ minimum, maximum, maxLength }: Schema): string {
  if (isSaid(minimum) && isSaid(maximum)) return `${minimum}–${maximum}`
  if (isSaid(minimum)) return `≥ ${minimum}`
  if (isSaid(maximum)) return `≤ ${maximum}`
  return isSaid(maxLength) ? `≤ ${maxLength}` : ''
}

/** The fields inside a schema: its own, or those of the entries of a list. */
export function fieldsIn(written: Schema): [name: string, schema: Schema, required: boolean][] {
  const { schema } = withoutNull(written)
  if (schema.items) return fieldsIn(schema.items)
  return Object.entries(schema.properties ?? {}).map(([name, field]) => [
    name,
    field,
    schema.required?.includes(name) === true,
  ])
}

/** The shared schema that a field is, or that its entries are. */
export function refIn(written: Schema): string | undefined {
  const { schema } = withoutNull(written)
  return schema.$ref ?? (schema.items && refIn(schema.items))
}
