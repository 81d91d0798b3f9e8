import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { policies as seeded } from '../../seed/use-plan.ts'
import { NewRules, type Policy } from '../../src/bookings/policies/model.ts'
import { presets } from '../../src/bookings/policies/rules/presets.ts'
import { flawsOf, slotsLeft } from '../../src/bookings/policies/rules/usable.ts'
import { objectionsToBooking } from '../../src/bookings/verdict/rules/objections.ts'
import { minuteMs, periodOf } from '../../src/core/periods.ts'
import { Temporal } from '../../src/core/time.ts'
import { anyPolicy, timePolicy } from './policies.ts'

/** A Monday long after every closed day of the generated policies, in a zone without summer time. */
const monday = Temporal.Instant.from('2031-06-01T16:00Z').epochMilliseconds
const zone = 'Asia/Shanghai'

/** What the rules object to of a booking made as late as they allow, by somebody who meets every condition. */
function objections(policy: Policy, { start, minutes }: { start: number; minutes: number }) {
  const startMs = monday + start * minuteMs
  return objectionsToBooking(periodOf(startMs, startMs + minutes * minuteMs), {
    now: Temporal.Instant.fromEpochMilliseconds(startMs - (policy.leadMinutes ?? 0) * minuteMs),
    instrument: { isPublished: true, isOutOfUse: false, isClosed: false, zone },
    policy,
    audience: (policy.ownLabs ?? []).length > 0 ? 'own_lab' : 'institution',
    hasProject: true,
    qualifications: (policy.qualifications ?? []).map((kind) => ({ kind, expiresAt: null })),
    mine: [],
    ofLab: [],
    taken: [],
  }).map(({ code }) => code)
}

test('whatever rules are accepted, somebody can book under them', () => {
  let accepted = 0
  assert(
    property(
      tuple(anyPolicy, timePolicy).map(([any, times]) => ({ ...any, ...times })),
      (policy) => {
        if (!NewRules.safeParse(policy).success) return
        accepted += 1
        const [slot] = slotsLeft(policy).slots
        expect(slot && objections(policy, slot)).toEqual([])
      },
    ),
    { numRuns: 2000 },
  )
  expect(accepted).toBeGreaterThan(500)
})

const anySlots = array(
  tuple(integer({ min: 0, max: 7 * 24 * 4 - 1 }), integer({ min: 1, max: 60 })).map(
    ([start, length]) => ({ start: start * 15, minutes: length * 15 }),
  ),
  { minLength: 40, maxLength: 40 },
)

test('whatever rules are refused, nobody can book under them, or nobody can change what is booked', () => {
  let refused = 0
  assert(
    property(anyPolicy, anySlots, (policy, slots) => {
      const flaws = flawsOf(policy).filter(({ path }) => path[0] !== 'editDeadlineMinutes')
      if (flaws.length === 0) return
      refused += 1
      for (const slot of slots) expect(objections(policy, slot)).not.toEqual([])
    }),
    { numRuns: 1000 },
  )
  expect(refused).toBeGreaterThan(100)
})

const daily = { days: [1, 2, 3, 4, 5, 6, 7] }
const overnight = [
  { ...daily, from: '20:00', to: '24:00' },
  { ...daily, from: '00:00', to: '08:00' },
]
const perDay = { of: 'person', measure: 'minutes', per: 'day' } as const

test.each<[string, Policy, string[]]>([
  ['longest below shortest', { minMinutes: 600, maxMinutes: 120 }, ['maxMinutes']],
  ['no length at all', { maxMinutes: 0 }, ['maxMinutes']],
  ['no step between', { granularityMinutes: 60, minMinutes: 70, maxMinutes: 110 }, ['maxMinutes']],
  ['no hours', { hours: [] }, ['hours']],
  [
    'hours too short',
    { minMinutes: 240, hours: [{ ...daily, from: '09:00', to: '12:00' }] },
    ['hours'],
  ],
  [
    'hours beside the steps',
    { granularityMinutes: 60, hours: [{ ...daily, from: '08:30', to: '09:30' }] },
    ['hours'],
  ],
  ['a night over midnight', { minMinutes: 720, hours: overnight }, []],
  [
    'each day’s part of a night',
    { minMinutes: 720, hours: overnight, quotas: [{ ...perDay, max: 480 }] },
    [],
  ],
  [
    'too little a day',
    { minMinutes: 720, hours: overnight, quotas: [{ ...perDay, max: 420 }] },
    ['quotas.0.max'],
  ],
  [
    'two quotas, one of them too small',
    {
      minMinutes: 60,
      quotas: [
        { ...perDay, max: 60 },
        { ...perDay, per: 'month', max: 30 },
      ],
    },
    ['quotas.1.max'],
  ],
  [
    'nothing a week',
    { quotas: [{ ...perDay, measure: 'count', per: 'week', max: 0 }] },
    ['quotas.0.max'],
  ],
  [
    'nothing at peak alone',
    {
      peak: { windows: [{ ...daily, from: '09:00', to: '17:00' }] },
      quotas: [{ ...perDay, max: 0, peakOnly: true }],
    },
    [],
  ],
  [
    'always at peak',
    {
      minMinutes: 60,
      hours: [{ ...daily, from: '09:00', to: '17:00' }],
      peak: { windows: [{ ...daily, from: '08:00', to: '18:00' }], maxMinutes: 30 },
    },
    ['peak.maxMinutes'],
  ],
  ['too little to come', { minMinutes: 60, maxFutureMinutes: 30 }, ['maxFutureMinutes']],
  ['none to come', { maxFutureCount: 0 }, ['maxFutureCount']],
  ['ahead at least as far as at most', { leadMinutes: 10_080, horizonDays: 7 }, ['leadMinutes']],
  [
    'no change ever',
    { editDeadlineMinutes: 20_000, horizonDays: 7, maxMinutes: 0 },
    ['editDeadlineMinutes', 'maxMinutes'],
  ],
  ['for labs that nobody named', { audience: 'own_lab' }, ['audience']],
])('%s', (_, policy, paths) => {
  expect(flawsOf(policy).map(({ path }) => path.join('.'))).toEqual(paths)
})

test('presets and the rules of the demo leave something to book', () => {
  for (const policy of [...Object.values(presets), ...Object.values(seeded)])
    expect(NewRules.parse(policy)).toEqual(policy)
})

test('the largest policy is judged in bounded time', () => {
  const quotas = Array.from({ length: 20 }, (_, at) => ({ ...perDay, max: at < 10 ? 1440 : 1439 }))
  const begun = performance.now()
  expect(flawsOf({ minMinutes: 92 * 1440 - 1, quotas })).toHaveLength(10)
  expect(performance.now() - begun).toBeLessThan(2000)
})

test('a step that leads backwards is refused, and nobody waits for the end of its week', () => {
  for (const granularityMinutes of [-Number.MAX_SAFE_INTEGER, -1, 0, Number.NaN])
    expect(NewRules.safeParse({ granularityMinutes, maxMinutes: 60 }).success).toBe(false)
})
