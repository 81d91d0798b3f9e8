import type { BookingRow } from '../model.ts'
import { writing } from '../../../core/permission.ts'
import { getBooking } from './read.ts'
import { type BookingCommand, type Role, rolesFor } from '../rules.ts'
import { bookingWords as words, stateNames } from '../words/booking.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { lockInstruments } from '../../../instruments/actions.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { instrumentWords } from '../../../instruments/words.ts'

export type LockedBooking = { row: BookingRow; role: Role }

/** Locks the instrument of a booking and reads it again, for a command that its state and the actor's role allow. */
export async function lockBooking(
  trx: Trx,
  ctx: Context,
  { id, command }: { id: string; command: BookingCommand },
): Promise<LockedBooking> {
  const locked = await lockInAnyState(trx, ctx, id)
  const { row, role } = locked
  const roles = rolesFor(row.state, command)
  if (roles.length === 0)
    throw new Problem('conflict', words.wrongState(stateNames[row.state]), { state: row.state })
  if (!roles.includes(role)) throw new Problem('forbidden', instrumentWords.notStaff)
  return locked
}

/** The same for a command that judges the state by itself. */
export async function lockInAnyState(trx: Trx, ctx: Context, id: string): Promise<LockedBooking> {
  if (ctx.actor.type !== 'system') writing(ctx)
  const { instrumentId } = await getBooking(ctx, id, trx)
  await lockInstruments(trx, [instrumentId])
  const row = await getBooking(ctx, id, trx)
  return { row, role: needRole(ctx, row) }
}

/** What the actor is to a booking; forbidden for those who are nothing to it. */
export function needRole(ctx: Context, row: BookingRow): Role {
  const role = roleOf(ctx, row)
  if (!role) throw new Problem('forbidden', words.notYours)
  return role
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
