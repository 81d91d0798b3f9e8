import { momentOf } from '../../../core/wall-clock.ts'
import { isoOf, Temporal } from '../../../core/time.ts'

/** What a form's text says to a model: nothing where it is empty, a number where it is one. */
export const textIn = (value: string): string | undefined => value.trim() || undefined

export function numberIn(value: string): number | string | undefined {
  const text = value.trim()
  if (text === '') return undefined
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}

/** A `datetime-local` by the clock of a zone, as the models take it; what is no time is refused by them. */
export function momentIn(value: string, zone: string): string | undefined {
  const text = value.trim()
  if (text === '') return undefined
  const ms = momentOf(text.slice(0, 16), zone)
  return ms === undefined ? text : isoOf(Temporal.Instant.fromEpochMilliseconds(ms))
}
