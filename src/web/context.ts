import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import type { Actor, Credentials } from '../core/actor.ts'
import type { Db } from '../core/database.ts'
import { Problem } from '../core/problem.ts'
import type { Temporal } from '../core/time.ts'
import type { Env } from './env.ts'
import { browserLang, chosenLang, preferredTheme } from './preferences.ts'
import type { Services } from './services.ts'
import { sessionSecretOf } from './session.ts'

const words = {
  badToken: {
    zh: '访问令牌无效、已过期或已撤销，请在“我的账户”中新建一个。',
    en: 'This access token is invalid, expired or revoked. Create a new one in your account.',
  },
}

/** Node has one set of services for all requests; a Worker opens one for each. */
export type ServicesOf = (c: HonoContext<Env>) => Services

/** Who somebody is by what they carry; undefined when a bearer token was shown that is not good. `db` is writable. */
export type Identify = (
  db: Db,
  credentials: Credentials,
  now: Temporal.Instant,
) => Promise<Actor | undefined>

/** Builds the request's `ctx`, with a read-only database for a GET. Nobody is asked who they are yet. */
export function contextual(servicesOf: ServicesOf): MiddlewareHandler<Env> {
  return (c, next) => {
    const services = servicesOf(c)
    const requestId =
      c.req.header('x-request-id')?.match(/^[\w.-]{1,64}$/)?.[0] ?? crypto.randomUUID()
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD'
    c.set('services', services)
    c.set('theme', preferredTheme(c))
    const chosen = chosenLang(c)
    c.set('hasChosenLang', chosen !== undefined)
    c.set('ctx', {
      db: safe ? services.reader : services.db,
      objects: services.objects,
      images: services.images,
      jobs: services.jobs,
      passwords: services.passwords,
      ...(services.registries && { registries: services.registries }),
      actor: { type: 'anonymous' },
      lang: chosen ?? browserLang(c),
      now: services.now,
      baseUrl: services.baseUrl,
      requestId,
    })
    c.header('x-request-id', requestId)
    return next()
  }
}

/** Finds out who asks, and which language they set for themselves. What they are answered is theirs: nothing keeps it. */
export const identified =
  (identify: Identify): MiddlewareHandler<Env> =>
  async (c, next) => {
    const actor = await actorOf(c, c.get('services'), identify)
    if (actor.type === 'person') {
      const ctx = c.get('ctx')
      ctx.actor = actor
      if (!c.get('hasChosenLang')) ctx.lang = actor.lang
    }
    // Set before the handler runs: a file, or a page that is the same for everybody, says otherwise.
    c.header('cache-control', actor.type === 'person' ? 'no-store' : 'no-cache')
    return next()
  }

async function actorOf(
  c: HonoContext<Env>,
  { db, now }: Services,
  identify: Identify,
): Promise<Actor> {
  const credentials = credentialsOf(c)
  if (!('bearer' in credentials || 'sessionSecret' in credentials)) return { type: 'anonymous' }
  const actor = await identify(db, credentials, now())
  if (!actor) throw new Problem('unauthenticated', words.badToken)
  return actor
}

/** What a request carries to say who asks. */
export function credentialsOf(c: HonoContext<Env>): Credentials {
  const bearer = c.req.header('authorization')?.match(/^Bearer\s+(\S+)$/i)?.[1]
  const sessionSecret = sessionSecretOf(c)
  return {
    demo: c.get('services').demo,
    ...(bearer !== undefined && { bearer }),
    ...(sessionSecret && { sessionSecret }),
  }
}
