import { dayAt, isLater, lastDayBefore, Temporal } from '../../core/time.ts'
import { lastWorkingDay, workingDayBefore, type WorkingCalendar } from '../../core/working-days.ts'
import type { Turn } from '../requests/model/events.ts'
import { entitlementsOf } from '../requests/rules/projections.ts'
import {
  isApproved,
  isPutOff,
  type Item,
  outstandingLoan,
  type Request,
  stateOf,
} from '../requests/rules/state.ts'

/** What the clock knows of a request. */
export type Facts = {
  request: Request
  turn: Turn | null
  turnSince: Temporal.Instant
  dueAt: Temporal.Instant | null
  appealDays: number
  /** When reports on the use of items are due that nobody gave yet. */
  reportsDue: readonly { itemId: string; dueAt: Temporal.Instant }[]
  calendar: WorkingCalendar
}

/** What it may do: reminders and notices, and the commands of its own. */
export const deedKinds = [
  'turn',
  'expiring',
  'put_off',
  'access_ending',
  'loan',
  'report',
  'escalation',
  'expiry',
  'closure',
  'access_end',
  'release',
] as const
export type DeedKind = (typeof deedKinds)[number]

/**
 * Moments for one thing to do, in order. Only the last that has come is done: whoever was not reminded in time is
 * reminded once.
 */
export type Series = {
  kind: DeedKind
  /** What it is about: another turn, another end is another series. */
  about: string
  steps: readonly { name: string; at: Temporal.Instant }[]
  itemId?: string
  /** What a reminder is of. */
  end?: Temporal.Instant
  /** From then on nothing of it is done any more. */
  over?: Temporal.Instant
}
export type Deed = Omit<Series, 'steps'> & { step: string }

const draftDays = 90
const silentDays = 60
const warningDays = 7
const quietDays = 30
const lateWeeks = [1, 2, 3, 4]
const escalations = [
  ['1', 5],
  ['2', 15],
] as const

/** The last steps that have come, and when the next comes. */
export function deedsOf(
  series: readonly Series[],
  now: Temporal.Instant,
): { deeds: Deed[]; next: Temporal.Instant | null } {
  const open = series.filter(({ over }) => over === undefined || isLater(over, now))
  const deeds = open.flatMap(({ steps, ...one }) => {
    const last = steps.findLast(({ at }) => !isLater(at, now))
    return last ? [{ ...one, step: last.name }] : []
  })
  const ahead = open
    .flatMap(({ steps }) => steps.map(({ at }) => at))
    .filter((at) => isLater(at, now))
  return {
    deeds,
    next: ahead.toSorted((one, other) => Temporal.Instant.compare(one, other))[0] ?? null,
  }
}

/** Everything that time may bring for a request as it is now. */
export function seriesOf(facts: Facts): Series[] {
  return [
    ...remindersOfTurn(facts),
    ...escalationsOf(facts),
    ...expiryOf(facts),
    ...closureOf(facts),
    ...releaseOf(facts),
    ...reportsOf(facts),
    ...facts.request.items.flatMap((item) => [
      ...putOffOf(facts, item),
      ...accessOf(facts, item),
      ...loanOf(facts, item),
    ]),
  ]
}

const moment = (text: string) => Temporal.Instant.from(text)
const keyOf = (at: Temporal.Instant) => String(at.epochMilliseconds)

/** In the morning of a day: when people read what they are told. */
const morning = (day: Temporal.PlainDate, zone: string) =>
  day.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).toInstant()

/** The day that something lasts until, where it ends with the day. */
const lastDay = (end: Temporal.Instant, zone: string) =>
  Temporal.PlainDate.from(lastDayBefore(end, zone))

const daysAfter = (at: Temporal.Instant, days: number, zone: string) =>
  morning(Temporal.PlainDate.from(dayAt(at, zone)).add({ days }), zone)

/** Before, on and after the last day; what lies before a start is left out. */
function aroundDay(
  end: Temporal.Instant,
  { zone, before, from }: { zone: string; before: Temporal.PlainDate; from?: Temporal.Instant },
) {
  const day = lastDay(end, zone)
  return [
    { name: 'before', at: morning(before, zone) },
    { name: 'due', at: morning(day, zone) },
    ...lateWeeks.map((weeks) => ({
      name: `late_${weeks}`,
      at: morning(day.add({ weeks }), zone),
    })),
  ].filter(({ at }) => from === undefined || isLater(at, from))
}

function remindersOfTurn({ request, turn, turnSince, dueAt, calendar }: Facts): Series[] {
  if (turn === null || dueAt === null || stateOf(request) === 'draft') return []
  const { zone, entered } = calendar
  const before = workingDayBefore(lastDay(dueAt, zone).toString(), 2, entered)
  return [
    {
      kind: 'turn',
      about: `${turn} ${keyOf(turnSince)}`,
      end: dueAt,
      steps: aroundDay(dueAt, { zone, before, from: turnSince }),
    },
  ]
}

