import { isoOf, Temporal } from '../../core/time.ts'
import type { Text } from '../../core/text.ts'
import { type PlanKind, type PlanState, planStates } from './model.ts'
import { planWords as words } from './words.ts'
import { dayInWords } from '../../core/wall-clock.ts'

/** How long before its day, and at what part of its hours, a plan begins to be shown as due soon. */
const soonDays = 14
const soonPart = 0.9

export type PlanLike = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  zone: string
  kind: PlanKind
  name: string
  instructions: string | null
  everyDays: number | null
  everyUseHours: number | null
  countedFrom: Temporal.Instant
  dueAt: Temporal.Instant | null
  usedHours: number
  lastDoneAt: Temporal.Instant | null
}

type Due = Pick<PlanLike, 'dueAt' | 'usedHours' | 'everyUseHours'>

/** Whichever comes first: the day or the hours of use. */
export function planState(
  { dueAt, usedHours, everyUseHours }: Due,
  now: Temporal.Instant,
): PlanState {
  const part = everyUseHours === null ? 0 : usedHours / everyUseHours
  if (part >= 1 || (dueAt && Temporal.Instant.compare(dueAt, now) <= 0)) return 'overdue'
  const soon = now.add({ hours: soonDays * 24 })
  return part >= soonPart || (dueAt && Temporal.Instant.compare(dueAt, soon) <= 0) ? 'soon' : 'fine'
}

/** The day on which it is due next, counted from when it was done. */
export const dueAfter = (done: Temporal.Instant, everyDays: number | null) =>
  everyDays === null ? null : done.add({ hours: everyDays * 24 })

/** Overdue first, then by the day on which they are due. */
export function inOrderOfDue<Plan extends Due>(
  plans: readonly Plan[],
  now: Temporal.Instant,
): Plan[] {
  const placed = (plan: Plan) => planStates.indexOf(planState(plan, now))
  const day = ({ dueAt }: Plan) => dueAt?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER
  return plans.toSorted((one, other) => placed(one) - placed(other) || day(one) - day(other))
}

/** `已于 3月1日到期`: what a letter says of a plan. */
export function dueInWords(plan: PlanLike, now: Temporal.Instant): Text {
  const { dueAt, everyUseHours, usedHours, zone } = plan
  if (everyUseHours !== null && usedHours >= everyUseHours)
    return words.overByHours(Math.floor(usedHours))
  const day = dayInWords(dueAt ?? now, zone)
  return planState(plan, now) === 'overdue' ? words.overdueSince(day) : words.dueOn(day)
}

/** A plan as the API gives it. */
export const shownPlan = (row: PlanLike, now: Temporal.Instant) => ({
  id: row.id,
  instrument: { id: row.instrumentId, title: { zh: row.instrumentZh, en: row.instrumentEn } },
  kind: row.kind,
  name: row.name,
  instructions: row.instructions,
  everyDays: row.everyDays,
  everyUseHours: row.everyUseHours,
  countedFrom: isoOf(row.countedFrom),
  dueAt: row.dueAt && isoOf(row.dueAt),
  usedHours: Math.round(row.usedHours * 10) / 10,
  state: planState(row, now),
  lastDoneAt: row.lastDoneAt && isoOf(row.lastDoneAt),
})
