import type { Hono, MiddlewareHandler } from 'hono'
import { Problem } from '../core/problem.ts'
import type { Env } from './env.ts'

const words = {
  notAllowed: (method: string, allowed: string) => ({
    zh: `此地址不支持 ${method}，可用的方法：${allowed}。`,
    en: `This address does not take ${method}: use ${allowed}.`,
  }),
}

/** Put behind `routes` under `base`: refuses a method that an address of theirs does not have, and names those it has. */
export function refuseOtherMethods(base: string, routes: Hono<Env>): MiddlewareHandler<Env> {
  const served = routes.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: patternOf(base + path) }))
  return (c, next) => {
    const methods = served.filter(({ pattern }) => pattern.test(c.req.path))
    if (methods.length === 0) return next()
    const names = methods.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    const allowed = [...new Set(names)].toSorted().join(', ')
    c.header('allow', allowed)
    throw new Problem('not-allowed', words.notAllowed(c.req.method, allowed))
  }
}

/** Of `/labs/:id` and `/images/:id/:size{\d+}`, as the router reads them. */
const patternOf = (path: string) =>
  new RegExp(
    `^${path.replaceAll(/:\w+(?:\{([^}]*)\})?/g, (_, shape = '[^/]+') => `(?:${shape})`)}$`,
  )
