import type { Context } from '../../../core/context.ts'
import type { Policy } from '../model.ts'
import {
  listMade,
  listOutagesMade,
  listQualificationsHeld,
  type MadeRow,
} from '../queries/replayed.ts'
import type { Objection } from '../../verdict/model/facts.ts'
import { replay } from '../rules/replay.ts'
import { getBookableAsStaff } from './bookable.ts'

/** Most bookings that are made once more; the latest of them. */
const mostReplayed = 5000

export type DryRun = {
  /** How many bookings were replayed. */
  bookings: number
  /** There were more than that: the earliest were left out. */
  isCut: boolean
  refused: { booking: MadeRow; objections: Objection[] }[]
  /** How many were refused for each reason, the commonest first. */
  byCode: { code: Objection['code']; count: number }[]
}

/** What proposed rules would have refused of the last months' bookings. Nothing is changed. For staff. */
export async function dryRunPolicy(
  ctx: Context,
  instrumentId: string,
  { policy, months }: { policy: Policy; months: number },
): Promise<DryRun> {
  const instrument = await getBookableAsStaff(ctx, instrumentId)
  const to = ctx.now()
  const zone = policy.timezone ?? instrument.zone
  const from = to.toZonedDateTimeISO(zone).subtract({ months }).toInstant()
  const window = { instrumentId, from, to }
  const rows = await listMade(ctx.db, window, mostReplayed + 1)
  const replayed = rows.slice(0, mostReplayed)
  const [outages, qualifications] = await Promise.all([
    listOutagesMade(ctx.db, window),
    listQualificationsHeld(ctx.db, instrumentId),
  ])
  const byId = new Map(replayed.map((row) => [row.id, row]))
  const made = replayed.map(({ start, end, ...row }) => ({ ...row, period: { start, end } }))
  const refused = replay(made, {
    policy,
    zone,
    qualifications,
    outages: outages.map(({ start, end, madeAt }) => ({ period: { start, end }, madeAt })),
  }).flatMap(({ booking, objections }) => {
    const row = byId.get(booking.id)
    return row ? [{ booking: row, objections }] : []
  })
  return {
    bookings: replayed.length,
    isCut: rows.length > mostReplayed,
    refused,
    byCode: counted(refused.map(({ objections }) => objections)),
  }
}

function counted(refused: readonly Objection[][]): DryRun['byCode'] {
  const codes = refused.flatMap((objections) => [...new Set(objections.map(({ code }) => code))])
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, count: all.length }))
    .toSorted((one, other) => other.count - one.count)
}
