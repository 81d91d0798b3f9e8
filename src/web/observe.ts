import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './env.ts'

/** No script, style, font or connection but our own; nothing inline; nobody frames us. */
export const guarded = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    manifestSrc: ["'self'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'strict-origin-when-cross-origin',
  // Set by whoever ends TLS: this process does not know whether it is there.
  strictTransportSecurity: false,
})

/** One log line and one observation per request: route, status, time, who; never a query or a secret. */
export const observed: MiddlewareHandler<Env> = async (c, next) => {
  const started = performance.now()
  await next()
  const { ctx, services } = c.var
  const ms = performance.now() - started
  const route = routePath(c, -1)
  services.metrics?.observe(route, c.req.method, c.res.status, ms / 1000)
  services.log.info(
    {
      requestId: ctx.requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(ms * 10) / 10,
      ...(ctx.actor.type === 'person' && { personId: ctx.actor.personId }),
    },
    'request',
  )
}
