import { type Audience, audiences } from '../../../bookings/policies/model.ts'
import type { Rate, Rates } from '../model.ts'

/**
 * What an audience pays: its own prices, or else those of the next wider audience that has some, or else of the widest.
 * So nobody who is near pays more than who is farther, and leaving prices out never makes a use free by mistake.
 */
export function rateFor(
  rates: Rates,
  audience: Audience,
): { rate: Rate; audience: Audience } | undefined {
  const wider = audiences.slice(audiences.indexOf(audience))
  const nearer = audiences.slice(0, audiences.indexOf(audience)).toReversed()
  for (const one of [...wider, ...nearer]) {
    const rate = rates[one]
    if (rate) return { rate, audience: one }
  }
  return undefined
}
