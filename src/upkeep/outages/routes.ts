import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { alternativesTo } from '../../bookings/verdict/actions/refuse.ts'
import { presentBooking } from '../../bookings/bookings/rules.ts'
import { isoOf, Moment } from '../../core/time.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { changeOutage, endOutage, type Opened, openOutage, outagesOf } from './actions/outages.ts'
import { NewOutage, OpenedAnswer, OutageAnswer, OutageChange } from './model.ts'
import { shownOutage } from './rules.ts'

const tag = 'upkeep'
const Since = z.object({ since: Moment.optional() })
const mostOffered = 20

/** When an instrument is out of service. */
export const outageRoutes = new Hono<Env>()
  .get(
    '/instruments/:id/outages',
    operation({
      summary: 'Outages that go on or are to come; those that ended after `since` too',
      tag,
      answers: { 200: z.object({ items: z.array(OutageAnswer), next: z.null() }) },
    }),
    parsed('query', Since),
    async (c) => {
      const { ctx } = c.var
      const rows = await outagesOf(ctx, c.req.param('id'), c.req.valid('query').since)
      return c.json({ items: rows.map((row) => shownOutage(row, ctx.now())), next: null })
    },
  )
  .post(
    '/instruments/:id/outages',
    operation({
      summary: 'Take an instrument out of service, now or later',
      description:
        'Bookings that are hit are cancelled and listed with other free times; with `onBookings: "refuse"` it is refused instead. A use that goes on ends when the outage begins.',
      tag,
      answers: { 201: OpenedAnswer },
      refuses: [409],
    }),
    parsed('json', NewOutage),
    async (c) => {
      const opened = await openOutage(c.var.ctx, c.req.param('id'), c.req.valid('json'))
      return c.json(await shownOpened(c, opened), 201)
    },
  )
  .patch(
    '/instruments/:id/outages/:outage',
    operation({
      summary: 'Give an outage other times or another reason',
      tag,
      answers: { 200: OpenedAnswer },
      refuses: [409],
    }),
    parsed('json', OutageChange),
    async (c) => {
      const key = { instrumentId: c.req.param('id'), id: c.req.param('outage') }
      return c.json(await shownOpened(c, await changeOutage(c.var.ctx, key, c.req.valid('json'))))
    },
  )
  .post(
    '/instruments/:id/outages/:outage/cancellation',
    operation({
      summary: 'Put an instrument back in service',
      description: 'An outage that goes on ends now, one that has not begun is cancelled.',
      tag,
      answers: { 200: OutageAnswer },
      refuses: [409],
    }),
    async (c) => {
      const { ctx } = c.var
      const key = { instrumentId: c.req.param('id'), id: c.req.param('outage') }
      return c.json(shownOutage(await endOutage(ctx, key), ctx.now()))
    },
  )

async function shownOpened(c: HonoContext<Env>, { outage, displaced }: Opened) {
  const { ctx } = c.var
  const shown = []
  for (const [index, row] of displaced.entries()) {
    const period = { start: row.start, end: row.end }
    const asked = { instrumentId: row.instrumentId, period, of: row }
    // oxlint-disable-next-line no-await-in-loop -- a handful, and one connection is enough for them
    const slots = index < mostOffered ? await alternativesTo(ctx, asked) : []
    shown.push({
      booking: presentBooking(row),
      alternatives: slots.map(({ start, end }) => ({
        instrumentId: row.instrumentId,
        start: isoOf(start),
        end: isoOf(end),
      })),
    })
  }
  return { ...shownOutage(outage, ctx.now()), displaced: shown }
}
