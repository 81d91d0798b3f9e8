import { simplified } from './characters.ts'

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

/**
 * Lower case, full-width as half-width, accents and marks off: `Ségrégation` is `segregation`. Traditional characters as
 * simplified ones.
 */
export function fold(text: string): string {
  if (plain.test(text)) return cutTo(simplified(text.toLowerCase()), longestTerm)
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
  return cutTo(simplified(folded), longestTerm)
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
export function gramsToFind(run: string): string[] {
  const length = Math.min(3, Array.from(run).length)
  return [...new Set(gramsOf(run).filter((gram) => Array.from(gram).length === length))]
}

/**
 * Terms of a document that are not words begin or end with a mark, which no word has:
 * `^term` stands in a title, name or number, `!term` in a title, `term~` begins one of its words, `=facet:value` is for
 * filters.
 */
export const inHeading = (term: string) => `^${term}`
export const inTitle = (term: string) => `!${term}`
export const beginning = (term: string) => `${term}~`
export const facetTerm = (facet: string, value: string | number) => `=${facet}:${value}`

/** Beginnings that are indexed, and that a typed word may be. */
export const beginnings = { shortest: 3, longest: 12 }

/** A term as PostgreSQL's tsvector and tsquery read it. */
export const quoted = (term: string) => (/['\\\0]/.test(term) ? escaped(term) : `'${term}'`)

const escaped = (term: string) =>
  `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\0', '')}'`
