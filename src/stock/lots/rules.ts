import type { Text } from '../../core/text.ts'
import type { Unit } from '../model.ts'
import { figures, partsAs, quantityOf, roughly } from '../rules.ts'
import { lotWords as words } from './words.ts'

type Offered = {
  unit: Unit
  thousandSeedGrams: number | null
  /** In smallest parts: the balance without what is held back and without the critical reserve. */
  free: number
  requestMax: number | null
}

export type Available = { unit: Unit; about: number; requestMax: number | null }

/**
 * What can be had, in each unit together, about: grams as seeds where the lot says what a thousand of them weigh, for
 * people ask for seeds. The most of one request is the largest that a lot grants; null where one grants any.
 */
export function availableOf(lots: readonly Offered[]): Available[] {
  const byUnit = new Map<Unit, { quantity: number; most: (number | null)[] }>()
  for (const lot of lots) {
    if (lot.free <= 0) continue
    const { unit, of } = countedIn(lot)
    const known = byUnit.get(unit) ?? { quantity: 0, most: [] }
    const most = lot.requestMax === null ? null : of(lot.requestMax)
    byUnit.set(unit, { quantity: known.quantity + of(lot.free), most: [...known.most, most] })
  }
  return [...byUnit]
    .map(([unit, { quantity, most }]) => ({
      unit,
      about: roughly(quantity),
      requestMax: most.includes(null) ? null : Math.max(...most.map(Number)),
    }))
    .filter(({ about }) => about > 0)
}

/** The unit that a lot is offered in, and its smallest parts in that unit. */
function countedIn({ unit, thousandSeedGrams }: Offered): {
  unit: Unit
  of: (parts: number) => number
} {
  const lot = { unit, thousandSeedGrams }
  return unit === 'gram' && thousandSeedGrams !== null
    ? { unit: 'seed', of: (milligrams) => partsAs(lot, 'seed', milligrams) ?? 0 }
    : { unit, of: (parts) => quantityOf(unit, parts) }
}

/** `约 1,200 粒可供，单次最多 200 粒。` What is no less than there is says nothing as the most of a request. */
export function availabilityText(available: readonly Available[]): Text {
  if (available.length === 0) return words.noAvailability
  const sentences = available.map(({ unit, about, requestMax }) =>
    words.available(
      figures(about),
      unit,
      requestMax === null || requestMax >= about ? null : figures(requestMax),
    ),
  )
  return {
    zh: `${sentences.map(({ zh }) => zh).join('；')}。`,
    en: `${sentences.map(({ en }) => en).join('. ')}.`,
  }
}
