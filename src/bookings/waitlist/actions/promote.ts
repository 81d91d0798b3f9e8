import { recordChange } from '../../../audit/actions.ts'
import { placeBookings } from '../../bookings/actions/book.ts'
import { type Booker, bookerOf } from '../../bookings/actions/person.ts'
import { findFacts, type Verdict } from '../../verdict/actions/judge.ts'
import { judgeDates } from '../../verdict/rules/dates.ts'
import { instrumentsWaitedFor, listWaits, markPromoted, type WaitRow } from '../queries.ts'
import { firstFit } from '../rules.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { lockInstruments } from '../../../instruments/actions.ts'
import { actorById } from '../../../people/accounts/actions/actor.ts'

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
  const verdict = wait && booker && (await judgeWait(trx, ctx, { wait, booker }))
  if (!verdict) return false
  const [booked] = await placeBookings(trx, ctx, {
    verdict,
    dates: verdict.dates,
    booker,
    details: { purpose: wait.purpose, project: wait.project ?? undefined },
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
