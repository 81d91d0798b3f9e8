import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Problem } from '../../core/problem.ts'
import { inLang, type Lang } from '../../core/text.ts'
import type { Env } from '../../web/env.ts'
import { statusOf } from '../../web/problem.ts'
import { parseOrRefuse, sentAs } from '../../web/validate.ts'
import { askSearch, readSearch, type Resource, shownOf } from './actions.ts'
import { mostWritten } from './model.ts'
import { listAnswer, readAsked, type Sent, singleAnswer, warningsOf, wholeAnswer } from './rules.ts'

const Search = z.record(z.string(), z.unknown())

/** Lists, searches and single ones of these resources. */
export function readRoutes(resources: readonly Resource[]): Hono<Env> {
  const routes = new Hono<Env>()
  for (const one of resources) {
    routes.get(one.path, (c) => answerList(c, one, readAsked(sentTo(c), one.filters)))
    if (one.isSearched) addSearch(routes, one)
  }
  // Behind all lists: `/attributes/categories` is no single one.
  for (const one of resources)
    if (one.id !== undefined)
      routes.get(`${one.path}/:${one.id}`, async (c) =>
        c.json(singleAnswer(await one.get(c.var.ctx, idIn(c, one.id ?? '')))),
      )
  return routes
}

function addSearch(routes: Hono<Env>, one: Resource): void {
  const path = `/search${one.path}`
  routes.post(path, async (c) => {
    const { ctx } = c.var
    const { id, ignored } = await askSearch(ctx, one, await sentAs(c, Search))
    const { metadata } = listAnswer({
      data: [],
      totalCount: 0,
      slice: { page: 0, pageSize: 1 },
      status: warningsOf(ignored, ctx.lang),
    })
    return c.json({ metadata, result: { searchResultsDbId: id } }, 202)
  })
  routes.get(`${path}/:searchResultsDbId`, async (c) => {
    const asked = { id: idIn(c, 'searchResultsDbId'), slice: sentTo(c) }
    return answerList(c, one, await readSearch(c.var.ctx, one, asked))
  })
}

type Posted<Schema extends z.ZodType> = {
  to: Resource
  input: Schema
  /** Writes all or none; answers the ids, one for each of what was sent. */
  create: (ctx: Context, sent: z.output<Schema>[]) => Promise<string[]>
}

/** Things of a resource are posted as a list, and answered one for one in its order. */
export const postRoute = <Schema extends z.ZodType>({ to, input, create }: Posted<Schema>) =>
  new Hono<Env>().post(to.path, async (c) => {
    const sent = await sentAs(c, z.array(input).min(1).max(mostWritten))
    const ids = await create(c.var.ctx, sent)
    return c.json(wholeAnswer(await shownOf(c.var.ctx, to, ids)))
  })

type Put<Schema extends z.ZodType> = {
  to: Resource
  input: Schema
  change: (ctx: Context, id: string, sent: z.output<Schema>) => Promise<void>
}

/** One thing of a resource is put, and answered as it then is. */
export const putRoute = <Schema extends z.ZodType>({ to, input, change }: Put<Schema>) =>
  new Hono<Env>().put(`${to.path}/:${to.id ?? ''}`, async (c) => {
    const id = idIn(c, to.id ?? '')
    await change(c.var.ctx, id, await sentAs(c, input))
    return c.json(singleAnswer(await to.get(c.var.ctx, id)))
  })

/** One page of a resource. */
export async function answerList(
  c: HonoContext<Env>,
  { list }: Pick<Resource, 'list'>,
  { asked, ignored }: ReturnType<typeof readAsked>,
): Promise<Response> {
  const { ctx } = c.var
  const { data, totalCount } = await list(ctx, asked)
  const status = warningsOf(ignored, ctx.lang)
  return c.json(listAnswer({ data, totalCount, slice: asked, status }))
}

/** The parameters of an address; a repeated one is a list. */
export const sentTo = (c: HonoContext): Sent => parseOrRefuse(Search, c.req.queries())

/** What a path names. */
export function idIn(c: HonoContext, name: string): string {
  const named: Readonly<Record<string, string>> = c.req.param()
  return named[name] ?? ''
}

/** A refusal as BrAPI's document has it: a status, and a sentence as a JSON text. What is not valid is 400 there. */
export function refusalAnswer(problem: Problem, lang: Lang) {
  const { issues = [], objections = [], retryAfterSeconds } = problem.facts
  const sentences = [problem.detail, ...objections.map(({ detail }) => detail)].map((text) =>
    inLang(text, lang),
  )
  const fields = issues.map(({ path, message }) => `${path}: ${inLang(message, lang)}`)
  return {
    status: problem.kind === 'invalid' ? 400 : statusOf[problem.kind],
    headers: {
      'content-type': 'application/json',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify([...new Set([...sentences, ...fields])].join(' ')),
  }
}
