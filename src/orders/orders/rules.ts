import {
  Answers,
  type Line,
  Lines,
  type OrderAnswer,
  type OrderRow,
  type OrderState,
  Samples,
  type Side,
} from './model.ts'
import type { Audience } from '../../instruments/model/audiences.ts'
import { type Field, Fields, Prices } from '../services/model.ts'
import type { Issue } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { formWords as words } from '../services/words.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { priceOfAudience } from '../../charges/rates/rules.ts'

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

/** What one unit costs an audience; see `priceOfAudience`. */
export const priceFor = (prices: Prices, audience: Audience): number | undefined =>
  priceOfAudience(prices, audience)?.price

type AnswersAndFiles = { answers: Answers; files: readonly string[] }

/** Every problem with the answers to a form, each under the path of its field. */
export function issuesOfAnswers(
  fields: readonly Field[],
  { answers, files }: AnswersAndFiles,
): Issue[] {
  const known = new Set(fields.map(({ key }) => key))
  const wrong = fields.flatMap((field) => {
    const message = messageFor(field, { answers, files })
    return message ? [issueAt(field.key, message)] : []
  })
  const unknown = [...new Set([...Object.keys(answers), ...files])].filter((key) => !known.has(key))
  return [...wrong, ...unknown.map((key) => issueAt(key, words.unknown))]
}

const issueAt = (key: string, message: Text): Issue => ({ path: `answers.${key}`, message })

function messageFor(field: Field, { answers, files }: AnswersAndFiles): Text | undefined {
  const answer = answers[field.key]
  const hasFile = files.includes(field.key)
  if (field.type === 'file') {
    if (answer !== undefined) return words.sendFile
    return field.required && !hasFile ? words.fileNeeded : undefined
  }
  if (hasFile) return words.noFile
  if (answer === undefined || answer === '') return field.required ? words.needed : undefined
  return wrongKind(field, answer)
}

function wrongKind({ type, choices = [] }: Field, answer: string | number | boolean) {
  if (type === 'number') return Number.isFinite(answer) ? undefined : words.number
  if (type === 'yes_no') return typeof answer === 'boolean' ? undefined : words.yesOrNo
  if (typeof answer !== 'string') return words.text
  return type === 'choice' && !choices.includes(answer) ? words.choice : undefined
}

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
