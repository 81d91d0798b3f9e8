import { type SentFile, storeFiles, type Stored } from '../../forms/actions.ts'
import { chargeOrderIn } from '../../../charges/charges/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { Temporal } from '../../../core/time.ts'
import { allowWriting, personIdOf, writing } from '../../../core/permission.ts'
import type { Delivery, OrderRow, Quote, Rating, Side } from '../model.ts'
import { insertEvent, type OrderChange, updateOrder } from '../queries.ts'
import { type Command, isEnded, isOnSideOf, isWorked, stateAfter, totalFen } from '../rules.ts'
import { orderWords as words, stateNames } from '../words.ts'
import { attachFiles, getOrder, recordEvent, sidesOf } from './order.ts'
import { recordChange } from '../../../audit/actions.ts'
import { bothLanguages } from '../../../core/text.ts'

/** Which order, and the version that the caller read, if known. */
export type StepKey = { id: string; version?: number | undefined }
export type Step = {
  command: Command
  note?: string | undefined
  change?: (order: OrderRow) => OrderChange
  after?: (trx: Trx, order: OrderRow) => Promise<void>
}

/** Quotes a price; a new quote must be accepted again. */
export function quoteOrder(ctx: Context, key: StepKey, quote: Quote): Promise<void> {
  const { validUntil, dueAt } = quote
  const issues = Object.entries({ validUntil, dueAt }).flatMap(([path, at]) =>
    at && Temporal.Instant.compare(at, ctx.now()) <= 0 ? [{ path, message: words.untilPast }] : [],
  )
  if (issues.length > 0) throw new Problem('invalid', words.untilPast, { issues })
  return takeStep(ctx, key, quoteStep(quote))
}

/** The step of a quote. */
export const quoteStep = ({ lines, validUntil, dueAt, note }: Quote): Step => ({
  command: 'quote',
  note,
  change: (order) => ({
    quote: JSON.stringify(lines),
    quote_fen: totalFen(lines),
    quote_until: validUntil ?? null,
    due_at: dueAt ?? order.dueAt,
    accepted_at: null,
  }),
})

export const acceptQuote = (ctx: Context, key: StepKey, note?: string): Promise<void> =>
  takeStep(ctx, key, {
    command: 'acceptance',
    note,
    change: ({ quoteUntil }) => {
      if (quoteUntil && Temporal.Instant.compare(quoteUntil, ctx.now()) < 0)
        throw new Problem('conflict', words.quoteOver)
      return { accepted_at: ctx.now() }
    },
  })

type PlainCommand = 'refusal' | 'decline' | 'start' | 'withdrawal' | 'cancellation'

/** A step that changes nothing but the state. */
export const moveOrder = (
  ctx: Context,
  key: StepKey,
  { command, note }: { command: PlainCommand; note?: string | undefined },
): Promise<void> => takeStep(ctx, key, { command, note })

type SentDelivery = Delivery & { files: readonly Omit<SentFile, 'field'>[] }

/** Delivers results; more may follow. The first delivery is charged. */
export async function deliverOrder(ctx: Context, key: StepKey, sent: SentDelivery): Promise<void> {
  refuseUnless(ctx, await getOrder(ctx, key.id), { key, command: 'delivery' })
  const { files, ...delivery } = sent
  const results = files.map((file) => ({ ...file, field: null }))
  return storeFiles(ctx, { folder: 'orders', files: results }, (stored) =>
    takeStep(ctx, key, deliveryStep(ctx, { ...delivery, stored })),
  )
}

type StoredDelivery = Delivery & { stored: readonly Stored[] }

/** The step of a delivery. */
export const deliveryStep = (
  ctx: Context,
  { note, machineHours, stored }: StoredDelivery,
): Step => ({
  command: 'delivery',
  note,
  change: (order) => ({
    delivered_at: order.deliveredAt ?? ctx.now(),
    machine_hours: machineHours ?? order.machineHours,
  }),
  after: async (trx, order) => {
    await attachFiles(trx, ctx, { order, files: stored })
    await charge(trx, ctx, order)
  },
})

