import type { BookingState } from '../model/booking.ts'

/** Whose booking it is, or staff of the instrument. */
export type Role = 'owner' | 'staff'

export type BookingCommand =
  | 'change'
  | 'cancel'
  | 'approve'
  | 'decline'
  | 'start'
  | 'finish'
  | 'release'

const both = ['owner', 'staff'] as const
const staff = ['staff'] as const

/** What may be done with a booking, and by whom, in each of its states. Cancelling another's needs a reason. */
export const transitions = {
  pending: { change: both, cancel: both, approve: staff, decline: staff },
  confirmed: { change: both, cancel: both, start: both, release: both },
  in_use: { change: both, finish: both, release: both },
  finished: {},
  cancelled: {},
  missed: {},
} as const satisfies Record<BookingState, Partial<Record<BookingCommand, readonly Role[]>>>

/** Who may do it in this state; nobody when it cannot be done at all. */
export function rolesFor(state: BookingState, command: BookingCommand): readonly Role[] {
  const open: Partial<Record<BookingCommand, readonly Role[]>> = transitions[state]
  return open[command] ?? []
}
