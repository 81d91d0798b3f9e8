import type { Text } from '../core/text.ts'
import type { Unit } from './model.ts'
import { stockWords } from './words/common.ts'

/** How many smallest parts a unit has: milligrams of a gram, microlitres of a millilitre; seeds are not divided. */
export const parts: Readonly<Record<Unit, number>> = {
  seed: 1,
  gram: 1000,
  vial: 1,
  straw: 1,
  plant: 1,
  millilitre: 1000,
}

/** A quantity in whole smallest parts, as rows keep it; undefined where it is finer than those. */
export function smallestOf(unit: Unit, quantity: number): number | undefined {
  const exact = quantity * parts[unit]
  const whole = Math.round(exact)
  // What binary fractions leave of 0.1 g is no part of a milligram.
  const isWhole = Math.abs(exact - whole) < 1e-6 && (whole > 0 || exact === 0)
  return isWhole ? whole : undefined
}

/** Smallest parts as people say them. */
export const quantityOf = (unit: Unit, smallest: number): number => smallest / parts[unit]

const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })

export const figures = (quantity: number): string => digits.format(quantity)

/** `1,200 粒`, `0.42 g`: a quantity as people say it, with its unit. */
export const amountOf = (unit: Unit, quantity: number): Text =>
  stockWords.amount(figures(quantity), unit)

/** The same of smallest parts. */
export const inWords = (unit: Unit, smallest: number): Text =>
  amountOf(unit, quantityOf(unit, smallest))

type Weighed = { unit: Unit; thousandSeedGrams: number | null }

/**
 * What somebody asked in seeds or grams, in smallest parts of the lot: by its own thousand-seed weight, to the nearest
 * seed or milligram. Undefined where the lot has no such weight, or nothing can be made of the one unit in the other.
 */
export function converted(
  { unit, thousandSeedGrams }: Weighed,
  asked: { quantity: number; unit: Unit },
): number | undefined {
  if (asked.unit === unit) return smallestOf(unit, asked.quantity)
  if (thousandSeedGrams === null) return undefined
  if (unit === 'gram' && asked.unit === 'seed')
    return Math.round(asked.quantity * thousandSeedGrams)
  if (unit === 'seed' && asked.unit === 'gram')
    return Math.round((asked.quantity * 1000) / thousandSeedGrams)
  return undefined
}

/** Only seeds and grams are made of each other. */
const isConverted = (one: Unit, other: Unit) =>
  (one === 'seed' && other === 'gram') || (one === 'gram' && other === 'seed')

/**
 * The other way round: smallest parts of a lot as those of another unit, the most that asks for no more of the lot.
 * Undefined where the one is never converted into the other.
 */
export function partsAs(lot: Weighed, unit: Unit, smallest: number): number | undefined {
  if (unit === lot.unit) return smallest
  const { thousandSeedGrams } = lot
  if (thousandSeedGrams === null || !isConverted(lot.unit, unit)) return undefined
  const exact = unit === 'seed' ? smallest / thousandSeedGrams : smallest * thousandSeedGrams
  const near = Math.round(exact)
  const asked = converted(lot, { quantity: quantityOf(unit, near), unit }) ?? Infinity
  return asked <= smallest ? near : Math.floor(exact)
}

/** `约 1,200 粒`: two figures say it, for seeds are never counted exactly. Never more than there is. */
export function roughly(quantity: number): number {
  if (quantity <= 0) return 0
  const step = 10 ** (Math.floor(Math.log10(quantity)) - 1)
  return Number((Math.floor(quantity / step + 1e-9) * step).toPrecision(2))
}

/** What was scanned: the text itself, or what is in the address of a label (`https://…/lots?code=…`). */
export function scannedText(scanned: string): string {
  const text = scanned.trim()
  const address = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
  return (address?.searchParams.get('code') ?? text).trim()
}

/**
 * The code of a lot in what a scanner types: without the number of the replicate behind `#`, and without that of the test
 * behind `@`, which labels of dishes have.
 */
export const codeIn = (scanned: string): string =>
  scannedText(scanned)
    .replace(/(?:@\d+)?(?:#\d+)?$/, '')
    .trim()
