import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import { secretHash } from '../../../core/secrets.ts'
import { isId } from '../../../core/shapes.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { getService } from '../../../orders/services/actions.ts'
import { offersLot } from '../../../stock/lots/actions/keep.ts'
import { catalogWords } from '../../../catalog/records/words.ts'
import { type RecordWay, waysOf } from '../../ways/actions.ts'
import { isAskable } from '../../ways/rules.ts'
import { type ItemChange, mostItems, type NewItem, NewItem as NewItemShape } from '../model.ts'
import {
  countIn,
  deleteBasket,
  deleteItems,
  findBasket,
  findItem,
  forgetRemoved,
  hasFiles,
  holdBasket,
  keepOnly,
  moveItems,
  putItem,
  setRemoved,
  setThing,
  takeGuestItems,
} from '../queries.ts'
import { type Thing, type ThingFacts, thingOf } from '../rules.ts'
import { basketRefusals as refusals } from '../words.ts'
import { type Holder, ownHolder } from './holder.ts'
import { undoMinutes } from './read.ts'

type Judged = { recordId: string; title: LocalText; thing: Thing }

/** Puts one thing into a basket; the same thing again changes how much of it is asked for. */
export async function addItem(ctx: Context, holder: Holder, input: NewItem) {
  const ways = await waysOf(ctx, [input.record])
  const judged = await judge(ctx, ways, input)
  const { id } = await inBasket(ctx, holder, (trx, basketId) => put(trx, ctx, basketId, judged))
  return { id, title: judged.title }
}

/** What was not put into the basket, and why. */
export type Refused = { record: string; title: LocalText; sentence: Text }

/** Puts several records into a basket, of each what is usual; those that cannot be asked for are left out. */
export async function addRecords(ctx: Context, holder: Holder, records: readonly string[]) {
  const ids = [...new Set(records.filter(isId).map((id) => id.toLowerCase()))].slice(0, mostItems)
  const { judged, refused } = await judgeAll(ctx, ids)
  if (judged.length > 0)
    await inBasket(ctx, holder, async (trx, basketId) => {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      for (const one of judged) await put(trx, ctx, basketId, one)
    })
  return { added: judged.length, refused }
}

/** Why each of these records cannot be put into a basket; those that can are left out. */
export const refusedAmong = async (ctx: Context, records: readonly string[]): Promise<Refused[]> =>
  (await judgeAll(ctx, records)).refused

async function judgeAll(ctx: Context, ids: readonly string[]) {
  const ways = await waysOf(ctx, ids)
  const judged: Judged[] = []
  const refused: Refused[] = []
  for (const record of ids) {
    const found = ways.get(record)
    if (!found) continue
    try {
      // oxlint-disable-next-line no-await-in-loop -- a record asks for nothing more here
      judged.push(await judge(ctx, ways, NewItemShape.parse({ record })))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const sentence = error.facts.issues?.[0]?.message ?? error.detail
      refused.push({ record, title: titleOf(found), sentence })
    }
  }
  return { judged, refused }
}

/** Replaces all that is in a basket, where nobody changed it since the version that was read. */
export async function putBasket(
  ctx: Context,
  holder: Holder,
  { items, version }: { items: readonly NewItem[]; version: number | undefined },
): Promise<void> {
  const ways = await waysOf(ctx, [...new Set(items.map(({ record }) => record))])
  const judged = await Promise.all(items.map((item, at) => judge(ctx, ways, item, `items.${at}.`)))
  await inBasket(ctx, holder, async (trx, basketId, before) => {
    if (version !== undefined && version !== before) throw new Problem('stale', refusals.stale)
    const kept: string[] = []
    for (const one of judged) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      kept.push((await put(trx, ctx, basketId, one)).id)
    }
    await keepOnly(trx, basketId, kept)
  })
}

type Key = { id: string }

/** Changes how much of a thing is asked for, or which samples. */
export async function changeItem(
  ctx: Context,
  holder: Holder,
  { id, ...change }: ItemChange & Key,
) {
  const basket = await findBasket(ctx.db, holder)
  const item = await heldItem(ctx.db, { basketId: basket?.id, id })
  const { criteria, samples, ...amount } = change
  const { samples: before, ...kept } = item.target
  const wanted = samples === undefined ? before : (samples ?? undefined)
  const target = {
    ...kept,
    ...(criteria !== undefined && { criteria }),
    ...(wanted && { samples: wanted }),
  }
  const { isLoan, recordId: record } = item
  const unit = amount.unit ?? item.unit ?? undefined
  const asked = { record, isLoan, target, ...amount, ...(unit && { unit }) }
  const judged = await judge(ctx, await waysOf(ctx, [record]), asked)
  await inBasket(ctx, holder, async (trx, basketId) => {
    await heldItem(trx, { basketId, id })
    await unlessBroken('basket_item_once', refusals.twice, () => setThing(trx, id, judged.thing))
  })
  return { title: judged.title }
}

/** Takes a thing out; for some minutes it can be put back. */
export const removeItem = async (ctx: Context, holder: Holder, { id }: Key): Promise<void> =>
  inBasket(ctx, holder, async (trx, basketId) => {
    await heldItem(trx, { basketId, id })
    await setRemoved(trx, id, ctx.now())
  })

