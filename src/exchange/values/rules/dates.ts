import { partialDateOf } from '../../../core/partial-date.ts'

const han = /^(?<year>\d{4})\s*年(?:\s*(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*[日号])?)?$/

/**
 * A date that may be partial, as it is kept: what the standards write stays as it is; a year or a day that a spreadsheet
 * made a number (`2014.0`, `20140503.0`) and Chinese dates become MCPD's form. Null where it is no date.
 */
export function partialDateText(raw: string): string | null {
  const text = narrow(raw)
  const [, year] = /^(\d{4})(?:\.0+)?$/.exec(text) ?? []
  if (year) return `${year}----`
  const [, whole] = /^(\d{8})\.0+$/.exec(text) ?? []
  const written = whole ?? fromHan(text) ?? text
  return partialDateOf(written) ? written : null
}

/** A whole day in any of these forms as `YYYY-MM-DD`; null where the day or the month is not known. */
export function dayText(raw: string): string | null {
  const text = partialDateText(raw)
  const date = text === null ? null : partialDateOf(text)
  if (!date?.month || !date.day) return null
  const [month, day] = [date.month, date.day].map((part) => String(part).padStart(2, '0'))
  return `${date.year}-${month}-${day}`
}

function fromHan(text: string): string | undefined {
  const groups = han.exec(text)?.groups
  if (!groups) return undefined
  const { year, month = '--', day = '--' } = groups
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('')
}

/** With the digits and signs of Latin text. */
const narrow = (raw: string) => raw.normalize('NFKC').trim()
