import { missLocked } from '../../bookings/use/actions/end.ts'
import { lockInstruments } from '../../instruments/actions.ts'
import { getBooking } from '../../bookings/bookings/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import { zonedMoment } from '../../core/letters.ts'
import { isoOf } from '../../core/time.ts'
import { tellPeople } from '../../mail/actions.ts'
import { findMissed, isMissed, type Late, takeDelayed, takeOverruns } from './queries.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'

/** How long after its end a use is left in peace, and how long before their start the next are told. */
const graceMinutes = 5
const soonMinutes = 15

/** Gives back the time of bookings that nobody came to. Answers how many. */
export async function releaseMissed(ctx: Context): Promise<number> {
  let released = 0
  for (const key of await findMissed(ctx.db, ctx.now())) {
    // oxlint-disable-next-line no-await-in-loop -- one instrument's lock at a time
    const isOne = await transact(ctx, async (trx) => {
      await lockInstruments(trx, [key.instrumentId])
      if (!(await isMissed(trx, key, ctx.now()))) return false
      await missLocked(trx, ctx, await getBooking(ctx, key.id, trx))
      return true
    })
    if (isOne) released += 1
  }
  return released
}

/** Tells who uses an instrument after their time is over, and who comes next; each of them once. */
export async function tellOverruns(ctx: Context): Promise<void> {
  const now = ctx.now()
  await transact(ctx, async (trx) => {
    for (const late of await takeOverruns(trx, now.subtract({ minutes: graceMinutes }), now)) {
      const facts = { ...inLetter(late), end: zonedMoment(late.end, late.zone) }
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellPeople(trx, ctx, { letter: 'use_overrun', ...about(late), facts })
    }
    for (const late of await takeDelayed(trx, now.add({ minutes: soonMinutes }), now)) {
      const facts = { ...inLetter(late), start: zonedMoment(late.start, late.zone) }
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellPeople(trx, ctx, { letter: 'use_delayed', ...about(late), facts })
    }
  })
}

const about = ({ personId, instrumentId, id, start, end }: Late) => ({
  to: { people: [personId] },
  instrumentId,
  booking: { id, start: isoOf(start), end: isoOf(end) },
})

const inLetter = (late: Late) => ({ bookingId: late.id, instrument: titleInLetter(late) })
