import { type Context as HonoContext, Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Context } from '../../core/context.ts'
import { signedIn } from '../../core/permission.ts'
import type { Signals } from '../../core/ports.ts'
import { Problem } from '../../core/problem.ts'
import { isStillGood } from '../../people/accounts/actions/actor.ts'
import { operation } from '../../web/api.ts'
import { credentialsOf } from '../../web/context.ts'
import type { Env } from '../../web/env.ts'
import { documented } from '../../web/item.ts'
import { myInbox, myNoticesAfter } from '../inbox/actions.ts'
import { NoticeAnswer } from '../inbox/model.ts'
import { noticeWords as words } from '../inbox/words.ts'

/** Proxies and phones forget a connection on which nothing was sent for longer. */
const heartbeatMs = 25_000
/** How often one looks where no news wake. */
const lookMs = 5_000
/** Many notices at once are one event. */
const pauseMs = 200
const retryMs = 5_000
/** Of an answer that ends at once: where nothing wakes it, coming again costs less than waiting. */
const pollMs = 15_000
/** An answer ends after half an hour, also where its reader is gone without a word; browsers come again. */
const longestMs = 30 * 60_000

export const streamRoutes = new Hono<Env>().get(
  '/notifications/stream',
  operation({
    summary: 'What I am told, as it happens (server-sent events)',
    description:
      'Events `notice` (as in the list) and `unread` (how many are not read). Ids are revisions of the inbox: with `Last-Event-ID`, everything told after it comes first. Ends with the session or the token.',
    tag: 'people',
    answers: {},
    files: ['text/event-stream'],
    refuses: [401, 429],
  }),
  (c) => {
    const { personId } = signedIn(c.var.ctx)
    const { signals } = c.var.services
    const news = signals && newsOf(signals, personId)
    const answer = streamSSE(c, async (stream) => {
      try {
        await follow(c, stream, news)
      } catch (err) {
        c.var.services.log.warn(
          { err, requestId: c.var.ctx.requestId },
          'a stream of notices broke',
        )
      } finally {
        news?.leave()
      }
    })
    answer.headers.set('cache-control', 'no-store')
    // A proxy that gathers an answer before it hands it on would keep all of it.
    answer.headers.set('x-accel-buffering', 'no')
    // Once it ends, nothing keeps a process that is to stop.
    answer.headers.set('connection', 'close')
    return answer
  },
)

type News = ReturnType<typeof newsOf>

const nobodyWaits = () => {}

/** Waits for news of a person. What comes up meanwhile counts: it is asked for once. */
function newsOf(signals: Signals, personId: string) {
  let isNew = false
  let done = nobodyWaits
  const wake = () => {
    isNew = true
    done()
  }
  const stop = signals.hear(personId, wake)
  if (!stop && !signals.isOver()) throw new Problem('too-many', words.tooManyOpen)
  return {
    /** Its place is free at once, whatever it is doing. */
    leave: () => {
      stop?.()
      wake()
    },
    isOver: () => signals.isOver(),
    /** Until something happened, or it is time to look or to show that one is there. */
    next: async () => {
      if (!isNew)
        await wokenWithin(signals.isHearing() ? heartbeatMs : lookMs, (end) => (done = end))
      isNew = false
    },
  }
}

const wokenWithin = async (ms: number, onWake: (done: () => void) => void) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    onWake(() => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Sends what is new in rounds, each after the one before has gone: a slow reader has fewer of them, and no queue. */
async function follow(c: HonoContext<Env>, stream: SSEStreamingApi, news: News | undefined) {
  const credentials = credentialsOf(c)
  const { ctx } = c.var
  const began = performance.now()
  let last = lastSeenBy(c)
  stream.onAbort(() => news?.leave())
  await stream.write(`retry: ${news ? retryMs : pollMs}\n\n`)
  for (;;) {
    /* oxlint-disable no-await-in-loop -- each round follows the one before */
    if (!(await isStillGood(ctx.db, credentials, ctx.now()))) return
    last = await sendAfter(ctx, stream, last)
    if (!news) return
    await stream.sleep(pauseMs)
    await news.next()
    if (news.isOver() || stream.aborted || performance.now() - began > longestMs) return
    /* oxlint-enable no-await-in-loop */
  }
}

/** `NaN` where nothing is known of what somebody has. */
const lastSeenBy = ({ req }: HonoContext<Env>): number =>
  Number(req.header('last-event-id')?.match(/^\d{1,15}$/)?.[0] ?? Number.NaN)

/** Sends what came after a revision, and answers the one that is known then. `NaN`: nothing is known yet. */
async function sendAfter(ctx: Context, stream: SSEStreamingApi, last: number): Promise<number> {
  const { revision, unread } = await myInbox(ctx)
  if (revision === last) {
    await stream.write(':\n\n')
    return last
  }
  let known = Math.min(Number.isNaN(last) ? revision : last, revision)
  for (let isAll = known === revision; !isAll;) {
    // oxlint-disable-next-line no-await-in-loop -- each page follows the one before
    const found = await myNoticesAfter(ctx, known)
    for (const notice of found.notices) {
      const data = JSON.stringify(documented(NoticeAnswer, notice))
      // oxlint-disable-next-line no-await-in-loop -- in order
      await stream.writeSSE({ event: 'notice', id: String(notice.revision), data })
      known = notice.revision
    }
    isAll = found.isAll
  }
  known = Math.max(known, revision)
  await stream.writeSSE({ event: 'unread', id: String(known), data: JSON.stringify({ unread }) })
  return known
}
