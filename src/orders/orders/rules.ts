import {
  type Line,
  Lines,
  type OrderAnswer,
  type OrderRow,
  type OrderState,
  Samples,
  type Side,
} from './model.ts'
import { Answers, Fields } from '../forms/model.ts'
import { Prices } from '../prices/model.ts'
import { isoOf, Temporal } from '../../core/time.ts'

/** Who may give which command in which state, and the next state. A changed quote must be accepted again. */
const transitions = {
  quote: { who: 'staff', from: { submitted: 'quoted', quoted: 'quoted', accepted: 'quoted' } },
  acceptance: { who: 'requester', from: { quoted: 'accepted' } },
  refusal: { who: 'requester', from: { quoted: 'submitted' } },
  decline: { who: 'staff', from: { submitted: 'declined', quoted: 'declined' } },
  start: { who: 'staff', from: { accepted: 'in_work' } },
  delivery: { who: 'staff', from: { in_work: 'delivered', delivered: 'delivered' } },
  rating: { who: 'requester', from: { delivered: 'closed' } },
  withdrawal: {
    who: 'requester',
    from: { submitted: 'withdrawn', quoted: 'withdrawn', accepted: 'withdrawn' },
  },
  cancellation: { who: 'staff', from: { accepted: 'cancelled', in_work: 'cancelled' } },
} as const satisfies Record<string, { who: Side; from: Partial<Record<OrderState, OrderState>> }>

export type Command = keyof typeof transitions
export type OrderEvent = Command | 'submission' | 'note' | 'machine_hours'

type Row = { who: Side; from: Partial<Record<OrderState, OrderState>> }
const table: Record<Command, Row> = transitions

export const commands: readonly Command[] = [
  'quote',
  'acceptance',
  'refusal',
  'decline',
  'start',
  'delivery',
  'rating',
  'withdrawal',
  'cancellation',
]

export const isOrderEvent = (type: string): type is OrderEvent =>
  type in transitions || ['submission', 'note', 'machine_hours'].includes(type)

const ended: readonly OrderState[] = ['closed', 'declined', 'withdrawn', 'cancelled']
export const isEnded = (state: OrderState): boolean => ended.includes(state)

const worked: readonly OrderState[] = ['in_work', 'delivered', 'closed']
/** Whether work was started and not cancelled. */
export const isWorked = (state: OrderState): boolean => worked.includes(state)

/** The state after a command; undefined where it is not allowed. */
export const stateAfter = (state: OrderState, command: Command): OrderState | undefined =>
  table[command].from[state]

export const isOnSideOf = (command: Command, on: readonly Side[]): boolean =>
  on.includes(table[command].who)

/** The commands allowed to these sides in a state. */
export const commandsIn = (state: OrderState, on: readonly Side[]): Command[] =>
  commands.filter((command) => isOnSideOf(command, on) && stateAfter(state, command) !== undefined)

/** The states in which an order waits for a side. */
export const waitsFor: Record<Side, readonly OrderState[]> = {
  staff: ['submitted', 'accepted', 'in_work'],
  requester: ['quoted', 'delivered'],
}

/** 分 of one line, rounded to a whole one. */
export const lineFen = ({ quantity, priceFen }: Line): number => Math.round(quantity * priceFen)

export const totalFen = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + lineFen(line), 0)

type OrderParts = {
  events: readonly {
    at: Temporal.Instant
    type: string
    note: string | null
    byId: string | null
    byName: string | null
  }[]
  files: readonly {
    id: string
    name: string
    sizeBytes: number
    field: string | null
    addedAt: Temporal.Instant
  }[]
  sides: readonly Side[]
  now: Temporal.Instant
}

const iso = (at: Temporal.Instant | null) => at && isoOf(at)

/** Overdue: the due date has passed and nothing was delivered. */
export const isOverdue = (
  { state, dueAt }: Pick<OrderRow, 'state' | 'dueAt'>,
  now: Temporal.Instant,
): boolean =>
  !isEnded(state) &&
  state !== 'delivered' &&
  dueAt !== null &&
  Temporal.Instant.compare(dueAt, now) < 0

/** An order in a list. */
export const presentItem = (row: OrderRow, now: Temporal.Instant) => ({
  id: row.id,
  number: row.number,
  instrument: { id: row.instrumentId, title: row.instrument },
  service: {
    id: row.serviceId,
    version: row.serviceVersion,
    title: row.title,
  },
  state: row.state,
  version: row.version,
  requester: { id: row.personId, name: row.personName },
  timezone: row.zone,
  submittedAt: isoOf(row.submittedAt),
  dueAt: iso(row.dueAt),
  overdue: isOverdue(row, now),
  quoteFen: row.quoteFen,
})

/** An order with its events and files, for its two sides. */
export function presentOrder(
  row: OrderRow,
  { events, files, sides, now }: OrderParts,
): OrderAnswer {
  const lines = row.quote === null ? undefined : Lines.parse(row.quote)
  return {
    ...presentItem(row, now),
    unit: row.unit,
    prices: Prices.parse(row.prices),
    fields: Fields.parse(row.fields),
    answers: Answers.parse(row.answers),
    samples: Samples.parse(row.samples),
    quote: lines ? { lines, totalFen: totalFen(lines), validUntil: iso(row.quoteUntil) } : null,
    acceptedAt: iso(row.acceptedAt),
    deliveredAt: iso(row.deliveredAt),
    machineHours: row.machineHours,
    rating: row.rating,
    ratingWords: row.ratingWords,
    request: row.request,
    sides: [...sides],
    commands: commandsIn(row.state, sides),
    events: events.map(({ at, type, note, byId, byName }) => ({
      at: isoOf(at),
      type,
      actor: byId === null ? null : { id: byId, name: byName ?? '' },
      note,
    })),
    files: files.map(({ id, name, sizeBytes, field, addedAt }) => ({
      id,
      name,
      sizeBytes,
      field,
      addedAt: isoOf(addedAt),
    })),
  }
}
