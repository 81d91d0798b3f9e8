import type { LocalText } from '../../../core/text.ts'
import { isoOf, Temporal } from '../../../core/time.ts'
import { Answers, Lines, type OrderAnswer, type OrderState, Samples, type Side } from '../model.ts'
import { Fields, Prices, type Unit } from '../../services/model.ts'
import { commandsIn, isEnded } from './lifecycle.ts'
import { totalFen } from './quote.ts'

type Item = {
  id: string
  number: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  serviceId: string
  serviceVersion: number
  titleZh: string | null
  titleEn: string | null
  state: OrderState
  version: number
  personId: string
  personName: string
  zone: string
  submittedAt: Temporal.Instant
  dueAt: Temporal.Instant | null
  quoteFen: number | null
}

type Whole = Item & {
  unit: Unit
  prices: unknown
  fields: unknown
  answers: unknown
  samples: unknown
  quote: unknown
  quoteUntil: Temporal.Instant | null
  acceptedAt: Temporal.Instant | null
  deliveredAt: Temporal.Instant | null
  machineHours: number | null
  rating: number | null
  ratingWords: string | null
}

type Parts = {
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

/** Results are late once their day has passed and nothing was delivered. */
export const isOverdue = (
  { state, dueAt }: Pick<Item, 'state' | 'dueAt'>,
  now: Temporal.Instant,
): boolean =>
  !isEnded(state) &&
  state !== 'delivered' &&
  dueAt !== null &&
  Temporal.Instant.compare(dueAt, now) < 0

const pair = (zh: string | null, en: string | null): LocalText => ({ zh, en })

/** An order as lists tell it. */
export const shownItem = (row: Item, now: Temporal.Instant) => ({
  id: row.id,
  number: row.number,
  instrument: { id: row.instrumentId, title: pair(row.instrumentZh, row.instrumentEn) },
  service: {
    id: row.serviceId,
    version: row.serviceVersion,
    title: pair(row.titleZh, row.titleEn),
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

/** An order as its two sides see it. */
export function shownOrder(row: Whole, { events, files, sides, now }: Parts): OrderAnswer {
  const lines = row.quote === null ? undefined : Lines.parse(row.quote)
  return {
    ...shownItem(row, now),
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
