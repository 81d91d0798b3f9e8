import { z } from 'zod'

/** Where a request is; computed from its events, never set. */
export const requestStates = [
  'draft',
  'submitted',
  'returned',
  'decided',
  'fulfilling',
  'fulfilled',
  'closed',
  'withdrawn',
  'expired',
] as const
export type RequestState = (typeof requestStates)[number]

/** On which sides of a request somebody stands; `clock` is the program itself. */
export const sides = ['requester', 'member', 'supervisor', 'steward', 'reviewer', 'clock'] as const
export type Side = (typeof sides)[number]

/** Who is waited for. */
export const turns = ['requester', 'supervisor', 'reviewer', 'steward'] as const
export type Turn = (typeof turns)[number]

/** How an item reaches who asked. */
export const deliveries = ['download', 'shipment', 'order'] as const
export type Delivery = (typeof deliveries)[number]

export const answers = ['approved', 'rejected', 'stale', 'not_needed', 'later'] as const
export type Answer = (typeof answers)[number]

const id = z.string()
const moment = z.string().describe('ISO 8601, UTC.')
const quantity = z.number().positive()

/** A line of a request as it is asked for. */
export const AskedItem = z.strictObject({
  id,
  recordId: id,
  delivery: z.enum(deliveries),
  /** In smallest parts of the unit; null for what has no quantity. */
  quantity: quantity.nullable(),
  unit: z.string().nullable(),
  /** Material is given back. */
  isLoan: z.boolean(),
  /** What of the record: a version and files, a lot and form, criteria of samples, a service. */
  target: z.record(z.string(), z.unknown()),
})
export type AskedItem = z.output<typeof AskedItem>

export const ItemDecision = z.strictObject({
  itemId: id,
  answer: z.enum(answers),
  quantity: quantity.nullable(),
  conditions: z.string().nullable(),
  reason: z.string().nullable(),
  /** Of access: until then. Of `later`: from then. */
  until: moment.nullable(),
  agreementIds: z.array(id),
})
export type ItemDecision = z.output<typeof ItemDecision>

const ShippedLine = z.strictObject({ itemId: id, quantity })

/** Everything that was asked, as it was when it was sent. */
const content = {
  items: z.array(AskedItem).min(1),
  purpose: z.record(z.string(), z.unknown()),
  answers: z.record(z.string(), z.unknown()),
  needsConsentOf: id.nullable(),
}

const publicEvents = {
  submitted: content,
  amended: content,
  returned: { note: z.string() },
  withdrawn: { note: z.string().nullable() },
  item_withdrawn: { itemId: id },
  member_added: { personId: id },
  member_removed: { personId: id },
  handed_over: { personId: id },
  consent_given: { preauthorised: z.boolean(), note: z.string().nullable() },
  consent_refused: { note: z.string() },
  items_decided: { decisions: z.array(ItemDecision).min(1) },
  terms_accepted: { agreementId: id },
  terms_refused: { agreementId: id },
  appealed: { itemId: id, note: z.string() },
  appeal_answered: { decision: ItemDecision },
  renewal_asked: { itemId: id, until: moment, note: z.string().nullable() },
  renewed: { itemId: id, until: moment },
  renewal_refused: { itemId: id, note: z.string() },
  end_set: { itemId: id, until: moment },
  access_ended: { itemId: id },
  shipped: { shipmentId: id, lines: z.array(ShippedLine).min(1) },
  received: { shipmentId: id },
  lost: { shipmentId: id, note: z.string() },
  loan_returned: { itemId: id, quantity, condition: z.string() },
  ordered: { itemId: id, orderId: id },
  use_reported: { itemIds: z.array(id) },
  revoked: { itemId: id, reason: z.string() },
  message: { text: z.string() },
  closed: { note: z.string().nullable() },
  expired: {},
} as const

const internalEvents = {
  claimed: { until: moment },
  claim_released: {},
  reassigned: { personId: id, note: z.string().nullable() },
  conflict_declared: { note: z.string() },
  review_asked: { personId: id, note: z.string().nullable() },
  reviewed: { verdict: z.enum(['for', 'against', 'abstains']), note: z.string() },
  escalated: {},
  labelled: { labels: z.array(z.string()) },
  noted: { text: z.string() },
} as const

const events = { ...publicEvents, ...internalEvents }
export type EventType = keyof typeof events

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Object.keys`, which forgets the names' type
export const eventTypes = Object.keys(events) as EventType[]

/** Whether the requester's side sees events of a type: on pages, in letters and in answers. */
export const isPublicEvent = (type: EventType): boolean => type in publicEvents

type DataOf<Type extends EventType> = {
  [Name in keyof (typeof events)[Type]]: z.output<(typeof events)[Type][Name]>
}
export type EventData = { [Type in EventType]: { type: Type } & DataOf<Type> }[EventType]

/** What happened, when, and who did it; nobody where the program did. */
export type RequestEvent = EventData & { at: string; by: string | null }
