import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import type { BookingState } from '../model/booking.ts'
import { takenNames } from '../../calendar/words/calendar.ts'

const tones = {
  pending: 'caution',
  confirmed: 'good',
  in_use: 'note',
  finished: 'calm',
  cancelled: 'calm',
  missed: 'danger',
} as const satisfies Record<BookingState, Tone>

export const BookingBadge = ({ state }: { state: BookingState }) => (
  <StateBadge tone={tones[state]} text={takenNames[state]} />
)
