import type { FieldValues } from '../../../core/fields.ts'
import { textIn } from '../../../core/field-values.ts'
import type { Finding } from '../model.ts'
import { findingWords as words } from '../words.ts'

/** A word of a scientific name: genus, or epithet beside its genus; folded as the search index has it. */
export type NameWord = { field: 'genus' | 'species'; word: string; genus: string | null }

/** The words of a passport’s name that can be compared with others: plain Latin of some length. */
export function nameWordsIn(values: FieldValues): NameWord[] {
  const genus = latinWord(textIn(values, 'genus'))
  const species = latinWord(textIn(values, 'species'))
  if (genus === null) return []
  return [
    { field: 'genus' as const, word: genus, genus: null },
    ...(species === null ? [] : [{ field: 'species' as const, word: species, genus }]),
  ]
}

const latinWord = (name: string | null) =>
  /^[a-z]{4,30}$/.exec(name?.toLowerCase().split(' ')[0] ?? '')?.[0] ?? null

/** So many times as many records have the likely name. */
const muchMore = 10

/** A name that few records have while many have one that is a slip of the pen away. */
export function spellingFinding(
  { field, word }: NameWord,
  known: readonly { word: string; records: number }[],
): Finding | undefined {
  const own = known.find((one) => one.word === word)?.records ?? 0
  const likely = known.find(
    (one) => one.records >= muchMore * Math.max(1, own) && isSlip(word, one.word),
  )
  if (!likely) return undefined
  const right = field === 'genus' ? capitalised(likely.word) : likely.word
  const written = field === 'genus' ? capitalised(word) : word
  return {
    code: 'taxon_spelling',
    field,
    detail: words.spelling(written, right),
    mend: { [field]: right },
  }
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** One letter wrong, missing, too many or changed places; two in a long word. */
export const isSlip = (written: string, meant: string): boolean => {
  const distance = distanceOf(written, meant)
  return distance > 0 && distance <= (written.length >= 8 ? 2 : 1)
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each one step. */
function distanceOf(one: string, other: string): number {
  const steps = new Map<string, number>()
  const stepsTo = (row: number, at: number): number => {
    if (row === 0 || at === 0) return row + at
    const key = `${row},${at}`
    const known = steps.get(key)
    if (known !== undefined) return known
    const isSame = one[row - 1] === other[at - 1]
    const isSwap =
      row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
    const least = Math.min(
      stepsTo(row - 1, at) + 1,
      stepsTo(row, at - 1) + 1,
      stepsTo(row - 1, at - 1) + (isSame ? 0 : 1),
      isSwap ? stepsTo(row - 2, at - 2) + 1 : Number.POSITIVE_INFINITY,
    )
    steps.set(key, least)
    return least
  }
  return stepsTo(one.length, other.length)
}
