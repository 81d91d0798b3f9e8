import { type Audience, audiences } from '../../../instruments/model/audiences.ts'
import type { Line } from '../model.ts'
import type { Prices } from '../../services/model.ts'

/** 分 of one line, rounded to a whole one. */
export const lineFen = ({ quantity, priceFen }: Line): number => Math.round(quantity * priceFen)

export const totalFen = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + lineFen(line), 0)

/** What one unit costs somebody: as the next wider audience pays where theirs has no price, or else the widest. */
export function priceFor(prices: Prices, audience: Audience): number | undefined {
  const at = audiences.indexOf(audience)
  const order = [...audiences.slice(at), ...audiences.slice(0, at).toReversed()]
  return order.map((one) => prices[one]).find((fen) => fen !== undefined)
}
