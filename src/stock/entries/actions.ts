import { recordChange } from '../../audit/actions.ts'
import { refuseUnlessKept } from '../../catalog/records/actions/input.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { getLot, type HeldLot, holdLot } from '../lots/actions/hold.ts'
import { lockOffered } from '../lots/queries.ts'
import type { CodedLot, Unit } from '../model.ts'
import { converted, inWords, partsAs, quantityOf, smallestOf } from '../rules.ts'
import { stockWords } from '../words/common.ts'
import type { EntryKind, NewCount, NewEntry, NewPick } from './model.ts'
import {
  type EntryRow,
  insertEntry,
  insertReservation,
  isProtectedStock,
  listEntries,
  openOf,
  openReservations,
  requestHolding,
} from './queries.ts'
import { type Effect, effectOf, type EntryFacts, objectionsToEntry, pickFrom } from './rules.ts'
import { entryWords as words } from './words.ts'

export type { EntryRow } from './queries.ts'

/** The ledger of a lot, the newest line first; for who reads the lot. */
export async function entriesOf(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const lot = await getLot(ctx, id)
  return listEntries(ctx.db, lot.id, paging)
}

/** What of a lot is held back by hand, the oldest first: what is for a request is shipped or released there. */
export const reservationsOf = async ({ db }: Context, lotId: string) => openReservations(db, lotId)

/** Enters what was put in, taken, held back, released or shipped. */
export async function enterEntry(
  ctx: Context,
  input: NewEntry,
  { id }: { id: string },
): Promise<EntryRow> {
  allowWriting(ctx)
  return transact(ctx, async (trx) => {
    const lot = await holdLot(trx, ctx, id)
    const { kind, reservation = null, reason = null, passReserve, approval = null } = input
    const parts = partsOf(lot, input)
    if (reservation !== null) await refuseForRequest(trx, reservation)
    return enterIn(trx, ctx, {
      lot,
      entry: {
        kind,
        ...effectOf(kind, parts, reservation !== null),
        reason,
        reservationId: reservation,
        passesReserve: passReserve,
        approval,
      },
    })
  })
}

/** What is held back for a request moves with it: an entry by hand would leave the request saying something else. */
async function refuseForRequest(trx: Trx, reservation: string): Promise<void> {
  const request = await requestHolding(trx, reservation)
  if (!request) return
  const detail = words.forRequest(request.number)
  throw new Problem('conflict', detail, {
    objections: [{ code: 'reserved_for_request', detail }],
    request,
  })
}

/** A stock-take: the difference of what was counted to the ledger, which may be none. */
export async function countLot(
  ctx: Context,
  input: NewCount,
  { id }: { id: string },
): Promise<EntryRow> {
  allowWriting(ctx)
  return transact(ctx, async (trx) => {
    const lot = await holdLot(trx, ctx, id)
    const { counted: quantity, unit = lot.unit, reason = null } = input
    const counted = quantity === 0 ? 0 : partsOf(lot, { quantity, unit, field: 'counted' })
    return enterIn(trx, ctx, {
      lot,
      entry: {
        kind: 'adjust',
        change: counted - lot.balance,
        held: 0,
        reason,
        counted,
        expected: lot.balance,
      },
    })
  })
}

