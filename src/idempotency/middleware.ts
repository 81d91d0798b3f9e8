import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { Problem } from '../core/problem.ts'
import { asBuffer } from '../core/secrets.ts'
import type { Lang } from '../core/text.ts'
import { type Answer, findAnswer, keyedWrites } from './actions.ts'
import { idempotencyWords as words } from './words.ts'
import type { Env } from '../web/env.ts'
import { problemResponse } from '../web/problem.ts'

const keptHeaders = ['content-type', 'location', 'etag']

/**
 * `Idempotency-Key` on a POST: the key is taken and the answer stored in the transaction of the write, so the same key
 * and body never act twice and always get the same answer. Keys are each person's own.
 */
export const idempotent: MiddlewareHandler<Env> = (c, next) => {
  const key = c.req.header('idempotency-key')
  const { actor } = c.var.ctx
  return c.req.method === 'POST' && key !== undefined && actor.type === 'person'
    ? onceFor({ key, actorId: actor.personId }, c, next)
    : next()
}

async function onceFor(
  { key, actorId }: { key: string; actorId: string },
  c: HonoContext<Env>,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Problem('invalid', words.badKey, {
      issues: [{ path: 'Idempotency-Key', message: words.badKey }],
    })
  const { db } = c.var.services
  const claim = { actorId, key, requestHash: await hashOf(c) }
  const known = await findAnswer(db, claim)
  if (known) return answered(known)
  const writes = keyedWrites(c.var.ctx, claim)
  await next()
  if (writes.isTakenByAnother()) {
    const meanwhile = await findAnswer(db, claim)
    if (meanwhile) c.res = answered(meanwhile)
  } else if (c.res.status >= 500) await writes.end(undefined).catch(() => {})
  else if (writes.hasWritten())
    await writes.end(await answerOf(c.get('shownOnce') ? shownOnce(c.var.ctx.lang) : c.res))
  return undefined
}

const answered = ({ status, headers, body }: Answer) =>
  new Response(body || null, { status, headers })

/** A new token is shown once: it is not kept here, and asking again says that it was made. */
const shownOnce = (lang: Lang) => problemResponse(new Problem('conflict', words.shownOnce), lang)

async function hashOf(c: HonoContext<Env>): Promise<Buffer> {
  const head = new TextEncoder().encode(`${c.req.method} ${c.req.path}\n`)
  // A file is left unread for its route: what is hashed is a copy.
  const body = c.get('fileBytes')
    ? new Uint8Array(await c.req.raw.clone().arrayBuffer())
    : await c.req.bytes()
  const whole = new Uint8Array(head.length + body.length)
  whole.set(head)
  whole.set(body, head.length)
  return asBuffer(await crypto.subtle.digest('SHA-256', whole))
}

const answerOf = async (answer: Response) => ({
  status: answer.status,
  headers: Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  ),
  body: await answer.clone().text(),
})
