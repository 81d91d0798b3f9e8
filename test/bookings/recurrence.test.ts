import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { datesOf, movedAlike, objectionToRule } from '../../src/bookings/series/rules/recurrence.ts'
import { Temporal } from '../../src/core/time.ts'

const file = new URL(
  '../../../shared/data/instruments/recurrence/icalrecur_test.txt',
  import.meta.url,
)
const isThere = existsSync(file)
if (!isThere) console.warn(`SKIPPED: recurrence vectors, for ${file.pathname} is not there`)

type Vector = { name: string; rule: string; start: string; instances: string[] }

/** Blocks of `RRULE:`, `DTSTART:` and `INSTANCES:`, which may go on over lines. */
function vectorsIn(text: string): Vector[] {
  return text.split(/\n\s*\n/).flatMap((block) => {
    const field = (name: string) => block.match(new RegExp(`^${name}:(.+)$`, 'm'))?.[1]?.trim()
    const rule = field('RRULE')
    const start = field('DTSTART')
    const instances = field('INSTANCES')
    // One vector says of itself that nobody has implemented it: it names no instances.
    return rule && start && /^[\d,TZ]+$/.test(instances ?? '')
      ? [{ name: `${rule} from ${start}`, rule, start, instances: (instances ?? '').split(',') }]
      : []
  })
}

/** Bookings have a time of day: a date alone is its midnight. */
const instantOf = (text: string) => {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(text) ?? []
  return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

const vectors = isThere ? vectorsIn(readFileSync(file, 'utf8')) : []
const expansionOf = ({ rule, start, instances }: Vector) => {
  const from = instantOf(start)
  const period = { start: from, end: from.add({ minutes: 60 }) }
  return datesOf({ rule, period, zone: 'UTC' }, instances.length).dates.map((date) =>
    date.start.toString(),
  )
}
const wanted = ({ instances }: Vector) => instances.map((text) => instantOf(text).toString())
const isOf = (frequency: string) => (vector: Vector) => vector.rule.includes(`FREQ=${frequency}`)

describe.skipIf(!isThere)('the vectors of RFC 5545', () => {
  const common = vectors.filter((one) => ['DAILY', 'WEEKLY', 'MONTHLY'].some((of) => isOf(of)(one)))
  const dayTimes = /BY(?:HOUR|MINUTE|SECOND)/

  test.each(common.filter(({ rule }) => !dayTimes.test(rule)))('$name', (vector) => {
    expect(objectionToRule(vector.rule)).toBeUndefined()
    expect(expansionOf(vector)).toEqual(wanted(vector))
  })

  test('several times a day is no rule for bookings', () => {
    const several = common.filter(({ rule }) => dayTimes.test(rule))
    expect(several.length).toBeGreaterThan(0)
    for (const { rule } of several) expect(objectionToRule(rule)).toBeDefined()
  })

  /**
   * RFC 5545 leaves the yearly corners to its readers; bookings are hardly made so. The library reads its table of
   * §3.3.10 to the letter, the vectors keep what libical has always done.
   */
  const reasons = {
    // A day of the month without BYMONTH: of every month by the table, of the start's month in the vectors.
    everyMonth: ['BYMONTHDAY=29;COUNT=3', 'BYMONTHDAY=-29,-1;COUNT=4'],
    // Week 53 or week 1 that reaches into the neighbouring year: counted to the calendar year of the day by the
    // library, to the year that the week belongs to (ISO 8601) by the vectors.
    weekOfNeighbour: [
      'BYWEEKNO=53;COUNT=1',
      'BYWEEKNO=53;BYDAY=TU,SA;UNTIL=20170101T000000Z',
      'BYWEEKNO=-1,-2;COUNT=5',
      'BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=6;UNTIL=20170101T000000Z',
      'BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=5;UNTIL=20170101T000000Z',
      'BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=7;UNTIL=20170101T000000Z',
      'BYWEEKNO=1;BYDAY=MO,TU;INTERVAL=3;UNTIL=20320101',
    ],
    // BYDAY beside BYYEARDAY limits it by the table; the library leaves it out.
    negativeDays: ['UNTIL=20100326T000000Z;BYDAY=FR;BYYEARDAY=-275,-276,-277,-278,-279,-280,-281'],
  }

  test('of the yearly ones, those that differ differ for a reason', () => {
    const differing = vectors
      .filter(isOf('YEARLY'))
      .filter((vector) => expansionOf(vector).join() !== wanted(vector).join())
      .map(({ rule }) => rule.replace('FREQ=YEARLY;', ''))
    expect(differing.toSorted()).toEqual(Object.values(reasons).flat().toSorted())
    // Where the library errs or the standard is open to two readings of a date, a booking is refused instead.
    for (const rule of [...reasons.weekOfNeighbour, ...reasons.negativeDays])
      expect(objectionToRule(`FREQ=YEARLY;${rule}`)).toBeDefined()
  })

  test('there are as many as were counted', () => {
    expect(common.filter(({ rule }) => !dayTimes.test(rule)).length).toBeGreaterThanOrEqual(52)
  })
})

const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).toInstant()
const locally = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString()

