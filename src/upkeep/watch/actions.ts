import { missLocked } from '../../bookings/use/actions/end.ts'
import { lockInstruments } from '../../instruments/actions.ts'
import { getBooking } from '../../bookings/bookings/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { enqueueLetter } from '../../mail/actions.ts'
import { findMissed, isMissed, type Late, takeDelayed, takeOverruns } from './queries.ts'
import { momentInWords } from '../../core/wall-clock.ts'
import { letters } from './words.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'
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
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await write(trx, ctx, {
        late,
        letter: letters.overrun(
          titleInLetter(late),
          momentInWords(late.end, late.zone),
          linkTo(ctx, late),
        ),
      })
    }
    for (const late of await takeDelayed(trx, now.add({ minutes: soonMinutes }), now)) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await write(trx, ctx, {
        late,
        letter: letters.delay(
          titleInLetter(late),
          momentInWords(late.start, late.zone),
          linkTo(ctx, late),
        ),
      })
    }
  })
}

const linkTo = ({ baseUrl }: Context, { id }: Late) => `${baseUrl}${bookingPaths.booking(id)}`

type Written = { late: Late; letter: ReturnType<typeof letters.overrun> }

const write = (trx: Trx, ctx: Context, { late, letter }: Written) =>
  enqueueLetter(trx, ctx, {
    to: late.email,
    personId: late.personId,
    lang: late.lang,
    ...letter,
  })
