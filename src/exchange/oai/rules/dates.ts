import { isUsualMs, Temporal } from '../../../core/time.ts'

const shapes = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  second: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:[0-5]\dZ$/,
} as const

type Span = { unit: 'day' | 'second'; start: string; end: string }

/** A day or a second of UTC, as `from` and `until` name it, half-open; undefined where the text is neither. */
export function dayOrSecond(text: string | undefined): Span | undefined {
  if (text === undefined) return undefined
  if (shapes.day.test(text)) return spanFrom('day', `${text}T00:00:00Z`)
  return shapes.second.test(text) ? spanFrom('second', text) : undefined
}

function spanFrom(unit: Span['unit'], text: string): Span | undefined {
  try {
    const start = Temporal.Instant.from(text)
    const end = start.add(unit === 'day' ? { hours: 24 } : { seconds: 1 })
    // A year that a database may not know.
    const isUsual = [start, end].every(({ epochMilliseconds }) => isUsualMs(epochMilliseconds))
    return isUsual ? { unit, start: start.toString(), end: end.toString() } : undefined
  } catch {
    return undefined
  }
}

/** `2026-11-29T13:15:18Z`: what is finer is cut off, as a range by seconds counts it. */
export const secondOf = (at: string): string =>
  Temporal.Instant.from(at).toString({ smallestUnit: 'second', roundingMode: 'floor' })
