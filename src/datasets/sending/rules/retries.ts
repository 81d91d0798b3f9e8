const firstPauseMs = 500
const longestPauseMs = 30_000
/** With pauses that double, about three minutes of a lost connection. */
export const mostTries = 14

/** How long to wait after the try `tries` failed; `chance` in [0, 1) spreads clients that were cut off together. */
export const pauseAfter = (tries: number, chance: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)) * (0.5 + chance / 2)

/** Whether the same may work a moment later; no status at all is a connection that broke. */
export const isPassing = (status: number | undefined): boolean =>
  status === undefined ||
  status === 408 ||
  status === 429 ||
  (status >= 500 && status !== 501 && status !== 507)

/** The signature of an address has run out, or its clock is another: a fresh address is asked for. */
export const isOutdated = (status: number | undefined): boolean => status === 403 || status === 400
