import { z } from 'zod'
import type { Temporal } from '../../src/core/time.ts'
import type { PageCase } from './cases.ts'

/** Bookings of the demo, one that holds and one that waits for a yes. */
export type FoundBookings = { confirmed: string; pending: string }

const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
const Made = z.looseObject({ id: z.string() })
const Period = z.object({ start: z.string(), end: z.string() })
const Taken = z.object({ alternatives: z.array(Period) })

/** Has the researcher book two instruments, one of which asks for a yes. */
export async function findBookings(origin: string, now: Temporal.Instant): Promise<FoundBookings> {
  const listed = await fetch(`${origin}/api/v1/instruments?limit=5`)
  const [open, asking] = Items.parse(await listed.json()).items.toReversed()
  if (!open || !asking) throw new Error('the demo has too few instruments')
  await call(origin, `instruments/${asking.id}/policy`, {
    method: 'PUT',
    as: 'demo-admin',
    body: { approval: { always: true } },
  })
  const start = now.add({ hours: 20 * 24 })
  const period = { start: start.toString(), end: start.add({ hours: 2 }).toString() }
  const [confirmed, pending] = await Promise.all(
    [open, asking].map(async ({ id }) => book(origin, id, await freeTime(origin, id, period))),
  )
  return { confirmed: confirmed ?? '', pending: pending ?? '' }
}

type Period = z.infer<typeof Period>

async function book(origin: string, id: string, period: Period): Promise<string> {
  const body = { ...period, purpose: '样品形貌观察' }
  const asked = { method: 'POST', as: 'demo-researcher', body }
  const answer = await call(origin, `instruments/${id}/bookings`, asked)
  return Made.parse(await answer.json()).id
}

/** The period, or what is proposed instead: the demo runs by night, and has been asked before. */
async function freeTime(origin: string, id: string, period: Period): Promise<Period> {
  const body = { ...period, purpose: '样品形貌观察' }
  const asked = { method: 'POST', as: 'demo-researcher', body }
  const checked = await call(origin, `instruments/${id}/booking-checks`, asked)
  return Taken.parse(await checked.json()).alternatives[0] ?? period
}

async function call(
  origin: string,
  path: string,
  { method, as, body }: { method: string; as: string; body: object },
): Promise<Response> {
  const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/api/v1/${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

export function bookingCases(
  { confirmed, pending }: FoundBookings,
  { instrument, lab }: { instrument: string; lab: string },
): PageCase[] {
  const as = 'demo-admin'
  return [
    { name: 'book', path: `/instruments/${instrument}/book`, as: 'demo-researcher' },
    {
      name: 'book-refused',
      path: `/instruments/${instrument}/book?start=2020-01-01T00:00:00Z&end=2020-01-01T01:00:00Z`,
      as: 'demo-researcher',
      act: async (page) => {
        await page.locator('.book-form [name=lab]').selectOption({ index: 1 })
        await page.getByLabel(/用途|Purpose/).fill('样')
        await page.locator('.book-form .button-primary').click()
        await page.locator('[data-refused]').waitFor()
      },
    },
    { name: 'documents', path: `/records/${instrument}/documents`, as },
    { name: 'policy', path: `/instruments/${instrument}/policy`, as },
    {
      name: 'policy-tried',
      path: `/instruments/${instrument}/policy`,
      as,
      act: async (page) => {
        await page.locator('[name=minMinutes]').fill('600')
        await page.locator('[name=use][value=dry-run]').click()
        await page.locator('#tried').waitFor()
        // Where it is shown, the bar of buttons lies over half a row.
        await page.evaluate(() => scrollTo(0, 0))
      },
    },
    {
      name: 'policy-errors',
      path: `/instruments/${instrument}/policy`,
      as,
      act: async (page) => {
        await page.locator('[name="hours.0.from"]').fill('9')
        await page.locator('.policy-form .button-primary').click()
        await page.locator('.summary').waitFor()
      },
    },
    { name: 'booking', path: `/bookings/${confirmed}`, as },
    { name: 'booking-pending', path: `/bookings/${pending}`, as },
    { name: 'booking-change', path: `/bookings/${confirmed}/change`, as },
    { name: 'bookings', path: '/bookings', as: 'demo-researcher' },
    { name: 'bookings-none', path: '/bookings?view=cancelled', as: 'demo-outsider' },
    { name: 'bookings-lab', path: `/labs/${lab}/bookings`, as },
    { name: 'bookings-queue', path: '/bookings/queue', as: 'demo-steward' },
    { name: 'bookings-queue-none', path: '/bookings/queue', as: 'demo-outsider' },
  ]
}
