import {
  beginning,
  beginnings,
  cutTo,
  facetTerm,
  gramsToFind,
  inHeading,
  inTitle,
  keyOf,
  quoted,
  type Token,
  tokensOf,
} from './terms.ts'
import { type Synonyms, type Used, usedIn } from './widening.ts'

/** What somebody typed, as tsqueries. Whatever it was, PostgreSQL can read them. */
export type Question = {
  /** Every part stands somewhere in the record, as it was typed or by another word for the same. */
  words: string
  /** Every part stands in its title, names or numbers. */
  headings: string
  /** Every part stands in its title: as it was typed; by another word for the same. */
  titles: string[]
  /**
   * Why a hit is better than others, best first: it has this very name or number; every part stands in its title; in
   * its title, names or numbers; at least one does. What was typed comes before other words for it at each of these. A
   * hit belongs to the first that it meets, most to none.
   */
  merits: string[]
  marks: Marks
  /** Latin words that may be misspelt. */
  spellable: string[]
  /** Groups of words for the same of which one was typed. */
  used: readonly Synonyms[]
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

type Reading = { apart?: boolean; synonyms?: readonly Synonyms[] }

/**
 * Reads a search; undefined when there is nothing in it to search for. With `apart`, runs of 汉字 are cut into
 * words that may stand anywhere: for `兰州大学质谱仪`, which nobody wrote in one piece. With `synonyms`, what stands for
 * the same as a part of it is found too.
 */
export function questionOf(
  typed: string,
  { apart = false, synonyms = [] }: Reading = {},
): Question | undefined {
  const text = typed.slice(0, longestQuestion).toWellFormed()
  const read = (piece: string) => partsOf(piece).flatMap((part) => (apart ? cut(part) : [part]))
  const parts = read(text)
  if (parts.length === 0) return undefined
  const used = usedIn(text, synonyms)
  const direct: Element[] = parts.map((part) => [[part]])
  const widened = used.length > 0 ? widenedBy(text, used, read) : undefined
  const elements = widened ?? direct
  const inText = [direct, ...(widened ? [widened] : [])].map((all) => everyOf(all, places.text))
  return {
    words: anyOf(inText),
    headings: anyOf([direct, elements].map((all) => everyOf(all, places.heading))),
    titles: (widened ? [direct, widened] : [direct]).map((all) => everyOf(all, places.title)),
    merits: meritsOf(text, { direct, widened, used }),
    marks: marksOf(elements.flat(2).concat(parts)),
    spellable: [...new Set(latinOf(parts).filter((term) => /^[a-z]{4,30}$/.test(term)))].slice(
      0,
      4,
    ),
    used: used.flatMap(({ groups }) => groups),
  }
}

type Way = { direct: Element[]; widened: Element[] | undefined; used: readonly Used[] }

function meritsOf(text: string, { direct, widened, used }: Way): string[] {
  const key = keyOf(text)
  const [first, second] = used
  const isWhole = first !== undefined && !second && first.key === key
  const names = isWhole ? first.groups.flatMap(({ keys }) => keys) : []
  const ways = widened ? [direct, widened] : [direct]
  const parts = widened ?? direct
  return [
    ...(key ? [quoted(facetTerm('name', key))] : []),
    ...(names.length > 0 ? [anyOf(names.map((name) => quoted(facetTerm('name', name))))] : []),
    ...ways.map((way) => everyOf(way, places.title)),
    ...ways.map((way) => everyOf(way, places.heading)),
    ...(parts.length > 1 ? [anyOf(parts.map((part) => elementIn(part, places.heading)))] : []),
    ...(widened ? [everyOf(direct, places.text)] : []),
  ]
}

/** Where a term is looked for. Beginnings of words are no titles: `TEM` is not better found in Temperature. */
type Place = { mark: (term: string) => string; hasOrder?: true; isWhole?: true }
const places = {
  text: { mark: (term) => term, hasOrder: true },
  heading: { mark: inHeading },
  title: { mark: inTitle, isWhole: true },
} satisfies Record<string, Place>

/** What must stand in a record: one of several wordings, each of which has parts. */
type Element = readonly (readonly Part[])[]

const everyOf = (elements: readonly Element[], place: Place) =>
  elements.map((element) => elementIn(element, place)).join(' & ')

const elementIn = (element: Element, place: Place) =>
  anyOf(element.map((wording) => wording.map((part) => queryOf(part, place)).join(' & ')))

const anyOf = (queries: readonly string[]) => {
  const [first = '', ...others] = new Set(queries)
  return others.length === 0
    ? first
    : `(${[first, ...others].map((one) => `(${one})`).join(' | ')})`
}

/** The question with each known word as any of those for the same, and what stands around them as it was typed. */
function widenedBy(text: string, used: readonly Used[], read: (piece: string) => Part[]) {
  const elements: Element[] = []
  const addParts = (piece: string, isLast: boolean) => {
    for (const part of read(piece))
      elements.push([[part.type === 'stretch' && !isLast ? { ...part, mayGoOn: false } : part]])
  }
  let at = 0
  for (const { start, end, groups } of used) {
    addParts(text.slice(at, start), false)
    const typed = partsOf(text.slice(start, end))
    const others = groups.flatMap(({ words, narrower }) => [...words, ...narrower])
    elements.push([typed, ...others.flatMap(wordingOf)].map(asItStands))
    at = end
  }
  addParts(text.slice(at), true)
  return elements
}

/** A single character would be found in half of the catalogue. */
const wordingOf = (word: string): Part[][] => {
  const parts = partsOf(word)
  return parts.length === 0 || keyOf(word).length < 2 ? [] : [parts]
}

/** A short abbreviation means many things: only a title or name that has it is meant. */
const asItStands = (wording: Part[], at: number): Part[] =>
  wording.map((part) => {
    if (part.type !== 'stretch') return part
    const [only, second] = part.tokens
    const isShort = at > 0 && wording.length === 1 && !second && (only?.term.length ?? 0) < 4
    return { ...part, mayGoOn: false, ...(isShort && { isHeading: true }) }
  })

/** A run of 汉字, neighbouring Latin words, or Latin words in quotes. */
type Part =
  | { type: 'run'; run: string }
  | { type: 'stretch'; tokens: Token[]; mayGoOn: boolean; isHeading?: boolean }
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

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of a run, as far as the platform knows them; one without any stays what it is. */
function cut(part: Part): Part[] {
  if (part.type !== 'run') return [part]
  const pieces = [...segmenter.segment(part.run)]
  const words = pieces.map(({ segment }) => segment)
  const long = words.filter((word) => Array.from(word).length > 1)
  return (long.length > 0 ? long : [part.run]).map((run) => ({ type: 'run', run }))
}

function queryOf(part: Part, { mark, hasOrder, isWhole }: Place): string {
  if (part.type === 'run')
    return gramsToFind(part.run)
      .map((gram) => quoted(mark(gram)))
      .join(' & ')
  if (part.type === 'phrase') {
    const words = part.tokens.map(({ term }) => quoted(mark(term)))
    return `(${words.join(hasOrder ? ' <-> ' : ' & ')})`
  }
  const goesOn = !isWhole && goingOn(part) !== null
  const marked = part.isHeading && hasOrder ? inHeading : mark
  const word = (term: string, at: number, way: string[]) =>
    goesOn && at === way.length - 1 && isBeginning(term)
      ? `(${quoted(marked(term))} | ${quoted(beginning(term))})`
      : quoted(marked(term))
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
