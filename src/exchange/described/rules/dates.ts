import { rowsIn, textIn } from '../../../core/field-values.ts'
import type { FieldValues } from '../../../core/fields.ts'
import { isoPartialDate, partialDateOf } from '../../../core/partial-date.ts'
import { dayAt, defaultZone, type Temporal } from '../../../core/time.ts'
import type { Kind } from '../../../catalog/records/model/record.ts'
import type { Described, DescribedDate } from '../model.ts'
import { describedWords as words } from '../words.ts'
import { isoIn } from './places.ts'

type Facts = {
  kind: Kind
  values: FieldValues
  publishedAt: Temporal.Instant | null
  updatedAt: Temporal.Instant
  period: Described['period']
}

/** Dates of the thing by DataCite's types: those written down, and what follows from others; each once. */
export function datesOf({ kind, values, publishedAt, updatedAt, period }: Facts): DescribedDate[] {
  const written = rowsIn(values, 'dates').flatMap((row) => {
    const date = isoRange(textIn(row, 'date') ?? '')
    if (!date) return []
    return { type: textIn(row, 'dateType') ?? 'Other', date, about: textIn(row, 'dateInformation') }
  })
  const has = (type: string) => written.some((one) => one.type === type)
  const until = values['protected'] === true ? isoIn(values, 'protectedUntil') : null
  const further: (DescribedDate | false | null | undefined)[] = [
    publishedAt && !has('Issued') && { type: 'Issued', date: day(publishedAt), about: null },
    until !== null &&
      !has('Available') && { type: 'Available', date: until, about: words.embargo.en },
    ...ownDates(kind, values, period).filter(({ type }) => !has(type)),
    !has('Updated') && { type: 'Updated', date: day(updatedAt), about: null },
  ]
  return [
    ...written,
    ...further.filter((date) => date !== false && date !== null && date !== undefined),
  ]
}

const day = (at: Temporal.Instant) => dayAt(at, defaultZone)

const dated = (type: string, date: string | null, about: string | null = null) =>
  date ? [{ type, date, about }] : []

function ownDates(kind: Kind, values: FieldValues, period: Described['period']): DescribedDate[] {
  if (kind === 'instrument')
    return [
      ...dated('Available', isoIn(values, 'beginDate'), words.inUse.en),
      ...dated('Withdrawn', isoIn(values, 'decommissionDate'), words.outOfUse.en),
    ]
  if (kind === 'accession')
    return [
      ...dated('Collected', isoIn(values, 'colldate')),
      ...dated('Accepted', isoIn(values, 'acqdate')),
    ]
  if (kind === 'collection') return dated('Created', isoIn(values, 'foundedYear'))
  return period ? dated('Collected', rangeOf(period)) : []
}

/** `2019/2025`; what did not begin and end on one day has two ends, of which one may be open. */
const rangeOf = ({ from, until }: NonNullable<Described['period']>) =>
  from === until && from !== null ? from : `${from ?? ''}/${until ?? ''}`

/** A date or a range as it was typed, in ISO 8601; null for what is neither (W3CDTF and RKMS-ISO8601). */
export function isoRange(text: string): string | null {
  const parts = text.trim().split('/')
  if (parts.length > 2 || parts.every((part) => part.trim() === '')) return null
  const dates = parts.map((part) => (part.trim() === '' ? '' : isoOfPart(part.trim())))
  return dates.includes(null) ? null : dates.join('/')
}

function isoOfPart(text: string): string | null {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?$/.test(text)) return text
  const date = partialDateOf(text)
  return date && isoPartialDate(date)
}
