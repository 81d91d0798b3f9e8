import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../core/context.ts'
import type { Typed } from '../core/form.ts'
import type { Text } from '../core/text.ts'
import { operation } from './api.ts'
import type { Env } from './env.ts'
import { etagOf, versionToMatch } from './etag.ts'
import { setFlash } from './flash.ts'
import { type Filled, sentForm, submitted } from './forms.tsx'
import { answerItem, documented, type Item } from './item.ts'
import { type InPath, inPath, type Route } from './route-path.ts'
import { parsed, parseOrRefuse } from './validate.ts'

type Takes<Input extends object> = {
  schema: z.ZodType<Input>
  read: (typed: Typed, zone?: string) => unknown
}
/** What stands in the path, and the version that the caller read; undefined for any. */
type Key<Path extends string> = InPath<Path> & { version: number | undefined }
/** What a write gives back: an id where something is new, a version where something is kept under If-Match. */
type Done = Partial<Made> | undefined | void
type Made = { id: string; version?: number }

type DeclaredWrite<Path extends string, Input extends object, Result extends Done> = Route<Path> & {
  method?: 'post' | 'put' | 'patch' | 'delete'
  /** What it takes: a form, or its `edit`. Left out: nothing. */
  form?: Takes<Input>
  /** The address below which what is created is read, where that is not `path`. */
  creates?: boolean | `/api/v1/${string}`
  /** JSON asks for If-Match, the form sends `version`. */
  versioned?: boolean
  /** What JSON is answered with: the entity as it is then. Left out: its id, or nothing. */
  answer?: Item
  /** Documents what `does` gives back, which JSON is then answered with. */
  result?: z.ZodObject
  /** The one call, whoever asks. */
  does: (ctx: Context, input: Input, key: Key<Path>) => Promise<Result>
  /** By whose clock a form's moments are typed. */
  zone?: (ctx: Context, key: Key<Path>) => Promise<string>
  /** Where the form posts to, when not to `path`; names the same parts. */
  at?: string
  /** What the next page says, and which it is. */
  flash?: (input: Input, done: Result) => Text
  next: (key: Key<Path> & { id: string }, done: Result) => string
  /** The page with the form, to show it again with what was typed; without, a refusal is a page of its own. */
  page?: (c: HonoContext<Env>, form: Filled) => Response | Promise<Response>
}

/** One write, for programs (JSON under `api`) and for people (a form under `pages`), over one action. */
export const write = <
  Path extends `/${string}`,
  Input extends object,
  Shape extends z.ZodType,
  Result extends Done & z.output<Shape>,
>(
  declared: DeclaredWrite<Path, Input, Result> & { result?: Shape & z.ZodObject },
): { api: Hono<Env>; pages: Hono<Env> } => ({ api: apiOf(declared), pages: pagesOf(declared) })

type Taking<Input> = HonoContext<Env, string, { in: { json: unknown }; out: { json: Input } }>

function apiOf<Path extends string, Input extends object, Result extends Done>(
  declared: DeclaredWrite<Path, Input, Result>,
) {
  const { path, method = 'post', form, creates, answer, result, versioned, does } = declared
  const shape = answer?.schema ?? result
  const documents = operation({
    ...declared,
    answers: creates ? { 201: shape ?? Id } : shape ? { 200: shape } : { 204: null },
    refuses: [...(versioned ? [412] : []), ...(declared.refuses ?? [])],
  })
  const reads = form ? [parsed('json', form.schema)] : []
  return new Hono<Env>().on(method, path, documents, ...reads, async (c: Taking<Input>) => {
    const input = form ? c.req.valid('json') : nothing<Input>()
    const key = { ...inPath<Path>(c), version: versioned ? versionToMatch(c) : undefined }
    const done: Made = { id: idIn(key), ...(await does(c.var.ctx, input, key)) }
    const status = creates ? 201 : 200
    if (result) return c.json(documented(result, done), status)
    if (creates) c.header('location', `${creates === true ? c.req.path : creates}/${done.id}`)
    if (answer) return answerItem(c, answer, done, status)
    if (done.version !== undefined) c.header('etag', etagOf(done.version))
    return creates ? c.json({ id: done.id }, 201) : c.body(null, 204)
  })
}

const Id = z.object({ id: z.string() })

function pagesOf<Path extends string, Input extends object, Result extends Done>(
  declared: DeclaredWrite<Path, Input, Result>,
) {
  const { path, at = path, form, versioned, zone, does, flash, next, page } = declared
  return new Hono<Env>().post(at, async (c) => {
    const { ctx } = c.var
    const act = async (filled: Filled) => {
      const version = versioned ? Number(filled.value('version')) : undefined
      const key = { ...inPath<Path>(c), version }
      const typed = form?.read(filled.typed, await zone?.(ctx, key))
      const input = form ? parseOrRefuse(form.schema, typed) : nothing<Input>()
      const done = await does(ctx, input, key)
      if (flash) setFlash(c, flash(input, done))
      return c.redirect(next({ ...key, id: done?.id ?? idIn(key) }, done), 303)
    }
    return page ? submitted(c, act, (filled) => page(c, filled)) : act(await sentForm(c))
  })
}

const idIn = (key: object) => ('id' in key ? String(key.id) : '')

/** A write without a form takes nothing. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-parameters -- `Input` is then an empty object
const nothing = <Input extends object>() => ({}) as Input
