import { z } from 'zod'
import { Temporal } from '../../../core/time.ts'
import { useWords as words } from '../words/use.ts'

const orAbsent = (value: unknown) => (value === '' ? undefined : value)

/** A parameter that may be missing, or be an empty field of a form. */
export const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(orAbsent, shape.optional())

/** An edge of a period as it is asked for: a day of the instrument's own calendar, or a moment. */
export const Edge = z.string().refine((text) => isDay(text) || isMoment(text), {
  error: words.badEdge.en,
  params: { text: words.badEdge },
})

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && reads(() => Temporal.PlainDate.from(text))
}

const isMoment = (text: string) => reads(() => Temporal.Instant.from(text))

function reads(read: () => unknown): boolean {
  try {
    return read() !== undefined
  } catch {
    return false
  }
}

/** What was asked for, both edges known. Days are included whole, moments are half-open. */
export type AskedPeriod = { from: string; to: string }

/** A part of the period in one zone: `key` is a month (`2026-03`), a week's Monday, or `all`. */
export type Bucket = { zone: string; key: string; startMs: number; endMs: number }
