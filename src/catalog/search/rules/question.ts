import {
  beginning,
  beginnings,
  facetTerm,
  gramsToFind,
  inHeading,
  keyOf,
  quoted,
  type Token,
  tokensOf,
} from './terms.ts'

/** What somebody typed, as tsqueries. Whatever it was, PostgreSQL can read them. */
export type Question = {
  /** Every part stands somewhere in the record. */
  words: string
  /**
   * Why a hit is better than others, best first: it has this very name or number; every part stands in its title,
   * names or numbers; at least one does. A hit belongs to the first that it meets, most to none.
   */
  merits: string[]
  marks: Marks
  /** Latin words that may be misspelt. */
  spellable: string[]
}

/** What to mark in a text that was found. */
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

/**
 * Reads a search; undefined when there is nothing in it to search for. With `apart`, runs of 汉字 are cut into
 * words that may stand anywhere: for `兰州大学质谱仪`, which nobody wrote in one piece.
 */
export function questionOf(typed: string, { apart = false } = {}): Question | undefined {
  const text = typed.slice(0, longestQuestion).toWellFormed()
  const parts = partsOf(text).flatMap((part) => (apart ? cut(part) : [part]))
  if (parts.length === 0) return undefined
  const inText = parts.map((part) => written(part, (term) => term))
  const inHeadings = parts.map((part) => written(part, inHeading))
  const key = keyOf(text)
  return {
    words: inText.join(' & '),
    merits: [
      ...(key ? [quoted(facetTerm('name', key))] : []),
      inHeadings.join(' & '),
      ...(parts.length > 1 ? [inHeadings.map((part) => `(${part})`).join(' | ')] : []),
    ],
    marks: marksOf(parts),
    spellable: [...new Set(latinOf(parts).filter((term) => /^[a-z]{4,30}$/.test(term)))].slice(
      0,
      4,
    ),
  }
}

type Mark = (term: string) => string

/** A run of 汉字, neighbouring Latin words, or Latin words in quotes. */
type Part =
  | { type: 'run'; run: string }
  | { type: 'stretch'; tokens: Token[]; mayGoOn: boolean }
  | { type: 'phrase'; tokens: Token[] }

function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let left = mostTokens
  text.split(/["“”„«»]/).forEach((piece, at) => {
    const tokens = tokensOf(piece).slice(0, left)
    left -= tokens.length
    const isQuoted = at % 2 === 1
    for (const token of tokens) addToken(parts, token, isQuoted)
  })
  const last = parts.findLast(({ type }) => type !== 'run')
  if (last?.type === 'stretch') last.mayGoOn = true
  return parts
}

function addToken(parts: Part[], token: Token, isQuoted: boolean): void {
  const last = parts.at(-1)
  const type = isQuoted ? 'phrase' : 'stretch'
  if (token.isHan) parts.push({ type: 'run', run: token.term })
  else if (last?.type === type) last.tokens.push(token)
  else parts.push({ type, tokens: [token], mayGoOn: false })
}

/** Words of a run, as far as the platform knows them; one without any stays what it is. */
function cut(part: Part): Part[] {
  if (part.type !== 'run') return [part]
  const pieces = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(part.run)]
  const words = pieces.map(({ segment }) => segment)
  const long = words.filter((word) => Array.from(word).length > 1)
  return (long.length > 0 ? long : [part.run]).map((run) => ({ type: 'run', run }))
}

function written(part: Part, mark: Mark): string {
  if (part.type === 'run')
    return gramsToFind(part.run)
      .map((gram) => quoted(mark(gram)))
      .join(' & ')
  if (part.type === 'phrase') {
    const isHeading = mark('') !== ''
    const words = part.tokens.map(({ term }) => quoted(mark(term)))
    return `(${words.join(isHeading ? ' & ' : ' <-> ')})`
  }
  const goesOn = goingOn(part) !== null
  const word = (term: string, at: number, way: string[]) =>
    goesOn && at === way.length - 1 && isBeginning(term)
      ? `(${quoted(mark(term))} | ${quoted(beginning(term))})`
      : quoted(mark(term))
  const ways = waysOf(part.tokens).map((way) => way.map(word).join(' & '))
  return `(${ways.join(' | ')})`
}

const isBeginning = (term: string) =>
  term.length >= beginnings.shortest && term.length <= beginnings.longest

/** The word of a stretch that was perhaps not typed to its end. */
function goingOn(part: Part): string | null {
  if (part.type !== 'stretch' || !part.mayGoOn) return null
  const term = part.tokens.at(-1)?.term ?? ''
  return isBeginning(term) ? term : null
}

/**
 * How a stretch of words may be written: apart; joined where a mark or a digit says that two belong together
 * (`NR 010004`, `LC-MS`, `00/0214`); or only one such pair of them joined.
 */
function waysOf(tokens: readonly Token[]): string[][] {
  const joints = tokens.flatMap((token, at) => {
    const before = tokens[at - 1]
    const belong = token.isJoined || /\p{N}/u.test(token.term + (before?.term ?? ''))
    return before && belong ? [at] : []
  })
  const single = joints.length > 1 && joints.length < 6 ? joints.map((at) => [at]) : []
  const ways = [[], joints, ...single].map((joined) => joinedAt(tokens, joined))
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()]
}

function joinedAt(tokens: readonly Token[], joints: readonly number[]): string[] {
  const way: string[] = []
  tokens.forEach(({ term }, at) => {
    if (joints.includes(at)) way.push(`${way.pop() ?? ''}${term}`.slice(0, 120))
    else way.push(term)
  })
  return way
}

const latinOf = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part.type === 'run' ? [] : part.tokens.map(({ term }) => term)))

function marksOf(parts: readonly Part[]): Marks {
  const joined = parts.flatMap((part) =>
    part.type === 'stretch' ? waysOf(part.tokens).flat() : [],
  )
  return {
    runs: parts.flatMap((part) => (part.type === 'run' ? [part.run] : [])),
    words: [...new Set([...latinOf(parts), ...joined])],
    beginning: parts.map(goingOn).find((term) => term !== null) ?? null,
  }
}
