import type { Text } from '../../core/text.ts'
import { codeIn } from '../rules.ts'
import { moveWords as words } from './words.ts'

/** What decides whether two lots hold the same. */
export type Content = {
  id: string
  recordId: string
  unit: string
  generation: number | null
  thousandSeedGrams: number | null
  frozenAt: unknown
  isOpenHarvest: boolean
}

/** Why nothing is moved from one lot into another; nothing where they are of equal content. */
export function objectionsToMoving(from: Content, to: Content): Text[] {
  if (from.id === to.id) return [words.isItself]
  return [
    ...(from.recordId === to.recordId ? [] : [words.otherRecord]),
    ...(from.unit === to.unit ? [] : [words.otherUnit]),
    ...(from.generation === to.generation ? [] : [words.otherGeneration]),
    ...(from.thousandSeedGrams === to.thousandSeedGrams ? [] : [words.otherWeight]),
    ...(to.frozenAt ? [words.isFrozen] : []),
    ...(to.isOpenHarvest ? [words.isOpen] : []),
  ]
}

/** The codes in a text, typed or scanned, parted by commas or spaces, each once. */
export const codesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，;；]+/)
      .filter(Boolean)
      .map(codeIn),
  ),
]
