import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { secretHash } from '../../../core/secrets.ts'
import { countItems, deleteGuestBasketsBefore, findBasket, type Holder } from '../queries.ts'
import { basketRefusals as refusals } from '../words.ts'

export type { Holder } from '../queries.ts'

/** Whose basket is meant: of who is signed in theirs, else that of the browser with this secret. */
export function holderOf({ actor }: Context, guestSecret: string | undefined): Holder | undefined {
  if (actor.type === 'person') return { personId: actor.personId }
  return guestSecret === undefined ? undefined : { guestHash: secretHash(guestSecret) }
}

/** The basket of the person who asks. */
export function ownHolder({ actor }: Context): { personId: string } {
  if (actor.type !== 'person') throw new Problem('unauthenticated', refusals.nobody)
  return { personId: actor.personId }
}

/** Whether a guest’s secret opens a basket: others are not taken over from whoever planted them. */
export const isGuestSecret = async ({ db }: Context, secret: string): Promise<boolean> =>
  (await findBasket(db, { guestHash: secretHash(secret) })) !== undefined

/** How many things are in it. */
export const countOf = async ({ db }: Pick<Context, 'db'>, holder: Holder | undefined) =>
  holder ? countItems(db, holder) : 0

/** Guests’ baskets that nobody touched for 90 days. */
export const forgetGuestBaskets = async (ctx: Context): Promise<void> =>
  deleteGuestBasketsBefore(ctx.db, ctx.now().subtract({ hours: 90 * 24 }))
