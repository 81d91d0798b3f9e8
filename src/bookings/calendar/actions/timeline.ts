import type { Context } from '../../../core/context.ts'
import { keyPart, type Page, pageOf, readCursor, totalOf, whole } from '../../../core/paging.ts'
import type { LocalText } from '../../../core/text.ts'
import type { Period } from '../../../core/periods.ts'
import { countTimeline, listTimeline, occupanciesDuring, type TimelineRow } from '../queries.ts'
import { openPeriods } from '../../verdict/rules/hours.ts'
import { candidatesOf, type InstrumentFilter } from '../../openings/actions.ts'
import { refuseTooLong, presentOccupancy } from './occupancy.ts'
export type Timeline = {
  instrument: TimelineRow
  /** When it is open. */
  open: Period[]
  /** What takes its time, in order of start. */
  items: ReturnType<typeof presentOccupancy>[]
}

/** What takes the time of many instruments in a period, page by page: three queries, however many there are. */
export async function timelineOf(
  ctx: Context,
  {
    period,
    limit,
    after,
    ...filter
  }: InstrumentFilter & { period: Period; limit: number; after?: string | undefined },
): Promise<Page<Timeline>> {
  refuseTooLong(period)
  const candidates = await candidatesOf(ctx, filter)
  if (!candidates) return whole([])
  const rows = await listTimeline(ctx.db, ctx.actor, {
    ...candidates,
    limit,
    after: after === undefined ? undefined : placeIn(after),
  })
  const count = await countTimeline(ctx.db, ctx.actor, candidates)
  const { items: page, next } = pageOf(rows, limit, ({ place, id }) => [place, id])
  const items = await withTheirTime(ctx, page, period)
  return { items, next, total: totalOf(count, count) }
}

async function withTheirTime(
  ctx: Context,
  page: readonly TimelineRow[],
  period: Period,
): Promise<Timeline[]> {
  const ids = page.map(({ id }) => id)
  const taken = await occupanciesDuring(ctx.db, ids, { period, now: ctx.now() })
  const byInstrument = Map.groupBy(taken, ({ instrumentId }) => instrumentId)
  return page.map((instrument) => ({
    instrument,
    open: openPeriods({ policy: instrument.policy, zone: instrument.zone }, period),
    items: (byInstrument.get(instrument.id) ?? []).map((row) =>
      presentOccupancy(ctx, instrument, row),
    ),
  }))
}

function placeIn(cursor: string): { place: string; id: string } {
  const [place, id] = readCursor(cursor, [keyPart.text, keyPart.id])
  return { place, id }
}

/** Other published instruments of the same institution, by name. */
export async function siblingsOf(
  ctx: Context,
  { id, institutionId }: { id: string; institutionId: string },
): Promise<{ id: string; title: LocalText }[]> {
  const rows = await listTimeline(ctx.db, ctx.actor, { institution: institutionId, limit: 60 })
  return rows
    .filter((row) => row.id !== id)
    .map(({ id: other, titleZh, titleEn }) => ({ id: other, title: { zh: titleZh, en: titleEn } }))
}
