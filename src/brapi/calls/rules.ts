import { Problem } from '../../core/problem.ts'
import type { Lang } from '../../core/text.ts'
import {
  type Answer,
  type Asked,
  mostPerPage,
  mostValues,
  type Reference,
  type Slice,
  type Status,
} from './model.ts'
import { callWords as words } from './words.ts'

/** What was sent: parameters of an address, or the properties of a search. */
export type Sent = Readonly<Record<string, unknown>>

/** A filter in a search where that is not its name with an `s`. */
const searchNames: Readonly<Record<string, string>> = {
  genus: 'genus',
  species: 'species',
  traitClass: 'traitClasses',
  traitEntity: 'traitEntities',
  attributeCategory: 'attributeCategories',
  instituteAddress: 'instituteAddresses',
  emailAddress: 'emailAddresses',
  mailingAddress: 'mailingAddresses',
}

/** Objects in a search that are single parameters in an address: `levelName` is `observationUnitLevelName`. */
const nested: Readonly<Record<string, string>> = {
  observationLevels: 'observationUnitLevel',
  observationLevelRelationships: 'observationUnitLevelRelationship',
}

/** Places on a map, which nothing here is found by. */
const areas = new Set(['coordinates', 'imageLocation'])
const paging = new Set(['page', 'pageSize'])
/** Of the transport, or of earlier versions: they change nothing here. */
const harmless = new Set(['contentType', 'dataType', 'lang', 'token', 'Authorization'])

/**
 * Reads what a call asks, by the filters that its resource knows. A filter is read under the name that it has in an
 * address and under that of a search. What is not known is `ignored`: the hits are not narrowed by it.
 */
export function readAsked(
  sent: Sent,
  names: readonly string[],
): { asked: Asked; ignored: string[] } {
  const given = flattened(sent)
  const filters = new Map<string, readonly string[]>()
  const read = new Set<string>()
  for (const name of names) {
    const both = [...new Set([name, searchNames[name] ?? `${name}s`])]
    const values = both.flatMap((one) => valuesIn(one, given[one]))
    for (const one of both) read.add(one)
    if (values.length > 0) filters.set(name, values)
  }
  const ignored = Object.keys(given).filter(
    (name) => !read.has(name) && !paging.has(name) && !harmless.has(name),
  )
  return { asked: { ...readSlice(sent), filters }, ignored }
}

/** A warning for each parameter that narrowed nothing. */
export const warningsOf = (ignored: readonly string[], lang: Lang): Status[] =>
  ignored.map((name) => ({
    message: words.ignored(name.slice(0, 100))[lang],
    messageType: 'WARNING',
  }))

function flattened(sent: Sent): Sent {
  const given: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(sent)) {
    const prefix = nested[name]
    if (prefix === undefined) given[name] = value
    else
      for (const [part, one] of levelsIn(value)) {
        const key = prefix + part.replace(/^(?:level|observationUnit)/, '')
        const before = Array.isArray(given[key]) ? given[key] : []
        given[key] = [...before, one]
      }
  }
  return given
}

const levelsIn = (value: unknown): [string, unknown][] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null ? Object.entries(one) : [],
  )

/** The values of a filter; blank ones narrow nothing. */
function valuesIn(name: string, value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value]
  if (all.length > mostValues) throw new Problem('invalid', words.tooManyValues(name, mostValues))
  return all.flatMap((one) => {
    if (isBlank(one)) return []
    if (typeof one === 'object' && areas.has(name)) return ['area']
    const isPlain = typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'
    if (!isPlain) throw new Problem('invalid', words.notAValue(name))
    return [String(one)]
  })
}

const isBlank = (value: unknown) => value === undefined || value === null || value === ''

/** The page that is asked for; a page larger than the largest is that one. */
export function readSlice({ page, pageSize }: Sent): Slice {
  return {
    page: wholeIn('page', page, 0) ?? 0,
    pageSize: Math.min(wholeIn('pageSize', pageSize, 1) ?? mostPerPage, mostPerPage),
  }
}

function wholeIn(name: string, value: unknown, least: number): number | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value
  if (isBlank(one)) return undefined
  const number = typeof one === 'string' && /^\d{1,9}$/.test(one) ? Number(one) : one
  if (typeof number === 'number' && Number.isInteger(number) && number >= least && number < 1e9)
    return number
  throw new Problem('invalid', words.badPage(name, least))
}

type Listed = { data: readonly unknown[]; totalCount: number; slice: Slice; status?: Status[] }

/** A list as BrAPI answers it: `pageSize` is what came; where nothing did, what was asked. */
export const listAnswer = ({ data, totalCount, slice, status = [] }: Listed): Answer => ({
  metadata: {
    datafiles: [],
    pagination: {
      currentPage: slice.page,
      pageSize: data.length || slice.pageSize,
      totalCount,
      totalPages: Math.ceil(totalCount / slice.pageSize),
    },
    status,
  },
  result: { data },
})

/** Everything that there is, in one page. */
export const wholeAnswer = (data: readonly unknown[]): Answer =>
  listAnswer({
    data,
    totalCount: data.length,
    slice: { page: 0, pageSize: Math.max(1, data.length) },
  })

/** One thing, or what a call does. */
export const singleAnswer = (result: unknown): Answer => ({
  metadata: {
    datafiles: [],
    pagination: { currentPage: 0, pageSize: 1, totalCount: 1, totalPages: 1 },
    status: [],
  },
  result,
})

/** The page of a list that is held whole. */
export const sliceOf = <Item>(items: readonly Item[], { page, pageSize }: Slice): Item[] =>
  items.slice(page * pageSize, (page + 1) * pageSize)

/** Without what is not known: the document of BrAPI has no null. */
export function known(answer: Answer): Answer {
  return Object.fromEntries(
    Object.entries(answer).filter(([, value]) => value !== undefined && value !== null),
  )
}

/** `additionalInfo`: every value a text. */
export const infoOf = (values: Readonly<Record<string, string | number | null | undefined>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === null || value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  )

/** What other programs call a thing; BrAPI 2.0 spelt one of the names otherwise. */
export const referencesShown = (references: readonly Reference[]): Answer[] =>
  references.map(({ referenceId, referenceSource }) =>
    known({ referenceId, referenceID: referenceId, referenceSource }),
  )

/** The start of a day in UTC, where BrAPI asks for a moment and a day is known. */
export const momentOf = (day: string | null): string | undefined =>
  day === null ? undefined : `${day}T00:00:00Z`

/** `/trials/:trialDbId` as BrAPI writes it: `trials/{trialDbId}`. */
const serviceOf = (path: string) =>
  path.replace(/^\//, '').replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')

type Route = { method: string; path: string }

/** The calls of `serverinfo`: what is routed, and nothing else. */
export function callsOf(routes: readonly Route[]) {
  const byPath = Map.groupBy(
    routes.filter(({ method }) => method !== 'ALL'),
    ({ path }) => serviceOf(path),
  )
  return [...byPath]
    .map(([service, all]) => ({
      service,
      methods: [...new Set(all.map(({ method }) => method))].toSorted(),
      contentTypes: ['application/json'],
      dataTypes: ['application/json'],
      versions: ['2.1'],
    }))
    .toSorted((one, other) => (one.service < other.service ? -1 : 1))
}
