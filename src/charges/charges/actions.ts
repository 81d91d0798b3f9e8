import { getBooking } from '../../bookings/bookings/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import {
  chargesFor,
  findCharge,
  insertCharges,
  lockCharge,
  type NewCharge,
} from './queries/charges.ts'
import { chargeWords as words } from './words.ts'
import { recordChange } from '../../audit/actions.ts'
import { bookingsToCharge, type BookingToChargeRow, feesToWaive } from './queries/bookings.ts'
import { isRefilled, owedFor } from './rules/charge.ts'
import { monthOf } from '../statements/rules.ts'
import { onceLine } from '../rates/rules.ts'
import { priceWords } from '../rates/words.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import type { ChargeRow, NewCorrection } from './model.ts'
import type { Text } from '../../core/text.ts'
import { instrumentWords } from '../../instruments/words.ts'
import type { BookingEvent, BookingHappened } from '../../bookings/bookings/model.ts'

/** A charge that the viewer may see; not-found otherwise. */
export async function getCharge(ctx: Context, id: string, db: Db = ctx.db): Promise<ChargeRow> {
  allowReading(ctx)
  const row = isId(id) ? await findCharge(db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noCharge)
  return row
}

/** The charges of a booking, with waivers and corrections. */
export async function chargesOfBooking(ctx: Context, bookingId: string): Promise<ChargeRow[]> {
  const { instrumentId, id } = await getBooking(ctx, bookingId)
  return chargesFor(ctx.db, ctx.actor, { instrumentId, bookingId: id })
}

/** Waivers and corrections of a charge. */
export const chargesAbout = (
  ctx: Context,
  { instrumentId, id }: Pick<ChargeRow, 'instrumentId' | 'id'>,
): Promise<ChargeRow[]> => chargesFor(ctx.db, ctx.actor, { instrumentId, aboutId: id })

const ending: ReadonlySet<BookingEvent> = new Set(['finished', 'cancelled', 'missed'])

/**
 * Charges a booking that ended: for its use, or the fee for a late cancellation or a no-show. Where it finished in time
 * that such a fee was charged for, that fee is waived. Idempotent.
 */
export async function chargeBooking(
  ctx: Context,
  { instrumentId, bookingId, event }: BookingHappened,
): Promise<void> {
  if (!ending.has(event)) return
  await transact(ctx, async (trx) => {
    const rows = await bookingsToCharge(trx, instrumentId, bookingId)
    const charges = rows.flatMap((row) => chargeOf(ctx, row) ?? [])
    await writeCharges(trx, ctx, charges)
    const waivers = await waiversFor(trx, ctx, { instrumentId, bookingId })
    await writeCharges(trx, ctx, waivers)
  })
}

/** Charges all ended bookings of an instrument, without audit entries: for the demo. */
export async function chargeAllIn(trx: Trx, ctx: Context, instrumentId: string): Promise<number> {
  const rows = await bookingsToCharge(trx, instrumentId)
  const written = await insertCharges(
    trx,
    rows.flatMap((row) => chargeOf(ctx, row) ?? []),
  )
  return written.length
}

/** Writes charges that do not exist yet, each with its audit entry. */
async function writeCharges(
  trx: Trx,
  ctx: Context,
  charges: readonly NewCharge[],
): Promise<string[]> {
  const ids: string[] = []
  for (const charge of charges) {
    // oxlint-disable-next-line no-await-in-loop -- one or two, in one transaction
    const [written] = await insertCharges(trx, [charge])
    if (!written) continue
    ids.push(written.id)
    // oxlint-disable-next-line no-await-in-loop -- with its row
    await recordChange(trx, ctx, {
      action: actionOf[charge.cause],
      entity: 'charge',
      entityId: written.id,
      institutionId: charge.institutionId,
      after: {
        cause: charge.cause,
        amountFen: charge.amountFen,
        booking: charge.bookingId,
        order: charge.orderId,
        shipment: charge.shipmentId,
        lab: charge.labId,
        reason: charge.reason,
      },
    })
  }
  return ids
}

const actionOf = {
  use: 'charge.make',
  late_cancel: 'charge.make',
  no_show: 'charge.make',
  order: 'charge.make',
  material: 'charge.make',
  waiver: 'charge.waive',
  correction: 'charge.correct',
} as const

type ChargeFacts = Pick<
  NewCharge,
  'instrumentId' | 'cause' | 'institutionId' | 'personId' | 'labId' | 'amountFen' | 'lines'
> &
  Partial<NewCharge> & { zone: string }

/** A charge that belongs to the month of its time, now by default, by the instrument's clock. */
function newCharge(ctx: Context, { zone, ...facts }: ChargeFacts): NewCharge {
  const { at = ctx.now() } = facts
  return {
    bookingId: null,
    orderId: null,
    shipmentId: null,
    itemId: null,
    aboutId: null,
    policyVersion: null,
    rateVersion: null,
    reason: null,
    madeAt: ctx.now(),
    madeBy: personIdOf(ctx),
    ...facts,
    at,
    month: monthOf(at, zone),
  }
}

