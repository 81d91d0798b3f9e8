import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Client } from '../core/actor.ts'
import type { Context } from '../core/context.ts'
import type { Env } from './env.ts'

type C = HonoContext<Env>

const name = 'hexi_session'
/** Browsers keep no cookie longer than this; when a session ends is the server's to say. */
const longest = 400 * 24 * 60 * 60

/** Whether the browser speaks to us by TLS, here or at the proxy before us. */
export function isHttps(c: C): boolean {
  const { baseUrl, trustProxy } = c.var.services
  return (
    c.req.url.startsWith('https:') ||
    baseUrl.startsWith('https:') ||
    (trustProxy && lastOf(c.req.header('x-forwarded-proto')) === 'https')
  )
}

/** `__Host-` where TLS is spoken: no other host, subdomain or plain connection can plant such a cookie. */
const sessionCookieName = (c: C) => (isHttps(c) ? `__Host-${name}` : name)

export const sessionSecretOf = (c: C): string | undefined =>
  (c.req.header('cookie') && getCookie(c, sessionCookieName(c))) || undefined

export function setSession(c: C, secret: string): void {
  const secure = isHttps(c)
  setCookie(c, sessionCookieName(c), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: longest,
  })
}

export function dropSession(c: C): void {
  deleteCookie(c, sessionCookieName(c), { path: '/', secure: isHttps(c) })
}

/** Where a request comes from, for sessions and limits. */
export const clientOf = (c: C): Client => ({
  address: addressOf(c),
  userAgent: c.req.header('user-agent'),
  sessionSecret: sessionSecretOf(c),
})

/** A GET that must write: coming back from a sign-in elsewhere. */
export const writable = (c: C): Context => ({ ...c.var.ctx, db: c.var.services.db })

/** The network address of the caller: the proxy's word where one is trusted, else the connection's other end. */
function addressOf(c: C): string {
  const forwarded = c.var.services.trustProxy ? lastOf(c.req.header('x-forwarded-for')) : undefined
  return forwarded ?? remoteAddressOf(c.env) ?? 'unknown'
}

/** A trusted proxy appends what it saw itself; everything before is the caller's own word. */
const lastOf = (header: string | undefined): string | undefined =>
  header?.split(',').at(-1)?.trim() || undefined

/** The Node adapter puts its request here; elsewhere there is none. */
const Connection = z.object({
  incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }),
})
const remoteAddressOf = (env: unknown) =>
  Connection.safeParse(env).data?.incoming.socket.remoteAddress
