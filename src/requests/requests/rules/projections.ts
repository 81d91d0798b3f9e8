import { currentMembers, hasAccepted, isApproved, type Request, stateOf, toShip } from './state.ts'

/** Access of a person to an item's record: what the rows of entitlements have to be. */
export type Entitlement = {
  itemId: string
  personId: string
  /** Which period of access it is: a renewal after the end is a further one. */
  period: number
  from: string
  until: string | null
}

/** While a request is asked again or has ended otherwise than by its closing, nobody is entitled by it. */
const grantingStates = ['submitted', 'decided', 'fulfilling', 'fulfilled', 'closed']

/**
 * Who is entitled to what: the item is approved, the person is a member now and has accepted all of its agreements, and
 * it is neither revoked nor – which whoever reads it compares with the time – expired.
 */
export function entitlementsOf(request: Request): Entitlement[] {
  if (!grantingStates.includes(stateOf(request))) return []
  return request.items.filter(isApproved).flatMap((item) =>
    currentMembers(request)
      .filter((personId) => hasAccepted(request, item, personId))
      .flatMap((personId) =>
        item.periods.map((period, index) => ({
          itemId: item.id,
          personId,
          period: index,
          ...period,
        })),
      ),
  )
}

/** How much of each item has to be held back: nothing once the request has ended. */
export const reservationsOf = (request: Request): { itemId: string; quantity: number }[] =>
  request.end === null && request.submittedAt !== null
    ? request.items
        .map((item) => ({ itemId: item.id, quantity: toShip(item) }))
        .filter(({ quantity }) => quantity > 0)
    : []
