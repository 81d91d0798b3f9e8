import type { MiddlewareHandler } from 'hono'
import { bookingPaths } from '../../words/paths.ts'
import type { Env } from '../../../web/env.ts'
import { withQuery } from '../../../web/paths.ts'
import { wishIn } from '../rules/wish.ts'
import { todayOf } from './asked.ts'

/** A search that says when, as “SEM Thu 2pm 2h”, leads to what is free then. */
export const freeInSearch: MiddlewareHandler<Env> = async (c, next) => {
  const { q, kind } = c.req.query()
  const wish = q && (kind ?? 'instrument') === 'instrument' && wishIn(q, todayOf(c.var.ctx))
  // Days or hours alone are looked for in the catalogue: nobody said that they are about instruments.
  if (!wish || !wish.rest) return next()
  const { rest, days, clock, minutes } = wish
  return c.redirect(
    withQuery(bookingPaths.openings, {
      q: rest,
      from: days?.from.toString() ?? null,
      to: days?.to.toString() ?? null,
      clockFrom: clock?.from ?? null,
      clockTo: clock?.to ?? null,
      minutes: minutes === undefined ? null : String(minutes),
    }),
    303,
  )
}
