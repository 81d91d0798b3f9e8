import { type Context, transact } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { hexOf, secretHash } from '../../core/secrets.ts'
import { isId } from '../../core/shapes.ts'
import type { Answer, Asked, Reference } from './model.ts'
import { findSearch, keepSearch, type Source, writeReferences } from './queries.ts'
import { readAsked, type Sent, sliceOf } from './rules.ts'
import { callWords as words } from './words.ts'

type Item = Answer | string
type Page = { data: readonly Item[]; totalCount: number }

/** What is listed under a path, read by its id, and searched. */
export type Resource = {
  /** Under `/brapi/v2`. */
  path: string
  /** What its ids are called; without, no single one is read. */
  id: string | undefined
  isSearched: boolean
  filters: readonly string[]
  list: (ctx: Context, asked: Asked) => Promise<Page>
  get: (ctx: Context, id: string) => Promise<unknown>
}

type Declared<Row> = {
  path: string
  id?: string
  isSearched?: boolean
  source: Source<Row>
  /** Rows as BrAPI has them, in their order. */
  show: (
    rows: readonly Row[],
    ctx: Context,
    asked: Asked,
  ) => readonly Answer[] | Promise<readonly Answer[]>
}

/** A resource is one declaration: its list, its single ones and its search are read by the same query. */
export function resource<Row>(declared: Declared<Row>): Resource {
  const { path, id, isSearched = false, source, show } = declared
  const list = async (ctx: Context, asked: Asked): Promise<Page> => {
    const { rows, totalCount } = await source.find(ctx, asked)
    return { data: await show(rows, ctx, asked), totalCount }
  }
  const get = async (ctx: Context, value: string): Promise<unknown> => {
    const filters = new Map([[id ?? '', [value]]])
    const { data } = await list(ctx, { page: 0, pageSize: 1, filters })
    if (data[0] === undefined) throw new Problem('not-found', words.notFound(id ?? ''))
    return data[0]
  }
  return { path, id, isSearched, filters: source.filters, list, get }
}

/** The same of what is short and held whole: names, terms of a vocabulary. Of what has ids, one is read by its own. */
export function wholeResource(declared: {
  path: string
  id?: string
  all: (ctx: Context) => Promise<readonly Item[]>
}): Resource {
  const { path, id, all } = declared
  const has = (item: Item, values: readonly string[]) =>
    typeof item === 'object' && values.includes(String(item[id ?? '']))
  return {
    path,
    id,
    isSearched: false,
    filters: id === undefined ? [] : [id],
    list: async (ctx, asked) => {
      const wanted = asked.filters.get(id ?? '')
      const found = (await all(ctx)).filter((item) => wanted === undefined || has(item, wanted))
      return { data: sliceOf(found, asked), totalCount: found.length }
    },
    get: async (ctx, value) => {
      const item = (await all(ctx)).find((one) => has(one, [value]))
      if (!item) throw new Problem('not-found', words.notFound(id ?? ''))
      return item
    },
  }
}

/** Keeps what another program calls a thing that was written, in the transaction of the write. */
export const refer = async (
  ctx: Context,
  of: { entity: string; id: string },
  { externalReferences = [] }: { externalReferences?: readonly Reference[] | undefined },
): Promise<void> => transact(ctx, (trx) => writeReferences(trx, of, externalReferences))

/** Things of a resource by their ids, one for each in the order asked. */
export async function shownOf(
  ctx: Context,
  { list, id = '' }: Pick<Resource, 'list' | 'id'>,
  values: readonly string[],
): Promise<unknown[]> {
  const asked = { page: 0, pageSize: Math.max(1, values.length), filters: new Map([[id, values]]) }
  const { data } = await list(ctx, asked)
  const byId = new Map(data.map((one) => [typeof one === 'object' && one[id], one]))
  return values.map((value) => byId.get(value))
}

/** The things that have one of these values, in the order of their list. */
export async function listed<Row>(
  ctx: Context,
  { source, id, most }: { source: Source<Row>; id: string; most?: number },
  values: readonly string[],
): Promise<Row[]> {
  if (values.length === 0) return []
  const filters = new Map([[id, values]])
  const pageSize = most ?? values.length
  const { rows } = await source.find(ctx, { page: 0, pageSize, filters })
  return rows
}

/** One thing of a source; not-found also where the caller may not know of it. */
export async function getOf<Row>(
  ctx: Context,
  { source, id }: { source: Source<Row>; id: string },
  value: string,
): Promise<Row> {
  const [row] = await listed(ctx, { source, id }, [value])
  if (!row) throw new Problem('not-found', words.notFound(id))
  return row
}

/** Keeps a search; the same one has the same id, whoever asks it. What is found is for who reads it then. */
export async function askSearch(ctx: Context, { path, filters }: Resource, sent: Sent) {
  const { ignored } = readAsked(sent, filters)
  const id = idOfSearch(path, sent)
  await transact(ctx, (trx) => keepSearch(trx, { id, path, asked: sent, now: ctx.now() }))
  return { id, ignored }
}

/** What a kept search asks, with the page that is asked for now. */
export async function readSearch(
  ctx: Context,
  { path, filters }: Resource,
  { id, slice }: { id: string; slice: Sent },
) {
  const sent = isId(id) ? await findSearch(ctx.db, { id, path }) : undefined
  if (typeof sent !== 'object' || sent === null) throw new Problem('not-found', words.noSearch)
  return readAsked({ ...sent, ...slice }, filters)
}

function idOfSearch(path: string, sent: Sent): string {
  const hash = hexOf(secretHash(`${path} ${JSON.stringify(sent)}`))
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

/**
 * Does several writes as one: they are all done, or none is. Each finds what those before it wrote; a refusal says at
 * which place of what was sent it stands.
 */
export async function doAll<One, Done>(
  ctx: Context,
  items: readonly One[],
  work: (inside: Context, item: One, at: number) => Promise<Done>,
): Promise<Done[]> {
  return transact(ctx, async (trx) => {
    const inside: Context = { ...ctx, db: trx, keyed: (write) => write(trx) }
    const done: Done[] = []
    for (const [at, item] of items.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      done.push(await placed(at, items.length, () => work(inside, item, at)))
    }
    return done
  })
}

async function placed<Done>(at: number, of: number, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || of === 1) throw error
    const { zh, en } = error.detail
    const detail = { zh: `第 ${at + 1} 项：${zh}`, en: `Item ${at + 1}: ${en}` }
    throw new Problem(error.kind, detail, error.facts)
  }
}
