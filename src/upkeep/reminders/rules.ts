import type { Text } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { dayInWords } from '../../core/wall-clock.ts'
import type { PlanState } from '../plans/model.ts'
import { reminderWords as words } from './words.ts'

type Due = {
  dueAt: Temporal.Instant | null
  usedHours: number
  isUsedUp: boolean
  state: PlanState
  zone: string
}

/** `已于 3月1日到期`: what a letter says of a plan. */
export function dueInWords(
  { dueAt, usedHours, isUsedUp, state, zone }: Due,
  now: Temporal.Instant,
): Text {
  if (isUsedUp) return words.overByHours(Math.floor(usedHours))
  const day = dayInWords(dueAt ?? now, zone)
  return state === 'overdue' ? words.overdueSince(day) : words.dueOn(day)
}
