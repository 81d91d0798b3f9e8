import ICAL from 'ical.js'
import { sync as nodeIcal } from 'node-ical'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Temporal } from '../../src/core/time.ts'
import { type IcsEvent, icsOf } from '../../src/notices/calendars/rules/ics.ts'

const event: IcsEvent = {
  id: '0198f0c4-0000-7000-8000-000000000001',
  sequence: 2,
  start: Temporal.Instant.from('2026-03-02T08:00Z'),
  end: Temporal.Instant.from('2026-03-02T09:30Z'),
  changedAt: Temporal.Instant.from('2026-03-01T00:00:05Z'),
  status: 'CONFIRMED',
  summary: '激光共聚焦显微镜',
}

const hard = [
  'one, two; three',
  'a "quoted" word, and \'another\'',
  'back\\slash',
  'line one\nline two\n\nline four',
  '河西走廊祁连山北麓高寒草甸土壤样品的激光共聚焦显微成像与荧光定量分析，第一批；共三十六个样品',
  `${'冰'.repeat(100)}𠀀${'川'.repeat(100)}`,
  'é'.repeat(200),
  'BEGIN:VEVENT\nSUMMARY:not an event',
  ' begins and ends with a space ',
]

const Words = z.object({ summary: z.string(), description: z.string() })

const readings: readonly [string, (text: string) => { summary: string; description: string }][] = [
  [
    'ical.js',
    (text) => {
      const found = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
      const [only] = found.map((component) => new ICAL.Event(component))
      return { summary: only?.summary ?? '', description: only?.description ?? '' }
    },
  ],
  [
    'node-ical',
    (text) => {
      const [only] = Object.values(nodeIcal.parseICS(text)).filter((one) => one?.type === 'VEVENT')
      return Words.parse(only)
    },
  ],
]

describe.each(readings)('%s reads', (_, read) => {
  test.each(hard)('%j as it was written', (text) => {
    const ics = icsOf({ lang: 'zh', events: [{ ...event, summary: text, description: text }] })
    expect(read(ics)).toEqual({ summary: text, description: text })
  })
})

test('a backslash before an n is no line break', () => {
  // node-ical 0.27 takes it for one: it undoes `\\\\` after `\\n`.
  const text = 'C:\\new'
  const ics = icsOf({ lang: 'zh', events: [{ ...event, summary: text }] })
  expect(ics).toContain('SUMMARY:C:\\\\new')
  expect(readings[0]?.[1](ics).summary).toBe(text)
})

test.each(hard)(
  'no line of a calendar is longer than 75 octets, and none breaks a character: %j',
  (text) => {
    const ics = icsOf({
      lang: 'en',
      events: [{ ...event, summary: text, description: text, location: text }],
      name: text,
    })
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of ics.split('\r\n')) {
      const bytes = new TextEncoder().encode(line)
      expect(bytes.length).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
    }
  },
)

test('control characters have no place in a calendar', () => {
  const ics = icsOf({ lang: 'zh', events: [{ ...event, summary: 'a\u0000b\u0007c\r\nd' }] })
  expect(ics).toContain('SUMMARY:abc\\nd\r\n')
})

test('an event carries its identity, its sequence and times in UTC, whatever the zone of the machine', () => {
  const ics = icsOf({ lang: 'zh', events: [event], name: '我的预约, 全部' })
  const lines = ics.split('\r\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'VERSION:2.0',
      'PRODID:-//Hexi//Bookings//ZH',
      'X-WR-CALNAME:我的预约\\, 全部',
      'UID:0198f0c4-0000-7000-8000-000000000001@hexi',
      'SEQUENCE:2',
      'DTSTAMP:20260301T000005Z',
      'DTSTART:20260302T080000Z',
      'DTEND:20260302T093000Z',
      'STATUS:CONFIRMED',
    ]),
  )
  expect(lines.some((line) => line.startsWith('METHOD'))).toBe(false)
  expect(icsOf({ lang: 'zh', events: [event], name: '我的预约, 全部' })).toBe(ics)
})

test('an empty calendar is a calendar', () => {
  const ics = icsOf({ lang: 'en', events: [], name: 'Lab' })
  expect(new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent')).toEqual([])
  expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/)
})

test('an invitation names who sends it and to whom, with the quotes of their name', () => {
  const ics = icsOf({
    lang: 'en',
    events: [event],
    invitation: {
      method: 'CANCEL',
      organizer: { name: 'Hexi', email: 'no-reply@hexi.test' },
      attendee: { name: 'Ada "A", of Lanzhou', email: 'ada@lab.example' },
    },
  })
  const calendar = new ICAL.Component(ICAL.parse(ics))
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  const attendee = calendar.getFirstSubcomponent('vevent')?.getFirstProperty('attendee')
  expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:ada@lab.example')
  expect(attendee?.getParameter('cn')).toBe('Ada "A", of Lanzhou')
})
