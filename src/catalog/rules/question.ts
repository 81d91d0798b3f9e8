import { beginning, beginnings, inHeading, pairsOf, quoted, type Token, tokensOf } from './terms.ts'

/** What somebody typed, as tsqueries. Whatever it was, PostgreSQL can read them. */
export type Question = {
  /** Every part stands somewhere; pairs of 汉字 side by side. */
  words: string
  /** Every part stands in the title, a name or a number. */
  heading: string
  /** What to mark in a text that was found. */
  marks: Marks
  /** Latin words that may be misspelt. */
  spellable: string[]
}

export type Marks = {
  /** Runs of 汉字. */
  runs: readonly string[]
  /** Latin words and numbers, whole. */
  words: readonly string[]
  /** The word that may go on. */
  beginning: string | null
}

export const longestQuestion = 200
const mostTokens = 24

/** Reads a search; undefined when there is nothing in it to search for. */
export function questionOf(typed: string): Question | undefined {
  const parts = partsOf(typed.slice(0, longestQuestion).toWellFormed())
  if (parts.length === 0) return undefined
  const written = (mark: Mark) => parts.map((part) => writtenPart(part, mark)).join(' & ')
  const tokens = parts.flatMap((part) => part.tokens)
  const latin = tokens.filter(({ isHan }) => !isHan).map(({ term }) => term)
  const joined = parts.flatMap((part) =>
    part.type === 'stretch' ? waysOf(part.tokens).flat() : [],
  )
  return {
    words: written((term) => term),
    heading: written(inHeading),
    marks: {
      runs: tokens.filter(({ isHan }) => isHan).map(({ term }) => term),
      words: [...new Set([...latin, ...joined])],
      beginning:
        parts.flatMap((part) => (part.type === 'stretch' ? goingOn(part) : null)).find(Boolean) ??
        null,
    },
    spellable: [...new Set(latin.filter((term) => /^[a-z]{4,30}$/.test(term)))].slice(0, 4),
  }
}

type Mark = (term: string) => string

/** A run of 汉字, neighbouring Latin words, or what stands in quotes. */
type Part =
  | { type: 'run'; tokens: [Token] }
  | { type: 'stretch'; tokens: Token[]; mayGoOn: boolean }
  | { type: 'quote'; tokens: Token[] }

function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let left = mostTokens
  text.split(/["“”„«»]/).forEach((piece, at) => {
    const tokens = tokensOf(piece).slice(0, left)
    left -= tokens.length
    if (at % 2 === 1 && tokens.length > 1) parts.push({ type: 'quote', tokens })
    else for (const token of tokens) addToken(parts, token)
  })
  const last = parts.findLast((part) => part.type !== 'run')
  if (last?.type === 'stretch') last.mayGoOn = true
  return parts
}

function addToken(parts: Part[], token: Token): void {
  const last = parts.at(-1)
  if (token.isHan) parts.push({ type: 'run', tokens: [token] })
  else if (last?.type === 'stretch') last.tokens.push(token)
  else parts.push({ type: 'stretch', tokens: [token], mayGoOn: false })
}

function writtenPart(part: Part, mark: Mark): string {
  if (part.type === 'run') return side(placed(part.tokens), mark)
  if (part.type === 'quote') return side(placed(part.tokens), mark)
  const last = goingOn(part)
  const word = (term: string, at: number, way: string[]) =>
    last !== null && at === way.length - 1 && isBeginning(term)
      ? `(${quoted(mark(term))} | ${quoted(beginning(term))})`
      : quoted(mark(term))
  const ways = waysOf(part.tokens).map((way) => way.map(word).join(' & '))
  return `(${ways.join(' | ')})`
}

const isBeginning = (term: string) =>
  term.length >= beginnings.shortest && term.length <= beginnings.longest

const goingOn = (part: { tokens: Token[]; mayGoOn: boolean }): string | null => {
  const term = part.tokens.at(-1)?.term ?? ''
  return part.mayGoOn && isBeginning(term) ? term : null
}

/** Terms with their distance from the first, as the document has them: a run of n 汉字 takes n places. */
function placed(tokens: readonly Token[]): { term: string; at: number }[] {
  const found: { term: string; at: number }[] = []
  let at = 0
  for (const { term, isHan } of tokens) {
    const pairs = isHan ? pairsOf(term) : []
    const terms = pairs.length > 0 ? pairs : [term]
    terms.forEach((one, offset) => found.push({ term: one, at: at + offset }))
    at += isHan ? Array.from(term).length : 1
  }
  return found
}

/** Terms in their places, one after the other. A single character has no place: it only has to be there. */
function side(terms: readonly { term: string; at: number }[], mark: Mark): string {
  const marked = mark('') !== ''
  const [alone, inPlace] = [true, false].map((isAlone) =>
    terms.filter(({ term }) => marked || /^\p{Script=Han}$/u.test(term) === isAlone),
  )
  if (marked) return (alone ?? []).map(({ term }) => quoted(mark(term))).join(' & ')
  const phrase = (inPlace ?? []).map(({ term, at }, index, all) => {
    const distance = at - (all[index - 1]?.at ?? at)
    return index === 0 ? quoted(term) : ` <${distance}> ${quoted(term)}`
  })
  const parts = [phrase.join(''), ...(alone ?? []).map(({ term }) => quoted(term))]
  return `(${parts.filter((part) => part !== '').join(' & ')})`
}

/**
 * How a stretch of words may be written: apart, joined where a mark or a digit says that they belong
 * together (`NR 010004`, `LC-MS`, `00/0214`), all of these or one of them.
 */
function waysOf(tokens: readonly Token[]): string[][] {
  const joints = tokens.flatMap((token, at) => {
    const before = tokens[at - 1]
    const belong = token.isJoined || /\p{N}/u.test(token.term + (before?.term ?? ''))
    return before && belong ? [at] : []
  })
  const choices = [
    [],
    joints,
    ...(joints.length > 1 && joints.length < 6 ? joints.map((at) => [at]) : []),
  ]
  const ways = choices.map((joined) => {
    const way: string[] = []
    tokens.forEach(({ term }, at) => {
      if (joined.includes(at)) way.push((way.pop() ?? '') + term)
      else way.push(term)
    })
    return way.map((term) => term.slice(0, 120))
  })
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()]
}
