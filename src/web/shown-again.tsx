import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { createContext, useContext } from 'hono/jsx'
import { z } from 'zod'
import type { Typed } from '../core/form.ts'
import { Problem, type ProblemKind } from '../core/problem.ts'
import type { Env, Sent } from './env.ts'
import type { Filled } from './forms.tsx'
import { unreadableForm } from './multipart.ts'
import { withQuery } from './paths.ts'
import { statusOf } from './problem.ts'

/*
 * A page that answers a form has no address by which a browser could ask for it in the other language. So its switches
 * send what was typed and what was refused once more, to the same address, with `again`: nothing is done, the page is
 * only shown. What is carried comes from the browser, so it is parsed, and is shown to that browser alone.
 */
const again = 'again'

/** Whether a page that answered a form is only to be shown once more: nothing is done. */
export const isShownAgain = (c: HonoContext): boolean =>
  c.req.method === 'POST' && c.req.query(again) !== undefined

/** Where the form of a request was sent, without what its switches added. */
export const sentTo = (c: HonoContext): string =>
  withQuery(c.req.url, { [again]: null, lang: null, theme: null })

/** Where the switches of the page at `here` send it. */
export const shownAgainAt = (here: string, { by }: Sent, chosen: Record<string, string>): string =>
  withQuery(here, { [again]: by, ...chosen })

/** What such a page carries: what was typed, and the refusal if it showed one. */
export async function carriedBy(c: HonoContext): Promise<{ typed: Typed; problem?: Problem }> {
  const { [again]: text } = await c.req.parseBody().catch(() => {
    throw unreadableForm()
  })
  const carried = Carried.safeParse(text)
  if (!carried.success) throw unreadableForm()
  const { typed, problem } = carried.data
  if (!problem) return { typed }
  return { typed, problem: new Problem(problem.kind, problem.detail, problem.facts) }
}

/** A refusal with a page of its own is shown again without asking what it is about. */
export const refusedPages: MiddlewareHandler<Env> = async (c, next) => {
  if (!isShownAgain(c) || c.req.query(again) !== 'page') return next()
  throw (await carriedBy(c)).problem ?? unreadableForm()
}

const Text = z.object({ zh: z.string(), en: z.string() })

const Facts = z.looseObject({
  issues: z.array(z.object({ path: z.string(), message: Text })).exactOptional(),
  objections: z.array(z.looseObject({ code: z.string(), detail: Text })).exactOptional(),
  retryAfterSeconds: z.number().exactOptional(),
})

const isKind = (name: string): name is ProblemKind => Object.hasOwn(statusOf, name)

const Carried = z
  .string()
  .transform((text, issues) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      issues.addIssue('no JSON')
      return z.NEVER
    }
  })
  .pipe(
    z.object({
      typed: z.record(z.string(), z.array(z.string())),
      problem: z
        .object({ kind: z.string().refine(isKind), detail: Text, facts: Facts })
        .exactOptional(),
    }),
  )

/** The form that the switches of such a page send; they name it as their `form`. */
export const shownAgainForm = 'shown-again'

/** One field holds it all: names that stand in the page's own forms are not there twice. */
export const ShownAgain = ({ sent }: { sent: Sent }) => (
  <hexi-shown-again hidden>
    <form id={shownAgainForm} method="post">
      <input type="hidden" name={again} value={textOf(sent)} />
    </form>
  </hexi-shown-again>
)

const textOf = ({ form, problem }: Sent) =>
  JSON.stringify({
    typed: withoutPasswords(form.typed),
    ...(problem && {
      problem: { kind: problem.kind, detail: problem.detail, facts: problem.facts },
    }),
  })

/** What may be sent once more: passwords and files are asked for again. */
export const withoutPasswords = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)))

/** The form that a page answers, and where it was sent; set by `page()`. */
export const AnsweredForm = createContext<{ to: string; form: Filled } | undefined>(undefined)

/** What was sent to `action`, where the page answers that: one form among many learns that it was refused. */
export function useAnswered(action: string): Filled | undefined {
  const answered = useContext(AnsweredForm)
  return answered?.to === action ? answered.form : undefined
}
