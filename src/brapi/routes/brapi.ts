import { Hono } from 'hono'
import { Problem } from '../../core/problem.ts'
import type { Env } from '../../web/env.ts'
import { callsOf, singleAnswer } from '../calls/rules.ts'
import { callWords as words } from '../calls/words.ts'
import { reads } from './read.ts'
import { writes } from './write.ts'

/** Where programs learn how people sign in: at the provider that is configured. */
export const providerRoutes = new Hono<Env>().get('/.well-known/openid-configuration', (c) => {
  const { oidc } = c.var.services
  if (!oidc) throw new Problem('not-found', words.noProvider)
  return c.redirect(`${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, 302)
})

const calls = new Hono<Env>().route('/', reads).route('/', writes)

/** Everything under `/brapi/v2`. What it is able to do is what is routed, and nothing else. */
export const brapiRoutes = new Hono<Env>()
  .get('/serverinfo', (c) => {
    const { lang, baseUrl } = c.var.ctx
    return c.json(
      singleAnswer({
        calls: callsOf([{ method: 'GET', path: '/serverinfo' }, ...calls.routes]),
        serverName: words.serverName[lang],
        serverDescription: words.serverAbout[lang],
        organizationName: words.serverName[lang],
        organizationURL: baseUrl,
        documentationURL: `${baseUrl}/help`,
      }),
    )
  })
  .route('/', providerRoutes)
  .route('/', calls)
