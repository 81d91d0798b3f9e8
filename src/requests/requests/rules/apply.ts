import type { AskedItem, EventType, ItemDecision, RequestEvent } from '../model/events.ts'
import { isApproved, type Item, type Member, type Period, type Request } from './state.ts'

export const replay = (start: Request, events: readonly RequestEvent[]): Request =>
  events.reduce(applied, start)

/** The request after an event. Events were checked when they were written: nothing is refused here. */
export function applied(request: Request, event: RequestEvent): Request {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each entry takes the events of its own type
  const effect = effects[event.type] as Effect<RequestEvent>
  return effect(request, event)
}

type Effect<Event> = (request: Request, event: Event) => Request
type Effects = { readonly [Type in EventType]: Effect<Extract<RequestEvent, { type: Type }>> }

const nothing = (request: Request): Request => request

const ask: Effect<Extract<RequestEvent, { type: 'submitted' | 'amended' }>> = (
  request,
  { at, items, needsConsentOf },
) => {
  const round = request.round + 1
  return {
    ...request,
    round,
    items: askedAgain(request.items, items, round),
    submittedAt: at,
    returnedAt: null,
    consent: needsConsentOf === null ? null : { personId: needsConsentOf, round, state: 'asked' },
    reviews: [],
  }
}

/** What each event does to a request. */
const effects: Effects = {
  submitted: ask,
  amended: ask,
  returned: (request, { at }) => ({ ...request, returnedAt: at, claim: null }),
  withdrawn: (request) => ({ ...request, end: 'withdrawn' }),
  closed: (request) => ({ ...request, end: 'closed' }),
  expired: (request) => ({ ...request, end: 'expired' }),
  item_withdrawn: (request, { itemId }) =>
    changed(request, itemId, () => ({ ended: 'withdrawn', renewal: null })),
  revoked: (request, { at, itemId }) =>
    changed(request, itemId, ({ periods }) => ({
      ended: 'revoked',
      renewal: null,
      periods: endedAt(periods, at),
    })),
  member_added: (request, { at, personId }) => ({
    ...request,
    members: [...request.members, { personId, since: at, until: null }],
  }),
  member_removed: (request, { at, personId }) => ({
    ...request,
    members: left(request.members, personId, at),
  }),
  handed_over: (request, { at, personId }) => ({
    ...request,
    requesterId: personId,
    members: left(request.members, request.requesterId, at),
  }),
  consent_given: (request) => ({
    ...request,
    consent: request.consent && { ...request.consent, state: 'given' },
  }),
  consent_refused: (request, { at }) => ({
    ...request,
    returnedAt: at,
    consent: request.consent && { ...request.consent, state: 'refused' },
  }),
  items_decided: (request, { decisions, ...mark }) =>
    decisions.reduce<Request>((after, decision) => decided(after, decision, mark), {
      ...request,
      claim: null,
    }),
  // What was closed is open again until it is answered.
  appealed: (request, { itemId }) =>
    changed({ ...request, end: null }, itemId, () => ({ appeal: 'open' })),
  appeal_answered: (request, { decision, ...mark }) =>
    decided(
      changed(request, decision.itemId, () => ({ appeal: 'answered' })),
      decision,
      mark,
    ),
  terms_accepted: (request, { by, agreementId }) =>
    by === null
      ? request
      : {
          ...request,
          acceptances: [
            ...request.acceptances,
            { agreementId, personId: by, round: request.round },
          ],
        },
  terms_refused: (request, { agreementId }) => ({
    ...request,
    items: request.items.map((item) =>
      isApproved(item) && item.decision?.agreementIds.includes(agreementId)
        ? { ...item, ended: 'terms_refused' }
        : item,
    ),
  }),
  renewal_asked: (request, { itemId, until }) =>
    changed(request, itemId, () => ({ renewal: { until } })),
  renewal_refused: (request, { itemId }) => changed(request, itemId, () => ({ renewal: null })),
  renewed: (request, { at, itemId, until }) =>
    changed(request, itemId, ({ periods }) => ({
      renewal: null,
      periods: renewedIn(periods, { at, until }),
    })),
  end_set: (request, { itemId, until }) =>
    changed(request, itemId, ({ periods }) => ({
      periods: periods.map((period, index) =>
        index === periods.length - 1 ? { ...period, until } : period,
      ),
    })),
  shipped: (request, { shipmentId, lines }) =>
    lines.reduce<Request>(
      (after, { itemId, quantity }) =>
        changed(after, itemId, ({ shipped }) => ({ shipped: shipped + quantity })),
      {
        ...request,
        shipments: [...request.shipments, { id: shipmentId, lines, state: 'under_way' }],
      },
    ),
  received: (request, { shipmentId }) => arrived(request, shipmentId, 'received'),
  lost: (request, { shipmentId }) => arrived(request, shipmentId, 'lost'),
  loan_returned: (request, { itemId, quantity }) =>
    changed(request, itemId, ({ returned }) => ({ returned: returned + quantity })),
  ordered: (request, { itemId, orderId }) => changed(request, itemId, () => ({ orderId })),
  use_reported: (request, { at, itemIds }) =>
    itemIds.reduce((after, itemId) => changed(after, itemId, () => ({ reportedAt: at })), request),
  claimed: (request, { by, until }) => ({
    ...request,
    claim: by === null ? null : { personId: by, until },
  }),
  claim_released: (request) => ({ ...request, claim: null }),
  reassigned: (request, { personId }) => ({ ...request, assigneeId: personId, claim: null }),
  conflict_declared: (request, { by }) =>
    by === null ? request : { ...request, claim: null, conflicted: [...request.conflicted, by] },
  review_asked: (request, { personId }) => ({
    ...request,
    reviews: [...request.reviews, { personId, verdict: null }],
  }),
  reviewed: (request, { by, verdict }) => ({
    ...request,
    reviews: request.reviews.map((review) =>
      review.personId === by ? { ...review, verdict } : review,
    ),
  }),
  labelled: (request, { labels }) => ({ ...request, labels }),
  access_ended: nothing,
  escalated: nothing,
  noted: nothing,
  message: nothing,
}

