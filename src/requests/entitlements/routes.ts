import { type Context as HonoContext, Hono } from 'hono'
import { Problem } from '../../core/problem.ts'
import { signerOf } from '../../core/signing.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { getPassport } from './actions.ts'
import { KeysAnswer, PassportAnswer } from './model.ts'
import { entitlementWords as words } from './words.ts'

/** Under `/api`, where other systems ask for them, and under `/api/v1`, where they are documented. */
export const visaRoutes = new Hono<Env>()
  .get(
    '/permissions/:person',
    operation({
      summary: 'The datasets on request that a person may take now, as GA4GH visas',
      description:
        'For the person and for administrators, where a signing key is configured. Other systems ask at `/api/permissions/{person}`.',
      tag: 'requests',
      answers: { 200: PassportAnswer },
      refuses: [403],
    }),
    async (c) => c.json(await getPassport(c.var.ctx, c.req.param('person'), await signerIn(c))),
  )
  .get(
    '/jwks.json',
    operation({
      summary: 'The public keys that visas are signed with (JWK Set)',
      tag: 'requests',
      answers: { 200: KeysAnswer },
      refuses: [404],
    }),
    async (c) => c.json({ keys: [(await signerIn(c)).jwk] }),
  )

async function signerIn(c: HonoContext<Env>) {
  const { visaKey } = c.var.services
  if (visaKey === undefined) throw new Problem('not-found', words.noKey)
  return signerOf(visaKey)
}
