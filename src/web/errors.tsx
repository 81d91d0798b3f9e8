import type { Context as HonoContext, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Problem, type ProblemKind } from '../core/problem.ts'
import { inLang } from '../core/text.ts'
import type { Typed } from '../core/form.ts'
import { Button, ButtonLink } from './components/button.tsx'
import { ProblemView } from './components/messages.tsx'
import type { Env } from './env.ts'
import { filledIn, sentForm } from './forms.tsx'
import { pathToLog } from './observe.ts'
import { page } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemAnswer, statusOf, titleOf } from './problem.ts'
import { sentTo, withoutPasswords } from './shown-again.tsx'
import { errorWords } from './words.ts'

/** Every refusal as a person or a program can read it; anything else is a bug: logged, and no detail given. */
export const onError: ErrorHandler<Env> = async (error, c) => {
  const problem = problemIn(error)
  if (problem) return isForPrograms(c) ? forPrograms(c, problem) : problemPage(c, problem)
  const requestId = c.var.ctx?.requestId ?? ''
  c.var.services?.log.error(
    { err: error, requestId, path: pathToLog(c.req.path) },
    'a request failed',
  )
  if (isForPrograms(c) || !c.var.ctx)
    return c.body(
      JSON.stringify({ type: 'about:blank', title: 'Internal error', status: 500, requestId }),
      500,
      {
        'content-type': 'application/problem+json',
      },
    )
  return page(
    c,
    { title: inLang(errorWords.failed, c.var.ctx.lang), status: 500, width: 'reading' },
    <ProblemView
      status={500}
      title={errorWords.failed}
      detail={errorWords.failedDetail}
      safe={errorWords.failedSafe}
      requestId={requestId}
    />,
  )
}

export const onNotFound: NotFoundHandler<Env> = (c) => {
  const problem = new Problem('not-found', errorWords.noPage)
  return isForPrograms(c) ? forPrograms(c, problem) : problemPage(c, problem)
}

function problemIn(error: Error): Problem | undefined {
  if (error instanceof Problem) return error
  // The framework's own refusals: a body too large, a form that is cut off.
  if (error instanceof HTTPException && error.status === 413)
    return new Problem('too-large', errorWords.tooLarge)
  if (error instanceof HTTPException && error.status < 500)
    return new Problem('unreadable', errorWords.unreadable)
  if ('code' in error && error.code === '55P03')
    return new Problem('unavailable', errorWords.busy, { retryAfterSeconds: 2 })
  return undefined
}

const isForPrograms = (c: HonoContext<Env>) =>
  c.req.path.startsWith('/api/') ||
  c.req.path.startsWith('/_objects/') ||
  c.get('refusalAnswer') !== undefined

const langOf = (c: HonoContext<Env>) => c.var.ctx?.lang ?? 'zh'

function forPrograms(c: HonoContext<Env>, problem: Problem): Response {
  const answerOf = c.get('refusalAnswer') ?? problemAnswer
  const { body, status, headers } = answerOf(problem, langOf(c))
  return c.body(body, status, headers)
}

async function problemPage(c: HonoContext<Env>, problem: Problem): Promise<Response> {
  const { kind, detail, facts } = problem
  if (kind === 'unauthenticated' && c.req.method === 'GET')
    return c.redirect(withQuery(paths.signIn, { next: withQuery(c.req.url, {}) }), 303)
  if (facts.retryAfterSeconds !== undefined)
    c.header('retry-after', String(facts.retryAfterSeconds))
  const status = statusOf[kind]
  const { lang } = c.var.ctx
  const typed = isForLater.has(kind) ? await typedIn(c) : undefined
  if (c.req.method === 'POST') c.set('sent', { form: filledIn(typed ?? {}), problem, by: 'page' })
  return page(
    c,
    { title: inLang(titleOf[kind], lang), status, width: 'reading' },
    <ProblemView status={status} title={titleOf[kind]} detail={detail}>
      {facts.issues?.map(({ path, message }) => (
        <p>
          <code>{path}</code> {inLang(message, lang)}
        </p>
      ))}
      {typed && <TypedAgain action={sentTo(c)} typed={typed} />}
      <ButtonLink href={paths.home} text={errorWords.home} />
      <ButtonLink href={paths.search} text={errorWords.search} />
    </ProblemView>,
  )
}

/** What another try may mend. */
const isForLater = new Set<ProblemKind>(['unavailable', 'slow', 'full', 'too-many'])

/** What a form held; undefined where there was none, or it did not arrive. */
async function typedIn(c: HonoContext): Promise<Typed | undefined> {
  if (c.req.method !== 'POST') return undefined
  return sentForm(c).then(
    ({ typed }) => (Object.keys(typed).length > 0 ? typed : undefined),
    () => undefined,
  )
}

/** Everything that was typed, to be sent once more; passwords are asked for again. */
const TypedAgain = ({ action, typed }: { action: string; typed: Typed }) => (
  <form method="post" action={action}>
    {Object.entries(withoutPasswords(typed)).flatMap(([name, values]) =>
      values.map((value) => <textarea hidden name={name}>{`\n${value}`}</textarea>),
    )}
    <Button text={errorWords.again} />
  </form>
)
