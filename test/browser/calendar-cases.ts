import type { Page } from 'playwright-core'
import type { PageCase } from './cases.ts'

/** Calendars of one instrument and of many, in every view, and the search for a free time. */
export function calendarCases(instrument: string, day: string): PageCase[] {
  const own = `/instruments/${instrument}/calendar`
  const as = 'demo-researcher'
  const booked = async (page: Page) => bookThere(page, { instrument, day })
  return [
    { name: 'calendar', path: own },
    { name: 'calendar-week', path: `${own}?date=${day}`, as, act: booked },
    { name: 'calendar-day', path: `${own}?view=day&date=${day}`, as, act: booked },
    { name: 'calendar-month', path: `${own}?view=month&date=${day}`, as, act: booked },
    { name: 'calendar-asks', path: `${own}?date=${day}`, as, act: askToBook },
    { name: 'timeline', path: `/calendar?date=${day}`, as, act: booked },
    { name: 'timeline-day', path: `/calendar?view=day&date=${day}` },
    { name: 'timeline-month', path: `/calendar?view=month&date=${day}` },
    { name: 'timeline-none', path: '/calendar?q=zzzz' },
    { name: 'openings', path: '/openings?minutes=60' },
    { name: 'openings-none', path: '/openings?q=zzzz' },
  ]
}

type Own = { instrument: string; day: string }

/** Something of one's own to look at; from the second time on it is there already. */
async function bookThere(page: Page, { instrument, day }: Own): Promise<void> {
  await page.request.post(`/api/v1/instruments/${instrument}/bookings`, {
    data: { start: `${day}T02:00Z`, end: `${day}T04:00Z`, purpose: '样品形貌观察' },
  })
  await page.reload()
  const isWide = (page.viewportSize()?.width ?? 0) > 768
  if (isWide) await page.locator('.ec-event').first().waitFor()
}

async function askToBook(page: Page): Promise<void> {
  await page.locator('.book-time button').click()
  await page.locator('dialog .verdict').waitFor()
}