type Mark = { at: string; by: string | null }

const decided = (request: Request, decision: ItemDecision, { at, by }: Mark): Request =>
  changed(request, decision.itemId, (item) => ({
    decision: { ...decision, at, by },
    periods:
      decision.answer === 'approved' && item.delivery === 'download'
        ? [{ from: at, until: decision.until }]
        : [],
  }))

const changed = (request: Request, id: string, change: (item: Item) => Partial<Item>): Request => ({
  ...request,
  items: request.items.map((item) => (item.id === id ? { ...item, ...change(item) } : item)),
})

const left = (members: readonly Member[], personId: string, at: string): Member[] =>
  members.map((member) =>
    member.personId === personId && member.until === null ? { ...member, until: at } : member,
  )

const endedAt = (periods: readonly Period[], at: string): Period[] =>
  periods.map((period) =>
    period.until === null || period.until > at ? { ...period, until: at } : period,
  )

/** Before the end it is moved; after it a further period begins. */
function renewedIn(periods: readonly Period[], { at, until }: { at: string; until: string }) {
  const last = periods.at(-1)
  return last && (last.until === null || last.until > at)
    ? [...periods.slice(0, -1), { ...last, until }]
    : [...periods, { from: at, until }]
}

function arrived(request: Request, id: string, state: 'received' | 'lost'): Request {
  const shipment = request.shipments.find((one) => one.id === id)
  const counted = (shipment?.lines ?? []).reduce(
    (after, { itemId, quantity }) =>
      changed(after, itemId, (item) => ({ [state]: item[state] + quantity })),
    request,
  )
  return {
    ...counted,
    shipments: request.shipments.map((one) => (one.id === id ? { ...one, state } : one)),
  }
}

/** What is asked as it was keeps its decision; what was changed is asked anew; what is no longer there was withdrawn. */
function askedAgain(before: readonly Item[], asked: readonly AskedItem[], round: number): Item[] {
  const now = asked.map((item) => {
    const old = before.find(({ id }) => id === item.id)
    return old && old.ended !== 'withdrawn' && isSameAs(old, item) ? old : newItem(item, round)
  })
  const gone = before.filter(({ id }) => asked.every((item) => item.id !== id))
  return [...now, ...gone.map((item) => ({ ...item, ended: item.ended ?? ('withdrawn' as const) }))]
}

/** Whether an item is asked for as it was. */
export const isSameAs = (old: AskedItem, item: AskedItem): boolean =>
  old.quantity === item.quantity &&
  old.unit === item.unit &&
  old.isLoan === item.isLoan &&
  JSON.stringify(old.target) === JSON.stringify(item.target)

const newItem = (item: AskedItem, round: number): Item => ({
  ...item,
  round,
  decision: null,
  ended: null,
  appeal: null,
  periods: [],
  renewal: null,
  shipped: 0,
  received: 0,
  lost: 0,
  returned: 0,
  orderId: null,
  reportedAt: null,
})
