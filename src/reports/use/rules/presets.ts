import { Temporal } from '../../../core/time.ts'
import type { AskedPeriod } from '../model/period.ts'

export const presetNames = [
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'lastMonths',
] as const
export type PresetName = (typeof presetNames)[number]

type Preset = { name: PresetName; period: AskedPeriod }

/** Periods that people ask for, up to today, seen from a moment in a zone. */
export function presetsAt(now: Temporal.Instant, zone: string): Preset[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const month = today.with({ day: 1 })
  const quarter = month.with({ month: today.month - ((today.month - 1) % 3) })
  const year = month.with({ month: 1 })
  const spans: Record<PresetName, [start: Temporal.PlainDate, months: number]> = {
    thisMonth: [month, 1],
    lastMonth: [month.subtract({ months: 1 }), 1],
    thisQuarter: [quarter, 3],
    lastQuarter: [quarter.subtract({ months: 3 }), 3],
    thisYear: [year, 12],
    lastYear: [year.subtract({ years: 1 }), 12],
    lastMonths: [month.subtract({ months: 11 }), 12],
  }
  return presetNames.map((name) => {
    const { from, to } = spanOf(...spans[name])
    return { name, period: { from, to: to > today.toString() ? today.toString() : to } }
  })
}

/** The last twelve months, the present one included. */
export function lastMonthsAt(now: Temporal.Instant, zone: string): AskedPeriod {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const { from } = spanOf(today.with({ day: 1 }).subtract({ months: 11 }), 12)
  return { from, to: today.toString() }
}

const spanOf = (start: Temporal.PlainDate, months: number): AskedPeriod => ({
  from: start.toString(),
  to: start.add({ months }).subtract({ days: 1 }).toString(),
})

/** First and last day of a month (`2026-03`) or of the week that a day begins. */
export function daysOf(key: string): AskedPeriod {
  const isMonth = key.length === 7
  const start = Temporal.PlainDate.from(isMonth ? `${key}-01` : key)
  return isMonth ? spanOf(start, 1) : { from: key, to: start.add({ days: 6 }).toString() }
}

/** What of some days is inside a period asked for; a period of moments keeps its own edges. */
export const daysWithin = (days: AskedPeriod, asked: AskedPeriod): AskedPeriod => ({
  from: asked.from.slice(0, 10) > days.from ? asked.from : days.from,
  to: asked.to.slice(0, 10) < days.to || isSameDay(asked.to, days.to) ? asked.to : days.to,
})

const isSameDay = (edge: string, day: string) => edge.slice(0, 10) === day
