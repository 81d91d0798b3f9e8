import { facetNames, type FacetName, type SearchResult } from '../model.ts'

/**
 * The address of a page of results: what was asked, as pairs. Each filter, sort and view is a link to the same
 * address with one pair more, fewer or other; where in the list one is never survives such a change.
 */
export type Asked = readonly (readonly [name: string, value: string])[]

const names: readonly string[] = ['q', ...facetNames, 'bbox', 'sort', 'view']
const filterNames: readonly string[] = [...facetNames, 'bbox']

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
export const saidTotal = ({ value, relation, about }: SearchResult['total']) =>
  relation === 'gte' && about !== undefined && about > value
    ? { value: about, relation: 'about' as const }
    : { value, relation }

/** Facets that narrow something: with two values to choose from, or one that is on. */
export function usefulFacets({ facets = {} }: Pick<SearchResult, 'facets'>) {
  return facetNames.flatMap((name: FacetName) => {
    const values = (facets[name] ?? []).filter(
      // “Without a picture” is what nobody looks for.
      ({ value, selected }) => selected || name !== 'has_image' || value === 'true',
    )
    const narrows =
      values.length > 1 || values.some(({ selected }) => selected) || name === 'has_image'
    return narrows && values.length > 0 ? [{ name, values }] : []
  })
}
