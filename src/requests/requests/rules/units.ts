import type { Text } from '../../../core/text.ts'
import { figures, parts, smallestOf } from '../../../stock/rules.ts'
import { type AskedUnit, askedUnits } from '../model/units.ts'
import { askedUnitNames } from '../words/units.ts'

export const unitNamed = (text: string | null): AskedUnit | null =>
  askedUnits.find((unit) => unit === text) ?? null

/** How many smallest parts a unit has: a sample, an hour of a service and one of anything are not divided. */
export const partsOf = (unit: AskedUnit): number =>
  unit === 'sample' || unit === 'hour' || unit === 'item' ? 1 : parts[unit]

/** A quantity in whole smallest parts; undefined where it is finer than those. */
export const smallestIn = (unit: AskedUnit, quantity: number): number | undefined =>
  smallestOf(unit === 'sample' || unit === 'hour' || unit === 'item' ? 'vial' : unit, quantity)

/** Smallest parts as people say them. */
export const quantityIn = (unit: AskedUnit, smallest: number): number => smallest / partsOf(unit)

/** `1,200 粒`, `3 份`. */
export const amountIn = (unit: AskedUnit, quantity: number): Text => ({
  zh: `${figures(quantity)} ${askedUnitNames[unit].zh}`,
  en: `${figures(quantity)} ${askedUnitNames[unit].en}`,
})
