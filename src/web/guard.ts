import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { isLoopback } from '../core/config.ts'
import { permissionWords } from '../core/permission.ts'
import { Problem } from '../core/problem.ts'
import type { Env } from './env.ts'
import { isProbe } from './health.ts'

const words = {
  otherHost: {
    zh: '本服务不使用这个主机名。请用它的公开地址访问。',
    en: 'This service does not use this host name. Use its public address.',
  },
  crossSite: {
    zh: '为了您的账户安全，没有执行来自其他网站的请求。请在本站页面上重试。',
    en: 'For your security, a request from another site was not carried out. Try again on a page of this site.',
  },
}

/** Refuses requests to another host name than the operator's; monitors ask by any. */
export const guardHost: MiddlewareHandler<Env> = (c, next) => {
  const { baseUrl, ownHostOnly } = c.get('services')
  if (!ownHostOnly || isProbe(c.req.path)) return next()
  const host = URL.parse(`http://${hostOf(c)}`)?.hostname ?? ''
  if (!isLoopback(host) && host !== new URL(baseUrl).hostname)
    throw new Problem('misdirected', words.otherHost)
  return next()
}

const hostOf = (c: HonoContext<Env>): string => c.req.header('host') ?? new URL(c.req.url).host

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** Put before {@link guardWrites} where a POST changes nothing: a search that is too long for an address. */
export const asksByPost: MiddlewareHandler<Env> = (c, next) => {
  c.set('isRead', true)
  return next()
}

/**
 * What changes something must come from a page of this site, or from a program.
 * A bearer token is sent by programs only, so it is exempt from the first, and needs the scope `write`.
 */
export const guardWrites: MiddlewareHandler<Env> = (c, next) => {
  if (!safeMethods.has(c.req.method) && !c.get('isRead')) {
    const { actor } = c.get('ctx')
    const token = actor.type === 'person' && actor.via.type === 'token' ? actor.via : undefined
    if (token && !token.scopes.includes('write'))
      throw new Problem('forbidden', permissionWords.readOnlyToken)
    if (!token && isFromElsewhere(c)) throw new Problem('forbidden', words.crossSite)
  }
  return next()
}

/**
 * Cross-site request forgery, told by what browsers say and pages cannot change (Fetch Metadata, then Origin).
 * Neither header: not a browser, or one older than 2020 that sends no Origin with a form either; those are
 * stopped by the cookie's SameSite=Lax.
 */
function isFromElsewhere(c: HonoContext<Env>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  if (origin === undefined) return false
  const { baseUrl } = c.var.services
  const own = [hostOf(c), new URL(baseUrl).host]
  return !URL.canParse(origin) || !own.includes(new URL(origin).host)
}
