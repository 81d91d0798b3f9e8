import { keyOf, type Token, tokensOf } from './terms.ts'

/** Words for the same thing; what is a kind of it; and the keys of the words. */
export type Synonyms = {
  words: readonly string[]
  narrower: readonly string[]
  keys: readonly string[]
}

/** A piece of what was typed that is a word of these groups. */
export type Used = { start: number; end: number; key: string; groups: readonly Synonyms[] }

/** The words to tell of: of each group the first of either script that was not typed, and what is narrower. */
export function alsoOf(typed: string, used: readonly Synonyms[]): string[] {
  const keys = new Set(keysIn(typed))
  const words = used.flatMap((group) => {
    const others = group.words.filter((word) => !keys.has(keyOf(word)))
    return [
      ...others.filter(isHan).slice(0, 1),
      ...others.filter((word) => !isHan(word)).slice(0, 1),
      ...group.narrower.slice(0, 2),
    ]
  })
  return [...new Set(words)].slice(0, 8)
}

const isHan = (word: string) => /\p{Script=Han}/u.test(word)

/** A Latin word, or one character of a run. */
type Atom = Pick<Token, 'term' | 'isHan' | 'start' | 'end'>
type Piece = { start: number; end: number; keys: string[] }

const mostAtoms = 80
const longestPiece = 14

/** Keys of every piece of a question that may be a word of the vocabulary: whole Latin words, any part of a run. */
export const keysIn = (typed: string): string[] => [
  ...new Set(piecesOf(typed).flatMap(({ keys }) => keys)),
]

/** The pieces that are words of these groups: of those that overlap the longest; in their order. */
export function usedIn(typed: string, groups: readonly Synonyms[]): Used[] {
  if (groups.length === 0) return []
  const found = piecesOf(typed).flatMap(({ start, end, keys }): Used[] => {
    const fitting = groups.filter((group) => keys.some((key) => group.keys.includes(key)))
    return fitting.length > 0 ? [{ start, end, key: keys[0] ?? '', groups: fitting }] : []
  })
  const taken: Used[] = []
  for (const one of found.toSorted((a, b) => b.key.length - a.key.length))
    if (taken.every(({ start, end }) => one.end <= start || one.start >= end)) taken.push(one)
  return taken.toSorted((a, b) => a.start - b.start)
}

function piecesOf(typed: string): Piece[] {
  const atoms = atomsOf(typed)
  return atoms.flatMap((_, from) =>
    Array.from({ length: Math.min(longestPiece, atoms.length - from) }, (__, more) =>
      pieceOf(atoms, from, from + more + 1),
    ).filter((piece) => piece !== undefined),
  )
}

/** What stands in quotes is meant as it is. */
function atomsOf(typed: string): Atom[] {
  const open = typed.replace(/["“”„«»][^"“”„«»]*(?:["“”„«»]|$)/g, (quoted) =>
    ' '.repeat(quoted.length),
  )
  return tokensOf(open)
    .flatMap((token): Atom[] => {
      const characters = Array.from(token.term)
      if (!token.isHan || token.term.length !== token.end - token.start) return [token]
      return characters.map((term, at) => {
        const start = token.start + characters.slice(0, at).join('').length
        return { term, isHan: true, start, end: start + term.length }
      })
    })
    .slice(0, mostAtoms)
}

function pieceOf(atoms: readonly Atom[], from: number, to: number): Piece | undefined {
  const piece = atoms.slice(from, to)
  const [first] = piece
  const last = piece.at(-1)
  if (!first || !last) return undefined
  const isInRun =
    piece.length === 1 &&
    first.isHan &&
    [atoms[from - 1]?.end === first.start, atoms[to]?.start === first.end].includes(true)
  if (isInRun) return undefined
  const key = piece.map(({ term }) => term).join('')
  const singular = !last.isHan && /.{3,}[^s]s$/.test(last.term) ? [key.slice(0, -1)] : []
  return { start: first.start, end: last.end, keys: [key, ...singular] }
}
