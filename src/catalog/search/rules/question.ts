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

const longestQuestion = 200
const mostTokens = 24

/**
 * Reads a search; undefined when there is nothing in it to search for. With `apart`, runs of 汉字 are cut into
 * words that may stand anywhere: for `兰州大学质谱仪`, which nobody wrote in one piece.
 */
export function questionOf(typed: string, { apart = false } = {}): Question | undefined {
  const text = typed.slice(0, longestQuestion).toWellFormed()
  const parts = partsOf(text).flatMap((part) => (apart ? cut(part) : [part]))
  if (parts.length === 0) return undefined
  const inText = parts.map((part) => queryOf(part, (term) => term))
  const inHeadings = parts.map((part) => queryOf(part, inHeading))
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

function queryOf(part: Part, mark: Mark): string {
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
    if (joints.includes(at)) way.push(cutTo(`${way.pop() ?? ''}${term}`, 120))
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

/**
 * Text into the terms that search compares. Chinese has no spaces, so a run of 汉字 is searched by pieces of one,
 * two and three characters; Latin words are compared without case and accents; numbers also in one piece, so that
 * `NR 010004`, `NR-010004` and `NR010004` are the same.
 */

/** A word, or a run of 汉字, as it stands in the text: `text.slice(start, end)`. */
export type Token = {
  term: string
  isHan: boolean
  start: number
  end: number
  /** Joined to the token before it by one mark and no space: `00/0214`, `LC-MS`. */
  isJoined: boolean
}

/** Latin stops where 汉字 begin: `\p{L}` alone would swallow both. */
const tokens = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu
const joint = /^[-/._:·‐‑–]$/
const longestTerm = 60

export function tokensOf(text: string): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(tokens)) {
    const [written] = match
    const term = fold(written)
    if (term === '') continue
    const { index: start } = match
    const last = found.at(-1)
    const gap = last ? text.slice(last.end, start) : ' '
    const isHan = /^\p{Script=Han}/u.test(written)
    const isJoined = !isHan && last?.isHan === false && joint.test(gap)
    found.push({ term, isHan, start, end: start + written.length, isJoined })
  }
  return found
}

/** Lower case, full-width as half-width, accents and marks off: `Ségrégation` is `segregation`. */
export function fold(text: string): string {
  if (plain.test(text)) return cutTo(text.toLowerCase(), longestTerm)
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
  return cutTo(folded, longestTerm)
}

/** The first units of a text, never with half of a character: PostgreSQL keeps no such text. */
export const cutTo = (text: string, units: number): string =>
  text.slice(0, units).replace(/[\ud800-\udbff]$/, '')

/** What nearly every word is: nothing to take off. */
const plain = /^(?:[a-zA-Z0-9]+|[\u4e00-\u9fff]+)$/

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** A whole name or number without its spaces and marks: `00/0214` is `000214`. Also the key of suggestions. */
export function keyOf(text: string): string {
  const bare = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  const terms = tokensOf(bare).map(({ term }) => term)
  return cutTo(terms.join(''), 120)
}

/**
 * What a run of 汉字 is found by: its characters, pairs and threes. `同位素` is also `同`, `位`, `素`, `同位`, `位素`.
 * Threes make longer words exact without a look at where each pair stands.
 */
export function gramsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.flatMap((one, at) => {
    const [two = '', three = ''] = characters.slice(at + 1, at + 3)
    return [one, ...(two ? [one + two] : []), ...(three ? [one + two + three] : [])]
  })
}

/** What is asked of the index for a run: all of its threes; itself when it is shorter. */
function gramsToFind(run: string): string[] {
  const length = Math.min(3, Array.from(run).length)
  return [...new Set(gramsOf(run).filter((gram) => Array.from(gram).length === length))]
}

/**
 * Terms of a document that are not words begin or end with a mark, which no word has:
 * `^term` stands in a title, name or number, `term~` begins one of its words, `=facet:value` is for filters.
 */
export const inHeading = (term: string) => `^${term}`
export const beginning = (term: string) => `${term}~`
export const facetTerm = (facet: string, value: string | number) => `=${facet}:${value}`

/** Beginnings that are indexed, and that a typed word may be. */
export const beginnings = { shortest: 3, longest: 12 }

/** A term as PostgreSQL's tsvector and tsquery read it. */
export const quoted = (term: string) => (/['\\\0]/.test(term) ? escaped(term) : `'${term}'`)

const escaped = (term: string) =>
  `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\0', '')}'`
