import { Hono } from 'hono'
import { listOf, operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { type Timeline, timelineOf } from './actions/timeline.ts'
import { TimelineItemAnswer, TimelineQuery } from '../bookings/model.ts'
import { presentPeriod } from '../bookings/routes/answers.ts'

/** The time of many instruments side by side. */
export const timelineRoutes = new Hono<Env>().get(
  '/timeline',
  operation({
    summary: 'What takes the time of many instruments, by institution and name',
    tag: 'bookings',
    answers: { 200: listOf(TimelineItemAnswer) },
  }),
  parsed('query', TimelineQuery),
  async (c) => {
    const { from, to, ...asked } = c.req.valid('query')
    const page = await timelineOf(c.var.ctx, { ...asked, period: { start: from, end: to } })
    return c.json({ ...page, items: page.items.map(presentTimeline) })
  },
)

const presentTimeline = ({ instrument, open, items }: Timeline) => ({
  instrument: {
    id: instrument.id,
    title: { zh: instrument.titleZh, en: instrument.titleEn },
    institution: {
      id: instrument.institutionId,
      name: { zh: instrument.institutionZh, en: instrument.institutionEn },
    },
  },
  timezone: instrument.zone,
  items,
  open: open.map(presentPeriod),
})
