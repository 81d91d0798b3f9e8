import type { BookingRow } from '../../bookings/bookings/model.ts'
import { getBooking, searchBookings } from '../../bookings/bookings/actions/read.ts'
import { getInstrument } from '../../instruments/actions.ts'
import { instrumentTitle } from '../../instruments/rules/title.ts'
import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { secretHash } from '../../core/secrets.ts'
import { Temporal } from '../../core/time.ts'
import { actorById } from '../../people/accounts/actions/actor.ts'
import { type FeedRow, findFeedByToken } from '../feeds/queries.ts'
import { feedName } from '../feeds/model.ts'
import { lastChanges, placesOf, takenOf } from './queries.ts'
import { bookingEvent, takenEvent } from './rules/events.ts'
import { type IcsEvent, icsOf } from './rules/ics.ts'
import { calendarWords as words } from './words.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'

const hours = { before: 60 * 24, ahead: 366 * 24, cancelled: 30 * 24 }
const mostEvents = 2000

/**
 * The calendar under a secret address, as its person may see it now: 60 days back and a year ahead, at most 2,000
 * events, with what was cancelled in the last 30 days. Not-found once it is revoked, its person's account is closed, or
 * they may not see what it is of any more.
 */
export async function feedText(
  ctx: Context,
  token: string,
): Promise<{ text: string; changedAt: Temporal.Instant }> {
  const feed = await findFeedByToken(ctx.db, secretHash(token))
  const reading = feed && (await readingOf(ctx, feed))
  if (!reading) throw new Problem('not-found', words.noCalendar)
  const events = await (feed.instrument
    ? eventsOfInstrument(reading, feed.instrument.id)
    : eventsOfPeople(reading, feed))
  const { lang } = reading
  const text = icsOf({ lang, events, name: feedName(feed)[lang] })
  return { text, changedAt: latestOf([feed.createdAt, ...events.map((one) => one.changedAt)]) }
}

/** One booking that the viewer may see, for a calendar of their own. */
export async function bookingText(ctx: Context, id: string): Promise<string> {
  const row = await getBooking(ctx, id)
  const { actor, lang } = ctx
  const isOwn = actor.type === 'person' && actor.personId === row.personId
  return icsOf({ lang, events: await bookingsForCalendar(ctx, [row], !isOwn) })
}

/** Whoever reads a feed reads it with the eyes and in the language of the person whose it is. */
async function readingOf(ctx: Context, feed: FeedRow): Promise<Context | undefined> {
  const actor = await actorById(ctx.db, feed.personId, { type: 'token', scopes: ['read'] })
  if (!actor) return undefined
  const isOut = feed.lab && !actor.labs.some(({ labId }) => labId === feed.lab?.id)
  return isOut ? undefined : { ...ctx, actor, lang: actor.lang }
}

async function eventsOfPeople(ctx: Context, { lab }: FeedRow): Promise<IcsEvent[]> {
  const rows = await bookingsIn(ctx, lab ? { lab: lab.id } : { mine: true })
  return bookingsForCalendar(ctx, rows, lab !== null)
}

/** Others' bookings are there too: that the time is taken, and not by whom. */
async function eventsOfInstrument(ctx: Context, id: string): Promise<IcsEvent[]> {
  const instrument = await getInstrument(ctx, id)
  const { from, to, cancelledAfter } = windowAt(ctx)
  const taken = await takenOf(ctx.db, id, {
    from,
    to,
    releasedAfter: cancelledAfter,
    limit: mostEvents,
  })
  const known = await bookingsForCalendar(ctx, await bookingsIn(ctx, { instrument: id }), true)
  const isKnown = new Set(known.map((event) => event.id))
  const others = taken.filter((row) => !isKnown.has(row.id))
  const changes = await lastChanges(ctx.db, idsOf(others))
  const title = instrumentTitle(instrument)
  return [
    ...known,
    ...others.map((row) =>
      takenEvent(row, { title, lang: ctx.lang, changedAt: changes.get(row.id) }),
    ),
  ]
    .toSorted((one, other) => Temporal.Instant.compare(one.start, other.start))
    .slice(0, mostEvents)
}

type Whose = { mine?: boolean; lab?: string; instrument?: string }

async function bookingsIn(ctx: Context, whose: Whose): Promise<BookingRow[]> {
  const { from, to, cancelledAfter } = windowAt(ctx)
  const { items } = await searchBookings(ctx, { ...whose, from, to, limit: mostEvents })
  return items.filter(({ cancelledAt, missedAt }) => {
    const over = cancelledAt ?? missedAt
    return !over || Temporal.Instant.compare(over, cancelledAfter) > 0
  })
}

async function bookingsForCalendar(
  ctx: Context,
  rows: readonly BookingRow[],
  withPerson: boolean,
): Promise<IcsEvent[]> {
  const { lang, baseUrl } = ctx
  const changes = await lastChanges(ctx.db, idsOf(rows))
  const places = await placesOf(
    ctx.db,
    rows.map((row) => row.instrumentId),
  )
  return rows.map((row) =>
    bookingEvent(row, {
      lang,
      withPerson,
      place: places.get(row.instrumentId),
      changedAt: changes.get(row.id),
      url: `${baseUrl}${bookingPaths.booking(row.id)}`,
    }),
  )
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

function windowAt(ctx: Context) {
  const now = ctx.now()
  return {
    from: now.subtract({ hours: hours.before }),
    to: now.add({ hours: hours.ahead }),
    cancelledAfter: now.subtract({ hours: hours.cancelled }),
  }
}

const latestOf = (moments: readonly Temporal.Instant[]) =>
  Temporal.Instant.fromEpochMilliseconds(
    Math.max(...moments.map(({ epochMilliseconds }) => epochMilliseconds)),
  )
