import { isId } from '../../core/shapes.ts'
import { refuseTooLong } from '../calendar/actions/occupancy.ts'
import { occupanciesDuring, type OccupancyRow } from '../calendar/queries.ts'
import {
  type Candidates,
  countQualified,
  findOpenings,
  listTimetables,
  type Timetables,
} from './queries.ts'
import { bookableWindow, bookableMinutes, slotsIn } from './rules/slots.ts'
import { type Clock, isUsualTime } from './rules/wish.ts'
import { type BookableRow, getBookable } from '../policies/actions.ts'
import { findBookables } from '../policies/queries.ts'
import { instrumentFacts } from '../verdict/rules/facts.ts'
import { gridParts, openPeriods, weeklyPeriods } from '../verdict/rules/hours.ts'
import { wordsOf } from '../../catalog/search/actions.ts'
import type { Context } from '../../core/context.ts'
import { clipped, type Period } from '../../core/periods.ts'
import { keyPart, type Page, pageOf, type Paging, readCursor } from '../../core/paging.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'

export type Opening = { instrumentId: string; period: Period }

/** Free slots of one instrument, one after the other; none where it is not bookable at all. */
export async function openingsOf(
  ctx: Context,
  instrumentId: string,
  { minutes, window: whole, limit, after }: Paging & { minutes: number; window: Period },
): Promise<Page<Opening>> {
  const window = after === undefined ? whole : { ...whole, start: endIn(after) }
  refuseTooLong(window)
  const row = await getBookable(ctx, instrumentId)
  const now = ctx.now()
  const { isPublished, isOutOfUse } = instrumentFacts(row, now)
  const length = lengthFor(minutes, row.policy)
  if (!isPublished || isOutOfUse || length === undefined)
    return uncounted({ items: [], next: null }, after)
  const rows = await occupanciesDuring(ctx.db, [row.id], { period: window, now })
  const taken = rows.map(({ takenFrom, takenTo }) => ({ start: takenFrom, end: takenTo }))
  const { policy, zone } = row
  const slots = slotsIn({ policy, zone, taken, now, minutes: length, window }, limit + 1)
  const openings = slots.map((period) => ({ instrumentId: row.id, period }))
  return uncounted(
    pageOf(openings, limit, ({ period }) => [period.end.epochMilliseconds]),
    after,
  )
}

/** Where the last slot of the page before ended: slots follow one another. */
function endIn(after: string): Temporal.Instant {
  const [endMs] = readCursor(after, [keyPart.ms])
  return Temporal.Instant.fromEpochMilliseconds(endMs)
}

/** Counting free time takes as long as listing it: what is not on one page is not counted. */
const uncounted = (
  page: Omit<Page<Opening>, 'total'>,
  after: string | undefined,
): Page<Opening> => ({
  ...page,
  total: {
    value: page.items.length,
    relation: after === undefined && page.next === null ? 'eq' : 'gte',
  },
})

export type AnyOpenings = InstrumentFilter &
  Paging & {
    minutes: number
    window: Period
    /** Within these hours of each day, by the instrument's own clock. */
    clock?: Clock | undefined
  }

/** The earliest free slots among all instruments that fit: two queries, however many there are. */
export async function openingsAmong(ctx: Context, asked: AnyOpenings): Promise<Page<Opening>> {
  const { minutes, window, clock, limit, after } = asked
  const last = after === undefined ? undefined : openingIn(after)
  const none = uncounted({ items: [], next: null }, after)
  refuseTooLong(window)
  const candidates = await candidatesOf(ctx, asked)
  if (!candidates) return none
  const timetables = await listTimetables(ctx.db, ctx.actor, candidates)
  const now = ctx.now()
  const groups = timetables.flatMap((one) => groupOf(one, { minutes, window, clock, now }))
  if (groups.length === 0) return none
  const zones = [...new Set(groups.map(({ zone }) => zone))]
  const grids = zones.map((zone) => ({ zone, parts: gridParts(zone, window) }))
  const rows = await findOpenings(ctx.db, {
    groups,
    grids,
    window,
    now,
    limit: limit + 1,
    after: last,
  })
  const page = pageOf(rows, limit, ({ freeFrom, instrumentId }) => [isoOf(freeFrom), instrumentId])
  const items = page.items.flatMap(({ instrumentId, group, freeFrom, freeTo }) => {
    const of = groups[group]
    // Where clocks change inside it, a slot that the query found is set right here.
    const free = { start: freeFrom, end: freeTo }
    const [period] = of ? slotsIn({ ...of, taken: [], now, window: free }, 1) : []
    return period ? [{ instrumentId, period }] : []
  })
  return uncounted({ ...page, items }, after)
}

function openingIn(cursor: string): { at: Temporal.Instant; id: string } {
  const [at, id] = readCursor(cursor, [keyPart.moment, keyPart.id])
  return { at, id }
}

/** As long as asked or the next longer that is given; undefined where nothing so long is. */
function lengthFor(minutes: number, policy: Timetables['policy']): number | undefined {
  const length = bookableMinutes(policy, minutes)
  return length !== undefined && length >= minutes ? length : undefined
}

type At = { now: Temporal.Instant }

