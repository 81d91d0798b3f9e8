import { getInstrument } from '../../../instruments/actions.ts'
import { audienceOf } from '../../../instruments/rules/standing.ts'
import type { Context } from '../../../core/context.ts'
import { actorById } from '../../../people/accounts/actions/actor.ts'
import type { OrderAnswer } from '../model.ts'
import { priceFor } from '../rules/quote.ts'

/** 分 that a unit of the service costs its requester, where the service says so: what a quote begins with. */
export async function priceOfOrder(ctx: Context, order: OrderAnswer): Promise<number | undefined> {
  const person = await actorById(ctx.db, order.requester.id, { type: 'token', scopes: [] })
  if (!person) return undefined
  const instrument = await getInstrument(ctx, order.instrument.id)
  return priceFor(order.prices, audienceOf(person, instrument))
}
