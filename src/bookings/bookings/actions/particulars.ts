import { recordChange } from '../../../audit/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { BookingChange } from '../model/booking.ts'
import type { Period } from '../../../core/periods.ts'
import { bookingWords as words } from '../words/booking.ts'
import { noteBookingEvent } from './events.ts'
import type { Held } from './hold-row.ts'
import { bookerOf } from './person.ts'
import type { BookingRow } from './read.ts'

type Particulars = {
  purpose: string
  labId: string | null
  project: string | null
  samples: number | null
  assisted: boolean
}
export type Wanted = Particulars & { period: Period }

export const particularsOf = (row: BookingRow): Particulars => ({
  purpose: row.purpose,
  labId: row.labId,
  project: row.project,
  samples: row.plannedSamples,
  assisted: row.assisted,
})

/** What a change says; what it does not say stays. */
export const given = ({
  purpose,
  lab,
  project,
  samples,
  assisted,
}: BookingChange): Partial<Particulars> => ({
  ...(purpose !== undefined && { purpose }),
  ...(lab !== undefined && { labId: lab }),
  ...(project !== undefined && { project }),
  ...(samples !== undefined && { samples }),
  ...(assisted !== undefined && { assisted }),
})

/** Rules are set aside by staff alone; a lab pays only for those who belong to it. */
export async function allowChange(
  ctx: Context,
  { row, role }: Held,
  { override, lab }: Pick<BookingChange, 'override' | 'lab'>,
): Promise<void> {
  if (override && role !== 'staff') throw new Problem('forbidden', words.overrideNotAllowed)
  if (lab && lab !== row.labId) await bookerOf(ctx, { onBehalfOf: row.personId, lab })
}

/** Whether a change has to ask the rules: what it is for and how many samples, nobody limits. */
export const asksRules = (row: BookingRow, { period, labId }: Wanted): boolean =>
  labId !== row.labId || !samePeriod(row, period)

export const samePeriod = (one: Period, other: Period): boolean =>
  one.start.epochMilliseconds === other.start.epochMilliseconds &&
  one.end.epochMilliseconds === other.end.epochMilliseconds

/** Audit and event of a change, in its transaction. */
export async function noteChange(
  trx: Trx,
  ctx: Context,
  { row, wanted }: { row: BookingRow; wanted: Wanted },
): Promise<void> {
  const shown = ({ period, ...particulars }: Wanted) => ({
    ...particulars,
    start: isoOf(period.start),
    end: isoOf(period.end),
  })
  await recordChange(trx, ctx, {
    action: 'booking.change',
    entity: 'booking',
    entityId: row.id,
    institutionId: row.institutionId,
    before: shown({ ...particularsOf(row), period: { start: row.start, end: row.end } }),
    after: shown(wanted),
  })
  await noteBookingEvent(trx, ctx, {
    instrumentId: row.instrumentId,
    bookingId: row.id,
    event: 'changed',
  })
}
