import type { Period } from '../../core/periods.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { longestDays, objectionToSpan } from '../../core/spans.ts'
import type { Text } from '../../core/text.ts'
import { isLater, type Temporal } from '../../core/time.ts'
import type { Times } from './model.ts'
import { outageWords as words } from './words.ts'

const unknownHours = 24

/** Time that is over cannot be taken away: what begins earlier begins now. */
export function periodOfNew(now: Temporal.Instant, { start, end }: Times): Period {
  const from = start && isLater(start, now) ? start : now
  return checked(now, { start: from, end: end ?? from.add({ hours: unknownHours }) })
}

/** What has begun keeps its start. */
export function periodOfChanged(
  now: Temporal.Instant,
  before: Period,
  { start, end }: Times,
): Period {
  const isRunning = !isLater(before.start, now)
  if (isRunning && start && !start.equals(before.start))
    throw new Problem('conflict', words.startFixed)
  const from = isRunning || !start ? before.start : isLater(start, now) ? start : now
  return checked(now, { start: from, end: end ?? before.end })
}

function checked(now: Temporal.Instant, period: Period): Period {
  const { end } = period
  const wrong = objectionToSpan(period, longestDays.outage)
  if (wrong) throw wrongEnd(wrong)
  if (!isLater(end, now)) throw wrongEnd(words.endPast)
  return period
}

const wrongEnd = (detail: Text) => invalidField('end', detail)
