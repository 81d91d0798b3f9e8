import { Hono } from 'hono'
import { z } from 'zod'
import { isoOf } from '../../core/time.ts'
import type { Page } from '../../core/paging.ts'
import { listOf, operation, Paging } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { joinWaitlist, leaveWaitlist, myWaits, waitsAt, type WaitRow } from './actions.ts'
import { NewWait, WaitAnswer } from './model.ts'

const tag = 'bookings'

/** Waiting for time that is taken. */
export const waitlistRoutes = new Hono<Env>()
  .get(
    '/waitlist',
    operation({
      summary: 'Where you wait',
      tag,
      answers: { 200: listOf(WaitAnswer) },
      refuses: [401],
    }),
    parsed('query', z.object(Paging)),
    async (c) => c.json(presentWaits(await myWaits(c.var.ctx, c.req.valid('query')))),
  )
  .get(
    '/instruments/:id/waitlist',
    operation({
      summary: 'Who waits, the first first: all for staff, your labs’ for PIs, your own otherwise',
      tag,
      answers: { 200: listOf(WaitAnswer) },
      refuses: [401],
    }),
    parsed('query', z.object(Paging)),
    async (c) =>
      c.json(presentWaits(await waitsAt(c.var.ctx, c.req.param('id'), c.req.valid('query')))),
  )
  .post(
    '/instruments/:id/waitlist',
    operation({
      summary: 'Wait for time that is taken',
      description:
        'Booked by itself, in order of coming, as soon as the rules give time that fits.',
      tag,
      answers: { 201: WaitAnswer },
      refuses: [409],
    }),
    parsed('json', NewWait),
    async (c) => {
      const wait = await joinWaitlist(c.var.ctx, c.req.param('id'), c.req.valid('json'))
      return c.json(presentWait(wait), 201)
    },
  )
  .delete(
    '/instruments/:id/waitlist/:wait',
    operation({ summary: 'Wait no more', tag, answers: { 204: null } }),
    async (c) => {
      await leaveWaitlist(c.var.ctx, {
        instrumentId: c.req.param('id'),
        id: c.req.param('wait'),
      })
      return c.body(null, 204)
    },
  )

const presentWaits = (page: Page<WaitRow>) => ({ ...page, items: page.items.map(presentWait) })

const presentWait = (row: WaitRow) => ({
  id: row.id,
  instrumentId: row.instrumentId,
  instrument: { id: row.instrumentId, title: { zh: row.instrumentZh, en: row.instrumentEn } },
  from: isoOf(row.from),
  to: isoOf(row.to),
  minutes: row.minutes,
  timezone: row.zone,
  state: row.state,
  position: row.position,
  person: { id: row.personId, name: row.personName },
  purpose: row.purpose,
  project: row.project,
  samples: row.samples,
  assisted: row.assisted,
  bookingId: row.bookingId,
})
