import type { Period } from '../../../core/periods.ts'
import { type CalendarSpan, onDay } from '../../calendar/rules/calendar.ts'
import { wallClockOf } from '../../../core/wall-clock.ts'

/** From an hour before the earliest opening to one after the latest closing; the whole day where nothing is open. */
export function hoursShown(
  { days, zone }: Pick<CalendarSpan, 'days' | 'zone'>,
  open: readonly Period[],
): { fromHour: string; toHour: string } {
  const clock = (at: Period['start']) => wallClockOf(at.epochMilliseconds, zone).slice(11)
  const opened = days.flatMap((day) =>
    onDay(
      day.period,
      open.map((period) => ({ period })),
    ).map(({ period }) => ({
      from: Number(clock(period.start).slice(0, 2)),
      to: lastHour(clock(period.end)),
    })),
  )
  if (opened.length === 0) return { fromHour: '00:00', toHour: '24:00' }
  const from = Math.max(Math.min(...opened.map((one) => one.from)) - 1, 0)
  const to = Math.min(Math.max(...opened.map((one) => one.to)) + 1, 24)
  return { fromHour: `${two(from)}:00`, toHour: `${two(to)}:00` }
}

const two = (hour: number) => String(hour).padStart(2, '0')

/** The hour at whose end a clock stands; midnight ends the day. */
function lastHour(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  if (hour === 0 && minute === 0) return 24
  return minute > 0 ? hour + 1 : hour
}
