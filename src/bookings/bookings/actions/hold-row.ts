import { allowWriting } from '../../../core/permission.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { type BookingCommand, type Role, rolesFor } from '../rules/lifecycle.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { bookingWords as words, stateNames } from '../words/booking.ts'
import { lockInstruments } from '../../../instruments/actions.ts'
import { type BookingRow, getBooking } from './read.ts'

export type Held = { row: BookingRow; role: Role }

/**
 * A booking with its instrument locked, for a command that its state and the actor's role allow. Read again under the
 * lock, so that what was decided on is what is there.
 */
export async function holdBooking(
  trx: Trx,
  ctx: Context,
  { id, command }: { id: string; command: BookingCommand },
): Promise<Held> {
  const held = await holdInAnyState(trx, ctx, id)
  const { row, role } = held
  const roles = rolesFor(row.state, command)
  if (roles.length === 0)
    throw new Problem('conflict', words.wrongState(stateNames[row.state]), { state: row.state })
  if (!roles.includes(role)) throw new Problem('forbidden', instrumentWords.notStaff)
  return held
}

/** The same for a command that says itself what is wrong with the state. */
export async function holdInAnyState(trx: Trx, ctx: Context, id: string): Promise<Held> {
  allowWriting(ctx)
  const { instrumentId } = await getBooking(ctx, id, trx)
  await lockInstruments(trx, [instrumentId])
  const row = await getBooking(ctx, id, trx)
  const role = roleOf(ctx, row)
  if (!role) throw new Problem('forbidden', words.notYours)
  return { row, role }
}

/** Staff before owner: who is both acts with the greater right. The PI of its lab owns a booking too. */
export function roleOf({ actor }: Context, row: BookingRow): Role | undefined {
  if (isStaffOf(actor, row)) return 'staff'
  if (actor.type !== 'person') return undefined
  const leads = actor.labs.some(({ labId, role }) => role === 'pi' && labId === row.labId)
  return actor.personId === row.personId || actor.personId === row.bookedBy || leads
    ? 'owner'
    : undefined
}

/** Staff of an instrument who cancel or change another's booking say why; for their own they need not. */
export const isOwn = ({ actor }: Context, row: BookingRow): boolean =>
  actor.type === 'person' && (actor.personId === row.personId || actor.personId === row.bookedBy)
