import { recordChange } from '../../../audit/actions.ts'
import { refuseUnlessKept } from '../../../catalog/records/actions/input.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { catalogWords } from '../../../catalog/records/words.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { enterIn } from '../../entries/actions.ts'
import type { Unit } from '../../model.ts'
import { openPlaceAt, placesAt } from '../../places/actions.ts'
import { placeWords } from '../../places/words.ts'
import { quantityOf, smallestOf } from '../../rules.ts'
import { stockWords } from '../../words/common.ts'
import { type Freezing, type LotChange, lotForm, type LotFilter, type NewLot } from '../model.ts'
import {
  findLotByCode,
  findOfferedLot,
  hasLots,
  insertLot,
  insertParents,
  isLotOffered,
  isReadBy,
  listLots,
  offeredOf,
  placeOf,
  putLot,
  stockOfEach,
  updateLot,
} from '../queries.ts'
import { type Available, availabilityText, availableOf } from '../rules.ts'
import { lotWords as words } from '../words.ts'
import { holdForEdit, type HeldLot, holdLot, refuseFrozen } from './hold.ts'

/** Lots of records that the actor keeps or is a steward of. */
export async function searchLots(ctx: Context, { place, ...asked }: Paging & LotFilter) {
  allowReading(ctx)
  const places = place === undefined ? undefined : await placesAt(ctx, place)
  return listLots(ctx.db, ctx.actor, { ...asked, places })
}

/** Those that lie in a place or anywhere inside. */
export async function lotsAt(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  allowReading(ctx)
  return listLots(ctx.db, ctx.actor, { ...paging, places: isId(id) ? [id] : [] })
}

/** The lots of an accession, for its curators and stewards; everybody else learns what can be had by {@link availabilityOf}. */
export async function lotsOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const { row } = await getRecord(ctx, id, 'accession')
  await allowStock(ctx, row.id)
  return listLots(ctx.db, ctx.actor, { record: row.id, ...paging })
}

async function allowStock(ctx: Context, recordId: string): Promise<void> {
  allowReading(ctx)
  if (!(await readsStock(ctx, recordId))) throw new Problem('forbidden', stockWords.keepersOnly)
}

/** Whether the actor reads the stock of a record: its curators do, and its stewards. */
export const readsStock = async ({ db, actor }: Context, recordId: string): Promise<boolean> =>
  actor.type !== 'anonymous' && isReadBy(db, actor, recordId)

/** What of a record can be had, about; for everybody who may see it. Nothing of one that was withdrawn. */
export async function availabilityOf(ctx: Context, { id }: { id: string }) {
  const { row } = await getRecord(ctx, id)
  const byUnit = row.withdrawnAt ? [] : availableOf(await offeredOf(ctx.db, row.id))
  return { byUnit, text: availabilityText(byUnit) }
}

/** The same of several records, each of which the caller may see; those that were never in stock are left out. */
export async function offeredOfEach(
  { db }: Context,
  recordIds: readonly string[],
): Promise<Map<string, Available[]>> {
  if (recordIds.length === 0) return new Map()
  const byRecord = Map.groupBy(await stockOfEach(db, recordIds), ({ recordId }) => recordId)
  return new Map([...byRecord].map(([id, lots]) => [id, availableOf(lots)]))
}

/** Whether a lot of a record may be asked for by itself. */
export const offersLot = async (
  { db }: Context,
  key: { recordId: string; lotId: string },
): Promise<boolean> => isId(key.lotId) && isLotOffered(db, key)

/** A lot of a record that may be asked for by itself, by the code on its label. */
export const offeredLot = async (
  { db }: Context,
  key: { recordId: string; code: string },
): Promise<string | undefined> => (await findOfferedLot(db, key))?.id

/** Whether anything of a record was ever in stock. */
export const isStocked = async ({ db }: Context, recordId: string) => hasLots(db, recordId)

/** Before a draft is deleted: its stock has to have a record. */
export async function refuseWithLots(trx: Trx, _: Context, recordId: string): Promise<void> {
  if (await hasLots(trx, recordId)) throw new Problem('conflict', words.hasLots)
}

