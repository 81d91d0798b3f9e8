import { isId } from '../../core/shapes.ts'
import { signedIn, writing } from '../../core/permission.ts'
import { recordChange } from '../../audit/actions.ts'
import { placeBookings } from '../bookings/actions/book.ts'
import { type Booker, bookerOf } from '../bookings/actions/person.ts'
import { findFacts, judge, type Verdict } from '../verdict/actions/judge.ts'
import { acceptDates } from '../verdict/actions/refuse.ts'
import { judgeDates, rulesOfWaiting } from '../verdict/rules/dates.ts'
import type { NewWait } from './model.ts'
import {
  countWaits,
  insertWait,
  instrumentsWaitedFor,
  listWaits,
  markLeft,
  markPromoted,
  type WaitRow,
} from './queries.ts'
import { firstFit } from './rules.ts'
import { waitWords as words } from './words.ts'
import type { Actor } from '../../core/actor.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import { keyPart, type Page, pageOf, type Paging, readCursor, totalOf } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { getInstrument, lockInstruments } from '../../instruments/actions.ts'
import { actorById } from '../../people/accounts/actions/actor.ts'

export type { WaitRow } from './queries.ts'

/** Most waits of one person at one instrument. */
const mostWaits = 10

/**
 * Waits for time that is taken. Who comes first is booked first, as soon as the rules give any time that fits; at once
 * when there is some already. What waiting does not mend is refused now.
 */
export async function joinWaitlist(
  ctx: Context,
  instrumentId: string,
  input: NewWait,
): Promise<WaitRow> {
  writing(ctx)
  if (Temporal.Instant.compare(input.to.subtract({ minutes: input.minutes }), ctx.now()) <= 0)
    throw new Problem('invalid', words.past, { issues: [{ path: 'to', message: words.past }] })
  const booker = await bookerOf(ctx, input)
  const id = await transact(ctx, (trx) => joinIn(trx, ctx, { instrumentId, booker, input }))
  return getWait(ctx, { instrumentId, id })
}

type Joining = { instrumentId: string; booker: Booker; input: NewWait }

async function joinIn(trx: Trx, ctx: Context, joining: Joining): Promise<string> {
  const { instrumentId, booker, input } = joining
  const { personId } = booker.person
  await lockInstruments(trx, [instrumentId])
  const institutionId = await refuseImpossibleWait(trx, ctx, joining)
  const mine = { now: ctx.now(), instrument: instrumentId, person: personId, live: true }
  const waits = await listWaits(trx, { ...mine, limit: mostWaits })
  if (waits.length >= mostWaits) throw new Problem('conflict', words.tooMany(mostWaits))
  const { from, to, minutes, purpose, project, samples, assisted } = input
  const id = await insertWait(trx, {
    instrumentId,
    personId,
    labId: booker.labId,
    from,
    to,
    minutes,
    purpose,
    project: project || null,
    samples: samples ?? null,
    assisted: assisted ?? false,
    createdAt: ctx.now(),
  })
  await recordChange(trx, ctx, {
    action: 'waitlist.join',
    entity: 'waitlist_entry',
    entityId: id,
    institutionId,
    after: { from: isoOf(from), to: isoOf(to), minutes, person: personId },
  })
  await ctx.jobs.add(trx, 'promote_waiting', { instrumentId })
  return id
}

async function refuseImpossibleWait(
  trx: Trx,
  ctx: Context,
  { instrumentId, booker, input }: Joining,
): Promise<string> {
  const { from, minutes, project } = input
  const period = { start: from, end: from.add({ minutes }) }
  const asked = { instrumentId, of: booker, project, rules: rulesOfWaiting }
  const verdict = await judge(ctx, { ...asked, dates: [{ period }] }, trx)
  acceptDates(verdict)
  return verdict.situation.institutionId
}

/** Ends a wait; the person, the PI of the lab in whose name it is, or staff. */
export async function leaveWaitlist(
  ctx: Context,
  key: { instrumentId: string; id: string },
): Promise<void> {
  writing(ctx)
  await getWait(ctx, key)
  await transact(ctx, async (trx) => {
    await lockInstruments(trx, [key.instrumentId])
    const wait = await getWait(ctx, key, trx)
    if (wait.state !== 'waiting') throw new Problem('not-found', words.noWait)
    await markLeft(trx, key, ctx.now())
    await recordChange(trx, ctx, {
      action: 'waitlist.leave',
      entity: 'waitlist_entry',
      entityId: key.id,
      institutionId: wait.institutionId,
      before: { person: wait.personId },
    })
  })
}

/** Who waits at an instrument, the first first: all for staff, a lab's for its PI, their own for everybody else. */
export async function waitsAt(
  ctx: Context,
  instrumentId: string,
  paging: Paging,
): Promise<Page<WaitRow>> {
  const viewer = signedIn(ctx)
  const instrument = await getInstrument(ctx, instrumentId)
  return pageOfWaits(ctx, { instrument: instrument.id, viewer }, paging)
}

