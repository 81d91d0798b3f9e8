import { earliestStart } from '../../bookings/use/rules.ts'
import type { Actor } from '../../core/actor.ts'
import type { Temporal } from '../../core/time.ts'

type Use = {
  id: string
  state: 'confirmed' | 'in_use'
  start: Temporal.Instant
  end: Temporal.Instant
  personId: string
  bookedBy: string | null
  labId: string | null
}

/** Whether a booking is somebody's to start and finish: theirs, or booked by them. */
export const isTheirs = (actor: Actor, { personId, bookedBy }: Use): boolean =>
  actor.type === 'person' && (personId === actor.personId || bookedBy === actor.personId)

/** Whose name may be told: one's own, one's lab's; staff know all. */
export const mayKnow = (actor: Actor, use: Use, isStaff: boolean): boolean =>
  isStaff ||
  isTheirs(actor, use) ||
  (actor.type === 'person' && actor.labs.some(({ labId }) => labId === use.labId))

/** What stands at an instrument: who is on, who is next, and what this viewer may begin now or soon. */
export function kioskFacts<Row extends Use>(
  uses: readonly Row[],
  { actor, isStaff, now }: { actor: Actor; isStaff: boolean; now: Temporal.Instant },
) {
  const current = uses.find(({ state }) => state === 'in_use')
  const waiting = uses.filter(({ state }) => state === 'confirmed')
  const own = waiting.filter((use) => isTheirs(actor, use))
  const begins = (use: Row) => earliestStart(use) <= now.epochMilliseconds
  const isOver = (at: Temporal.Instant) => at.epochMilliseconds <= now.epochMilliseconds
  /** The viewer's own, or for staff whosever turn it is. */
  const toStart = own.find(begins) ?? (isStaff ? waiting.find(begins) : undefined)
  return {
    current,
    next: waiting[0],
    toStart,
    /** The use before theirs goes on though its time is over, and their own has begun. */
    isLate: Boolean(current && toStart && isOver(current.end) && isOver(toStart.start)),
    toCome: own.find((use) => !begins(use)),
    mayFinish: current !== undefined && (isStaff || isTheirs(actor, current)),
  }
}

const soonMs = 15 * 60_000

/** As good as now, for somebody who stands there. */
export const isSoon = ({ start }: { start: Temporal.Instant }, now: Temporal.Instant): boolean =>
  start.epochMilliseconds - now.epochMilliseconds <= soonMs

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten characters that are not mistaken for one another: 50 bits, by chance. */
export const codeOf = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, 10), (byte) => letters[byte % letters.length] ?? '').join('')
