import type { Answer, AskedItem, ItemDecision, RequestState, Turn } from '../model/events.ts'

/** An item and what became of it. */
export type Item = AskedItem & {
  /** Of the request's content when it was last changed: consent and acceptances of an earlier one do not count. */
  round: number
  decision: (ItemDecision & { by: string | null; at: string }) | null
  ended: 'withdrawn' | 'terms_refused' | 'revoked' | null
  appeal: 'open' | 'answered' | null
  /** Periods of access; a renewal after the end is a further one. */
  periods: readonly Period[]
  renewal: { until: string } | null
  shipped: number
  received: number
  lost: number
  returned: number
  orderId: string | null
  reportedAt: string | null
}
export type Period = { from: string; until: string | null }

export type Shipment = {
  id: string
  lines: readonly { itemId: string; quantity: number }[]
  state: 'under_way' | 'received' | 'lost'
}

export type Member = { personId: string; since: string; until: string | null }
type Acceptance = { agreementId: string; personId: string; round: number }
type Review = { personId: string; verdict: 'for' | 'against' | 'abstains' | null }

/** A request as its events leave it. */
export type Request = {
  requesterId: string
  items: readonly Item[]
  members: readonly Member[]
  round: number
  submittedAt: string | null
  returnedAt: string | null
  consent: { personId: string; round: number; state: 'asked' | 'given' | 'refused' } | null
  acceptances: readonly Acceptance[]
  claim: { personId: string; until: string } | null
  assigneeId: string | null
  conflicted: readonly string[]
  reviews: readonly Review[]
  shipments: readonly Shipment[]
  labels: readonly string[]
  /** How it ended as a whole. */
  end: 'withdrawn' | 'closed' | 'expired' | null
}

export const begun = (requesterId: string, at: string): Request => ({
  requesterId,
  items: [],
  members: [{ personId: requesterId, since: at, until: null }],
  round: 0,
  submittedAt: null,
  returnedAt: null,
  consent: null,
  acceptances: [],
  claim: null,
  assigneeId: null,
  conflicted: [],
  reviews: [],
  shipments: [],
  labels: [],
  end: null,
})

export const isOpen = (item: Item): boolean => item.ended === null && item.decision === null
/** What could not be had when it was decided is decided again once it can. */
export const isPutOff = (item: Item): boolean =>
  item.ended === null && item.decision?.answer === 'later'
export const isApproved = (item: Item): boolean =>
  item.ended === null && item.decision?.answer === 'approved'

const answersThatMayBeAppealed: readonly Answer[] = ['rejected', 'stale']
export const mayBeAppealed = (item: Item): boolean =>
  item.ended === null &&
  item.appeal === null &&
  item.decision !== null &&
  answersThatMayBeAppealed.includes(item.decision.answer)

export const currentMembers = ({ members }: Request): string[] =>
  members.filter(({ until }) => until === null).map(({ personId }) => personId)

/** Whether a person has accepted every agreement of an item, as the item is now. */
export const hasAccepted = ({ acceptances }: Request, item: Item, personId: string): boolean =>
  (item.decision?.agreementIds ?? []).every((agreementId) =>
    acceptances.some(
      (one) =>
        one.agreementId === agreementId && one.personId === personId && one.round >= item.round,
    ),
  )

const isAcceptedByAll = (request: Request, item: Item): boolean =>
  currentMembers(request).every((personId) => hasAccepted(request, item, personId))

export const approvedQuantity = (item: Item): number => item.decision?.quantity ?? 0

/** What of an item still has to go out. */
export const toShip = (item: Item): number =>
  isApproved(item) && item.delivery === 'shipment'
    ? Math.max(0, approvedQuantity(item) - item.shipped)
    : 0

/** What of a loan is still out. */
export const outstandingLoan = (item: Item): number =>
  item.isLoan ? item.received - item.returned : 0

function isDelivered(item: Item): boolean {
  if (item.delivery === 'download') return true
  if (item.delivery === 'order') return item.orderId !== null
  return toShip(item) === 0 && item.received + item.lost >= item.shipped
}

/** Where a request is: the one place that says so. */
export function stateOf(request: Request): RequestState {
  const { end, submittedAt, returnedAt, items } = request
  if (end !== null) return end
  if (submittedAt === null) return 'draft'
  if (returnedAt !== null) return 'returned'
  if (items.some((item) => isOpen(item) || item.appeal === 'open')) return 'submitted'
  const approved = items.filter(isApproved)
  if (approved.some((item) => !isAcceptedByAll(request, item))) return 'decided'
  if (approved.some((item) => !isDelivered(item))) return 'fulfilling'
  return approved.length > 0 ? 'fulfilled' : 'decided'
}

/** Who is waited for: the one place that says so. */
export function turnOf(request: Request): Turn | null {
  if (request.items.some(({ renewal }) => renewal !== null)) return 'steward'
  return turns[stateOf(request)]?.(request) ?? null
}

/** Nobody is waited for in a state that is not here. */
const turns: Partial<Record<RequestState, (request: Request) => Turn | null>> = {
  draft: () => 'requester',
  returned: () => 'requester',
  submitted: ({ consent, reviews }) => {
    if (consent?.state === 'asked') return 'supervisor'
    return reviews.some(({ verdict }) => verdict === null) ? 'reviewer' : 'steward'
  },
  decided: ({ items }) => (items.some(isApproved) ? 'requester' : null),
  fulfilling: ({ items }) =>
    items.some((item) => toShip(item) > 0 || isToOrder(item)) ? 'steward' : 'requester',
}

const isToOrder = (item: Item) =>
  isApproved(item) && item.delivery === 'order' && item.orderId === null
