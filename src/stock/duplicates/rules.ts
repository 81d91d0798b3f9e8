import type { Text } from '../../core/text.ts'
import { duplicateWords as words } from './words.ts'

/** What decides whether one lot is a safety duplicate of another. */
export type Duplicated = {
  institutionId: string
  /** Accepted name of its record; null where it has none. */
  taxon: string | null
  balance: number
  frozenAt: unknown
}

/** Why a lot is no safety duplicate of another; nothing where it is one. */
export function objectionsToDuplicate(
  original: Pick<Duplicated, 'institutionId' | 'taxon'>,
  copy: Duplicated,
): Text[] {
  const isOther =
    original.taxon !== null &&
    copy.taxon !== null &&
    original.taxon.toLowerCase() !== copy.taxon.toLowerCase()
  return [
    ...(copy.institutionId === original.institutionId ? [words.notElsewhere] : []),
    ...(isOther ? [words.otherTaxon(original.taxon ?? '', copy.taxon ?? '')] : []),
    ...(copy.frozenAt ? [words.isFrozen] : []),
    ...(copy.balance === 0 ? [words.isEmpty] : []),
  ]
}
