import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { Problem } from '../core/problem.ts'
import { asBuffer } from '../core/secrets.ts'
import type { Lang } from '../core/text.ts'
import { claimWithFirstWrite, findAnswer, storeAnswer } from './actions.ts'
import { idempotencyWords as words } from './words.ts'
import type { Env } from '../web/env.ts'
import { problemResponse } from '../web/problem.ts'

const keptHeaders = ['content-type', 'location', 'etag']

/**
 * `Idempotency-Key` on a POST: the key is taken inside the write's own transaction, so the same key and body
 * never act twice, and the stored answer is given again. Keys are each person's own.
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
  if (known)
    return new Response(known.body || null, { status: known.status, headers: known.headers })
  const isTaken = claimWithFirstWrite(c.var.ctx, claim)
  await next()
  if (isTaken() && c.res.status < 500)
    await storeAnswer(
      db,
      claim,
      await answerOf(isSecret(c.res) ? shownOnce(c.var.ctx.lang) : c.res),
    )
  return undefined
}

/** A new token is shown once: it is not kept here, and asking again says that it was made. */
const isSecret = (answer: Response) => answer.headers.get('cache-control') === 'no-store'
const shownOnce = (lang: Lang) => problemResponse(new Problem('conflict', words.shownOnce), lang)

/** What is hashed is held in memory, so it is bounded; nothing larger is taken with a key. */
const mostBytes = 64_000_000

async function hashOf(c: HonoContext): Promise<Buffer> {
  const head = new TextEncoder().encode(`${c.req.method} ${c.req.path}\n`)
  const sent = c.req.raw.clone().body?.pipeThrough(counted())
  const body = new Uint8Array(await new Response(sent ?? null).arrayBuffer())
  const whole = new Uint8Array(head.length + body.length)
  whole.set(head)
  whole.set(body, head.length)
  return asBuffer(await crypto.subtle.digest('SHA-256', whole))
}

function counted() {
  let size = 0
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length
      if (size > mostBytes) controller.error(new Problem('too-large', words.tooLarge))
      else controller.enqueue(chunk)
    },
  })
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
