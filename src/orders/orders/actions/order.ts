import { audienceOf, isStaffOf } from '../../../instruments/rules/standing.ts'
import { asSystem, type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import {
  countedTo,
  keyPart,
  type Page,
  pageOf,
  readCursor,
  totalOf,
  whole,
} from '../../../core/paging.ts'
import { onlyOne } from '../../../core/only.ts'
import { Problem } from '../../../core/problem.ts'
import { allowReading, personIdOf, writing } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import type { NewOrder, OrderAnswer, OrderRow, OrderState, Side } from '../model.ts'
import {
  findOrder,
  insertEvent,
  insertFile,
  insertOrder,
  listEvents,
  listFiles,
  countOrders,
  countWaiting,
  listOrders,
  nextNumber,
} from '../queries.ts'
import { issuesOfAnswers, keptAnswers, keptFiles } from '../../forms/rules.ts'
import { priceFor } from '../../prices/rules.ts'
import { type OrderEvent, presentOrder } from '../rules.ts'
import { orderWords as words } from '../words.ts'
import type { PersonActor } from '../../../core/actor.ts'
import { getService, type ServiceKey } from '../../services/actions.ts'
import { attachObjects } from '../../../files/uploads/actions.ts'
import { type SentFile, storeFiles, type Stored } from '../../forms/actions.ts'
import { fileNameOf } from '../../../files/pictures/rules.ts'
import { actorById } from '../../../people/accounts/actions/actor.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { recordChange } from '../../../audit/actions.ts'
import { byInLetter, inOneLine, oneLine } from '../../../mail/rules.ts'
import {
  getInstrument,
  getPublishedInstrument,
  lockInstruments,
} from '../../../instruments/actions.ts'

type ReadOptions = { db?: Db; lock?: boolean }

/** An order of the viewer, or of an instrument that the viewer is staff of; else not found. */
export async function getOrder(
  ctx: Context,
  id: string,
  options: ReadOptions = {},
): Promise<OrderRow> {
  const { db = ctx.db, lock = false } = options
  allowReading(ctx)
  const row = isId(id) ? await findOrder(db, ctx.actor, { id, lock }) : undefined
  if (!row) throw new Problem('not-found', words.noOrder)
  return row
}

/** The viewer's sides of an order: staff who order at their own instrument are on both. */
export function sidesOf(ctx: Context, order: OrderRow): Side[] {
  const { actor } = ctx
  const isRequester = actor.type === 'person' && actor.personId === order.personId
  return [
    ...(isRequester ? ['requester' as const] : []),
    ...(isStaffOf(actor, order) ? ['staff' as const] : []),
  ]
}

/** An order with its events, its files, and the commands that the viewer may give now. */
export async function wholeOrder(ctx: Context, id: string, db: Db = ctx.db): Promise<OrderAnswer> {
  const order = await getOrder(ctx, id, { db })
  const events = await listEvents(db, order)
  const files = await listFiles(db, order)
  return presentOrder(order, { events, files, sides: sidesOf(ctx, order), now: ctx.now() })
}

/** One file of an order. */
export async function getOrderFile(ctx: Context, { id, file }: { id: string; file: string }) {
  const order = await getOrder(ctx, id)
  const found = (await listFiles(ctx.db, order)).find((one) => one.id === file)
  if (!found) throw new Problem('not-found', words.noFile)
  return found
}

type Asked = {
  role: Side
  states?: readonly OrderState[] | undefined
  instrument?: string | undefined
  limit: number
  after?: string | undefined
}

/** The viewer's own orders, or those of the viewer's instruments. */
export async function searchOrders(
  ctx: Context,
  { after, ...asked }: Asked,
): Promise<Page<OrderRow>> {
  allowReading(ctx)
  if (asked.instrument !== undefined && !isId(asked.instrument)) return whole([])
  const rows = await listOrders(ctx.db, ctx.actor, { ...asked, after: cursorIn(after) })
  const count = await countOrders(ctx.db, ctx.actor, { ...asked, most: countedTo + 1 })
  const page = pageOf(rows, asked.limit, ({ dueAt, id }) => [dueAt?.epochMilliseconds ?? noDue, id])
  return { ...page, total: totalOf(count) }
}

/** How many wait for the viewer in a role, up to a hundred. */
export const countWaitingOrders = async ({ db, actor }: Context, role: Side): Promise<number> =>
  actor.type === 'person' ? countWaiting(db, actor, role) : 0

const noDue = 9_000_000_000_000_000

function cursorIn(after: string | undefined) {
  if (after === undefined) return undefined
  const [dueMs, id] = readCursor(after, [keyPart.whole, keyPart.id])
  return { dueMs, id }
}

type Placed = { order: NewOrder; files: readonly SentFile[] }

/** Orders a service: checks the form, stores the files, then inserts the order. */
export async function placeOrder(ctx: Context, key: ServiceKey, placed: Placed): Promise<string> {
  const person = writing(ctx)
  const { fields } = await checkedService(ctx, key, placed)
  const { answers } = placed.order
  const asked = keptFiles(fields, { answers, files: placed.files })
  return storeFiles(ctx, { folder: 'orders', files: asked }, (files) =>
    transact(ctx, async (trx) => {
      const id = await placeOrderIn(trx, ctx, { key, placed, person })
      const order = await getOrder(ctx, id, { db: trx })
      await attachFiles(trx, ctx, { order, files })
      return id
    }),
  )
}

type Inside = {
  key: ServiceKey
  person: Pick<PersonActor, 'labs' | 'personId'>
  placed: Placed
}

/** The same inside a transaction of the caller. */
export async function placeOrderIn(
  trx: Trx,
  ctx: Context,
  { key, placed, person }: Inside,
): Promise<string> {
  const { order } = placed
  await lockInstruments(trx, [key.instrumentId])
  const service = await checkedService({ ...ctx, db: trx }, key, placed)
  const { zone } = await getInstrument({ ...ctx, db: trx }, key.instrumentId)
  const now = ctx.now()
  const { year } = now.toZonedDateTimeISO(zone)
  const id = await insertOrder(trx, {
    instrument_id: key.instrumentId,
    number: await nextNumber(trx, year),
    service_id: key.id,
    service_version: service.version,
    person_id: person.personId,
    lab_id: labOf(person, order.lab),
    state: 'submitted',
    answers: JSON.stringify(keptAnswers(service.fields, order.answers)),
    samples: JSON.stringify(order.samples),
    submitted_at: now,
    due_at: now.add({ hours: service.turnaroundDays * 24 }),
  })
  const row = await getOrder(ctx, id, { db: trx })
  await recordEvent(trx, ctx, {
    order: row,
    type: 'submission',
    side: 'requester',
    note: order.note,
  })
  return id
}

async function checkedService(ctx: Context, key: ServiceKey, { order, files }: Placed) {
  await getPublishedInstrument(ctx, key.instrumentId)
  const service = await getService(ctx, key)
  if (!service.active) throw new Problem('conflict', words.notOffered)
  const sent = files.flatMap(({ field }) => field ?? [])
  const issues = issuesOfAnswers(service.fields, { answers: order.answers, files: sent })
  if (issues.length > 0) throw new Problem('invalid', words.checkForm, { issues })
  return service
}

function labOf({ labs }: Inside['person'], asked: string | null | undefined): string | null {
  if (asked === null) return null
  if (asked === undefined) return onlyOne(labs)?.labId ?? null
  if (labs.some(({ labId }) => labId === asked)) return asked
  throw new Problem('invalid', words.notYourLab, {
    issues: [{ path: 'lab', message: words.notYourLab }],
  })
}

/** In the transaction of what they belong to. */
export async function attachFiles(
  trx: Trx,
  ctx: Context,
  { order, files }: { order: { instrumentId: string; id: string }; files: readonly Stored[] },
): Promise<void> {
  if (files.length === 0) return
  await attachObjects(
    trx,
    files.map(({ key }) => key),
  )
  for (const { key, name, bytes, sha256, field } of files) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await insertFile(trx, {
      instrument_id: order.instrumentId,
      order_id: order.id,
      key,
      name: fileNameOf(name),
      size_bytes: bytes.length,
      sha256,
      field,
      added_at: ctx.now(),
      added_by: personIdOf(ctx),
    })
  }
}

