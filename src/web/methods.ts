import type { Hono, MiddlewareHandler } from 'hono'
import { Problem } from '../core/problem.ts'
import type { Env } from './env.ts'
import { paths } from './paths.ts'

const words = {
  notAllowed: (method: string, allowed: string) => ({
    zh: `此地址不支持 ${method}，可用的方法：${allowed}。`,
    en: `This address does not support ${method}. Use ${allowed}.`,
  }),
}

/**
 * Put behind `pages`: an address that only forms are sent to leads to the page above it. People come by it when they
 * reload without sending again, sign in, or open what their browser remembers.
 */
export function leadToPage(pages: Hono<Env>): MiddlewareHandler<Env> {
  const servedBy = (wanted: string) =>
    pages.routes.filter(({ method }) => method === wanted).map(({ path }) => patternOf(path))
  const [shown, sentTo] = [servedBy('GET'), servedBy('POST')]
  return (c, next) => {
    const { path, method } = c.req
    const isKnown = sentTo.some((pattern) => pattern.test(path))
    if (!isKnown || (method !== 'GET' && method !== 'HEAD')) return next()
    const above = aboveOf(path).find((one) => shown.some((pattern) => pattern.test(one)))
    const { search } = new URL(c.req.url)
    return Promise.resolve(c.redirect(above === undefined ? paths.home : above + search, 303))
  }
}

/** Of `/orders/1/rating`: `/orders/1`, `/orders`. */
const aboveOf = (path: string): string[] => {
  const parts = path.split('/')
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('/')).slice(1, -1)
}

/** Put behind `routes` under `base`: refuses a method that an address of theirs does not have, and names those it has, as an answer to OPTIONS too. */
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
    if (c.req.method === 'OPTIONS') return Promise.resolve(c.body(null, 204))
    throw new Problem('not-allowed', words.notAllowed(c.req.method, allowed))
  }
}

/** Of `/labs/:id` and `/images/:id/:size{\d+}`, as the router reads them. */
const patternOf = (path: string) =>
  new RegExp(
    `^${path.replaceAll(/:\w+(?:\{([^}]*)\})?/g, (_, shape = '[^/]+') => `(?:${shape})`)}$`,
  )
