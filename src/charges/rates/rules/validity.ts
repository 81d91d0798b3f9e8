import { Temporal } from '../../../core/time.ts'

type Card = { version: number; validFrom: Temporal.Instant }

/** The prices that hold at a moment: of those that have begun the latest to begin; of two at once the later version. */
export const ratesAt = <Version extends Card>(
  cards: readonly Version[],
  at: Temporal.Instant,
): Version | undefined =>
  cards
    .filter(({ validFrom }) => Temporal.Instant.compare(validFrom, at) <= 0)
    .toSorted(
      (one, other) =>
        Temporal.Instant.compare(other.validFrom, one.validFrom) || other.version - one.version,
    )[0]

/** Prices that begin later, the next first. */
export const upcomingOf = <Version extends Card>(
  cards: readonly Version[],
  at: Temporal.Instant,
): Version[] =>
  cards
    .filter(({ validFrom }) => Temporal.Instant.compare(validFrom, at) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.validFrom, other.validFrom))
