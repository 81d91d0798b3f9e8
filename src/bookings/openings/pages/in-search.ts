import type { MiddlewareHandler } from 'hono'
import { bookingPaths } from '../../words/paths.ts'
import type { Env } from '../../../web/env.ts'
import { withQuery } from '../../../web/paths.ts'
import { type Wish, wishIn } from '../rules/wish.ts'
import { todayOf } from './asked.ts'

/** A search that says when, as “SEM Thu 2pm 2h”, leads to what is free then. */
export const freeInSearch: MiddlewareHandler<Env> = async (c, next) => {
  const { q = '', kind = 'instrument' } = c.req.query()
  const wish = kind === 'instrument' ? wishIn(q, todayOf(c.var.ctx)) : undefined
  // Days or hours alone are looked for in the catalogue: nobody said that they are about instruments.
  return wish?.rest ? c.redirect(addressOf(wish), 303) : next()
}

const addressOf = ({ rest, days, clock, minutes }: Wish) =>
  withQuery(bookingPaths.openings, {
    q: rest,
    ...(days && { from: days.from.toString(), to: days.to.toString() }),
    ...(clock && { clockFrom: clock.from, clockTo: clock.to }),
    ...(minutes !== undefined && { minutes: String(minutes) }),
  })
