import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  subarray,
  uniqueArray,
} from 'fast-check'
import {
  audiences,
  type Policy,
  qualificationKinds,
  quotaPeriods,
} from '../../src/bookings/policies/model.ts'

/** Policies of every shape: each rule there or not, with limits that bookings of some hours really meet. */

/** One in `of`: with a dozen rules, seldom enough that a good part of what is wished is accepted. */
const sometimes = <T>(arbitrary: Arbitrary<T>, of = 4): Arbitrary<T | undefined> =>
  oneof({ arbitrary: constant(undefined), weight: of - 1 }, { arbitrary, weight: 1 })
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

const weekly = record({
  days: uniqueArray(integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  from: integer({ min: 0, max: 11 }).map(clock),
  to: integer({ min: 12, max: 24 }).map(clock),
})
const weeklies = array(weekly, { minLength: 1, maxLength: 3 })

const quota = record(
  {
    of: constantFrom('person' as const, 'lab' as const),
    measure: constantFrom('minutes' as const, 'count' as const),
    max: integer({ min: 0, max: 400 }),
    per: constantFrom(...quotaPeriods),
    peakOnly: boolean(),
  },
  { requiredKeys: ['of', 'measure', 'max', 'per'] },
).map((one) => (one.measure === 'count' ? { ...one, max: one.max % 4 } : one))

const fields = {
  timezone: constantFrom('Asia/Shanghai', 'Europe/Berlin', 'UTC'),
  hours: weeklies,
  closedDays: array(
    integer({ min: 1, max: 20 }).map((day) => ({
      from: `2026-03-${String(day).padStart(2, '0')}`,
    })),
    { minLength: 1, maxLength: 2 },
  ),
  granularityMinutes: constantFrom(1, 15, 30, 60),
  minMinutes: integer({ min: 0, max: 120 }),
  maxMinutes: integer({ min: 60, max: 900 }),
  leadMinutes: integer({ min: 0, max: 3000 }),
  horizonDays: integer({ min: 1, max: 20 }),
  bufferBeforeMinutes: integer({ min: 0, max: 60 }),
  bufferAfterMinutes: integer({ min: 0, max: 60 }),
  gapMinutes: integer({ min: 0, max: 600 }),
  quotas: array(quota, { minLength: 1, maxLength: 2 }),
  maxFutureCount: integer({ min: 0, max: 4 }),
  maxFutureMinutes: integer({ min: 0, max: 900 }),
  peak: record({ windows: weeklies, maxMinutes: integer({ min: 0, max: 300 }) }),
  approval: record({ always: boolean() }),
  qualifications: subarray([...qualificationKinds], { minLength: 1 }),
  needsProject: boolean(),
  audience: constantFrom(...audiences),
}

/** As JSON carries it: what is not there is not there. */
export const anyPolicy: Arbitrary<Policy> = record({
  timezone: sometimes(fields.timezone),
  hours: sometimes(fields.hours),
  closedDays: sometimes(fields.closedDays),
  granularityMinutes: sometimes(fields.granularityMinutes),
  minMinutes: sometimes(fields.minMinutes),
  maxMinutes: sometimes(fields.maxMinutes),
  leadMinutes: sometimes(fields.leadMinutes),
  horizonDays: sometimes(fields.horizonDays),
  bufferBeforeMinutes: sometimes(fields.bufferBeforeMinutes),
  bufferAfterMinutes: sometimes(fields.bufferAfterMinutes),
  gapMinutes: sometimes(fields.gapMinutes),
  quotas: sometimes(fields.quotas),
  maxFutureCount: sometimes(fields.maxFutureCount),
  maxFutureMinutes: sometimes(fields.maxFutureMinutes),
  peak: sometimes(fields.peak),
  approval: sometimes(fields.approval),
  qualifications: sometimes(fields.qualifications, 6),
  needsProject: sometimes(fields.needsProject),
  audience: sometimes(fields.audience),
}).map((rules): Policy => JSON.parse(JSON.stringify(rules)))

/** Of the rules only those that say when. */
export const timePolicy: Arbitrary<Policy> = record({
  timezone: sometimes(fields.timezone, 2),
  hours: sometimes(fields.hours, 2),
  closedDays: sometimes(fields.closedDays, 2),
  granularityMinutes: sometimes(constantFrom(1, 15, 30, 60, 90, 50), 2),
  minMinutes: sometimes(fields.minMinutes),
  maxMinutes: sometimes(fields.maxMinutes),
  leadMinutes: sometimes(fields.leadMinutes),
  horizonDays: sometimes(fields.horizonDays),
  bufferBeforeMinutes: sometimes(fields.bufferBeforeMinutes),
  bufferAfterMinutes: sometimes(fields.bufferAfterMinutes),
}).map((rules): Policy => JSON.parse(JSON.stringify(rules)))
