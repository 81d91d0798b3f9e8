import type { Context as HonoContext, MiddlewareHandler, ValidationTargets } from 'hono'
import { validator as documentedValidator } from 'hono-openapi'
import type { z } from 'zod'
import { Problem } from '../core/problem.ts'
import { refuseNoText, seenInput } from '../core/typed-text.ts'
import { validated } from '../core/validated.ts'
import type { Env } from './env.ts'
import { errorWords } from './words.ts'

type ObjectSchema = z.ZodType<object>

type Parsed<
  Target extends keyof ValidationTargets,
  Schema extends ObjectSchema,
> = MiddlewareHandler<
  Env,
  string,
  { in: { [K in Target]: z.input<Schema> }; out: { [K in Target]: z.output<Schema> } }
>

const sources = {
  query: (c: HonoContext) => spread(c.req.queries()),
  param: (c: HonoContext) => c.req.param(),
  json: readJson,
} as const

/** Parses one part of the request, or refuses with every issue named; the schema documents it too. */
export function parsed<Target extends keyof typeof sources, Schema extends ObjectSchema>(
  target: Target,
  schema: Schema,
): Parsed<Target, Schema> {
  const parse: Parsed<Target, Schema> = async (c, next) => {
    c.req.addValidatedData(target, parseOrRefuse(schema, await sources[target](c)))
    await next()
  }
  return Object.assign(parse, documentedValidator(target, schema))
}

const words = {
  unreadable: {
    zh: '请求体不是有效的 JSON，请检查引号、逗号和括号。',
    en: 'The request body is not valid JSON. Check quotes, commas and brackets.',
  },
  notJson: {
    zh: '请以 content-type: application/json 发送请求体。',
    en: 'Send the request body as content-type: application/json.',
  },
}

/** What `schema` makes of a value's seen text, or a refusal that names every wrong path in both languages. */
export const parseOrRefuse = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> => validated(schema, seenInput(value))

/** A body of JSON as `schema` has it, for routes that are made from declarations. */
export const sentAs = async <Schema extends z.ZodType>(
  c: HonoContext,
  schema: Schema,
): Promise<z.output<Schema>> => parseOrRefuse(schema, await readJson(c))

/** Refuses addresses with NUL, wherever a page or a query would read it. */
export const readableAddress: MiddlewareHandler<Env> = (c, next) => {
  if (c.req.url.includes('%00')) {
    refuseNoText(c.req.queries())
    if (/^[^?#]*%00/.test(c.req.url)) throw new Problem('not-found', errorWords.noPage)
  }
  return next()
}

const isJson = (type: string | undefined) => /^application\/(?:[\w.-]+\+)?json\b/i.test(type ?? '')

async function readJson(c: HonoContext): Promise<unknown> {
  const text = await c.req.text()
  if (text === '') return {}
  if (!isJson(c.req.header('content-type'))) throw new Problem('unsupported', words.notJson)
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('unreadable', words.unreadable)
  }
}

/** A repeated parameter is a list, a single one is a string. */
const spread = (queries: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(queries).map(([key, all]) => [key, all.length > 1 ? all : all[0]]),
  )