function groupOf(
  { zone, policy, ids }: Timetables,
  { minutes, window, clock, now }: Pick<AnyOpenings, 'minutes' | 'window' | 'clock'> & At,
) {
  const length = lengthFor(minutes, policy)
  if (length === undefined) return []
  const bookable = clipped(window, bookableWindow(policy, { now, minutes: length }))
  if (!bookable) return []
  return [
    {
      ids,
      zone,
      policy,
      minutes: length,
      open: openWithin({ policy, zone }, bookable, clock),
      before: policy.bufferBeforeMinutes ?? 0,
      after: policy.bufferAfterMinutes ?? 0,
      step: policy.granularityMinutes ?? 1,
    },
  ]
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** When instruments of these rules are open, of that what lies within the hours of a day. */
function openWithin(timetable: Pick<Timetables, 'policy' | 'zone'>, window: Period, clock?: Clock) {
  const open = openPeriods(timetable, window)
  if (!clock) return open
  const hours = [{ days: everyDay, ...clock }]
  const wished = weeklyPeriods({ zone: timetable.zone, hours }, window)
  return open.flatMap((one) => wished.flatMap((other) => clipped(one, other) ?? []))
}

/** Which instruments somebody looks for, in their own words; absent fields do not narrow. */
export type InstrumentFilter = {
  /** Code of vocabulary `instrument_category`; one that ends in zeros means all inside it. */
  category?: string | undefined
  /** GB/T 2260, likewise. */
  region?: string | undefined
  institution?: string | undefined
  /** Of the category of this instrument, without itself. */
  alike?: string | undefined
  /** Read as the catalogue's search reads it. */
  q?: string | undefined
}

/** The same as the queries take it; undefined where nothing can fit. */
export async function candidatesOf(
  ctx: Context,
  { category, region, institution, alike, q = '' }: InstrumentFilter,
): Promise<Candidates | undefined> {
  if (institution !== undefined && !isId(institution)) return undefined
  return {
    categoryPrefix: category && prefixOf(category),
    regionPrefix: region && prefixOf(region),
    institution,
    alike,
    words: await wordsOf(ctx, q),
  }
}

/** `0204` for `020400`, `62` for `620000`. */
const prefixOf = (code: string): string => code.replace(/(?:00)+$/, '')

export type FreeInstrument = { instrument: BookableRow; slots: Period[] }

/** The earliest free slots of all instruments that fit, by instrument: who is free first comes first. */
export async function freeInstruments(ctx: Context, asked: AnyOpenings): Promise<FreeInstrument[]> {
  const { items: openings } = await openingsAmong(ctx, asked)
  const byInstrument = Map.groupBy(openings, ({ instrumentId }) => instrumentId)
  const rows = await findBookables(ctx.db, ctx.actor, [...byInstrument.keys()])
  return [...byInstrument].flatMap(([id, theirs]) => {
    const instrument = rows.find((row) => row.id === id)
    return instrument ? [{ instrument, slots: theirs.map(({ period }) => period) }] : []
  })
}

/**
 * The next free times of an hour or so, as long as its rules give it, within a month: those of the usual hours first, where
 * there are any in the next days.
 */
export const nextFree = (ctx: Context, instrument: Bookable, limit: number): Promise<Opening[]> =>
  nextFreeAmong(ctx, [instrument], limit)

type Bookable = Pick<
  BookableRow,
  'id' | 'policy' | 'zone' | 'visibility' | 'access' | 'status' | 'decommissionDate'
>

/** The same among several instruments, the first first: one query, however many there are. */
export async function nextFreeAmong(
  ctx: Context,
  instruments: readonly Bookable[],
  limit: number,
): Promise<Opening[]> {
  const now = ctx.now()
  const window = { start: now, end: now.add({ hours: 720 }) }
  const ids = instruments.map(({ id }) => id)
  const rows = await occupanciesDuring(ctx.db, ids, { period: window, now })
  const taken = Map.groupBy(rows, ({ instrumentId }) => instrumentId)
  return instruments
    .flatMap((one) => freeOf(one, { rows: taken.get(one.id) ?? [], now, window, limit }))
    .toSorted((one, other) => Temporal.Instant.compare(one.period.start, other.period.start))
    .slice(0, limit)
}

type Looked = { rows: readonly OccupancyRow[]; window: Period; limit: number } & At

function freeOf(instrument: Bookable, { rows, window, limit, now }: Looked): Opening[] {
  const { id, policy, zone } = instrument
  const minutes = bookableMinutes(policy, 60)
  const { isPublished, isOutOfUse } = instrumentFacts(instrument, now)
  if (minutes === undefined || !isPublished || isOutOfUse) return []
  const taken = rows.map(({ takenFrom, takenTo }) => ({ start: takenFrom, end: takenTo }))
  const slots = slotsIn({ policy, zone, taken, now, minutes, window }, limit + mostAtNight)
  const usual = slots.filter((period) => isUsualTime(period, zone))
  return (usual.length > 0 ? usual : slots).map((period) => ({ instrumentId: id, period }))
}

/** Of an instrument that is open all day and given in short times, a night at least. */
const mostAtNight = 40

export type AtAGlance = {
  instrument: BookableRow
  /** The next times that are free, the first first. */
  free: Opening[]
  /** People who may run it. */
  qualified: number
  isStaff: boolean
}

const mostFree = 5

/** What somebody wants to know before they book an instrument. */
export async function atAGlance(ctx: Context, instrumentId: string): Promise<AtAGlance> {
  const instrument = await getBookable(ctx, instrumentId)
  const { id, policy } = instrument
  const [free, qualified] = await Promise.all([
    nextFree(ctx, instrument, mostFree),
    countQualified(ctx.db, {
      instrumentId: id,
      kinds: policy.qualifications ?? [],
      now: ctx.now(),
    }),
  ])
  return { instrument, free, qualified, isStaff: isStaffOf(ctx.actor, instrument) }
}
