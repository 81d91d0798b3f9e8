import type { Outcome } from './model.ts'

type Deposited = { sizeBytes: number; sha256: string }
/** What a read of the stored bytes gave: nothing there, or so many; a hash where their number was right. */
export type Found = { sizeBytes: number | null; sha256: string | null } | undefined

/** Whether stored bytes are what was deposited; `recovered` where they were damaged before. */
export function outcomeOf(
  deposited: Deposited & { isDamaged: boolean },
  found: Found,
): { outcome: Outcome; found?: NonNullable<Found> } {
  if (!found) return { outcome: 'missing' }
  if (!isSame(deposited, found)) return { outcome: 'mismatch', found }
  return { outcome: deposited.isDamaged ? 'recovered' : 'sound' }
}

export const isSame = (deposited: Deposited, found: Found): boolean =>
  found?.sizeBytes === deposited.sizeBytes && found.sha256 === deposited.sha256

/** Every object is read again in so many days; it is due some days before, so that a busy week is no delay. */
export const mostDays = 30
export const dueDays = 25

/** So many checks of an object that found it sound are kept, about a year of them; damage and recovery for good. */
export const keptSound = 12
