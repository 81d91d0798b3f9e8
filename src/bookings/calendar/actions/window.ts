import { Problem } from '../../../core/problem.ts'
import { type Period, minutesIn } from '../../../core/periods.ts'
import { bookingWords as words } from '../../bookings/words/booking.ts'

const mostMinutes = 92 * 1440

/** What is taken is read for a quarter of a year at a time. */
export function refuseTooLong(window: Period): void {
  if (minutesIn(window) > mostMinutes)
    throw new Problem('invalid', words.windowTooLong, {
      issues: [{ path: 'to', message: words.windowTooLong }],
    })
}
