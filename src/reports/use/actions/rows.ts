import type { Context } from '../../../core/context.ts'
import { pageOf, readCursor } from '../../../core/paging.ts'
import type { LocalText } from '../../../core/text.ts'
import type { RowsQuery } from '../model/use.ts'
import { type BookingRow, bookingsBehind, outagesTold } from '../queries/rows.ts'
import { type ChargeRow, chargesBehind } from '../queries/income.ts'
import { type OutageSpan, outagesDuring } from '../queries/use.ts'
import { openClocks } from '../rules/open.ts'
import { openTimes } from '../rules/opened.ts'
import { bucketsIn } from '../rules/period.ts'
import { useWords as words } from '../words/use.ts'
import { notForYou, type UseScope, whole } from './scope.ts'

const limit = 50

/** One booking or outage that counts into a figure, and how much of it does. */
export type ShownRow = {
  id: string
  instrumentId: string
  title: LocalText
  zone: string
  startMs: number
  endMs: number
  withinMs: number
  booking?: Pick<BookingRow, 'state' | 'person' | 'purpose' | 'samples'> & { lab: LocalText }
  outage?: { kind: string; reason: string }
  charge?: Pick<ChargeRow, 'bookingId' | 'person' | 'cause' | 'amountFen'> & { lab: LocalText }
}

export type ShownRows = {
  items: ShownRow[]
  next: string | null
  count: number
  withinMs: number
  /** Of an income, what it comes to. */
  fen?: number
}

/** The rows that a figure comes from, for who may know whose they are: their sum is the figure. */
export async function rowsBehind(
  ctx: Context,
  scope: UseScope,
  { what, weekday, hour, after }: Pick<RowsQuery, 'what' | 'weekday' | 'hour' | 'after'>,
): Promise<ShownRows> {
  if (scope.reach === 'public') throw notForYou(ctx, words.rowsForStaff)
  const [startMs, id] = after === undefined ? [] : readCursor(after, 2)
  const last = after === undefined ? undefined : { startMs: Number(startMs), id: String(id) }
  if (what === 'income') return incomeRows(ctx, scope, last)
  if (what === 'outages') return outageRows(ctx, scope, last)
  const cell = weekday === undefined && hour === undefined ? undefined : { weekday, hour }
  const found = await bookingsBehind(ctx.db, whole(scope), { what, cell, after: last, limit })
  return { ...found, ...paged(found.rows.map(shownBooking)) }
}

const paged = (rows: ShownRow[]) => pageOf(rows, limit, (row) => [row.startMs, row.id])

const shownBooking = (row: BookingRow): ShownRow => ({
  id: row.id,
  instrumentId: row.instrumentId,
  title: { zh: row.titleZh, en: row.titleEn },
  zone: row.zone,
  startMs: row.startMs,
  endMs: row.endMs,
  withinMs: row.withinMs,
  booking: {
    state: row.state,
    person: row.person,
    purpose: row.purpose,
    samples: row.samples,
    lab: { zh: row.labZh, en: row.labEn },
  },
})

type Last = { startMs: number; id: string } | undefined

async function incomeRows(ctx: Context, scope: UseScope, last: Last): Promise<ShownRows> {
  const { rows, count, fen } = await chargesBehind(ctx.db, whole(scope), { after: last, limit })
  const items = rows.map((row): ShownRow => ({
    id: row.id,
    instrumentId: row.instrumentId,
    title: { zh: row.titleZh, en: row.titleEn },
    zone: row.zone,
    startMs: row.startMs,
    endMs: row.startMs,
    withinMs: 0,
    charge: {
      bookingId: row.bookingId,
      person: row.person,
      cause: row.cause,
      amountFen: row.amountFen,
      lab: { zh: row.labZh, en: row.labEn },
    },
  }))
  return { ...paged(items), count, withinMs: 0, fen }
}

/** Outages count with the open hours that they took. */
async function outageRows(ctx: Context, scope: UseScope, last: Last): Promise<ShownRows> {
  const outages = (await outagesDuring(ctx.db, whole(scope))).toSorted(latestFirst)
  const told = new Map(
    (
      await outagesTold(
        ctx.db,
        outages.map(({ id }) => id),
      )
    ).map(({ id, ...outage }) => [id, outage]),
  )
  const all = shownOutages(scope, outages)
    .map((row) => ({ ...row, outage: told.get(row.id) ?? { kind: 'other', reason: '' } }))
    .filter(({ withinMs }) => withinMs > 0)
  const rest = last ? all.filter((row) => latestFirst(last, row) < 0) : all
  const withinMs = all.reduce((sum, row) => sum + row.withinMs, 0)
  return { ...paged(rest), count: all.length, withinMs }
}

function latestFirst(
  one: { startMs: number; id: string },
  other: { startMs: number; id: string },
): number {
  return other.startMs - one.startMs || other.id.localeCompare(one.id)
}

function shownOutages(scope: UseScope, outages: readonly OutageSpan[]): ShownRow[] {
  const buckets = bucketsIn(scope.zones, scope.asked, 'all')
  const clocks = openClocks(
    Math.min(...buckets.map(({ startMs }) => startMs)),
    Math.max(...buckets.map(({ endMs }) => endMs)),
  )
  const byId = new Map(scope.instruments.map((one) => [one.id, one]))
  return outages.flatMap((outage) => {
    const instrument = byId.get(outage.instrumentId)
    if (!instrument) return []
    const time = openTimes({ instruments: [instrument], outages: [outage], clocks })
    return [
      {
        ...outage,
        title: { zh: instrument.titleZh, en: instrument.titleEn },
        zone: instrument.zone,
        withinMs: time.ofInstrument(instrument, buckets).outageMs,
      },
    ]
  })
}
