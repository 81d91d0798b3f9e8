import type { LocalText } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import type { EventType, RequestState, Side, Turn } from '../model/events.ts'
import type { ItemAnswer } from '../model/request.ts'
import type { AskedUnit } from '../model/units.ts'
import { commandsIn, seesInternal } from './lifecycle.ts'
import { currentMembers, type Item, type Request, stateOf } from './state.ts'
import { quantityIn, unitNamed } from './units.ts'

type Row = {
  id: string
  number: string
  state: RequestState
  turn: Turn | null
  turnSince: Temporal.Instant
  dueAt: Temporal.Instant | null
  submittedAt: Temporal.Instant | null
  requester: { id: string; name: string }
  provider: { id: string; name: LocalText }
  collection: { id: string; title: LocalText } | null
  supervisorId: string | null
  lab: { id: string; name: LocalText } | null
  purpose: Record<string, unknown>
  answers: Record<string, unknown>
  destination: string | null
  address: string | null
  version: number
}

type ItemRow = {
  id: string
  recordId: string
  kind: string
  title: LocalText
  delivery: Item['delivery']
  quantity: number | null
  unit: string | null
  isLoan: boolean
  isAsked: boolean
  target: Record<string, unknown>
}

type Logged = {
  number: number
  at: Temporal.Instant
  type: EventType
  by: string | null
  isPublic: boolean
  /** Absent where it is not for the reader. */
  forIds?: readonly string[]
}

type Facts = {
  row: Row
  request: Request
  items: readonly ItemRow[]
  targets: ReadonlyMap<string, LocalText>
  held: readonly { itemId: string; quantity: number }[]
  events: readonly Logged[]
  sides: readonly Side[]
  names: ReadonlyMap<string, string>
}

/** A request as the API and the pages show it to one viewer; `events` are those that are theirs to read. */
export function presentRequest(facts: Facts) {
  const { row, request, items, events, sides, names } = facts
  const personNamed = (id: string) => ({ id, name: names.get(id) ?? '' })
  const { supervisorId, ...shown } = row
  return {
    ...shown,
    supervisor: supervisorId === null ? null : personNamed(supervisorId),
    items: items
      .map((item) => ({ item, now: request.items.find(({ id }) => id === item.id) }))
      .filter(({ item, now }) => item.isAsked || now !== undefined)
      .map(({ item, now }) => presentItem(item, now, facts)),
    members: currentMembers(request).map(personNamed),
    consent: request.consent && {
      person: personNamed(request.consent.personId),
      state: request.consent.state,
    },
    acceptances: request.acceptances
      .filter(({ round }) => round === request.round)
      .map(({ agreementId, personId }) => ({ agreement: agreementId, person: personId })),
    shipments: request.shipments.map((shipment) => presentShipment(shipment, items)),
    events: events.map(({ by, forIds = [], ...event }) => ({
      ...event,
      actor: by === null ? null : personNamed(by),
      ...(forIds.length > 0 && { standsInFor: forIds.map(personNamed) }),
      ...('personId' in event &&
        typeof event.personId === 'string' && { person: personNamed(event.personId) }),
    })),
    sides: [...sides],
    commands: commandsIn(stateOf(request), sides),
    internal: seesInternal(sides) ? presentInternal(request, personNamed) : null,
  }
}

type Naming = (id: string) => { id: string; name: string }

const presentInternal = ({ labels, claim, assigneeId, reviews }: Request, personNamed: Naming) => ({
  labels: [...labels],
  claim: claim && { person: personNamed(claim.personId), until: instant(claim.until) },
  assignee: assigneeId === null ? null : personNamed(assigneeId),
  reviews: reviews.map(({ personId, verdict }) => ({ person: personNamed(personId), verdict })),
})

const presentShipment = (shipment: Request['shipments'][number], items: readonly ItemRow[]) => ({
  ...shipment,
  lines: shipment.lines.map(({ itemId, quantity }) => {
    const row = items.find(({ id }) => id === itemId)
    return { itemId, quantity: amountsIn(unitNamed(row?.unit ?? null))(quantity) }
  }),
})

const instant = (text: string) => Temporal.Instant.from(text)
const instantOrNull = (text: string | null) => (text === null ? null : instant(text))

/** An item that was never sent has no part of what follows from events. */
const unsent = {
  ended: null,
  appeal: null,
  orderId: null,
  decision: null,
  periods: [],
  renewal: null,
  shipped: 0,
  received: 0,
  lost: 0,
  returned: 0,
  reportedAt: null,
} as const satisfies Partial<Item>

function presentItem(
  row: ItemRow,
  now: Item | undefined,
  { held, targets }: Pick<Facts, 'held' | 'targets'>,
): ItemAnswer {
  const { decision, periods, renewal, reportedAt, ...item } = now ?? unsent
  const amount = amountsIn(unitNamed(row.unit))
  const own = held.filter(({ itemId }) => itemId === row.id)
  return {
    id: row.id,
    record: { id: row.recordId, kind: row.kind, title: row.title },
    delivery: row.delivery,
    quantity: row.quantity === null ? null : amount(row.quantity),
    unit: unitNamed(row.unit),
    loan: row.isLoan,
    target: row.target,
    targetName: targets.get(row.id) ?? null,
    decision: decision && presentDecision(decision, amount),
    ended: item.ended,
    appeal: item.appeal,
    orderId: item.orderId,
    access: periods.map(({ from, until }) => ({
      from: instant(from),
      until: instantOrNull(until),
    })),
    renewalUntil: renewal && instant(renewal.until),
    shipped: amount(item.shipped),
    received: amount(item.received),
    lost: amount(item.lost),
    returned: amount(item.returned),
    held: amount(own.reduce((sum, { quantity }) => sum + quantity, 0)),
    reportedAt: instantOrNull(reportedAt),
  }
}

const amountsIn = (unit: AskedUnit | null) => (parts: number) =>
  unit === null ? parts : quantityIn(unit, parts)

const presentDecision = (
  { agreementIds, at, until, quantity, ...decision }: NonNullable<Item['decision']>,
  amount: (parts: number) => number,
) => ({
  answer: decision.answer,
  conditions: decision.conditions,
  reason: decision.reason,
  quantity: quantity === null ? null : amount(quantity),
  until: instantOrNull(until),
  agreements: agreementIds,
  at: instant(at),
})
