import type { Context as HonoContext, MiddlewareHandler, ValidationTargets } from 'hono'
import { validator as documentedValidator } from 'hono-openapi'
import { z } from 'zod'
import { type Issue, Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import type { Env } from './env.ts'

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
  invalid: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid: correct what each of them says and try again.',
  },
  unreadable: {
    zh: '请求体不是可读的 JSON，请检查引号、逗号和括号。',
    en: 'The body is not readable JSON: check its quotes, commas and brackets.',
  },
  notJson: {
    zh: '请以 content-type: application/json 发送请求体。',
    en: 'Send the body as content-type: application/json.',
  },
}

/** What `schema` makes of a value, or a refusal that names every wrong path in both languages. */
export function parseOrRefuse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Problem('invalid', words.invalid, { issues: issuesOf(result.error) })
}

const localeErrors = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** Every issue of a zod error, its message in both languages. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: messageOf(issue) }))
}

function messageOf(issue: z.core.$ZodIssue): Text {
  if (issue.code === 'custom')
    return { zh: issue.message, en: issue.message, ...textIn(issue.params) }
  const inLocale = (lang: 'zh' | 'en') => {
    // A finished issue is a raw one plus its path and message; the locale reads only the former.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod has no type for both
    const said = localeErrors[lang](issue as z.core.$ZodRawIssue)
    return (typeof said === 'string' ? said : said?.message) ?? issue.message
  }
  return { zh: inLocale('zh'), en: inLocale('en') }
}

/** A refinement may say its message in both languages: `params: { text: { zh, en } }`. */
function textIn(params: Record<string, unknown> | undefined): Partial<Text> {
  const text = params?.['text']
  return typeof text === 'object' && text !== null ? text : {}
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
