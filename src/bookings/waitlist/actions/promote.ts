import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { actorById } from '../../../people/accounts/actions/actor.ts'
import { findSituation } from '../../verdict/queries.ts'
import { instrumentsWaitedFor, listWaits, markPromoted, type WaitRow } from '../queries.ts'
import { bookingFacts } from '../../verdict/rules/facts.ts'
import { audienceOf } from '../../../instruments/rules/standing.ts'
import { firstFit } from '../rules.ts'
import { lockInstruments } from '../../../instruments/actions.ts'
import { type Booker, bookerOf } from '../../bookings/actions/person.ts'
import { placeBookings } from '../../bookings/actions/place.ts'

const mostWaits = 200

/**
 * Books for those who wait at an instrument, in the order in which they came: each gets the earliest time that the
 * rules give them now, or goes on waiting. Called whenever time may have become free; doing it twice does no harm.
 */
export async function promoteWaiting(ctx: Context, instrumentId: string): Promise<number> {
  const waits = await listWaits(ctx.db, {
    now: ctx.now(),
    instrument: instrumentId,
    live: true,
    limit: mostWaits,
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

async function promoteOne(trx: Trx, ctx: Context, seen: WaitRow): Promise<boolean> {
  const { instrumentId, id } = seen
  const now = ctx.now()
  // What was seen before the lock may have been left or promoted since.
  const [wait] = await listWaits(trx, { now, instrument: instrumentId, id, limit: 1 })
  const booker =
    wait?.state === 'waiting' ? await bookerOfWait({ ...ctx, db: trx }, wait) : undefined
  const judged = wait && booker && (await judgeWait(trx, ctx, { wait, booker }))
  if (!judged) return false
  const { situation, facts, period } = judged
  const [booked] = await placeBookings(trx, ctx, {
    judgement: { situation, facts, dates: [], isStaff: false },
    booker,
    wish: { purpose: wait.purpose, project: wait.project ?? undefined },
    periods: [period],
    event: 'promoted',
  })
  if (!booked) return false
  await markPromoted(trx, wait, { at: now, bookingId: booked.id })
  await recordChange(trx, ctx, {
    action: 'waitlist.promote',
    entity: 'waitlist_entry',
    entityId: id,
    institutionId: situation.institutionId,
    after: { booking: booked.id },
  })
  return true
}

/** The time that the rules give now to who waits, seen with their eyes; undefined while there is none. */
async function judgeWait(
  trx: Trx,
  ctx: Context,
  { wait, booker }: { wait: WaitRow; booker: Booker },
) {
  const { minutes, personId } = wait
  const now = ctx.now()
  const window = { start: wait.from, end: wait.to }
  const viewer = await actorById(trx, personId, inTheirName)
  const situation =
    viewer &&
    (await findSituation(trx, {
      instrumentId: wait.instrumentId,
      personId,
      labId: booker.labId,
      now: isoOf(now),
      window,
      viewer,
    }))
  if (!situation) return undefined
  const facts = bookingFacts(situation, {
    now,
    audience: audienceOf(booker.person, situation),
    hasProject: wait.project !== null,
  })
  const period = firstFit({ window, minutes }, facts)
  return period && { situation, facts, period }
}

const inTheirName = { type: 'token', scopes: [] } as const

/** Undefined for one who has left the lab, or is not among us any more: they go on waiting, and nobody waits behind them. */
async function bookerOfWait(ctx: Context, wait: WaitRow): Promise<Booker | undefined> {
  try {
    return await bookerOf(ctx, { onBehalfOf: wait.personId, lab: wait.labId })
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
