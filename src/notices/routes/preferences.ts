import { Hono } from 'hono'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { chooseLetters, myLetters } from '../actions/preferences.ts'
import { Preferences } from '../model/notice.ts'

const tag = 'people'

/** Which letters I want. */
export const noticePreferenceRoutes = new Hono<Env>()
  .get(
    '/me/notices',
    operation({
      summary: 'Which letters I want',
      tag,
      answers: { 200: Preferences },
      refuses: [401],
    }),
    async (c) => c.json({ letters: await myLetters(c.var.ctx) }),
  )
  .put(
    '/me/notices',
    operation({
      summary: 'Choose which letters I want; those not named are wanted',
      tag,
      answers: { 200: Preferences },
      refuses: [400, 401, 403, 422],
    }),
    parsed('json', Preferences),
    async (c) => c.json({ letters: await chooseLetters(c.var.ctx, c.req.valid('json').letters) }),
  )
