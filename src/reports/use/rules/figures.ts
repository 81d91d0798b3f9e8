import type { UseFigures, UseReport, UseSums } from '../model.ts'
import { type Text, inLang, type Lang, type LocalText } from '../../../core/text.ts'
import { figureNames, groupingNames, useWords as words } from '../words.ts'

/** The sums of one group; open time and quota where the group has instruments of its own. */
export type Group = {
  sums: UseSums
  openMs: number | null
  outageMs: number | null
  quotaHours: number | null
  /** Null where the viewer may not see it. */
  incomeFen: number | null
}

export const noUse: UseSums = {
  reservedMs: 0,
  usedMs: 0,
  effectiveMs: 0,
  externalMs: 0,
  ownMs: 0,
  bookings: 0,
  finished: 0,
  missed: 0,
  late: 0,
  cancelled: 0,
  samples: 0,
}

export const emptyGroup = (known: Partial<Group> = {}): Group => ({
  sums: noUse,
  openMs: null,
  outageMs: null,
  quotaHours: null,
  incomeFen: null,
  ...known,
})

export const groupSum = (groups: readonly Group[], empty: Group): Group =>
  groups.reduce(
    (sum, group) => ({
      sums: useSum(sum.sums, group.sums),
      openMs: plus(sum.openMs, group.openMs),
      outageMs: plus(sum.outageMs, group.outageMs),
      quotaHours: plus(sum.quotaHours, group.quotaHours),
      incomeFen: plus(sum.incomeFen, group.incomeFen),
    }),
    empty,
  )

const useSum = (one: UseSums, other: UseSums): UseSums => ({
  reservedMs: one.reservedMs + other.reservedMs,
  usedMs: one.usedMs + other.usedMs,
  effectiveMs: one.effectiveMs + other.effectiveMs,
  externalMs: one.externalMs + other.externalMs,
  ownMs: one.ownMs + other.ownMs,
  bookings: one.bookings + other.bookings,
  finished: one.finished + other.finished,
  missed: one.missed + other.missed,
  late: one.late + other.late,
  cancelled: one.cancelled + other.cancelled,
  samples: one.samples + other.samples,
})

const plus = (one: number | null, other: number | null) =>
  one === null ? other : other === null ? one : one + other

/** The figures of a group: hours with two decimals, rates with four. */
export function figuresOf({ sums, openMs, outageMs, quotaHours, incomeFen }: Group): UseFigures {
  return {
    openHours: openMs === null ? null : hoursOf(openMs),
    outageHours: outageMs === null ? null : hoursOf(outageMs),
    reservedHours: hoursOf(sums.reservedMs),
    usedHours: hoursOf(sums.usedMs),
    effectiveHours: hoursOf(sums.effectiveMs),
    externalHours: hoursOf(sums.externalMs),
    ownHours: hoursOf(sums.ownMs),
    sharedHours: hoursOf(sums.usedMs - sums.ownMs),
    utilisation: openMs === null ? null : rateOf(sums.usedMs, openMs),
    sharedRate: rateOf(sums.externalMs, sums.usedMs),
    quotaHours: quotaHours === null ? null : rounded(quotaHours, 2),
    quotaRate: quotaHours === null ? null : rateOf(sums.effectiveMs / hourMs, quotaHours),
    bookings: sums.bookings,
    missed: sums.missed,
    lateCancelled: sums.late,
    cancelled: sums.cancelled,
    samples: sums.samples,
    incomeFen,
  }
}

export const hourMs = 3_600_000

export const hoursOf = (ms: number): number => rounded(ms / hourMs, 2)

export const rateOf = (part = 0, whole = 0): number | null =>
  whole > 0 ? rounded(part / whole, 4) : null

export const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals

const figureKeys = [
  'openHours',
  'outageHours',
  'reservedHours',
  'usedHours',
  'effectiveHours',
  'externalHours',
  'ownHours',
  'sharedHours',
  'utilisation',
  'sharedRate',
  'quotaHours',
  'quotaRate',
  'bookings',
  'missed',
  'lateCancelled',
  'cancelled',
  'samples',
  'incomeFen',
] as const satisfies readonly (keyof UseFigures)[]

/** The report as a table with a total, as its files hold it. */
export const useTable = (report: UseReport, lang: Lang) =>
  tableOf(
    report,
    {
      name: 'instrument-use',
      groups: groupingNames[report.by],
      keys: figureKeys,
      names: figureNames,
    },
    lang,
  )

type Figures<Key extends string> = Readonly<Record<Key, number | null>>
type Report<Key extends string> = {
  from: string
  to: string
  items: readonly (Figures<Key> & { key: string; name: LocalText })[]
  total: Figures<Key>
}
type Layout<Key extends string> = {
  name: string
  /** The label of the first column. */
  groups: Text
  keys: readonly Key[]
  names: Readonly<Record<Key, Text>>
}

/** Groups with their figures, and the total last. */
export function tableOf<Key extends string>(
  report: Report<Key>,
  { name, groups, keys, names }: Layout<Key>,
  lang: Lang,
) {
  const cells = (figures: Figures<Key>) => keys.map((key) => figureValue(figures, key))
  return {
    name: fileName(name, report),
    header: [groups[lang], 'id', ...keys.map((key) => names[key][lang])],
    rows: [
      ...report.items.map((item) => [inLang(item.name, lang), item.key, ...cells(item)]),
      [words.total[lang], '', ...cells(report.total)],
    ],
  }
}

export const fileName = (report: string, { from, to }: { from: string; to: string }) =>
  `${report}-${from.slice(0, 10)}-${to.slice(0, 10)}`

/** As people read it: money is kept in 分 and shown in yuan. */
export function figureValue<Key extends string>(figures: Figures<Key>, key: Key): number | null {
  const value = figures[key]
  return key === 'incomeFen' && value !== null ? value / 100 : value
}
