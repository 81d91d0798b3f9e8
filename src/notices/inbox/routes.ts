import { Hono } from 'hono'
import { z } from 'zod'
import { isoOf } from '../../core/time.ts'
import { listOf, operation, Paging } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { myNotices, type NoticeRow } from './actions/notices.ts'
import { chooseLetters, myLetters } from './actions/preferences.ts'
import { NoticeAnswer, Preferences } from './model.ts'
import { noticeNames } from './words.ts'

const tag = 'people'

/** What I was told of bookings, and which letters I want. */
export const noticeRoutes = new Hono<Env>()
  .get(
    '/notifications',
    operation({
      summary: 'What I was told of bookings, newest first',
      description: 'Also what I switched the letters off for.',
      tag,
      answers: { 200: listOf(NoticeAnswer) },
      refuses: [401],
    }),
    parsed('query', z.object(Paging)),
    async (c) => {
      const { items, ...rest } = await myNotices(c.var.ctx, c.req.valid('query'))
      return c.json({ items: items.map(noticeShown), ...rest })
    },
  )
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
    }),
    parsed('json', Preferences),
    async (c) => c.json({ letters: await chooseLetters(c.var.ctx, c.req.valid('json').letters) }),
  )

const noticeShown = (row: NoticeRow) => ({
  id: row.id,
  kind: row.kind,
  title: noticeNames[row.kind],
  instrument: { id: row.instrumentId, title: { zh: row.titleZh, en: row.titleEn } },
  booking: { id: row.bookingId, start: isoOf(row.start), end: isoOf(row.end) },
  toldAt: isoOf(row.toldAt),
  byLetter: row.byLetter,
})
