import type { LocalText } from '../../../core/text.ts'
import type { Dimension } from '../model.ts'
import { bandName, dimensionNames, factWords as words } from '../words.ts'
import { chapters } from './chapters.ts'
import { type Counted, shownCounts } from './publish.ts'
import { bandYears, lastBand, narrowed, type Question, textOf } from './question.ts'

export type Cell = { values: readonly (string | null)[]; donors: number; samples: number }
type Named = { value: string | null; label: LocalText }
/** The values of each dimension that are listed whether they occur or not; none: those alone that are shown. */
export type Known = Readonly<Record<Dimension, readonly Named[]>>

/** One count of a table: `shown` is null where it is too small to be shown. */
export type Fact = {
  values: readonly (string | null)[]
  labels: readonly LocalText[]
  shown: Counted | null
  /** For staff. */
  exact: Counted | null
}
export type FactTable = {
  by: readonly Dimension[]
  facts: readonly Fact[]
  /** Whether there may be values that are not listed. */
  hasOthers: boolean
}

type Terms = readonly { code: string; label: LocalText }[]
const namedBy = (terms: Terms): Named[] => terms.map(({ code, label }) => ({ value: code, label }))

export function knownValues({ sex, type }: { sex: Terms; type: Terms }): Known {
  const bands = Array.from({ length: lastBand + 1 }, (_, band) => ({
    value: String(band),
    label: labelOfBand(band),
  }))
  return {
    sex: namedBy(sex),
    ageBand: [...bands, { value: null, label: words.unknown }],
    type: namedBy(type),
    chapter: chapters.map(({ code, name }) => ({ value: code, label: name })),
    disease: [],
    year: [],
  }
}

function labelOfBand(band: number) {
  const from = band * bandYears
  return bandName(from, band === lastBand ? null : from + bandYears - 1)
}

/** What programs call a value: `40-49`, `90+`. */
export function keyOf(dimension: Dimension, value: string | null): string | null {
  if (dimension !== 'ageBand' || value === null) return value
  const from = Number(value) * bandYears
  return Number(value) === lastBand ? `${from}+` : `${from}-${from + bandYears - 1}`
}

/** Longer lists name only what is shown. */
const mostListed = 1000

type Rule = {
  recordId: string
  isHuman: boolean
  smallestCell: number
  secret: string
}
type Tabled = { question: Question; by: readonly Dimension[]; known: Known; rule: Rule }

/** Cells as they were when counts were published, and, for staff, as they are. */
export type Counts = { published: readonly Cell[]; exact: readonly Cell[] | null }

const keyed = (cells: readonly Cell[]) =>
  new Map(cells.map((cell) => [JSON.stringify(cell.values), cell]))

/** A table as the reader sees it: known values whether they occur or not, and others where they are shown. */
export function tableOf({ published, exact }: Counts, asked: Tabled): FactTable {
  const { by, known, rule } = asked
  const [shown, own] = [keyed(published), exact && keyed(exact)]
  const listed = rule.isHuman ? listedOf(by, known) : []
  const names = new Map<string, readonly (string | null)[]>(
    listed.map((values) => [JSON.stringify(values), values]),
  )
  for (const [key, { values }] of [...shown, ...(own ?? [])]) names.set(key, values)
  const facts = [...names]
    .map(([key, values]) =>
      factOf(
        values,
        { published: shown.get(key) ?? none, exact: own && (own.get(key) ?? none) },
        asked,
      ),
    )
    .filter((fact, at) => at < listed.length || fact.shown !== null || fact.exact !== null)
  return { by, facts: facts.toSorted(byPlace(asked)), hasOthers: rule.isHuman && by.length > 0 }
}

const none = { donors: 0, samples: 0 }
const countsOf = ({ donors, samples }: Counted): Counted => ({ donors, samples })

function listedOf(by: readonly Dimension[], known: Known): (string | null)[][] {
  const lists = by.map((dimension) => known[dimension])
  if (lists.reduce((product, { length }) => product * length, 1) > mostListed) return []
  return lists.reduce<(string | null)[][]>(
    (all, list) => all.flatMap((values) => list.map(({ value }) => [...values, value])),
    [[]],
  )
}

function factOf(
  values: readonly (string | null)[],
  { published, exact }: { published: Counted; exact: Counted | null },
  { by, known, question, rule }: Tabled,
): Fact {
  const cell = by.reduce(
    (all, dimension, at) => narrowed(all, dimension, values[at] ?? null),
    question,
  )
  const asking = { ...rule, question: `${rule.recordId} ${textOf(cell)}` }
  return {
    values,
    labels: by.map((dimension, at) => labelOf(known, dimension, values[at] ?? null)),
    shown: rule.isHuman ? shownCounts(published, asking) : countsOf(published),
    exact: exact && countsOf(exact),
  }
}

const labelOf = (known: Known, dimension: Dimension, value: string | null): LocalText =>
  known[dimension].find((one) => one.value === value)?.label ??
  (value === null ? words.unknown : { zh: value, en: value })

/** In the order in which values are known; others behind them, by what they are called. */
function byPlace({ by, known }: Tabled) {
  const place = (dimension: Dimension, value: string | null) => {
    const at = known[dimension].findIndex((one) => one.value === value)
    return at < 0 ? known[dimension].length : at
  }
  return (one: Fact, other: Fact) =>
    by.reduce((order, dimension, at) => {
      if (order !== 0) return order
      const [a = null, b = null] = [one.values[at], other.values[at]]
      return place(dimension, a) - place(dimension, b) || (a ?? '~').localeCompare(b ?? '~', 'en')
    }, 0)
}

/** What a fact is called: its values, one after the other. */
export const titleOf = ({ labels }: Fact): LocalText =>
  labels.length === 0
    ? words.total
    : {
        zh: labels.map(({ zh, en }) => zh ?? en ?? '').join(' · '),
        en: labels.map(({ zh, en }) => en ?? zh ?? '').join(' · '),
      }

export const dimensionTitle = (by: readonly Dimension[]): LocalText => ({
  zh: by.map((dimension) => dimensionNames[dimension].zh).join(' · '),
  en: by.map((dimension) => dimensionNames[dimension].en).join(' · '),
})
