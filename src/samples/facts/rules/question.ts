import type { Dimension, FactFilters } from '../model.ts'
import { chapters } from './chapters.ts'

/** From and to, both counted; unknown: what has none. */
export type Span = { from: number; to: number } | 'unknown'

/**
 * What samples are counted, in one form for each meaning: a cell of a table and a question with the same filters are the
 * same, so they have the same answer.
 */
export type Question = {
  sex: readonly string[] | null
  type: readonly string[] | null
  age: Span | null
  year: Span | null
  /** Codes or ranges, of each list any: all lists have to fit. */
  diseases: readonly (readonly string[])[]
}

export const oldest = 130
export const bandYears = 10
/** Whoever is older is in the last band, too. */
export const lastBand = 9
const years = { from: 0, to: 9999 }
/** What a year may be; another one counts as not recorded. */
export const firstYear = 1800
export const lastYear = 2200

export function questionOf(asked: FactFilters): Question {
  const { sex, type, disease, ageFrom, ageTo, year } = asked
  return {
    sex: inOrder(sex),
    type: inOrder(type),
    age: spanOf({ from: ageFrom, to: ageTo }, { from: 0, to: oldest }),
    year: spanOf({ from: year ?? asked.yearFrom, to: year ?? asked.yearTo }, years),
    diseases: disease ? [inOrder(disease) ?? []] : [],
  }
}

/** The question narrowed to one cell of a table; `value` is null for what has none. */
export function narrowed(asked: Question, dimension: Dimension, value: string | null): Question {
  if (dimension === 'sex' || dimension === 'type')
    return { ...asked, [dimension]: value === null ? [] : [value] }
  if (dimension === 'ageBand') return { ...asked, age: overlap(asked.age, bandOf(value)) }
  if (dimension === 'year') return { ...asked, year: overlap(asked.year, yearOf(value)) }
  return { ...asked, diseases: withoutImplied([...asked.diseases, [value ?? '']]) }
}

/** The question as text, the same for the same meaning. */
export const textOf = ({ sex, type, age, year, diseases }: Question): string =>
  JSON.stringify([sex, type, age, year, diseases.map((any) => any.join()).toSorted()])

/** `E10-E14` is a range of codes of three signs, anything else how codes begin. */
export function rangeOf(code: string): { from: string; to: string } | null {
  const [from, to] = code.split('-')
  return from !== undefined && to !== undefined ? { from, to } : null
}

/** The chapter of a code; undefined for one of no chapter. */
export const chapterOf = (code: string): string | undefined =>
  chapters.find((chapter) => isCodeOf(code, chapter.code))?.code

/** Whether a code is asked for: E11 has E11.9, E10-E14 too; a number of Orphanet stands for itself. */
export function isCodeOf(code: string, asked: string): boolean {
  const range = rangeOf(asked)
  const start = code.slice(0, 3)
  if (range) return start >= range.from && start <= range.to
  return asked.startsWith('ORPHA') ? code === asked : code.startsWith(asked)
}

/** Whether an age or a year is in what is asked for. */
export function isInSpan(value: number | null, span: Span | null): boolean {
  if (span === null) return true
  if (span === 'unknown' || value === null) return span === 'unknown' && value === null
  return value >= span.from && value <= span.to
}

const inOrder = (values: readonly string[] | undefined) =>
  values && values.length > 0 ? [...new Set(values)].toSorted() : null

type Ends = { from: number | undefined; to: number | undefined }

const spanOf = ({ from, to }: Ends, widest: { from: number; to: number }): Span | null =>
  from === undefined && to === undefined ? null : { from: from ?? widest.from, to: to ?? widest.to }

function bandOf(value: string | null): Span {
  if (value === null) return 'unknown'
  const band = Number(value)
  const from = band * bandYears
  return { from, to: band === lastBand ? oldest : from + bandYears - 1 }
}

const yearOf = (value: string | null): Span =>
  value === null ? 'unknown' : { from: Number(value), to: Number(value) }

function overlap(asked: Span | null, cell: Span): Span {
  if (asked === null || asked === 'unknown' || cell === 'unknown') return cell
  return { from: Math.max(asked.from, cell.from), to: Math.min(asked.to, cell.to) }
}

/** What another list says already is left out: E11 is in E00-E90. */
function withoutImplied(lists: readonly (readonly string[])[]): (readonly string[])[] {
  return lists.filter(
    (wide, at) =>
      !lists.some(
        (narrow, other) =>
          other !== at &&
          narrow.every((code) => wide.some((wider) => isWithin(code, wider))) &&
          (other < at || !wide.every((code) => narrow.some((wider) => isWithin(code, wider)))),
      ),
  )
}

function isWithin(code: string, wider: string): boolean {
  const [inner, outer] = [rangeOf(code), rangeOf(wider)]
  if (!outer) return !inner && code.startsWith(wider)
  const from = inner?.from ?? code.slice(0, 3)
  const to = inner?.to ?? code.slice(0, 3)
  return from >= outer.from && to <= outer.to
}
