import { type Context as HonoContext, Hono } from 'hono'
import type { z } from 'zod'
import type { Context } from '../core/context.ts'
import { operation } from './api.ts'
import type { Env } from './env.ts'
import { etagOf, hasVersion } from './etag.ts'
import { type InPath, inPath, type Route } from './route-path.ts'

/** One entity as the API answers it: read by its address, and shown after a write. */
export type Item<Key = { id: string }, Shape extends z.ZodObject = z.ZodObject, Row = object> = {
  schema: Shape
  /** Permission and SQL: the area's own action; takes what stands in the path, refuses what is not there. */
  read: (ctx: Context, key: Key) => Promise<Row>
}

/** `GET` of one entity; one with a `version` has an ETag and answers 304. */
export function item<
  Path extends `/${string}`,
  Shape extends z.ZodObject,
  Row extends z.output<Shape> & object,
>(declared: Route<Path> & Item<InPath<Path>, Shape, Row>) {
  const { path, schema, read } = declared
  const answers = { 200: schema, ...('version' in schema.shape && { 304: null }) }
  const api = new Hono<Env>().get(path, operation({ ...declared, answers }), async (c) =>
    answerItem(c, declared, inPath<Path>(c)),
  )
  return { api, schema, read }
}

/** An entity as it is now, with its ETag. */
export async function answerItem<Key>(
  c: HonoContext<Env>,
  { schema, read }: Item<Key>,
  key: Key,
  status: 200 | 201 = 200,
) {
  const row = documented(schema, await read(c.var.ctx, key))
  const version = 'version' in row && row.version
  if (typeof version !== 'number') return c.json(row, status)
  c.header('etag', etagOf(version))
  return c.req.method === 'GET' && hasVersion(c, version) ? c.body(null, 304) : c.json(row, status)
}

/** What the API documents of a row: a column that a query reads for itself does not leak. */
export function documented<Row extends object>({ shape }: z.ZodObject, row: Row): Partial<Row> {
  const shown: Partial<Row> = {}
  for (const name in row) if (name in shape) shown[name] = row[name]
  return shown
}
