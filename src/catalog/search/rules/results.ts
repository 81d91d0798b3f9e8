import {
  facetNames,
  type FacetName,
  type SearchResult,
  type Highlight,
  type Mark,
} from '../model.ts'
import { ownFacets } from '../../records/model/record.ts'
import type { LocalText } from '../../../core/text.ts'
import { simplified } from './characters.ts'
import { type Marks } from './question.ts'
import { fold, type Token, tokensOf } from './terms.ts'

/**
 * The address of a page of results: what was asked, as pairs. Each filter, sort and view is a link to the same
 * address with one pair more, fewer or other; where in the list one is never survives such a change.
 */
export type Asked = readonly (readonly [name: string, value: string])[]

const filterNames: readonly string[] = [...facetNames, 'bbox', 'polygon']
const names: readonly string[] = ['q', 'exact', ...filterNames, 'sort', 'view']

/** What an address asks, without empty inputs of forms and without what is not ours. */
export const askedIn = (query: URLSearchParams): Asked =>
  names.flatMap((name) =>
    [...new Set(query.getAll(name))]
      .filter((value) => value.trim() !== '')
      .map((value) => [name, value.trim()] as const),
  )

export function addressOf(asked: Asked): string {
  const query = new URLSearchParams(asked.map(([name, value]) => [name, value])).toString()
  return query ? `/records?${query}` : '/records'
}

/** With this value instead of any other of the name; null takes the name away. */
export function changed(asked: Asked, name: string, value: string | null): Asked {
  const others = asked.filter(([other]) => other !== name)
  return value === null ? others : [...others, [name, value]]
}

/** A filter's value added, or taken away where it is on. */
export function toggled(asked: Asked, name: string, value: string): Asked {
  const without = asked.filter((pair) => pair[0] !== name || pair[1] !== value)
  if (without.length < asked.length) return without
  return name === 'has_image' ? changed(asked, name, value) : [...asked, [name, value]]
}

export const filtersIn = (asked: Asked): Asked =>
  asked.filter(([name]) => filterNames.includes(name))

export const withoutFilters = (asked: Asked): Asked =>
  asked.filter(([name]) => !filterNames.includes(name))

/** Whether search engines may list this page: the whole catalogue and its four kinds, and nothing narrower. */
export const isForEngines = (asked: Asked, isFirstPage: boolean): boolean =>
  isFirstPage &&
  asked.every(([name]) => name === 'kind' || name === 'sort' || name === 'view') &&
  asked.filter(([name]) => name === 'kind').length < 2

/** How many there are: exactly, about, or at least. */
export const totalText = ({ value, relation, about }: SearchResult['total']) =>
  relation === 'gte' && about !== undefined && about > value
    ? { value: about, relation: 'about' as const }
    : { value, relation }

/** Those to show: of one kind where results are of that kind alone, and any that is on. */
export const facetsFor = (asked: Asked, kindsWithOwn: readonly string[]): FacetName[] => {
  const chosen = asked.filter(([name]) => name === 'kind').map(([, value]) => value)
  const isOfOne = chosen.length === 1 && chosen.every((kind) => kindsWithOwn.includes(kind))
  return facetNames.filter(
    (name) => isOfOne || !ownNames.includes(name) || asked.some(([filter]) => filter === name),
  )
}
const ownNames: readonly string[] = ownFacets

const byAge = (one: { value: string }, other: { value: string }) =>
  Number.parseInt(one.value, 10) - Number.parseInt(other.value, 10)

/** Facets that narrow something: with two values to choose from, or one that is on. */
export function usefulFacets({ facets = {} }: Pick<SearchResult, 'facets'>) {
  return facetNames.flatMap((name: FacetName) => {
    const counted = facets[name] ?? []
    const ordered = name === 'age' ? counted.toSorted(byAge) : counted
    const values = ordered.filter(
      // “Without a picture” is what nobody looks for.
      ({ value, selected }) => selected || name !== 'has_image' || value === 'true',
    )
    const narrows =
      values.length > 1 || values.some(({ selected }) => selected) || name === 'has_image'
    return narrows && values.length > 0 ? [{ name, values }] : []
  })
}

/** A text of a record that may show why it was found. */
export type Shown = { field: string; label: LocalText; text: string | null; isWhole?: boolean }

