import type { Context } from '../../../core/context.ts'
import { keyPart, pageOf, readCursor } from '../../../core/paging.ts'
import { edgesOf, type RowsQuery } from '../model.ts'
import {
  bookingsBehind,
  chargesBehind,
  type FigureRow,
  type LastRow,
  outagesDuring,
} from '../queries/rows.ts'
import { openClocks, openTimes } from '../rules/open.ts'
import { bucketsIn } from '../rules/period.ts'
import { seesIncome } from '../rules/reach.ts'
import { useWords as words } from '../words.ts'
import { staffOnly, type UseScope, wholePeriod } from './use.ts'

const limit = 50

export type FigureRows = {
  items: FigureRow[]
  next: string | null
  count: number
  withinMs: number
  /** The sum of charges. */
  fen?: number
}

/** The rows that a figure counts, for staff and the lab itself; they add up to the figure. */
export async function rowsBehind(
  ctx: Context,
  scope: UseScope,
  { what, weekday, hour, after }: Pick<RowsQuery, 'what' | 'weekday' | 'hour' | 'after'>,
): Promise<FigureRows> {
  if (scope.reach === 'public') throw staffOnly(ctx, words.rowsForStaff)
  if (what === 'income' && !seesIncome(scope.reach)) throw staffOnly(ctx, words.incomeForPi)
  const last = after === undefined ? undefined : lastIn(after)
  if (what === 'outages') return outageRows(ctx, scope, last)
  const period = wholePeriod(scope)
  if (what === 'income') {
    const { rows, ...sums } = await chargesBehind(ctx.db, period, { after: last, limit })
    return { ...paged(rows), ...sums, withinMs: 0 }
  }
  const cell = weekday === undefined && hour === undefined ? undefined : { weekday, hour }
  const { rows, ...sums } = await bookingsBehind(ctx.db, period, { what, cell, after: last, limit })
  return { ...paged(rows), ...sums }
}

function lastIn(after: string): { startMs: number; id: string } {
  const [startMs, id] = readCursor(after, [keyPart.ms, keyPart.id])
  return { startMs, id }
}

const paged = (rows: FigureRow[]) => pageOf(rows, limit, (row) => [row.startMs, row.id])

/** Outages count with the open hours that they took. */
async function outageRows(
  ctx: Context,
  scope: UseScope,
  last: LastRow | undefined,
): Promise<FigureRows> {
  const outages = await outagesDuring(ctx.db, wholePeriod(scope))
  const buckets = bucketsIn(scope.zones, scope.asked, 'all')
  const clocks = openClocks(edgesOf(buckets))
  const byId = new Map(scope.instruments.map((one) => [one.id, one]))
  const all = outages
    .toSorted(latestFirst)
    .flatMap((outage): FigureRow[] => {
      const instrument = byId.get(outage.instrumentId)
      if (!instrument) return []
      const { title, zone } = instrument
      const time = openTimes({ instruments: [instrument], outages: [outage], clocks })
      return [{ ...outage, title, zone, withinMs: time.ofInstrument(instrument, buckets).outageMs }]
    })
    .filter(({ withinMs }) => withinMs > 0)
  const rest = last ? all.filter((row) => latestFirst(last, row) < 0) : all
  const withinMs = all.reduce((sum, row) => sum + row.withinMs, 0)
  return { ...paged(rest), count: all.length, withinMs }
}

const latestFirst = (one: LastRow, other: LastRow): number =>
  other.startMs - one.startMs || other.id.localeCompare(one.id)