/** Puts back what was taken out. */
export const returnItem = async (ctx: Context, holder: Holder, { id }: Key): Promise<void> =>
  inBasket(ctx, holder, async (trx, basketId) => {
    if (!isId(id) || !(await findItem(trx, { basketId, id }, true)))
      throw new Problem('not-found', refusals.noItem)
    await setRemoved(trx, id, null)
  })

type ItemKey = { basketId: string | undefined; id: string }

async function heldItem(db: Db, { basketId, id }: ItemKey) {
  const item = basketId && isId(id) ? await findItem(db, { basketId, id }) : undefined
  if (!item) throw new Problem('not-found', refusals.noItem)
  return item
}

/** Takes out what became requests, inside their transaction. */
export async function emptyBasket(
  trx: Trx,
  ctx: Context,
  itemIds: readonly string[],
): Promise<void> {
  const holder = ownHolder(ctx)
  await holdBasket(trx, holder, ctx.now())
  await deleteItems(trx, holder.personId, itemIds)
}

/** What a guest gathered becomes the basket of who signed in, as far as there is room; theirs comes first. */
export async function takeOver(ctx: Context, guestSecret: string): Promise<void> {
  const holder = ownHolder(ctx)
  await transact(ctx, async (trx) => {
    const guest = await takeGuestItems(trx, secretHash(guestSecret))
    if (!guest) return
    if (guest.items.length > 0) {
      const { id } = await holdBasket(trx, holder, ctx.now())
      const room = Math.max(0, mostItems - (await countIn(trx, id)))
      await moveItems(trx, { to: id, ids: guest.items.slice(0, room).map((item) => item.id) })
    }
    await deleteBasket(trx, guest.basketId)
  })
}

/** Does something in a basket that is held: of two windows at once, one after the other. */
const inBasket = async <T>(
  ctx: Context,
  holder: Holder,
  work: (trx: Trx, basketId: string, versionBefore: number) => Promise<T>,
): Promise<T> =>
  transact(ctx, async (trx) => {
    const { id, version } = await holdBasket(trx, holder, ctx.now())
    await forgetRemoved(trx, id, ctx.now().subtract({ minutes: undoMinutes }))
    const done = await work(trx, id, version - 1)
    if ((await countIn(trx, id)) > mostItems)
      throw new Problem('conflict', refusals.full(mostItems))
    return done
  })

const put = async (trx: Trx, ctx: Context, basketId: string, { recordId, thing }: Judged) =>
  putItem(trx, { basketId, recordId, thing, now: ctx.now() })

type Ways = ReadonlyMap<string, RecordWay>

/** What somebody asks for as an item, or a refusal that says why it cannot be asked for. */
async function judge(ctx: Context, ways: Ways, input: NewItem, at = ''): Promise<Judged> {
  const found = ways.get(input.record.toLowerCase())
  if (!found) throw invalid([{ path: `${at}record`, message: refusals.noRecord }])
  const service = await serviceOf(ctx, found, input)
  refuseUnasked(found, service !== undefined)
  const { row, available } = found
  const facts: ThingFacts = {
    kind: row.kind,
    profile: row.profile,
    available,
    serviceUnit: service?.unit,
  }
  const target = inOrder(input)
  const { thing, issues } = thingOf(facts, { ...input, target })
  if (!thing) throw invalid(issues.map((issue) => ({ ...issue, path: `${at}${issue.path}` })))
  const missing = await missingIn(ctx, row.id, thing)
  if (missing) throw invalid([{ ...missing, path: `${at}${missing.path}` }])
  return { recordId: row.id, title: titleOf(found), thing }
}

const invalid = (issues: readonly Issue[]) =>
  new Problem('invalid', issues[0]?.message ?? catalogWords.invalid, { issues })

/** The same files in another order are the same thing. */
const inOrder = ({ target }: NewItem) =>
  target.fileIds ? { ...target, fileIds: [...new Set(target.fileIds)].toSorted() } : target

async function serviceOf(ctx: Context, { row }: RecordWay, { target }: NewItem) {
  const { serviceId } = target
  if (row.kind !== 'instrument' || serviceId === undefined) return undefined
  try {
    const service = await getService(ctx, { instrumentId: row.id, id: serviceId })
    return service.active ? service : undefined
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return undefined
    throw error
  }
}

/** A service is asked for where the instrument is shared at all; everything else by the way that its page says. */
function refuseUnasked(found: RecordWay, isService: boolean): void {
  const { row, way } = found
  const isGone = way.code === 'closed' || way.act === 'none'
  if (row.kind === 'instrument' && !isGone) {
    if (isService) return
    throw new Problem('conflict', refusals.bookIt, { code: 'book' })
  }
  if (!isAskable(found)) throw new Problem('conflict', way.sentence, { code: way.code })
}

async function missingIn(
  ctx: Context,
  recordId: string,
  { target }: Thing,
): Promise<Issue | undefined> {
  const { versionId, fileIds = [], lotId } = target
  if (versionId !== undefined) {
    const { hasVersion, hasAll } = await hasFiles(ctx.db, { recordId, versionId, fileIds })
    if (!hasVersion) return { path: 'target.versionId', message: refusals.noVersion }
    if (!hasAll) return { path: 'target.fileIds', message: refusals.noFile }
  }
  if (lotId !== undefined && !(await offersLot(ctx, { recordId, lotId })))
    return { path: 'target.lotId', message: refusals.noLot }
  return undefined
}

const titleOf = ({ row }: RecordWay): LocalText => ({ zh: row.titleZh, en: row.titleEn })
