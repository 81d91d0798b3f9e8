import type { Booker } from '../../bookings/actions/person.ts'
import { freeInstruments } from '../../openings/actions.ts'
import { type BookableRow, getBookable } from '../../policies/actions.ts'
import type { Reason } from '../model/facts.ts'
import { type OwnBooking, listOwnBookings } from '../queries.ts'
import { nearestTo } from '../rules/elsewhere.ts'
import { judge } from './judge.ts'
import type { Context } from '../../../core/context.ts'
import { minutesIn, type Period } from '../../../core/periods.ts'

export type { OwnBooking } from '../queries.ts'

const most = { offered: 2, judged: 6, found: 100 } as const

/**
 * Instruments of the same category that the viewer may book at just this time, the nearest first: what to take where the
 * asked one is taken. A project that is still to be named is no obstacle.
 */
export async function freeElsewhere(
  ctx: Context,
  { instrumentId, period, of }: { instrumentId: string; period: Period; of: Booker },
): Promise<BookableRow[]> {
  const here = await getBookable(ctx, instrumentId)
  const found = await freeInstruments(ctx, {
    alike: here.id,
    minutes: minutesIn(period),
    window: period,
    limit: most.found,
  })
  const alike = found.map(({ instrument }) => instrument)
  const free: BookableRow[] = []
  for (const instrument of nearestTo(here, alike).slice(0, most.judged)) {
    // oxlint-disable-next-line no-await-in-loop -- stops at the second that may be booked
    if (await isBookable(ctx, { instrumentId: instrument.id, period, of })) free.push(instrument)
    if (free.length === most.offered) break
  }
  return free
}

async function isBookable(
  ctx: Context,
  { period, ...asked }: { instrumentId: string; period: Period; of: Booker },
): Promise<boolean> {
  const { dates } = await judge(ctx, { ...asked, dates: [{ period }] })
  const objections: Reason[] = dates.flatMap((date) => date.objections)
  return objections.every(({ code }) => code === 'project_missing')
}

/** The viewer's own bookings of other instruments in a period; nothing of anybody else's. */
export async function ownElsewhere(
  ctx: Context,
  asked: { instrumentId: string; period: Period; personId: string },
): Promise<OwnBooking[]> {
  const { actor } = ctx
  const isOwn = actor.type === 'person' && actor.personId === asked.personId
  return isOwn ? listOwnBookings(ctx.db, asked) : []
}
