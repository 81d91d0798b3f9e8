/** A date of which the day, or the day and the month, may be unknown. */
export type PartialDate = {
  year: number
  month: number | null
  day: number | null
  precision: 'year' | 'month' | 'day'
}

/** MCPD writes 1981----, 199907-- or 19990000; others 1999, 1999-07, 1999-07-15, with a time behind it perhaps. */
const shapes = [
  /^(?<year>\d{4})(?<month>\d{2}|--)(?<day>\d{2}|--)$/,
  /^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2})(?:[T ].*)?)?)?$/,
]

/** What a raw partial date says; null when it names no year or no day of the calendar. The raw text is what is kept. */
export function partialDateOf(raw: string): PartialDate | null {
  const groups = shapes.map((shape) => shape.exec(raw.trim())?.groups).find(Boolean)
  if (!groups) return null
  const { year, month, day } = groups
  return dated(partOf(year), partOf(month), partOf(day))
}

/** As ISO 8601 writes a date of that precision: `1981`, `1999-07`, `1999-07-15`. */
export const isoPartialDate = ({ year, month, day }: PartialDate): string =>
  [String(year).padStart(4, '0'), ...[month, day].flatMap(twoDigits)].join('-')

const twoDigits = (part: number | null) => (part === null ? [] : [String(part).padStart(2, '0')])

function dated(year: number | null, month: number | null, day: number | null): PartialDate | null {
  if (year === null) return null
  if (month === null) return day === null ? { year, month, day, precision: 'year' } : null
  if (month > 12) return null
  if (day === null) return { year, month, day, precision: 'month' }
  return day > daysIn(year, month) ? null : { year, month, day, precision: 'day' }
}

/** `00` and `--` both mean that it is not known. */
function partOf(digits: string | undefined): number | null {
  if (digits === undefined || digits.includes('-')) return null
  return Number(digits) || null
}

const daysIn = (year: number, month: number) => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
