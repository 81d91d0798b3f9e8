import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { meanings, usualRefusals } from '../api.ts'
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
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations))
      finish({ method, path }, operation)
  return document
}

/** The generator writes OpenAPI 3.1; {@link Document} names the parts of it that are read here. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the generator's own types know nothing of 3.1's schemas
const written = (document: unknown) => document as Document

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

type Where = { method: string; path: string }

/** Says what holds for every operation of a kind: the headers it reads, and how it refuses wrong input. */
function finish({ method, path }: Where, operation: Operation): void {
  const { responses = {}, parameters = [] } = operation
  const headers = [
    ...(responses['412'] ? [ifMatch(method === 'patch' || method === 'delete')] : []),
    ...(method === 'post' && responses['201'] ? [idempotencyKey] : []),
  ]
  // The generator's own idea of a refused input, which is answered differently here.
  if (responses['400']?.description === 'Validation Error') delete responses['400']
  operation.responses = { ...refusalsOf({ method, path }, operation), ...responses }
  operation.parameters = [...pathFirst(parameters), ...headers]
}

function refusalsOf({ method, path }: Where, operation: Operation) {
  const { responses = {}, parameters = [], requestBody } = operation
  const usual = usualRefusals({
    method,
    path,
    ...(requestBody && { body: requestBody.content?.['multipart/form-data'] ? 'form' : 'json' }),
    query: parameters.some((parameter) => parameter.in === 'query'),
    versioned: '412' in responses,
  })
  return Object.fromEntries(usual.map((status) => [status, refusal(status)]))
}

const refusal = (status: number) => ({ description: meanings[status] ?? '', content: problem })

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
