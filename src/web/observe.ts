import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from './env.ts'
import { paths } from './paths.ts'

/** No script, style, font or connection but our own; nothing inline; nobody frames us. */
const policyWith = (tileHosts: readonly string[], stores: readonly string[] = []) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data: blob:", ...tileHosts].join(' '),
    "font-src 'self'",
    ["connect-src 'self'", ...tileHosts, ...stores].join(' '),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join('; ')

/** Strict-Transport-Security is for whoever ends TLS: this process does not know whether it is there. */
const headersOfPages = [
  ['content-security-policy', policyWith([])],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  // Said before there is an answer: adding it to a finished one makes the server copy it.
  ['vary', 'accept-encoding, accept-language'],
] as const

/** An answer to a program is no document: nothing in it loads, runs or is framed. */
const headersOfAnswers = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['x-content-type-options', 'nosniff'],
  ['vary', 'accept-encoding, accept-language'],
] as const

/** Set before the handler runs, so that one with a stricter policy of its own keeps it. */
export const guarded: MiddlewareHandler<Env> = (c, next) => {
  const headers = isForPrograms(c.req.path) ? headersOfAnswers : headersOfPages
  for (const [name, value] of headers) c.header(name, value)
  return next()
}

/** On a page with a map: tiles come from where the operator's base map is, if there is one. */
export function allowBaseMap(c: HonoContext<Env>): void {
  const { baseMap } = c.var.services
  if (!baseMap) return
  const hosts = baseMap.tiles.map((tile) => new URL(tile).origin)
  c.header('content-security-policy', policyWith([...new Set(hosts)]))
}

/** On a page that sends files: the store itself takes them, at the origin that its addresses lead to. */
export async function allowStore(c: HonoContext<Env>): Promise<void> {
  const { address } = await c.var.ctx.objects.signedPut('origin', { seconds: 1 })
  const url = URL.parse(address)
  if (url) c.header('content-security-policy', policyWith([], [url.origin]))
}

/** The API, but for its documentation, which people read. */
const isForPrograms = (path: string) =>
  (path.startsWith('/api/v1/') && !path.startsWith(paths.apiDocs)) || path.startsWith('/brapi/')

/** One log line and one observation per request: route, status, time, who; never a query or a secret. */
export const observed: MiddlewareHandler<Env> = async (c, next) => {
  const started = performance.now()
  await next()
  const [ctx, services] = [c.get('ctx'), c.get('services')]
  const ms = performance.now() - started
  services.metrics?.observe(routeOf(c), c.req.method, c.res.status, ms / 1000)
  services.log.request({
    requestId: ctx.requestId,
    method: c.req.method,
    path: pathToLog(c.req.path),
    status: c.res.status,
    ms: Math.round(ms * 10) / 10,
    ...(ctx.actor.type === 'person' && { personId: ctx.actor.personId }),
  })
}

/** The pattern of the address that answered; middleware stands before it and behind it. */
const routeOf = (c: HonoContext): string =>
  matchedRoutes(c).findLast(({ path }) => !path.endsWith('/*'))?.path ?? '/*'

/** A path as it may be written down: the secret of a one-time link or of a signed address is left out. */
export const pathToLog = (path: string): string =>
  path.replace(/^\/(reset|verify|invitations|_objects|calendar|review|consent)\/.+$/, '/$1/…')
