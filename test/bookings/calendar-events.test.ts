import { expect, test } from 'vitest'
import { eventsOf, type TakenTime } from '../../src/bookings/calendar/rules/events.ts'
import { between, hoursShown, loadOf, spanOf } from '../../src/bookings/calendar/rules/calendar.ts'
import { takenNames } from '../../src/bookings/calendar/words.ts'
import { inOneLang } from '../../src/core/text.ts'
import { Temporal } from '../../src/core/time.ts'

const zone = 'Asia/Shanghai'
const look = {
  zone,
  isStaff: false,
  from: '2026-03-03T00:00Z',
  to: '2026-03-03T12:00Z',
  words: inOneLang({ ...takenNames, mine: { zh: '我的预约', en: 'My booking' } }, 'zh'),
}
const open = [{ start: '2026-03-03T02:00Z', end: '2026-03-03T10:00Z' }]

const booking: TakenTime = {
  kind: 'booking',
  state: 'confirmed',
  start: '2026-03-03T03:00Z',
  end: '2026-03-03T04:00Z',
  takenFrom: '2026-03-03T03:00Z',
  takenTo: '2026-03-03T04:30Z',
}

test('closed times and buffers lie behind what is taken, by the clock of the zone', () => {
  const events = eventsOf({ items: [booking], open }, look)
  expect(events.map(({ classNames, start, end }) => [classNames[0], start, end])).toEqual([
    ['time-closed', '2026-03-03T08:00:00', '2026-03-03T10:00:00'],
    ['time-closed', '2026-03-03T18:00:00', '2026-03-03T20:00:00'],
    ['time-buffer', '2026-03-03T12:00:00', '2026-03-03T12:30:00'],
    ['taken-confirmed', '2026-03-03T11:00:00', '2026-03-03T12:00:00'],
  ])
})

const lastOf = (item: Partial<TakenTime>, isStaff = false) =>
  eventsOf({ items: [{ ...booking, ...item }], open }, { ...look, isStaff }).at(-1)

test.each([
  ['somebody else’s', {}, false, '已预约', false],
  [
    'one’s own',
    { mine: true, bookingId: 'b', purpose: '切片' },
    false,
    '我的预约 · 切片 · 已预约',
    true,
  ],
  [
    'of the lab',
    { bookingId: 'b', person: { name: '顾云樵' }, purpose: '切片' },
    false,
    '顾云樵 · 切片 · 已预约',
    false,
  ],
  [
    'anybody’s, to staff',
    { bookingId: 'b', person: { name: '顾云樵' } },
    true,
    '顾云樵 · 已预约',
    true,
  ],
  ['over', { mine: true, bookingId: 'b', state: 'finished' }, false, '我的预约 · 已结束', false],
] as const)('%s: says whose and what, and whether it moves', (_, item, isStaff, title, moves) => {
  const event = lastOf(item, isStaff)
  expect(event?.extendedProps.isMovable).toBe(moves)
  expect(event?.title).toBe(title)
})

test('an outage says why, and nobody moves it here', () => {
  const { state, ...times } = booking
  const outage = { ...times, kind: 'outage', reason: '换灯' } as const
  const event = eventsOf({ items: [outage], open }, { ...look, isStaff: true }).at(-1)
  expect([state, event?.title, event?.startEditable]).toEqual(['confirmed', '停机 · 换灯', false])
})

test('a use that has begun keeps its start', () => {
  const event = lastOf({ mine: true, bookingId: 'b', state: 'in_use' })
  expect([event?.startEditable, event?.durationEditable]).toEqual([false, true])
})

test('a month fills its weeks, and a day without a gap is as long as its clock', () => {
  const date = Temporal.PlainDate.from('2026-03-15')
  const month = spanOf({ view: 'month', date, zone: 'Europe/Berlin', wholeWeeks: true })
  expect(month.days).toHaveLength(42)
  expect(month.days.filter(({ isOther }) => isOther)).toHaveLength(11)
  const change = month.days.find((day) => day.date.toString() === '2026-03-29')
  if (!change) throw new Error('The day is part of its month')
  const load = loadOf(change.period, { open: [month.period], taken: [] })
  expect(load).toEqual({ openMinutes: 23 * 60, takenMinutes: 0 })
})

test('what is taken outside opening hours does not count, and overlaps count once', () => {
  const day = between('2026-03-02T16:00Z', '2026-03-03T16:00Z')
  const load = loadOf(day, {
    open: [between('2026-03-03T00:00Z', '2026-03-03T10:00Z')],
    taken: [
      between('2026-03-02T23:00Z', '2026-03-03T01:00Z'),
      between('2026-03-03T00:30Z', '2026-03-03T02:00Z'),
    ],
  })
  expect(load).toEqual({ openMinutes: 600, takenMinutes: 120 })
})

test('an hour of closed time is shown around the opening hours', () => {
  const date = Temporal.PlainDate.from('2026-03-03')
  const span = spanOf({ view: 'week', date, zone })
  const hours = [between('2026-03-03T00:30Z', '2026-03-03T09:30Z')]
  expect(hoursShown(span, hours)).toEqual({ fromHour: '07:00', toHour: '19:00' })
  expect(hoursShown(span, [])).toEqual({ fromHour: '00:00', toHour: '24:00' })
})
