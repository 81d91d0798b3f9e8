import { Hono } from 'hono'
import { base64Url } from '../../core/secrets.ts'
import type { Env } from '../../web/env.ts'
import { bookingText, feedText } from './actions.ts'

const icsType = 'text/calendar; charset=utf-8'

/** One booking as a file, and the calendar under a secret address, for calendar programs. */
export const calendarPages = new Hono<Env>()
  .get('/bookings/:id/calendar.ics', async (c) => {
    const text = await bookingText(c.var.ctx, c.req.param('id'))
    c.header('content-disposition', 'attachment; filename="hexi.ics"')
    return c.body(text, 200, { 'content-type': icsType })
  })
  .get('/calendar/:name{[\\w-]{20,100}\\.ics}', async (c) => {
    const { text, changedAt } = await feedText(c.var.ctx, c.req.param('name').slice(0, -4))
    const etag = await etagOfText(text)
    c.header('etag', etag)
    c.header('last-modified', new Date(changedAt.epochMilliseconds).toUTCString())
    c.header('cache-control', 'private, no-cache')
    c.header('x-robots-tag', 'noindex')
    if (isUnchanged(c.req.raw.headers, { etag, changedMs: changedAt.epochMilliseconds }))
      return c.body(null, 304)
    c.header('content-disposition', 'inline; filename="hexi.ics"')
    return c.body(text, 200, { 'content-type': icsType })
  })

/** Weak: it is sent compressed or not. */
async function etagOfText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `W/"${base64Url(new Uint8Array(digest)).slice(0, 22)}"`
}

/** RFC 9110, 13.2.2: the date counts only where no tag is sent. */
function isUnchanged(
  headers: Headers,
  { etag, changedMs }: { etag: string; changedMs: number },
): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) return tags.split(/\s*,\s*/).some((tag) => tag === '*' || tag === etag)
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return Math.floor(changedMs / 1000) * 1000 <= since
}
