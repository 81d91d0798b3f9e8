import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'

const ProblemBody = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457).' })

/** What each status means here, as the document says it. */
export const meanings: Readonly<Record<number, string>> = {
  200: 'As asked.',
  201: 'Created; `Location` says where.',
  202: 'Taken; it is worked on.',
  204: 'Done; there is nothing to show.',
  303: 'See there.',
  304: 'Not changed since.',
  400: 'Not readable.',
  401: 'Sign in first; a token that was sent is not good.',
  403: 'Not permitted.',
  404: 'Not there, or not for you to know of.',
  408: 'Did not arrive in time.',
  409: 'In conflict with what is; `objections` say why.',
  412: '`If-Match` is stale: read it again.',
  413: 'Too large.',
  415: 'Not a format that is taken here.',
  422: 'Not valid: `issues` name every path.',
  429: 'Too often; `Retry-After` says when.',
  431: 'Address and headers are too long.',
  503: 'Busy, or the database is away; `Retry-After` says when to come again.',
  507: 'The disk is full.',
}

type Operation = {
  summary: string
  description?: string
  tag: string
  answers: Record<number, z.ZodType | null>
  /** Media types of a 200 that is a file, or may be one beside JSON; `anyType` for all. */
  files?: readonly string[]
  /** What it takes as multipart/form-data; a file is a string of `format: 'binary'`. */
  takesForm?: z.ZodType
  /** Whether what takes If-Match (it refuses with 412) may be asked without. */
  matchIsOptional?: boolean
  /** Statuses beyond those that follow from its method, path and body: see `usualRefusals`. */
  refuses?: readonly number[]
}

/** Documents one operation in `/api/v1/openapi.json`: what it answers and what it refuses with. */
export function operation(operated: Operation) {
  const { summary, description, tag, answers, files = [], takesForm, refuses = [] } = operated
  const { matchIsOptional = false } = operated
  const shapes = { ...(files.length > 0 && { 200: null }), ...answers }
  const good = Object.entries(shapes).map(([status, schema]) => [
    status,
    {
      description: meanings[Number(status)] ?? '',
      ...contentOf(schema, status === '200' ? files : []),
    },
  ])
  const bad = refuses.map((status) => [
    String(status),
    {
      description: meanings[status] ?? '',
      content: { 'application/problem+json': { schema: resolver(ProblemBody) } },
    },
  ])
  return describeRoute({
    summary,
    ...(description && { description }),
    tags: [tag],
    ...(takesForm && {
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: resolver(takesForm) } },
      },
    }),
    ...(refuses.includes(412) && { parameters: [ifMatch(!matchIsOptional)] }),
    responses: Object.fromEntries([...good, ...bad]),
  })
}

const ifMatch = (required: boolean) => ({
  name: 'If-Match',
  in: 'header' as const,
  required,
  description: 'The ETag of the version that you read; `*` for any.',
  schema: { type: 'string' as const },
})

type Taken = {
  method: string
  path: string
  body: boolean
  query: boolean
  versioned: boolean
}

/**
 * The refusals that follow from what an operation is: whoever asks may show a bad token or come while the server is
 * busy, a write needs somebody who may write and room to keep it, an address may name nothing, a body may be unreadable or wrong. What else it refuses with, it names: `refuses: [401]` of a read for
 * people who are signed in, 409 of a conflict.
 */
export function usualRefusals({ method, path, body, query, versioned }: Taken): number[] {
  return [
    401,
    431,
    503,
    ...(method === 'get' ? [] : [403, 408, 413, 507]),
    ...(path.includes('{') ? [404] : []),
    ...(body ? [400, 415] : []),
    ...(body || query || versioned ? [422] : []),
  ]
}

/** What stands in an answer: JSON of a shape, files of some types, either as it is asked for, or nothing. */
function contentOf(schema: z.ZodType | null, files: readonly string[]) {
  const binary = { schema: { type: 'string' as const, format: 'binary' } }
  const content = {
    ...(schema && { 'application/json': { schema: resolver(schema) } }),
    ...Object.fromEntries(files.map((type) => [type, binary])),
  }
  return Object.keys(content).length > 0 ? { content } : {}
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Media types of a table as a file: see `tableFile`. */
export const fileTypes = { csv: 'text/csv', xlsx: xlsxType } as const
export const anyType = '*/*'
export const tableTypes = Object.values(fileTypes)

/** A list as every list here is: items, a cursor to go on, and an honest total. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Cursor for `after`; null at the end.'),
    total: Total,
  })

/** A list that is answered whole, without `limit` and `after`. `bound` says in a sentence what keeps it short. */
export const wholeListOf = <Item extends z.ZodType>(item: Item, bound: string) =>
  listOf(item).extend({ next: z.null().describe(bound) })

const Total = z
  .object({ value: z.int(), relation: z.enum(['eq', 'gte']) })
  .describe('Of all pages; `gte` where counting stopped.')

/** `limit` and `after` of every list. */
export const Paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
}