/** Characters around the first hit of a long text. */
const longest = 160
const before = 30

/** Where these texts have what was searched for; texts without a hit are left out. */
export function highlightsOf(texts: readonly Shown[], marks: Marks): Highlight[] {
  return texts.flatMap(({ field, label, text, isWhole }) => {
    const spans = text ? spansOf(text, marks) : []
    if (!text || spans.length === 0) return []
    const [from, to] = isWhole ? [0, text.length] : windowAround(text, spans[0]?.[0] ?? 0)
    return [{ field, label, parts: partsOf(text, spans, from, to) }]
  })
}

type Span = [start: number, end: number]

/** Hits as spans of the text, in order and apart from each other. */
export function spansOf(text: string, marks: Marks): Span[] {
  if (!mayHave(text, marks)) return []
  const words = new Set(marks.words)
  const tokens = tokensOf(text)
  const spans = tokens.flatMap((token, at): Span[] => {
    if (token.isHan) return runSpans(text, token, marks.runs)
    const isHit =
      words.has(token.term) || (marks.beginning !== null && token.term.startsWith(marks.beginning))
    if (isHit) return [[token.start, token.end]]
    return joinedSpan(tokens, at, words)
  })
  return merged(spans)
}

/** Most texts of a page have none of it, which is seen sooner than they are cut into words. */
function mayHave(text: string, { runs, words, beginning }: Marks): boolean {
  if (unusual.test(text)) return true
  const bare = simplified(text.toLowerCase()).replace(marksAndSpaces, '')
  const has = (part: string) => bare.includes(part)
  return runs.some(has) || words.some(has) || (beginning !== null && has(beginning))
}

/** Letters that folding writes otherwise: anything but plain ones, 汉字, and the marks of both. */
const unusual =
  /[^\s\u0020-\u007e\u00b0\u00b7\u2000-\u206f\u3000-\u303f\u3400-\u9fff\uff01-\uff0f\uff1a-\uff20]/
const marksAndSpaces = /[^a-z0-9\u3400-\u9fff]+/g

function runSpans(text: string, { start, end }: Token, runs: readonly string[]): Span[] {
  // Folding 汉字 keeps their number, except where one is written in a compatibility form.
  const written = text.slice(start, end)
  const folded = fold(written)
  const searched = folded.length === written.length ? folded : simplified(written)
  return runs.flatMap((run) => {
    const spans: Span[] = []
    for (let at = searched.indexOf(run); at >= 0; at = searched.indexOf(run, at + 1))
      spans.push([start + at, start + at + run.length])
    return spans
  })
}

/** `NR 010004` when `nr010004` was searched for: up to four tokens that make it up. */
function joinedSpan(tokens: readonly Token[], at: number, words: ReadonlySet<string>): Span[] {
  const [first] = tokens.slice(at, at + 1)
  let joined = ''
  for (const token of tokens.slice(at, at + 4)) {
    if (token.isHan) break
    joined += token.term
    if (first && token !== first && words.has(joined)) return [[first.start, token.end]]
  }
  return []
}

function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    const last = found.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else found.push([start, end])
  }
  return found
}

/** From a little before the hit, at a boundary of characters. */
function windowAround(text: string, hit: number): Span {
  if (text.length <= longest) return [0, text.length]
  const from = boundary(text, Math.max(0, Math.min(hit - before, text.length - longest)))
  return [from, boundary(text, Math.min(text.length, from + longest))]
}

const boundary = (text: string, at: number) =>
  at > 0 && /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at

function partsOf(text: string, spans: readonly Span[], from: number, to: number): Mark[] {
  const parts: Mark[] = []
  let at = from
  for (const [start, end] of spans) {
    if (start >= to) break
    if (start > at) parts.push({ text: text.slice(at, start), hit: false })
    parts.push({ text: text.slice(Math.max(start, from), Math.min(end, to)), hit: true })
    at = Math.min(end, to)
  }
  if (at < to) parts.push({ text: text.slice(at, to), hit: false })
  const [head] = parts
  const tail = parts.at(-1)
  if (from > 0 && head) head.text = `…${head.text}`
  if (to < text.length && tail) tail.text = `${tail.text}…`
  return parts
}