/** Holds so much of a record back, from lots that may be asked for and never of their critical reserves. */
export async function pickOf(ctx: Context, input: NewPick, { id }: { id: string }) {
  allowWriting(ctx)
  const { row } = await getRecord(ctx, id)
  refuseUnlessKept(ctx.actor, row)
  if (row.withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
  return transact(ctx, (trx) => pickIn(trx, ctx, { recordId: row.id, ...input }))
}

/** The same inside a transaction of the caller, who asked whether the actor may; of one lot where it is named. */
export async function pickIn(
  trx: Trx,
  ctx: Context,
  { recordId, lotId, quantity, unit, purpose }: NewPick & { recordId: string; lotId?: string },
) {
  const asked = smallestOf(unit, quantity)
  if (asked === undefined) throw invalidField('quantity', stockWords.tooFine(unit))
  const offered = await offeredIn(trx, { recordId, unit })
  const lots = lotId === undefined ? offered : offered.filter(({ id }) => id === lotId)
  const picked = pickFrom(lots, asked)
  if (!picked) {
    const free = lots.reduce((sum, lot) => sum + lot.free, 0)
    throw new Problem('conflict', words.notToPick(inWords(unit, free)))
  }
  const reservations: Picked[] = []
  for (const { lot } of lots) {
    const parts = picked.find(({ id }) => id === lot.id)?.parts
    if (parts === undefined) continue
    const held = partsOf(lot, { quantity: quantityOf(unit, parts), unit })
    const entry = { kind: 'reserve', change: 0, held, reason: purpose } as const
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    const { reservation } = await enterIn(trx, ctx, { lot, entry })
    if (reservation)
      reservations.push({
        id: reservation.id,
        lot: { id: lot.id, code: lot.code },
        quantity: quantityOf(lot.unit, held),
        unit: lot.unit,
        asked: parts,
      })
  }
  return { reservations }
}

/** What was held back of one lot, in its unit, and how many smallest parts of what was asked that is. */
type Picked = { id: string; lot: CodedLot; quantity: number; unit: Unit; asked: number }

/** Lots that may be asked for in a unit, with what of each is free in it; the fullest first. */
async function offeredIn(trx: Trx, { recordId, unit }: { recordId: string; unit: Unit }) {
  const lots = await lockOffered(trx, recordId)
  return lots
    .flatMap((lot) => {
      const free = partsAs(lot, unit, Math.max(0, lot.free))
      return free === undefined ? [] : [{ id: lot.id, lot, free }]
    })
    .toSorted((one, other) => other.free - one.free)
}

/** A line before it is written; quantities in smallest parts of the lot. */
export type Line = Effect & {
  kind: EntryKind
  reason: string | null
  reservationId?: string | null
  passesReserve?: boolean
  approval?: string | null
  counted?: number
  expected?: number
  /** The lot that it comes from or goes to. */
  otherLotId?: string
}

/**
 * Writes a line of a lot that is held, in a transaction of the caller, who asked whether the actor may. The lot is taken
 * as it was held: hold it again before a further line of it.
 */
export async function enterIn(
  trx: Trx,
  ctx: Context,
  { lot, entry }: { lot: HeldLot; entry: Line },
): Promise<EntryRow> {
  const { kind, change, held, reason, reservationId = null, passesReserve = false } = entry
  const { approval = null } = entry
  refuseObjections(objectionsToEntry(lot, await factsOf(trx, lot, entry)))
  const line = await insertEntry(trx, {
    lot_id: lot.id,
    kind,
    change,
    held,
    passes_reserve: passesReserve,
    approval,
    reason,
    counted: entry.counted ?? null,
    expected: entry.expected ?? null,
    reservation_id:
      kind === 'reserve' ? await reservedFor(trx, ctx, { lot, reason }) : reservationId,
    other_lot_id: entry.otherLotId ?? null,
    at: ctx.now(),
    by: personIdOf(ctx),
  })
  await recordChange(trx, ctx, {
    action: 'lot.enter',
    entity: 'lot',
    entityId: lot.id,
    institutionId: lot.recordInstitutionId,
    before: { balance: quantityOf(lot.unit, lot.balance) },
    after: { balance: line.balance, kind, reason, ...(approval !== null && { approval }) },
  })
  return line
}

async function factsOf(trx: Trx, lot: HeldLot, entry: Line): Promise<EntryFacts> {
  const { kind, change, held, reason, passesReserve = false, approval = null } = entry
  const { reservationId: id = null, otherLotId } = entry
  const open = id === null ? null : await openOf(trx, { lotId: lot.id, id })
  const isProtected = kind === 'discard' && (await isProtectedStock(trx, lot.recordId))
  const isMove = otherLotId !== undefined
  return { kind, change, held, reason, passesReserve, open, isMove, isProtected, approval }
}

const reservedFor = async (
  trx: Trx,
  ctx: Context,
  { lot, reason }: { lot: HeldLot; reason: string | null },
) =>
  insertReservation(trx, {
    lot_id: lot.id,
    purpose: reason ?? '',
    made_at: ctx.now(),
    made_by: personIdOf(ctx),
  })

function refuseObjections(objections: ReturnType<typeof objectionsToEntry>): void {
  const [first] = objections
  if (first) throw new Problem('conflict', first.detail, { objections })
}

/** What is more than this in smallest parts is a mistake, and more than a number is exact to. */
const mostParts = 10 ** 15

type Asked = { quantity: number; unit?: Unit | undefined; field?: string }

/** What was asked in smallest parts of the lot; refused beside its field where that cannot be. */
export function partsOf(
  lot: Pick<HeldLot, 'unit' | 'thousandSeedGrams'>,
  { quantity, unit = lot.unit, field = 'quantity' }: Asked,
): number {
  const parts = converted(lot, { quantity, unit })
  if (parts === undefined)
    throw invalidField(
      field,
      unit === lot.unit ? stockWords.tooFine(unit) : stockWords.noConversion,
    )
  if (parts === 0) throw invalidField(field, stockWords.noneOfIt)
  if (parts > mostParts) throw invalidField(field, stockWords.tooMuch)
  return parts
}
