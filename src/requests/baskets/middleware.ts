import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Problem } from '../../core/problem.ts'
import { newSecret } from '../../core/secrets.ts'
import type { Env } from '../../web/env.ts'
import { isHttps, writable } from '../../web/session.ts'
import { takeOver } from './actions/change.ts'
import { basketRefusals } from './words.ts'
import { type Holder, holderOf, isGuestSecret } from './actions/holder.ts'

type C = HonoContext<Env>

const name = 'hexi_basket'
const lifetime = 90 * 24 * 60 * 60

/** `__Host-` where TLS is spoken, as of sessions. */
const cookieName = (c: C) => (isHttps(c) ? `__Host-${name}` : name)

/** What a guest’s browser knows its basket by; most have none, and send no cookie at all. */
const guestSecretOf = (c: C): string | undefined =>
  (c.req.header('cookie') && getCookie(c, cookieName(c))) || undefined

/** Whose basket this request is about; undefined for a guest who never put anything into one. */
export const holderIn = (c: C): Holder | undefined => holderOf(c.var.ctx, guestSecretOf(c))

/** The same before something is put into it: a guest is given a secret, which lives on with every change. */
export async function holderToWrite(c: C): Promise<Holder> {
  const { ctx } = c.var
  const own = ctx.actor.type === 'person' ? holderOf(ctx, undefined) : undefined
  if (own) return own
  const known = guestSecretOf(c)
  const secret = known && (await isGuestSecret(ctx, known)) ? known : newSecret()
  setCookie(c, cookieName(c), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(c),
    maxAge: lifetime,
  })
  const holder = holderOf(ctx, secret)
  if (!holder) throw new Error('Who has a secret has a basket.')
  return holder
}

/** The same for a change of what is in it already: who has none has no such thing. */
export function existing(c: C): Holder {
  const holder = holderIn(c)
  if (!holder) throw new Problem('not-found', basketRefusals.noItem)
  return holder
}

/** However somebody signed in: what their browser gathered as a guest becomes theirs with the next request. */
export const basketTakenOver: MiddlewareHandler<Env> = async (c, next) => {
  const { actor } = c.var.ctx
  const secret = guestSecretOf(c)
  if (secret && actor.type === 'person' && actor.via.type === 'session') {
    await takeOver(writable(c), secret)
    deleteCookie(c, cookieName(c), { path: '/', secure: isHttps(c) })
  }
  await next()
}
