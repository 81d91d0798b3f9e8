import type { Text } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { withdrawalWords as words } from './words.ts'

/** So long a withdrawal that was recorded by mistake is corrected: nobody should have destroyed anything for it yet. */
export const correctionDays = 7

type Recorded = {
  withdrawnAt: Temporal.Instant | null
  /** Whether a sample of the donor, or one made of them, was destroyed since. */
  hasDestroyed: boolean
}

/** Why the record of a withdrawal stands for good; undefined where it may be corrected. */
export function objectionToCorrecting(
  { withdrawnAt, hasDestroyed }: Recorded,
  now: Temporal.Instant,
): Text | undefined {
  if (!withdrawnAt) return words.notWithdrawn
  if (hasDestroyed) return words.destroyedSince
  const since = now.epochMilliseconds - withdrawnAt.epochMilliseconds
  return since > correctionDays * 86_400_000 ? words.tooLate(correctionDays) : undefined
}
