import type { EventData } from '../model/events.ts'
import {
  type Asked,
  type Asking,
  type Draft,
  type ObjectionCode,
  type Of,
  type Outcome,
  so,
  when,
} from './commands.ts'
import { isSameAs } from './apply.ts'
import { decisionOn, isClaimedByOther, isInvolved, objectionsToHandling } from './deciding.ts'
import { type Command, mayGive } from './lifecycle.ts'
import {
  approvedQuantity,
  currentMembers,
  isApproved,
  type Item,
  mayBeAppealed,
  outstandingLoan,
  type Request,
  stateOf,
  toShip,
} from './state.ts'

export type { Asked, ObjectionCode } from './commands.ts'

/** What a command does to a request: its events, or every reason against it. Permission is asked first. */
export function decide(request: Request, asked: Asked, asking: Asking): Outcome {
  const standing = mayGive(stateOf(request), asked.command, asking.sides)
  if (standing !== 'yes') return { objections: [standing] }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each entry takes its own command
  const answer = answering[asked.command] as Answering<Asked>
  const { objections = [], events = [] } = answer(request, asked, asking)
  return objections.length > 0 ? { objections: [...new Set(objections)] } : { events }
}

type Answering<Wish> = (request: Request, asked: Wish, asking: Asking) => Draft