/** The price in 分 of one unit for the requester, if the service has one: the start of a quote. */
export async function priceOfOrder(ctx: Context, order: OrderAnswer): Promise<number | undefined> {
  const person = await actorById(ctx.db, order.requester.id, { type: 'token', scopes: [] })
  if (!person) return undefined
  // Its staff need not be of the record's audience.
  const instrument = await getInstrument(asSystem(ctx, 'order'), order.instrument.id)
  return priceFor(order.prices, audienceOf(person, instrument))
}

type NewEvent = { order: OrderRow; type: OrderEvent; side: Side; note: string | undefined }

/** Records an event of an order with its audit entry, and has the other side told by one letter each. */
export async function recordEvent(
  trx: Trx,
  ctx: Context,
  { order, type, side, note }: NewEvent,
): Promise<void> {
  const by = personIdOf(ctx)
  await insertEvent(trx, order, { at: ctx.now(), by, type, note: note || null })
  await recordChange(trx, ctx, {
    action: `order.${type}`,
    entity: 'service_order',
    entityId: order.id,
    institutionId: order.institutionId,
    after: { number: order.number, state: order.state, ...(note && { note }) },
  })
  const { instrumentId } = order
  const facts = {
    orderId: order.id,
    number: order.number,
    service: inOneLine(order.title),
    instrument: inOneLine(order.instrument),
    event: type,
    by: byInLetter(ctx.actor),
    note: oneLine(note ?? ''),
  }
  if (side === 'requester') {
    const to = { staffOf: instrumentId, except: by }
    await tellPeople(trx, ctx, { letter: 'order_received', to, instrumentId, facts })
  } else if (order.personId !== by) {
    const to = { people: [order.personId] }
    await tellPeople(trx, ctx, { letter: 'order_moved', to, instrumentId, facts })
  }
}