/** Where the person who asks waits. */
export const myWaits = async (ctx: Context, paging: Paging): Promise<Page<WaitRow>> =>
  pageOfWaits(ctx, { person: signedIn(ctx).personId }, paging)

async function pageOfWaits(
  ctx: Context,
  whose: { instrument: string; viewer: Actor } | { person: string },
  { limit, after }: Paging,
): Promise<Page<WaitRow>> {
  const [last] = after === undefined ? [] : readCursor(after, [keyPart.id])
  const filter = { ...whose, now: ctx.now(), live: true }
  const rows = await listWaits(ctx.db, { ...filter, after: last, limit: limit + 1 })
  const count = await countWaits(ctx.db, filter)
  return { ...pageOf(rows, limit, ({ id }) => [id]), total: totalOf(count, count) }
}

async function getWait(
  ctx: Context,
  { instrumentId, id }: { instrumentId: string; id: string },
  db: Db = ctx.db,
): Promise<WaitRow> {
  const viewer = signedIn(ctx)
  const asked = { now: ctx.now(), instrument: instrumentId, id, viewer, limit: 1 }
  const [wait] = isId(id) && isId(instrumentId) ? await listWaits(db, asked) : []
  if (!wait) throw new Problem('not-found', words.noWait)
  return wait
}

const mostAtOnce = 200

/**
 * Books for those who wait at an instrument, in the order in which they came: each gets the earliest time that the
 * rules give them now, or goes on waiting. Called whenever time may have become free; doing it twice does no harm.
 */
export async function promoteWaiting(ctx: Context, instrumentId: string): Promise<number> {
  const waits = await listWaits(ctx.db, {
    now: ctx.now(),
    instrument: instrumentId,
    live: true,
    limit: mostAtOnce,
  })
  if (waits.length === 0) return 0
  return transact(ctx, async (trx) => {
    await lockInstruments(trx, [instrumentId])
    let promoted = 0
    for (const wait of waits) {
      // oxlint-disable-next-line no-await-in-loop -- who came first is first
      if (await promoteOne(trx, ctx, wait)) promoted += 1
    }
    return promoted
  })
}

/** The same wherever somebody waits: outages end, holds let go, horizons move on without a word. */
export async function promoteEverywhere(ctx: Context): Promise<void> {
  for (const id of await instrumentsWaitedFor(ctx.db, ctx.now())) {
    // oxlint-disable-next-line no-await-in-loop -- one instrument's lock at a time
    await promoteWaiting(ctx, id)
  }
}

async function promoteOne(trx: Trx, ctx: Context, listed: WaitRow): Promise<boolean> {
  const { instrumentId, id } = listed
  const now = ctx.now()
  // What was seen before the lock may have been left or promoted since.
  const [wait] = await listWaits(trx, { now, instrument: instrumentId, id, limit: 1 })
  const booker =
    wait?.state === 'waiting' ? await bookerOfWait({ ...ctx, db: trx }, wait) : undefined
  const verdict = wait && booker && (await judgeWait(trx, ctx, { wait, booker }))
  if (!verdict) return false
  const [booked] = await placeBookings(trx, ctx, {
    verdict,
    dates: verdict.dates,
    booker,
    details: {
      purpose: wait.purpose,
      project: wait.project ?? undefined,
      samples: wait.samples ?? undefined,
      assisted: wait.assisted,
    },
    event: 'promoted',
  })
  if (!booked) return false
  await markPromoted(trx, wait, { at: now, bookingId: booked.id })
  await recordChange(trx, ctx, {
    action: 'waitlist.promote',
    entity: 'waitlist_entry',
    entityId: id,
    institutionId: verdict.situation.institutionId,
    after: { booking: booked.id },
  })
  return true
}

/** The earliest time that the rules allow the waiting person now, for what they may see; undefined while there is none. */
async function judgeWait(
  trx: Trx,
  ctx: Context,
  { wait, booker }: { wait: WaitRow; booker: Booker },
): Promise<Verdict | undefined> {
  const { instrumentId, minutes, project } = wait
  const window = { start: wait.from, end: wait.to }
  const viewer = await actorById(trx, wait.personId, inTheirName)
  const known =
    viewer && (await findFacts(ctx, { instrumentId, of: booker, project, window, viewer }, trx))
  const period = known && firstFit({ window, minutes }, known.facts)
  // Nobody of the staff has seen it, so it needs approval as the person's own booking would.
  const options = { isOverridden: false, isStaff: false }
  return (
    period && { ...known, isStaff: false, dates: judgeDates([{ period }], known.facts, options) }
  )
}

const inTheirName = { type: 'token', scopes: [] } as const

/** Undefined for one who has left the lab or has no account any more: they go on waiting, and hold nobody up. */
async function bookerOfWait(ctx: Context, wait: WaitRow): Promise<Booker | undefined> {
  try {
    return await bookerOf(ctx, { onBehalfOf: wait.personId, lab: wait.labId })
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
