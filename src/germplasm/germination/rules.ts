import type { Text } from '../../core/text.ts'
import type { Symbology } from '../../stock/labels/model.ts'
import type { Label } from '../../stock/labels/rules.ts'
import { scannedText } from '../../stock/rules.ts'
import { categories, type Category } from '../protocols/model.ts'
import { categoryNames } from '../protocols/words.ts'
import { germplasmPaths } from '../words/paths.ts'
import type { TestState } from './model.ts'
import { germinationWords as words } from './words.ts'

/** What may be done with a test. */
export const commands = {
  running: ['count', 'finish', 'abandon'],
  finished: [],
  abandoned: [],
} as const satisfies Record<TestState, readonly string[]>

export type Tally = Readonly<Record<Category, number>>
export type DayCount = Tally & { day: number; version: number; by: string | null }
export type Dish = { number: number; seeds: number; counts: readonly DayCount[] }

export type TestFacts = {
  state: TestState
  categories: readonly Category[]
  hardIsViable: boolean
  replicates: readonly Dish[]
}

/** How many of a tally there are. */
export const sumOf = (tally: Tally): number =>
  categories.reduce((sum, category) => sum + tally[category], 0)

/** How many seeds of a dish were counted until now. */
export const countedIn = ({ counts }: Dish): number =>
  counts.reduce((sum, count) => sum + sumOf(count), 0)

/** What was counted of a dish, or of several, until now. */
export function tallyOf(dishes: readonly Dish[]): Tally {
  const all = dishes.flatMap(({ counts }) => counts)
  const total = (category: Category) => all.reduce((sum, count) => sum + count[category], 0)
  return {
    normal: total('normal'),
    abnormal: total('abnormal'),
    hard: total('hard'),
    dead: total('dead'),
    empty: total('empty'),
  }
}

/** Of all that were sown, in percent: normal seedlings, and hard seeds where the protocol takes those for alive. */
export function viablePercentOf({ replicates, hardIsViable }: TestFacts): number {
  const sown = replicates.reduce((sum, { seeds }) => sum + seeds, 0)
  const { normal, hard } = tallyOf(replicates)
  return sown === 0 ? 0 : ((normal + (hardIsViable ? hard : 0)) / sown) * 100
}

/** How many germinated in each dish on each day from the first on; what had on the day of sowing counts for the first. */
export const germinatedByDay = (dishes: readonly Dish[]) =>
  dishes.map(({ seeds, counts }) => {
    const byDay = Array.from({ length: lastDayOf(dishes) }, () => 0)
    for (const { day, normal } of counts) {
      const at = Math.max(0, day - 1)
      byDay[at] = (byDay[at] ?? 0) + normal
    }
    return { seeds, byDay }
  })

const lastDayOf = (dishes: readonly Dish[]) =>
  Math.max(0, ...dishes.flatMap(({ counts }) => counts.map(({ day }) => Math.max(1, day))))

export type Counted = Tally & { replicate: number; day: number; corrects: number }

/** What is wrong with a count: the field, and why. Nothing where it may be entered. */
export function faultsOfCount(test: TestFacts, count: Counted): { path: string; message: Text }[] {
  const dish = test.replicates.find(({ number }) => number === count.replicate)
  if (!dish) return [{ path: 'replicate', message: words.noReplicate(count.replicate) }]
  const strange = categories.filter(
    (category) => count[category] > 0 && !test.categories.includes(category),
  )
  const before = dish.counts.find(({ day }) => day === count.day)
  const left = dish.seeds - countedIn(dish) + (before ? sumOf(before) : 0)
  return [
    ...strange.map((category) => ({
      path: category,
      message: words.notCountedHere(categoryNames[category]),
    })),
    ...(sumOf(count) > left ? [{ path: 'normal', message: words.moreThanSown(left) }] : []),
  ]
}

export const isSameTally = (one: Tally, other: Tally): boolean =>
  categories.every((category) => one[category] === other[category])

/** `12 · 1 · 0`: what was counted, in the order of categories. */
export const tallyText = (tally: Tally): string =>
  categories.map((category) => tally[category]).join(' · ')

/** Whether seeds of it are not counted yet. Where only normal seedlings are counted, the others are told by that. */
export const hasUncounted = ({ categories: counted, replicates }: TestFacts): boolean =>
  counted.length > 1 && replicates.some((dish) => countedIn(dish) < dish.seeds)

/** Why a test is not finished so; nothing when it may be. */
export function objectionsToFinishing(
  test: TestFacts,
  { isConclusive }: { isConclusive: boolean },
): { code: string; detail: Text }[] {
  if (test.replicates.every(({ counts }) => counts.length === 0))
    return [{ code: 'nothing_counted', detail: words.nothingCounted }]
  return isConclusive && hasUncounted(test) ? [{ code: 'uncounted', detail: words.uncounted }] : []
}

/** The dish that is counted next on a day; undefined when all are. */
export const nextDish = (dishes: readonly Dish[], day: number): Dish | undefined =>
  dishes.find(({ counts }) => counts.every((count) => count.day !== day))

/**
 * The labels of the dishes of a test: `ZXM-1@3#2` is the second replicate of the third test of lot ZXM-1. A phone opens
 * the address in a QR code; scanners take the code itself.
 */
export const dishLabels = (
  { code, replicates }: { code: string; replicates: readonly Dish[] },
  { symbol, baseUrl }: { symbol: Symbology; baseUrl: string },
): Label[] =>
  replicates.map(({ number }) => {
    const own = `${code}#${number}`
    const address = `${baseUrl}${germplasmPaths.scannedDish(own)}`
    return { code: own, content: symbol === 'qrcode' ? address : own }
  })

/** The test and the dish in what a scanner types, or somebody by hand; undefined where it is none. */
export function dishIn(
  scanned: string,
): { lot: string; number: number; replicate: number | undefined } | undefined {
  const found = /^(.{1,100})@(\d{1,6})(?:#(\d{1,3}))?$/.exec(scannedText(scanned))
  const [, lot, number, replicate] = found ?? []
  if (lot === undefined || number === undefined) return undefined
  return {
    lot,
    number: Number(number),
    replicate: replicate === undefined ? undefined : Number(replicate),
  }
}
