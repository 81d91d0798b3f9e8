import type { Temporal } from '../../../core/time.ts'

/** How long things of trust last, in hours. */
export const lifetimeHours = {
  session: 14 * 24,
  invitation: 14 * 24,
  passwordReset: 2,
  emailVerification: 3 * 24,
  /** From leaving for the other sign-in to coming back. */
  oidc: 0.25,
} as const

/** A session's last use is noted at most this often, so that reading does not write. */
export const sessionTouchMinutes = 10

export const expiryOf = (what: keyof typeof lifetimeHours, from: Temporal.Instant) =>
  from.add({ minutes: lifetimeHours[what] * 60 })

/** Whether enough time has passed to note the use of a session or token again. */
export const isDueForTouch = (seenAt: Temporal.Instant | null, now: Temporal.Instant) =>
  seenAt === null || seenAt.until(now).total('minutes') >= sessionTouchMinutes
