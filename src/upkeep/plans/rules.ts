import type { Temporal } from '../../core/time.ts'

/** The day on which it is due next, counted from when it was done. */
export const dueAfter = (done: Temporal.Instant, everyDays: number | null) =>
  everyDays === null ? null : done.add({ hours: everyDays * 24 })
