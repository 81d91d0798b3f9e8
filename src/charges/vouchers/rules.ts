import type { voucherStates } from './model.ts'
import { partOf } from '../charges/rules/fen.ts'

type Covers = {
  balanceFen: number
  coverPercent: number | null
  coverFen: number | null
  capFen: number | null
}

/** What a voucher pays of an amount at once: its share or its sum, within its cap, its balance and the amount itself. */
export function paysOf(
  { balanceFen, coverPercent, coverFen, capFen }: Covers,
  dueFen: number,
): number {
  if (dueFen <= 0) return 0
  const covered = coverPercent === null ? (coverFen ?? 0) : partOf(dueFen, coverPercent, 100)
  return Math.min(covered, capFen ?? covered, balanceFen, dueFen)
}

type Validity = { validFrom: string; validTo: string; withdrawnAt: unknown; balanceFen: number }

/** Days are of the province's calendar; the last one counts whole. */
export function stateOf(
  { validFrom, validTo, withdrawnAt, balanceFen }: Validity,
  today: string,
): (typeof voucherStates)[number] {
  if (withdrawnAt !== null) return 'withdrawn'
  if (balanceFen === 0) return 'spent'
  if (today > validTo) return 'expired'
  return today < validFrom ? 'not_yet' : 'usable'
}
