import type { Context } from '../../../core/context.ts'
import type { Temporal } from '../../../core/time.ts'
import { type Period, clipped } from '../../../core/periods.ts'
import { occupanciesDuring } from '../../calendar/queries/occupancy.ts'
import { findOpenings, listTimetables, type Timetables } from '../queries/openings.ts'
import { instrumentFacts } from '../../verdict/rules/facts.ts'
import { openPeriods } from '../../verdict/rules/hours.ts'
import { givenWindow, lengthGiven, slotsIn } from '../rules.ts'
import { candidatesOf, type Wanted } from './candidates.ts'
import { getBookable } from '../../policies/actions/bookable.ts'
import { refuseTooLong } from '../../calendar/actions/window.ts'

export type Opening = { instrumentId: string; period: Period }

/** Free slots of one instrument, one after the other; none where it is not given at all. */
export async function openingsOf(
  ctx: Context,
  instrumentId: string,
  { minutes, window, limit }: { minutes: number; window: Period; limit: number },
): Promise<Opening[]> {
  refuseTooLong(window)
  const row = await getBookable(ctx, instrumentId)
  const now = ctx.now()
  const { isPublished, isOutOfUse } = instrumentFacts(row, now)
  const length = lengthFor(minutes, row.policy)
  if (!isPublished || isOutOfUse || length === undefined) return []
  const rows = await occupanciesDuring(ctx.db, [row.id], { period: window, now })
  const taken = rows.map(({ takenFrom, takenTo }) => ({ start: takenFrom, end: takenTo }))
  const { policy, zone } = row
  return slotsIn({ policy, zone, taken, now, minutes: length, window }, limit).map((period) => ({
    instrumentId: row.id,
    period,
  }))
}

export type AnyOpenings = Wanted & { minutes: number; window: Period; limit: number }

/** The earliest free slots among all instruments that fit: two queries, however many there are. */
export async function openingsAmong(ctx: Context, asked: AnyOpenings): Promise<Opening[]> {
  const { minutes, window, limit } = asked
  refuseTooLong(window)
  const candidates = candidatesOf(asked)
  if (!candidates) return []
  const timetables = await listTimetables(ctx.db, ctx.actor, candidates)
  const now = ctx.now()
  const groups = timetables.flatMap((one) => groupOf(one, { minutes, window, now }))
  if (groups.length === 0) return []
  const rows = await findOpenings(ctx.db, { groups, window, now, limit })
  return rows.flatMap(({ instrumentId, group, freeFrom, freeTo }) => {
    const of = groups[group]
    // Where clocks change inside it, a slot that the query found is set right here.
    const free = { start: freeFrom, end: freeTo }
    const [period] = of ? slotsIn({ ...of, taken: [], now, window: free }, 1) : []
    return period ? [{ instrumentId, period }] : []
  })
}

/** As long as asked or the next longer that is given; undefined where nothing so long is. */
function lengthFor(minutes: number, policy: Timetables['policy']): number | undefined {
  const length = lengthGiven(policy, minutes)
  return length !== undefined && length >= minutes ? length : undefined
}

function groupOf(
  { zone, policy, ids }: Timetables,
  { minutes, window, now }: { minutes: number; window: Period; now: Temporal.Instant },
) {
  const given = clipped(window, givenWindow(policy, now))
  const length = lengthFor(minutes, policy)
  if (!given || length === undefined) return []
  return [
    {
      ids,
      zone,
      policy,
      minutes: length,
      open: openPeriods({ policy, zone }, given),
      before: policy.bufferBeforeMinutes ?? 0,
      after: policy.bufferAfterMinutes ?? 0,
      step: policy.granularityMinutes ?? 1,
    },
  ]
}