/** Adds a lot to an accession that the actor keeps. */
export async function createLot(
  ctx: Context,
  input: NewLot,
  { id }: { id: string },
): Promise<{ id: string }> {
  allowWriting(ctx)
  const { row } = await getRecord(ctx, id, 'accession')
  refuseUnlessKept(ctx.actor, row)
  if (row.withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
  return unlessTaken(() =>
    transact(ctx, async (trx) => {
      const lotId = await createLotIn(trx, ctx, { record: row, input })
      return { id: lotId }
    }),
  )
}

/** Runs a write of lots; a code or a place that is taken is a conflict. */
export const unlessTaken = async <T>(write: () => Promise<T>): Promise<T> =>
  unlessBroken('lot_code_taken', words.codeTaken, () =>
    unlessBroken('place_taken', placeWords.taken, write),
  )

type Owner = { id: string; institutionId: string }

async function createLotIn(
  trx: Trx,
  ctx: Context,
  { record, input }: { record: Owner; input: NewLot },
): Promise<string> {
  const { institutionId } = record
  const lot = lotForm.whole(input)
  const { unit } = lot
  const parentId = lot.parent === null ? null : await parentOf(trx, institutionId, lot.parent)
  const id = await insertLot(trx, {
    institution_id: institutionId,
    record_id: record.id,
    unit,
    origin: lot.origin,
    ...columnsOf(unit, lot),
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  if (parentId !== null) await insertParents(trx, id, [parentId])
  await placeLot(trx, { id, institutionId, place: lot.place })
  const of = { entity: 'lot', entityId: id, institutionId } as const
  await recordChange(trx, ctx, { action: 'lot.create', ...of, after: lot })
  const change = partsIn(unit, 'quantity', lot.quantity ?? 0)
  if (change > 0) {
    const entry = { kind: 'in', change, held: 0, reason: null } as const
    await enterIn(trx, ctx, { lot: await holdLot(trx, ctx, id), entry })
  }
  return id
}

async function parentOf(db: Db, institutionId: string, code: string): Promise<string> {
  const parent = await findLotByCode(db, { institutionId, code })
  if (!parent) throw invalidField('parent', words.noLot)
  return parent.id
}

type Key = { id: string; version: number | undefined }

/** Changes the details of a lot: only the fields present. */
export async function editLot(ctx: Context, change: LotChange, key: Key): Promise<void> {
  allowWriting(ctx)
  await unlessTaken(() => transact(ctx, (trx) => editLotIn(trx, ctx, { change, ...key })))
}

async function editLotIn(
  trx: Trx,
  ctx: Context,
  { change, ...key }: Key & { change: LotChange },
): Promise<void> {
  const lot = await holdForEdit(trx, ctx, key)
  const { place, ...described } = change
  const before = detailsOf(lot)
  const after = { ...before, ...described }
  await updateLot(trx, lot.id, columnsOf(lot.unit, after))
  if (place !== undefined)
    await placeLot(trx, { id: lot.id, institutionId: lot.institutionId, place })
  await recordLot(trx, ctx, { action: 'lot.edit', lot, before, after: { ...after, place } })
}

/** No more is weighed in. */
export async function closeHarvest(ctx: Context, { id }: { id: string }): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const lot = await holdLot(trx, ctx, id)
    refuseFrozen(lot)
    if (!lot.isOpenHarvest) throw new Problem('conflict', words.notOpen)
    const closed = { harvest_closed_at: ctx.now(), harvest_closed_by: personIdOf(ctx) }
    await updateLot(trx, lot.id, closed)
    const after = { balance: quantityOf(lot.unit, lot.balance) }
    await recordLot(trx, ctx, { action: 'lot.close', lot, after })
  })
}

/** Nothing of the lot is entered any more: it is never deleted. */
export async function freezeLot(
  ctx: Context,
  { reason }: Freezing,
  { id }: { id: string },
): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const lot = await holdLot(trx, ctx, id)
    await freezeIn(trx, ctx, { lot, reason, isEmpty: lot.balance === 0 })
  })
}

/** The same inside a transaction of the caller; an empty lot leaves its place. */
export async function freezeIn(
  trx: Trx,
  ctx: Context,
  { lot, reason, isEmpty }: { lot: HeldLot; reason: string; isEmpty: boolean },
): Promise<void> {
  refuseFrozen(lot)
  if (lot.reserved > 0) throw new Problem('conflict', words.stillReserved)
  await updateLot(trx, lot.id, {
    frozen_at: ctx.now(),
    frozen_by: personIdOf(ctx),
    frozen_reason: reason,
  })
  if (isEmpty) await putLot(trx, lot.id, null)
  await recordLot(trx, ctx, { action: 'lot.freeze', lot, after: { reason } })
}

type Change = {
  action: 'lot.edit' | 'lot.close' | 'lot.freeze'
  lot: HeldLot
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

const recordLot = async (trx: Trx, ctx: Context, { action, lot, ...fields }: Change) =>
  recordChange(trx, ctx, {
    action,
    entity: 'lot',
    entityId: lot.id,
    institutionId: lot.recordInstitutionId,
    ...fields,
  })

type Put = { id: string; institutionId: string; place: string | null }

export async function placeLot(trx: Trx, { id, institutionId, place: path }: Put): Promise<void> {
  const now = await placeOf(trx, id)
  await putLot(trx, id, path === null ? null : await openPlaceAt(trx, institutionId, { path, now }))
}

/** What of a lot its form asks, as it does. */
const detailsOf = (lot: HeldLot) => ({
  code: lot.code,
  thousandSeedGrams: lot.thousandSeedGrams,
  generation: lot.generation,
  criticalReserve: quantityOf(lot.unit, lot.criticalReserve),
  requestMax: lot.requestMax === null ? null : quantityOf(lot.unit, lot.requestMax),
  isOffered: lot.isOffered,
  note: lot.note,
})

type Details = ReturnType<typeof detailsOf>

const columnsOf = (unit: Unit, lot: Details) => ({
  code: lot.code,
  thousand_seed_grams: lot.thousandSeedGrams,
  generation: lot.generation,
  critical_reserve: partsIn(unit, 'criticalReserve', lot.criticalReserve),
  request_max: lot.requestMax === null ? null : partsIn(unit, 'requestMax', lot.requestMax),
  is_offered: lot.isOffered,
  note: lot.note || null,
})

function partsIn(unit: Unit, field: string, quantity: number): number {
  const parts = smallestOf(unit, quantity)
  if (parts === undefined) throw invalidField(field, stockWords.tooFine(unit))
  return parts
}
