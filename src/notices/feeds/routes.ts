import { Hono } from 'hono'
import { isoOf } from '../../core/time.ts'
import { listOf, operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { type FeedRow, makeFeed, myFeeds, revokeFeed } from './actions/feeds.ts'
import { FeedAnswer, MadeFeedAnswer, NewFeed } from './model.ts'
import { shownNames } from './rules/feeds.ts'

const tag = 'bookings'

/** Calendars of bookings that other programs read. */
export const feedRoutes = new Hono<Env>()
  .get(
    '/calendar-feeds',
    operation({
      summary: 'My calendar feeds',
      tag,
      answers: { 200: listOf(FeedAnswer) },
      refuses: [401],
    }),
    async (c) => {
      const items = (await myFeeds(c.var.ctx)).map(feedShown)
      return c.json({ items, next: null, total: { value: items.length, relation: 'eq' } })
    },
  )
  .post(
    '/calendar-feeds',
    operation({
      summary: 'Make a calendar feed; its address is shown this once',
      description:
        'Of my bookings, of a lab of mine, or of an instrument that I may see. It is read without signing in, shows what I may see when it is read, and ends when it is revoked.',
      tag,
      answers: { 201: MadeFeedAnswer },
      refuses: [404, 409],
    }),
    parsed('json', NewFeed),
    async (c) => {
      const { feed, url } = await makeFeed(c.var.ctx, c.req.valid('json'))
      return c.json({ ...feedShown(feed), url }, 201, {
        location: `/api/v1/calendar-feeds/${feed.id}`,
        'cache-control': 'no-store',
      })
    },
  )
  .delete(
    '/calendar-feeds/:id',
    operation({
      summary: 'Revoke a calendar feed',
      tag,
      answers: { 204: null },
    }),
    async (c) => {
      await revokeFeed(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )

const feedShown = (feed: FeedRow) => ({
  id: feed.id,
  kind: feed.kind,
  ...shownNames(feed),
  createdAt: isoOf(feed.createdAt),
})