/** Rates the order, once, and closes it. */
export const rateOrder = (ctx: Context, key: StepKey, rating: Rating): Promise<void> =>
  takeStep(ctx, key, ratingStep(rating))

export const ratingStep = ({ rating, note }: Rating): Step => ({
  command: 'rating',
  note,
  change: () => ({ rating, rating_words: note || null }),
})

/** Writes to the other side. */
export async function noteOnOrder(ctx: Context, key: StepKey, note: string): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const order = await getOrder(ctx, key.id, { db: trx, lock: true })
    const [side = 'staff'] = sidesOf(ctx, order)
    await recordEvent(trx, ctx, { order, type: 'note', side, note })
  })
}

async function takeStep(ctx: Context, key: StepKey, step: Step): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, (trx) => takeStepIn(trx, ctx, { key, step }))
}

/** The same inside a transaction of the caller. */
export async function takeStepIn(
  trx: Trx,
  ctx: Context,
  { key, step }: { key: StepKey; step: Step },
) {
  const { command, note } = step
  const order = await getOrder(ctx, key.id, { db: trx, lock: true })
  const state = refuseUnless(ctx, order, { key, command })
  await updateOrder(trx, order, {
    ...step.change?.(order),
    state,
    ...(isEnded(state) && { ended_at: ctx.now() }),
  })
  const moved = await getOrder(ctx, key.id, { db: trx })
  await step.after?.(trx, moved)
  const side: Side = isOnSideOf(command, ['staff']) ? 'staff' : 'requester'
  await recordEvent(trx, ctx, { order: moved, type: command, side, note })
}

/** Checks permission, version and state; returns the next state. */
function refuseUnless(
  ctx: Context,
  order: OrderRow,
  { key, command }: { key: StepKey; command: Command },
) {
  if (!isOnSideOf(command, sidesOf(ctx, order))) throw new Problem('forbidden', words.notYours)
  if (key.version !== undefined && key.version !== order.version)
    throw new Problem('stale', words.stale)
  const state = stateAfter(order.state, command)
  if (!state) throw new Problem('conflict', words.notNow(stateNames[order.state]))
  return state
}

async function charge(trx: Trx, ctx: Context, order: OrderRow): Promise<void> {
  if (!order.quoteFen) return
  const { zh, en } = bothLanguages(order.title)
  await chargeOrderIn(trx, ctx, {
    instrumentId: order.instrumentId,
    orderId: order.id,
    institutionId: order.institutionId,
    personId: order.personId,
    labId: order.labId,
    zone: order.zone,
    amountFen: order.quoteFen,
    why: { zh: words.charge(order.number, zh).zh, en: words.charge(order.number, en).en },
  })
}

/**
 * Sets the machine hours of an order, also once it is closed, because they are reported. Sends no letter: nothing
 * changes for the other side.
 */
export async function setMachineHours(ctx: Context, key: StepKey, hours: number): Promise<void> {
  writing(ctx)
  await transact(ctx, async (trx) => {
    const order = await getOrder(ctx, key.id, { db: trx, lock: true })
    if (!sidesOf(ctx, order).includes('staff')) throw new Problem('forbidden', words.notYours)
    if (key.version !== undefined && key.version !== order.version)
      throw new Problem('stale', words.stale)
    if (!isWorked(order.state)) throw new Problem('conflict', words.notNow(stateNames[order.state]))
    await updateOrder(trx, order, { machine_hours: hours })
    const at = ctx.now()
    const by = personIdOf(ctx)
    await insertEvent(trx, order, { at, by, type: 'machine_hours', note: `${hours} h` })
    await recordChange(trx, ctx, {
      action: 'order.machine_hours',
      entity: 'service_order',
      entityId: order.id,
      institutionId: order.institutionId,
      before: { machineHours: order.machineHours },
      after: { machineHours: hours },
    })
  })
}
