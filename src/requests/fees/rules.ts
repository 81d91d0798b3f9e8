import type { Text } from '../../core/text.ts'
import type { Audience } from '../../instruments/model/audiences.ts'
import type { Prices } from '../../orders/prices/model.ts'
import { priceFor } from '../../orders/prices/rules.ts'
import { partsOf } from '../requests/rules/units.ts'
import type { FeeUnit } from './model.ts'
import { feeWords as words } from './words.ts'

/** What one unit of a thing costs somebody. */
export type Fee = { unit: FeeUnit; priceFen: number; isCost: boolean }

type FeeRow = { unit: FeeUnit; prices: Prices; isHuman: boolean; isDangerous: boolean }

/** What each unit costs; nothing is asked for pathogens of classes 1 and 2, and what costs nothing is no fee. */
export const feesFrom = (rows: readonly FeeRow[], audience: Audience): Fee[] =>
  rows.flatMap(({ unit, prices, isHuman, isDangerous }) => {
    const priceFen = isDangerous ? 0 : (priceFor(prices, audience) ?? 0)
    return priceFen > 0 ? [{ unit, priceFen, isCost: isHuman }] : []
  })

/** Of smallest parts, to the nearest 分. */
export const amountOfFee = (
  { unit, priceFen }: Pick<Fee, 'unit' | 'priceFen'>,
  parts: number,
): number => Math.round((priceFen * parts) / partsOf(unit))

/** `每粒 0.50 元；每克 8 元。` */
export function feesText(fees: readonly Fee[]): Text | null {
  if (fees.length === 0) return null
  const said = fees.map((fee) => words.perUnit(fee))
  return {
    zh: `${said.map(({ zh }) => zh).join('；')}。`,
    en: `${said.map(({ en }) => en).join('; ')}.`,
  }
}

/** The same of so much of it, where that is asked in a unit that has a price. */
export function feeOfText(
  fees: readonly Fee[],
  asked: { unit: string | null; parts: number | null },
) {
  const fee = fees.find(({ unit }) => unit === asked.unit)
  if (!fee || asked.parts === null) return null
  const [each, all] = [words.perUnit(fee), words.inAll(amountOfFee(fee, asked.parts))]
  return { zh: `${each.zh}${all.zh}。`, en: `${each.en}${all.en}.` }
}
