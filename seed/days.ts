import { randomOf } from './random.ts'

const dayMs = 86_400_000
const first = Date.UTC(2023, 2, 6)
const last = Date.UTC(2026, 10, 20)

/** The working day on which a record was written: always the same for its key, later ones likelier when `recent`. */
export function dayOf(key: string, { recent = 1 }: { recent?: number } = {}): string {
  const share = randomOf(`day/${key}`).next() ** (1 / recent)
  const day = new Date(first + Math.floor(((last - first) * share) / dayMs) * dayMs)
  const weekday = day.getUTCDay()
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0
  return new Date(day.getTime() - back * dayMs).toISOString().slice(0, 10)
}

/** A moment within the office hours of that day in Gansu, as an instant. */
export function momentOf(key: string, day: string): string {
  const random = randomOf(`hour/${key}`)
  const minutes = random.whole(0, 9 * 60)
  const at = Date.parse(`${day}T00:30:00Z`) + minutes * 60_000 + random.whole(0, 59) * 1000
  return new Date(at).toISOString()
}
