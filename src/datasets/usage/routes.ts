import type { Context as HonoContext } from 'hono'
import type { Env } from '../../web/env.ts'
import { item } from '../../web/item.ts'
import { clientOf, writable } from '../../web/session.ts'
import { usageOf, type Use, writeUse } from './actions.ts'
import { UsageAnswer } from './model.ts'
import { isRobot } from './rules.ts'

const one = item({
  path: '/datasets/:dataset/usage',
  tag: 'datasets',
  summary: 'How often a dataset was looked at and downloaded, by COUNTER',
  schema: UsageAnswer,
  read: usageOf,
})

export const usageRoutes = one.api

/** Counts a use, robots aside. Whoever reads or downloads is served whether it could be written down or not. */
export async function noteUse(c: HonoContext<Env>, use: Use): Promise<void> {
  const { address, userAgent } = clientOf(c)
  if (isRobot(userAgent)) return
  const { actor } = c.var.ctx
  const who = actor.type === 'person' ? [actor.personId] : [address, userAgent ?? '']
  try {
    await writeUse(writable(c), use, who)
  } catch (error) {
    c.var.services.log.error(
      { err: error, requestId: c.var.ctx.requestId },
      'a use was not counted',
    )
  }
}