function chargeOf(ctx: Context, row: BookingToChargeRow): NewCharge | undefined {
  const owed = owedFor(row)
  if (!owed) return undefined
  const { instrumentId, institutionId, personId, labId, policyVersion, rateVersion, zone } = row
  const { cause, lines, totalFen, at } = owed
  return newCharge(ctx, {
    instrumentId,
    institutionId,
    personId,
    labId,
    policyVersion,
    zone,
    cause,
    lines,
    at,
    amountFen: totalFen,
    bookingId: row.id,
    rateVersion: cause === 'use' ? rateVersion : null,
  })
}

async function waiversFor(
  trx: Trx,
  ctx: Context,
  { instrumentId, bookingId }: { instrumentId: string; bookingId: string },
): Promise<NewCharge[]> {
  const fees = await feesToWaive(trx, instrumentId, bookingId)
  return fees
    .filter((fee) => fee.openFen > 0 && isRefilled(fee, fee.finished))
    .map((fee) =>
      newCharge(ctx, {
        instrumentId,
        cause: 'waiver',
        bookingId: fee.bookingId,
        aboutId: fee.id,
        institutionId: fee.institutionId,
        personId: fee.personId,
        labId: fee.labId,
        amountFen: -fee.openFen,
        lines: [onceLine('waiver', -fee.openFen, priceWords.refilled)],
        madeBy: null,
        zone: fee.zone,
      }),
    )
}

/** Adds to a charge or takes from it by a further charge; never below zero. By staff of the instrument. */
export async function correctCharge(
  ctx: Context,
  id: string,
  { amountFen, reason }: NewCorrection,
): Promise<ChargeRow> {
  allowWriting(ctx)
  const written = await transact(ctx, async (trx) => {
    const charge = await getCharge(ctx, id, trx)
    if (!isStaffOf(ctx.actor, charge)) throw new Problem('forbidden', instrumentWords.notStaff)
    if (charge.aboutId !== null) throw new Problem('conflict', words.onlyOriginal)
    const openFen = await lockCharge(trx, charge)
    if (openFen + amountFen < 0)
      throw new Problem('invalid', words.notBelowZero, {
        issues: [{ path: 'amountFen', message: words.notBelowZero }],
      })
    const [correctionId] = await writeCharges(trx, ctx, [
      correctionOf(ctx, charge, { amountFen, reason }),
    ])
    return correctionId
  })
  return getCharge(ctx, written ?? id)
}

const correctionOf = (ctx: Context, charge: ChargeRow, { amountFen, reason }: NewCorrection) =>
  newCharge(ctx, {
    instrumentId: charge.instrumentId,
    cause: 'correction',
    bookingId: charge.bookingId,
    orderId: charge.orderId,
    shipmentId: charge.shipmentId,
    itemId: charge.itemId,
    aboutId: charge.id,
    institutionId: charge.institutionId,
    personId: charge.personId,
    labId: charge.labId,
    amountFen,
    lines: [onceLine('correction', amountFen, { zh: reason, en: reason })],
    reason,
    zone: charge.zone,
  })

type OrderToCharge = {
  instrumentId: string
  orderId: string
  /** Who is paid. */
  institutionId: string
  personId: string
  /** Who pays; the person where there is none. */
  labId: string | null
  /** The instrument's: the charge belongs to the month of its calendar. */
  zone: string
  amountFen: number
  /** Shown in the statement. */
  why: Text
}

/** Charges a service order once; the charge's id, or undefined where it was charged before. */
export async function chargeOrderIn(
  trx: Trx,
  ctx: Context,
  { why, ...order }: OrderToCharge,
): Promise<string | undefined> {
  const lines = [onceLine('order', order.amountFen, why)]
  const charge = newCharge(ctx, { ...order, cause: 'order', lines })
  const [id] = await writeCharges(trx, ctx, [charge])
  return id
}

type MaterialToCharge = Omit<OrderToCharge, 'orderId'> & {
  shipmentId: string
  itemId: string
  /** 成本费: of human material no more than its cost. */
  isCost: boolean
}

/** Charges what was shipped of an item of a request, once for each shipment; `instrumentId` is the record it is of. */
export async function chargeMaterialIn(
  trx: Trx,
  ctx: Context,
  { why, isCost, ...shipped }: MaterialToCharge,
): Promise<void> {
  if (shipped.amountFen <= 0) return
  const lines = [onceLine(isCost ? 'cost' : 'material', shipped.amountFen, why)]
  await writeCharges(trx, ctx, [newCharge(ctx, { ...shipped, cause: 'material', lines })])
}
