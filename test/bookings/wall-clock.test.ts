import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { movedByHand, movedByKey } from '../../src/bookings/calendar/rules/moves.ts'
import { momentOf, offsetOf, spanText, wallClockOf } from '../../src/core/wall-clock.ts'
import { Temporal } from '../../src/core/time.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'UTC']
const anyZone = constantFrom(...zones)
const anyMinute = integer({
  min: Date.parse('2024-01-01T00:00Z') / 60_000,
  max: Date.parse('2030-01-01T00:00Z') / 60_000,
}).map((minute) => minute * 60_000)

test('a zone’s clock shows what Temporal says, at every minute', () => {
  assert(
    property(anyMinute, anyZone, (at, zone) => {
      const told = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
      expect(wallClockOf(at, zone)).toBe(told.toPlainDateTime().toString().slice(0, 16))
      expect(offsetOf(at, zone)).toBe(told.offset)
    }),
  )
})

test('the moment of a clock is Temporal’s, also in the hours that a change of clocks doubles or leaves out', () => {
  assert(
    property(anyMinute, anyZone, (at, zone) => {
      const wall = new Date(at).toISOString().slice(0, 16)
      const told = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone)
      expect(momentOf(wall, zone)).toBe(told.epochMilliseconds)
    }),
  )
  expect(momentOf('2026-03-29T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30Z'))
  expect(momentOf('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30Z'))
})

test('what is no time has no moment', () => {
  for (const text of ['', '2026-02-30T25:00', 'tomorrow', '2026-03-02'])
    expect(momentOf(text, 'UTC')).toBeUndefined()
})

test('a span is told in the language of its reader, by the clock of the zone', () => {
  const span = { start: Date.parse('2026-11-24T01:00Z'), end: Date.parse('2026-11-24T03:00Z') }
  const zone = 'Asia/Shanghai'
  expect(spanText(span, { zone, locale: 'zh-CN' })).toMatch(/11月24日.*09:00.*11:00/)
  expect(spanText(span, { zone, locale: 'en' })).toMatch(/24 Nov.*09:00.*11:00/)
})

const day = { start: '2026-11-24T09:00', end: '2026-11-24T11:00' }
const step = { stepMinutes: 30, isInUse: false }

test.each([
  ['ArrowDown', false, '2026-11-24T09:30', '2026-11-24T11:30'],
  ['ArrowUp', false, '2026-11-24T08:30', '2026-11-24T10:30'],
  ['ArrowRight', false, '2026-11-25T09:00', '2026-11-25T11:00'],
  ['ArrowLeft', false, '2026-11-23T09:00', '2026-11-23T11:00'],
  ['ArrowDown', true, '2026-11-24T09:00', '2026-11-24T11:30'],
  ['ArrowUp', true, '2026-11-24T09:00', '2026-11-24T10:30'],
])('%s with Shift %s moves a booking to %s–%s', (key, shiftKey, start, end) => {
  expect(movedByKey(day, { key, shiftKey }, step)).toEqual({ start, end })
})

test('the end never comes to the start, a use that began keeps its start, and other keys move nothing', () => {
  const short = { start: '2026-11-24T09:00', end: '2026-11-24T09:30' }
  expect(movedByKey(short, { key: 'ArrowUp', shiftKey: true }, step)).toEqual(short)
  const inUse = { ...step, isInUse: true }
  expect(movedByKey(day, { key: 'ArrowDown', shiftKey: false }, inUse)).toEqual({
    start: day.start,
    end: '2026-11-24T11:30',
  })
  expect(movedByKey(day, { key: 'a', shiftKey: false }, step)).toBeUndefined()
})

test('a drag moves both edges, a stretch the end alone', () => {
  const delta = { days: 1, seconds: 1800 }
  expect(movedByHand(day, { ofStart: delta, ofEnd: delta })).toEqual({
    start: '2026-11-25T09:30',
    end: '2026-11-25T11:30',
  })
  expect(movedByHand(day, { ofEnd: { days: 0, seconds: -1800 } })).toEqual({
    start: day.start,
    end: '2026-11-24T10:30',
  })
})
