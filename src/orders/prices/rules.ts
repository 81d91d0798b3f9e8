import { priceOfAudience } from '../../charges/rates/rules.ts'
import type { Audience } from '../../instruments/model/audiences.ts'
import type { Prices } from './model.ts'

/** What one unit costs an audience; see `priceOfAudience`. */
export const priceFor = (prices: Prices, audience: Audience): number | undefined =>
  priceOfAudience(prices, audience)?.price