/** What each command does where it may be given. */
const answering: { readonly [Name in Command]: Answering<Of<Name>> } = {
  submission: askedFor,
  amendment: askedFor,
  consent: ({ consent }, { isGiven, note }) =>
    so(
      isGiven
        ? { type: 'consent_given', preauthorised: false, note: note === '' ? null : note }
        : { type: 'consent_refused', note },
      when(consent?.state !== 'asked', 'not_now'),
    ),
  return: (request, { note }, asking) =>
    so({ type: 'returned', note }, objectionsToHandling(request, asking)),
  decision: (request, { decisions }, asking) => decisionOn(request, decisions, asking),
  review_request: (request, { personId, note }, asking) =>
    so({ type: 'review_asked', personId, note }, [
      ...objectionsToHandling(request, asking),
      ...when(isInvolved(request, personId), 'conflict_of_interest'),
      ...when(
        request.reviews.some((one) => one.personId === personId),
        'asked_already',
      ),
    ]),
  review: (_, { verdict, note }) => so({ type: 'reviewed', verdict, note }),
  claim: (request, { until }, asking) =>
    so({ type: 'claimed', until }, objectionsToHandling(request, asking)),
  // The clock does it for whoever no longer decides, before the claim is over.
  release: (request, _, asking) =>
    so(
      { type: 'claim_released' },
      when(!asking.sides.includes('clock') && isClaimedByOther(request, asking), 'claimed'),
    ),
  reassignment: (request, { personId, note }) =>
    so(
      { type: 'reassigned', personId, note },
      when(isInvolved(request, personId), 'conflict_of_interest'),
    ),
  conflict: (_, { note }) => so({ type: 'conflict_declared', note }),
  escalation: () => so({ type: 'escalated' }),
  // What is out or on its way comes back first, or nobody could say so any more.
  expiry: (request) => so({ type: 'expired' }, objectionsToClosing(request)),
  withdrawal: (request, { note }) =>
    so({ type: 'withdrawn', note }, when(hasShipped(request), 'not_now')),
  closure: (request, { note }) => so({ type: 'closed', note }, objectionsToClosing(request)),
  item_withdrawal: (request, { itemId }) =>
    onItem(request, itemId, ({ shipped }) =>
      so({ type: 'item_withdrawn', itemId }, when(shipped > 0, 'not_now')),
    ),
  access_end: (request, { itemId }, { at }) =>
    onItem(request, itemId, (item) =>
      so({ type: 'access_ended', itemId }, when(!hasEnded(item, at), 'not_now')),
    ),
  membership,
  handover: (request, { personId }) =>
    so(
      { type: 'handed_over', personId },
      when(personId === request.requesterId || !isMember(request, personId), 'not_a_member'),
    ),
  acceptance,
  terms_refusal: (request, { agreementId }) =>
    so(
      { type: 'terms_refused', agreementId },
      when(itemsUnder(request, agreementId).length === 0, 'no_agreement'),
    ),
  appeal: (request, { itemId, note }, asking) =>
    onItem(request, itemId, (item) =>
      so(
        { type: 'appealed', itemId, note },
        when(!mayBeAppealed(item) || !isWithin(item, asking), 'no_appeal'),
      ),
    ),
  shipment,
  receipt: (request, { shipmentId }) =>
    onShipment(request, shipmentId, { type: 'received', shipmentId }),
  loss: (request, { shipmentId, note }) =>
    onShipment(request, shipmentId, { type: 'lost', shipmentId, note }),
  // What is out comes back whatever became of the item.
  return_shipment: (request, { itemId, quantity, condition }) =>
    onAnyItem(request, itemId, (item) =>
      so({ type: 'loan_returned', itemId, quantity, condition }, [
        ...when(outstandingLoan(item) === 0, 'nothing_on_loan'),
        ...when(quantity > outstandingLoan(item), 'too_much'),
      ]),
    ),
  order: (request, { itemId, orderId }) =>
    onItem(request, itemId, (item) =>
      so({ type: 'ordered', itemId, orderId }, [
        ...when(item.delivery !== 'order' || !isApproved(item), 'not_approved'),
        ...when(item.orderId !== null, 'item_decided'),
      ]),
    ),
  use_report: ({ items }, { itemIds }) =>
    so(
      { type: 'use_reported', itemIds: [...itemIds] },
      when(
        itemIds.length === 0 ||
          itemIds.some((id) => !items.some((item) => item.id === id && isApproved(item))),
        'not_approved',
      ),
    ),
  renewal_request: (request, { itemId, until, note }, { at }) =>
    onItem(request, itemId, (item) =>
      so({ type: 'renewal_asked', itemId, until, note }, [
        ...when(!hasAccess(item), 'not_approved'),
        ...when(until <= at, 'end_past'),
      ]),
    ),
  renewal: (request, { itemId, until, note }, { at, personId }) =>
    onItem(request, itemId, (item) =>
      so(
        until === null
          ? { type: 'renewal_refused', itemId, note }
          : { type: 'renewed', itemId, until },
        [
          ...when(item.renewal === null || !isApproved(item), 'no_renewal'),
          ...when(until !== null && until <= at, 'end_past'),
          ...when(isInvolved(request, personId), 'conflict_of_interest'),
        ],
      ),
    ),
  end_date: (request, { itemId, until }, { at }) =>
    onItem(request, itemId, (item) =>
      so({ type: 'end_set', itemId, until }, [
        ...when(!hasAccess(item), 'not_approved'),
        ...when(hasEnded(item, at), 'no_renewal'),
        ...when(until <= at, 'end_past'),
      ]),
    ),
  revocation: (request, { itemId, reason }) =>
    onItem(request, itemId, (item) =>
      so({ type: 'revoked', itemId, reason }, when(!isApproved(item), 'not_approved')),
    ),
  message: (_, { text }) => so({ type: 'message', text }),
  note: (_, { text }) => so({ type: 'noted', text }),
  labelling: (_, { labels }) => so({ type: 'labelled', labels: [...labels] }),
}

const hasAccess = (item: Item) => isApproved(item) && item.periods.length > 0

function askedFor(
  request: Request,
  { command, items, purpose, answers, supervisorId, isPreauthorised }: Of<'submission'>,
): Draft {
  const data = { items: [...items], purpose, answers, needsConsentOf: supervisorId }
  const event: EventData =
    command === 'submission' ? { type: 'submitted', ...data } : { type: 'amended', ...data }
  const shipped = request.items.filter((item) => item.shipped > 0 || item.orderId !== null)
  return {
    objections: [
      ...when(items.length === 0, 'no_items'),
      // What has left is not asked for anew: its counts would begin again.
      ...when(
        shipped.some((old) => {
          const now = items.find(({ id }) => id === old.id)
          return now ? !isSameAs(old, now) : old.ended === null
        }),
        'not_now',
      ),
    ],
    events: [
      event,
      ...(supervisorId !== null && isPreauthorised
        ? [{ type: 'consent_given' as const, preauthorised: true, note: null }]
        : []),
    ],
  }
}