function escalationsOf({ request, turn, turnSince, dueAt, calendar }: Facts): Series[] {
  const waits = turn === 'steward' || turn === 'reviewer'
  if (!waits || dueAt === null || stateOf(request) !== 'submitted') return []
  const { zone, entered } = calendar
  const day = lastDay(dueAt, zone).toString()
  return [
    {
      kind: 'escalation',
      about: `${turn} ${keyOf(turnSince)}`,
      end: dueAt,
      steps: escalations.map(([name, days]) => ({
        name,
        at: morning(lastWorkingDay(day, days, entered), zone),
      })),
    },
  ]
}

/** Drafts, what was returned, and terms that nobody accepts: as long as nothing was handed out. */
function expiryOf({ request, turn, turnSince, calendar: { zone } }: Facts): Series[] {
  const state = stateOf(request)
  const isSilent = state === 'returned' || (state === 'decided' && turn === 'requester')
  const isUntouched =
    request.items.every(({ shipped, orderId }) => shipped === 0 && orderId === null) &&
    entitlementsOf(request).length === 0
  if ((state !== 'draft' && !isSilent) || !isUntouched) return []
  const days = state === 'draft' ? draftDays : silentDays
  const end = daysAfter(turnSince, days, zone)
  const about = keyOf(turnSince)
  return [
    {
      kind: 'expiring',
      about,
      end,
      over: end,
      steps: [{ name: 'before', at: daysAfter(turnSince, days - warningDays, zone) }],
    },
    { kind: 'expiry', about, steps: [{ name: 'end', at: end }] },
  ]
}

/** What waits for nobody any more, once the time for appeals is over. */
function closureOf({ request, turn, turnSince, appealDays, calendar: { zone } }: Facts): Series[] {
  const state = stateOf(request)
  const isOpen =
    request.items.some((item) => isPutOff(item) || outstandingLoan(item) > 0) ||
    request.shipments.some((shipment) => shipment.state === 'under_way')
  if (turn !== null || isOpen || (state !== 'fulfilled' && state !== 'decided')) return []
  const at = daysAfter(turnSince, Math.max(quietDays, appealDays + 1), zone)
  return [{ kind: 'closure', about: keyOf(turnSince), steps: [{ name: 'end', at }] }]
}

function releaseOf({ request: { claim, ...request } }: Facts): Series[] {
  if (claim === null || stateOf({ claim, ...request }) !== 'submitted') return []
  return [
    { kind: 'release', about: claim.until, steps: [{ name: 'end', at: moment(claim.until) }] },
  ]
}

/** Reports of one day are one reminder. */
function reportsOf({ reportsDue, calendar: { zone } }: Facts): Series[] {
  return [...Map.groupBy(reportsDue, ({ dueAt }) => keyOf(dueAt))].flatMap(([about, [first]]) =>
    first
      ? {
          kind: 'report',
          about,
          end: first.dueAt,
          steps: aroundDay(first.dueAt, {
            zone,
            before: lastDay(first.dueAt, zone).subtract({ days: 30 }),
          }),
        }
      : [],
  )
}

/** Who decides is reminded of what they put off until a day. */
function putOffOf({ calendar: { zone } }: Facts, item: Item): Series[] {
  const until = item.decision?.until
  if (!isPutOff(item) || !until) return []
  const at = morning(lastDay(moment(until), zone), zone)
  return [
    {
      kind: 'put_off',
      about: `${item.id} ${until}`,
      itemId: item.id,
      end: moment(until),
      steps: [{ name: 'due', at }],
    },
  ]
}

const statesWithAccess = ['submitted', 'fulfilling', 'fulfilled', 'closed']

/** Notices before access ends, where it lasts longer than that, and its end. */
function accessOf({ request, calendar: { zone } }: Facts, item: Item): Series[] {
  const period = item.periods.at(-1)
  const isEntitled = entitlementsOf(request).some(({ itemId }) => itemId === item.id)
  if (!period?.until || !isEntitled || !isApproved(item)) return []
  if (!statesWithAccess.includes(stateOf(request))) return []
  const end = moment(period.until)
  const of = { about: `${item.id} ${period.until}`, itemId: item.id }
  const day = lastDay(end, zone)
  const steps = [30, 7]
    .map((days) => ({ name: `days_${days}`, at: morning(day.subtract({ days }), zone) }))
    .filter(({ at }) => isLater(at, moment(period.from)))
  return [
    { kind: 'access_ending', ...of, end, over: end, steps },
    { kind: 'access_end', ...of, steps: [{ name: 'end', at: end }] },
  ]
}

/** What was lent until a day, while some of it is out. */
function loanOf({ calendar: { zone } }: Facts, item: Item): Series[] {
  const until = item.decision?.until
  if (!until || outstandingLoan(item) === 0) return []
  const end = moment(until)
  const before = lastDay(end, zone).subtract({ days: warningDays })
  return [
    {
      kind: 'loan',
      about: `${item.id} ${until}`,
      itemId: item.id,
      end,
      steps: aroundDay(end, { zone, before }),
    },
  ]
}
