import { type Context as HonoContext, Hono } from 'hono'
import type { z } from 'zod'
import type { Context } from '../core/context.ts'
import { operation } from './api.ts'
import type { Env } from './env.ts'
import { etagOf, hasVersion } from './etag.ts'

/** One entity as the API answers it: read by its address, and shown after a write. */
export type Item<Shape extends z.ZodObject = z.ZodObject, Row extends object = object> = {
  schema: Shape
  /** Permission and SQL: the area's own action; refuses what is not there. */
  read: (ctx: Context, id: string) => Promise<Row>
}

type DeclaredItem = {
  /** Under `/api/v1`, with `:id`. */
  path: `${string}/:id`
  tag: string
  summary: string
  refuses?: readonly number[]
}

/** `GET` of one entity; one with a `version` has an ETag and answers 304. */
export function item<Shape extends z.ZodObject, Row extends z.output<Shape> & object>(
  declared: DeclaredItem & Item<Shape, Row>,
) {
  const { path, schema, read } = declared
  const answers = { 200: schema, ...('version' in schema.shape && { 304: null }) }
  const api = new Hono<Env>().get(path, operation({ ...declared, answers }), async (c) =>
    answerItem(c, declared, { id: c.req.param('id') ?? '' }),
  )
  return { api, schema, read }
}

/** An entity as it is now, with its ETag. */
export async function answerItem(
  c: HonoContext<Env>,
  { schema, read }: Item,
  { id, status = 200 }: { id: string; status?: 200 | 201 },
) {
  const row = documented(schema, await read(c.var.ctx, id))
  const version = row['version']
  if (typeof version !== 'number') return c.json(row, status)
  c.header('etag', etagOf(version))
  return c.req.method === 'GET' && hasVersion(c, version) ? c.body(null, 304) : c.json(row, status)
}

/** What the API documents of a row: a column that a query reads for itself does not leak. */
export const documented = (schema: z.ZodObject, row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name in schema.shape))
