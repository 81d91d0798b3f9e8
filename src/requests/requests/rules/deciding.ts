import type { ItemDecision } from '../model/events.ts'
import { type Asking, type Draft, type ObjectionCode, when } from './commands.ts'
import { isOpen, isPutOff, type Item, type Request } from './state.ts'

/** Whoever asks, or said so themselves, does not decide. */
export const isInvolved = (request: Request, personId: string | null): boolean =>
  personId !== null &&
  (request.members.some((member) => member.personId === personId) ||
    request.conflicted.includes(personId) ||
    request.consent?.personId === personId)

export const isClaimedByOther = ({ claim }: Request, { personId, at }: Asking): boolean =>
  claim !== null && claim.personId !== personId && claim.until > at

/** What keeps a steward from working on a request. */
export const objectionsToHandling = (request: Request, asking: Asking): ObjectionCode[] => [
  ...when(isInvolved(request, asking.personId), 'conflict_of_interest'),
  ...when(isClaimedByOther(request, asking), 'claimed'),
]

export function decisionOn(
  request: Request,
  decisions: readonly ItemDecision[],
  asking: Asking,
): Draft {
  const found = decisions.map((decision) => ({
    decision,
    item: request.items.find(({ id }) => id === decision.itemId),
  }))
  const isApproving = decisions.some(({ answer }) => answer === 'approved')
  const done = request.reviews.filter(({ verdict }) => verdict !== null).length
  const objections = [
    ...when(decisions.length === 0, 'no_items'),
    ...objectionsToHandling(request, asking),
    ...when(
      isApproving && request.consent !== null && request.consent.state !== 'given',
      'consent_open',
    ),
    ...when(isApproving && done < asking.rules.quorum, 'reviews_open'),
    ...when(new Set(decisions.map(({ itemId }) => itemId)).size < decisions.length, 'item_decided'),
    ...found.flatMap(({ item, decision }) =>
      item ? objectionsToDecision(item, decision, asking) : (['no_such_item'] as const),
    ),
  ]
  const appealed = found.filter(({ item }) => item?.appeal === 'open')
  const first = found.filter(({ item }) => item?.appeal !== 'open').map(({ decision }) => decision)
  return {
    objections,
    events: [
      ...(first.length > 0 ? [{ type: 'items_decided' as const, decisions: first }] : []),
      ...appealed.map(({ decision }) => ({ type: 'appeal_answered' as const, decision })),
    ],
  }
}

const objectionsToDecision = (
  item: Item,
  { answer, quantity, until }: ItemDecision,
  { personId, at }: Asking,
): ObjectionCode[] => [
  ...when(!isOpen(item) && !isPutOff(item) && item.appeal !== 'open', 'item_decided'),
  ...when(item.appeal === 'open' && item.decision?.by === personId, 'own_decision'),
  ...when(until !== null && until <= at, 'end_past'),
  ...when(
    answer === 'approved' &&
      item.delivery === 'shipment' &&
      (quantity === null || quantity > (item.quantity ?? 0)),
    'too_much',
  ),
]