const dates = (rule: string, local: string) =>
  datesOf({
    rule,
    zone: 'Europe/Berlin',
    period: { start: at(local), end: at(local).add({ minutes: 90 }) },
  }).dates

describe('in a zone with daylight saving', () => {
  test('a weekly booking stays at its hour, through spring and through autumn', () => {
    expect(
      dates('FREQ=WEEKLY;COUNT=3', '2026-03-22T09:00').map(({ start }) => locally(start)),
    ).toEqual(['2026-03-22T09:00:00', '2026-03-29T09:00:00', '2026-04-05T09:00:00'])
    expect(
      dates('FREQ=WEEKLY;COUNT=3', '2026-10-18T09:00').map(({ start }) => start.toString()),
    ).toEqual(['2026-10-18T07:00:00Z', '2026-10-25T08:00:00Z', '2026-11-01T08:00:00Z'])
  })

  test('a time that does not exist is left out', () => {
    expect(
      dates('FREQ=DAILY;UNTIL=20260330T220000Z', '2026-03-28T02:30').map(({ start }) =>
        locally(start),
      ),
    ).toEqual(['2026-03-28T02:30:00', '2026-03-30T02:30:00'])
  })

  test('of a time that comes twice, the first is meant', () => {
    const [, second] = dates('FREQ=DAILY;COUNT=3', '2026-10-24T02:30')
    expect(second?.start.toString()).toBe('2026-10-25T00:30:00Z')
  })
})

test('a rule without an end is cut, and says so', () => {
  const period = { start: instantOf('20260302T010000Z'), end: instantOf('20260302T020000Z') }
  expect(datesOf({ rule: 'FREQ=DAILY', period, zone: 'Asia/Shanghai' }, 5)).toMatchObject({
    dates: { length: 5 },
    isCut: true,
  })
})

test('what is no rule for bookings is said in words', () => {
  for (const rule of [
    '',
    'every Tuesday',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY\nDTSTART:20200101',
  ])
    expect(objectionToRule(rule)?.zh).toMatch(/重复/)
  expect(objectionToRule('RRULE:freq=weekly;byday=mo;')).toBeUndefined()
})

const period = (start: string, end: string) => ({ start: instantOf(start), end: instantOf(end) })

test('the dates of a series move alike on the local clock, whatever daylight saving does', () => {
  const moved = movedAlike(period('20260323T080000Z', '20260323T090000Z'), {
    zone: 'Europe/Berlin',
    from: period('20260316T080000Z', '20260316T090000Z'),
    // From Monday at 9 to the Sunday after at 10, half an hour longer.
    to: period('20260322T090000Z', '20260322T103000Z'),
  })
  expect(moved.start.toString()).toBe('2026-03-29T08:00:00Z')
  expect(moved.end.toString()).toBe('2026-03-29T09:30:00Z')
})

test('the host’s own zone changes nothing', () => {
  const program = `
    import { datesOf } from './src/bookings/series/rules/recurrence.ts'
    import { openPeriods } from './src/bookings/verdict/rules/hours.ts'
    import { Temporal } from './src/core/time.ts'
    const start = Temporal.Instant.from('2026-03-22T08:00Z')
    const period = { start, end: start.add({ minutes: 60 }) }
    const window = { start, end: start.add({ hours: 240 }) }
    const policy = { hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '01:00', to: '10:00' }] }
    console.log(JSON.stringify([
      datesOf({ rule: 'FREQ=WEEKLY;COUNT=4', period, zone: 'Europe/Berlin' }),
      openPeriods({ policy, zone: 'Europe/Berlin' }, window),
    ]))`
  const answers = ['America/New_York', 'Asia/Shanghai', 'UTC', 'Pacific/Chatham'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('2026-03-29T07:00:00Z')
})
