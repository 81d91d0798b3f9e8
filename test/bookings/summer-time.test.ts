import { describe, expect, test } from 'vitest'
import { datesOf, movedAlike } from '../../src/bookings/series/rules/recurrence.ts'
import type { BookingFacts } from '../../src/bookings/verdict/model/facts.ts'
import { judgeDates } from '../../src/bookings/verdict/rules/dates.ts'
import { needsApproval, objectionsToBooking } from '../../src/bookings/verdict/rules/objections.ts'
import { Temporal } from '../../src/core/time.ts'
import { periodInWords, spanText } from '../../src/core/wall-clock.ts'
import type { Policy } from '../../src/bookings/policies/model.ts'

const zone = 'Europe/Berlin'
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
const locally = ({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }) =>
  [start, end].map((moment) =>
    moment.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16),
  )
const between = (start: string, end: string) => ({ start: at(start), end: at(end) })
const spring = between('2026-03-29', '2026-03-30')
const autumn = between('2026-10-25', '2026-10-26')

const factsWith = (policy: Policy): BookingFacts => ({
  now: at('2026-01-01'),
  instrument: { isPublished: true, isOutOfUse: false, isClosed: false, zone },
  policy,
  audience: 'member',
  qualifications: [],
  hasProject: false,
  mine: [],
  ofLab: [],
  taken: [],
})
const codes = (period: typeof spring, policy: Policy) =>
  objectionsToBooking(period, factsWith(policy)).map(({ code }) => code)

describe('a whole day is 24 hours of the rules, whatever the clocks do', () => {
  test.each([
    ['of 23 hours', spring],
    ['of 25 hours', autumn],
  ])('one %s keeps limits of a day', (_, day) => {
    const quotas = (['person', 'lab'] as const).flatMap((of) =>
      (['day', 'week'] as const).map((per) => ({
        of,
        per,
        measure: 'minutes' as const,
        max: 1440,
      })),
    )
    const windows = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
    const limits = { minMinutes: 1440, maxMinutes: 1440, maxFutureMinutes: 1440, quotas }
    expect(codes(day, { ...limits, peak: { windows, maxMinutes: 1440 } })).toEqual([])
    const approval = { longerThanMinutes: 1440 }
    expect(needsApproval(day, factsWith({ approval }))).toBe(false)
  })

  test('24 hours from another clock to another are as long as they are', () => {
    const evening = between('2026-03-28T12:00', '2026-03-29T13:00')
    expect(codes(evening, { maxMinutes: 1440 })).toEqual([])
    expect(codes(between('2026-10-24T12:00', '2026-10-25T12:30'), { maxMinutes: 1440 })).toEqual([
      'too_long',
    ])
  })
})

describe('a series of whole days', () => {
  test('never collides with itself, and goes from midnight to midnight', () => {
    const rule = 'FREQ=DAILY;COUNT=4'
    const period = between('2026-03-28', '2026-03-29')
    const { dates } = datesOf({ rule, period, zone })
    expect(dates.map(locally)).toEqual([
      ['2026-03-28T00:00', '2026-03-29T00:00'],
      ['2026-03-29T00:00', '2026-03-30T00:00'],
      ['2026-03-30T00:00', '2026-03-31T00:00'],
      ['2026-03-31T00:00', '2026-04-01T00:00'],
    ])
    const judged = judgeDates(
      dates.map((date) => ({ period: date })),
      factsWith({ minMinutes: 1440, maxMinutes: 1440 }),
      { isOverridden: false, isStaff: false },
    )
    expect(judged.flatMap(({ objections }) => objections)).toEqual([])
  })

  test('moves as whole days', () => {
    const moved = movedAlike(between('2026-03-28', '2026-03-29'), {
      from: between('2026-03-21', '2026-03-22'),
      to: between('2026-03-22', '2026-03-23'),
      zone,
    })
    expect(locally(moved)).toEqual(['2026-03-29T00:00', '2026-03-30T00:00'])
  })
})

test('a date that the spring pushed on comes back when its series is moved back', () => {
  const first = between('2026-03-22T01:30', '2026-03-22T02:00')
  const second = between('2026-03-29T01:30', '2026-03-29T02:00')
  const there = { start: first.start.add({ hours: 1 }), end: first.end.add({ hours: 1 }) }
  const pushed = movedAlike(second, { from: first, to: there, zone })
  expect(locally(pushed)[0]).toBe('2026-03-29T03:30')
  const back = movedAlike(pushed, { from: there, to: first, zone })
  expect(locally(back)[0]).toBe('2026-03-29T01:30')
})

describe('the hour that comes twice', () => {
  const hour = {
    start: Temporal.Instant.from('2026-10-25T00:00Z'),
    end: Temporal.Instant.from('2026-10-25T01:00Z'),
  }
  const times = { start: hour.start.epochMilliseconds, end: hour.end.epochMilliseconds }

  test('is told apart by its offset, on pages and in letters', () => {
    const text = spanText(times, { zone, locale: 'en' })
    expect(text).toBe('Sun 25 Oct 02:00 (+02:00)–02:00 (+01:00)')
    expect(periodInWords(hour, zone).en).toContain('02:00 (+02:00)–02:00 (+01:00)')
  })

  test('every other clock stands alone, also on that day', () => {
    const day = { start: autumn.start.epochMilliseconds, end: autumn.end.epochMilliseconds }
    expect(spanText(day, { zone, locale: 'en' })).toBe('Sun 25 Oct 00:00–24:00')
    const later = { start: times.end + 3_600_000, end: times.end + 7_200_000 }
    expect(spanText(later, { zone, locale: 'en' })).toBe('Sun 25 Oct 03:00–04:00')
  })
})
