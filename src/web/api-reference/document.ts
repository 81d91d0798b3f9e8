import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { Env } from '../env.ts'

/** The parts of JSON Schema that zod writes and these pages show. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
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

export type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
}

type Content = Record<string, { schema?: Schema }>

type Operation = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content?: Content }
  responses?: Record<string, { description: string; content?: Content }>
}

export type Document = {
  paths: Record<string, Record<string, Operation>>
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
  const document = written(await generateSpecs(api, { documentation: about }))
  for (const operations of Object.values(document.paths))
    for (const [method, operation] of Object.entries(operations)) finish(method, operation)
  return document
}

/** The generator writes OpenAPI 3.1; {@link Document} names the parts of it that are read here. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the generator's own types know nothing of 3.1's schemas
const written = (document: unknown) => document as Document

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** Says what holds for every operation of a kind: the headers it reads, and how it refuses wrong input. */
function finish(method: string, operation: Operation): void {
  const { responses = {}, parameters = [] } = operation
  // The generator's own idea of a refused input, which is answered differently here.
  if (responses['400']?.description === 'Validation Error') {
    delete responses['400']
    responses['422'] ??= { description: 'Not valid: `issues` name every path.', content: problem }
  }
  const headers = [
    ...(responses['412'] ? [ifMatch(method === 'patch' || method === 'delete')] : []),
    ...(method === 'post' && responses['201'] ? [idempotencyKey] : []),
  ]
  operation.parameters = [...pathFirst(parameters), ...headers]
}

const pathFirst = (parameters: readonly Parameter[]) =>
  parameters.toSorted((one, other) => Number(other.in === 'path') - Number(one.in === 'path'))

const ifMatch = (required: boolean): Parameter => ({
  name: 'If-Match',
  in: 'header',
  required,
  description: 'The ETag of the version that you read; `*` for any.',
  schema: { type: 'string' },
})

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key and body answer the same result once.',
  schema: { type: 'string', maxLength: 255 },
}