const isMember = (request: Request, personId: string): boolean =>
  currentMembers(request).includes(personId)

function objectionsToClosing(request: Request): ObjectionCode[] {
  return [
    ...when(
      request.items.some((item) => outstandingLoan(item) > 0),
      'loan_out',
    ),
    ...when(
      request.shipments.some(({ state }) => state === 'under_way'),
      'not_now',
    ),
  ]
}

const hasShipped = (request: Request): boolean =>
  request.items.some(({ shipped, orderId }) => shipped > 0 || orderId !== null)

const hasEnded = ({ periods }: Item, at: string): boolean => {
  const until = periods.at(-1)?.until
  return until !== undefined && until !== null && until <= at
}

const onItem = (request: Request, id: string, answer: (item: Item) => Draft): Draft =>
  onAnyItem(request, id, (item) =>
    item.ended === null ? answer(item) : { objections: ['not_now'] },
  )

function onAnyItem(request: Request, id: string, answer: (item: Item) => Draft): Draft {
  const item = request.items.find((one) => one.id === id)
  return item ? answer(item) : { objections: ['no_such_item'] }
}

function membership(
  request: Request,
  { personId, isAdded }: Of<'membership'>,
  asking: Asking,
): Draft {
  if (isAdded)
    return so({ type: 'member_added', personId }, [
      ...when(isMember(request, personId), 'is_member'),
      ...when(!asking.sides.includes('requester'), 'not_yours'),
    ])
  return so({ type: 'member_removed', personId }, [
    ...when(!isMember(request, personId), 'not_a_member'),
    ...when(personId === request.requesterId, 'owner_stays'),
    ...when(!asking.sides.includes('requester') && personId !== asking.personId, 'not_yours'),
  ])
}

const itemsUnder = (request: Request, agreementId: string): Item[] =>
  request.items.filter(
    (item) => isApproved(item) && item.decision?.agreementIds.includes(agreementId),
  )

function acceptance(
  request: Request,
  { agreementId }: Of<'acceptance'>,
  { personId }: Asking,
): Draft {
  const isAccepted = request.acceptances.some(
    (one) =>
      one.agreementId === agreementId && one.personId === personId && one.round === request.round,
  )
  return so({ type: 'terms_accepted', agreementId }, [
    ...when(itemsUnder(request, agreementId).length === 0, 'no_agreement'),
    ...when(personId === null || !isMember(request, personId), 'not_a_member'),
    ...when(isAccepted, 'accepted_already'),
  ])
}

const dayMs = 86_400_000

const isWithin = ({ decision }: Item, { at, rules }: Asking): boolean =>
  decision !== null && Date.parse(at) - Date.parse(decision.at) <= rules.appealDays * dayMs

function shipment(request: Request, { shipmentId, lines, isHandedOver }: Of<'shipment'>): Draft {
  const totals = new Map<string, number>()
  for (const { itemId, quantity } of lines) totals.set(itemId, (totals.get(itemId) ?? 0) + quantity)
  const tooMuch = [...totals].some(([itemId, quantity]) => {
    const item = request.items.find(({ id }) => id === itemId)
    return item !== undefined && quantity > toShip(item)
  })
  const unknown = [...totals.keys()].some((itemId) =>
    request.items.every(({ id }) => id !== itemId),
  )
  return {
    objections: [
      ...when(lines.length === 0, 'no_items'),
      ...when(unknown, 'no_such_item'),
      ...when(tooMuch, 'too_much'),
    ],
    events: [
      { type: 'shipped', shipmentId, lines: [...lines] },
      ...(isHandedOver ? [{ type: 'received' as const, shipmentId }] : []),
    ],
  }
}

function onShipment(request: Request, id: string, event: EventData): Draft {
  const found = request.shipments.find((one) => one.id === id)
  return so(event, when(found?.state !== 'under_way', 'no_such_shipment'))
}

/** What may be shipped at most of what was approved. */
export const isWithinApproved = (item: Item): boolean =>
  !isApproved(item) || item.shipped <= approvedQuantity(item)
