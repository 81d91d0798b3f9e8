import { recordChange } from '../../audit/actions.ts'
import { lockInstruments } from '../../instruments/actions.ts'
import { asSystem, type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { allowWriting, personIdOf, signedIn } from '../../core/permission.ts'
import { NewEstimate, type NewRates } from './model.ts'
import { insertRates, listRates, listRatesOf, type RateCardRow } from './queries.ts'
import { addedUp, estimateText, priceOf, ratesAt } from './rules.ts'
import { rateWords as words } from './words.ts'
import { allowBehalf, bookerOf } from '../../bookings/bookings/actions/person.ts'
import { getBooking } from '../../bookings/bookings/actions/read.ts'
import { periodsAsked } from '../../bookings/series/actions.ts'
import { checkBooking } from '../../bookings/verdict/actions/check.ts'
import type { Audience } from '../../bookings/policies/model.ts'
import { audienceOf } from '../../instruments/rules/standing.ts'
import type { Period } from '../../core/periods.ts'
import type { LocalText, Text } from '../../core/text.ts'
import type { Line } from '../charges/model.ts'
import { paysOf } from '../vouchers/rules.ts'
import { usableVouchers } from '../vouchers/actions.ts'
import {
  type BookableRow,
  getBookable,
  getBookableAsStaff,
} from '../../bookings/policies/actions.ts'

export type InstrumentRates = {
  instrument: BookableRow
  /** The version valid now, if any. */
  now: RateCardRow | undefined
  /** Every version, the latest written first. */
  versions: RateCardRow[]
}

/** The rates of an instrument, for everybody who may see it. */
export async function getRates(ctx: Context, instrumentId: string): Promise<InstrumentRates> {
  const instrument = await getBookable(ctx, instrumentId)
  const versions = await listRates(ctx.db, instrument.id)
  return { instrument, now: ratesAt(versions, ctx.now()), versions }
}

/** Publishes rates valid from a moment on; earlier uses keep their price. */
export async function putRates(
  ctx: Context,
  instrumentId: string,
  input: NewRates,
): Promise<InstrumentRates> {
  allowWriting(ctx)
  const { institutionId } = await getBookableAsStaff(ctx, instrumentId)
  await transact(ctx, (trx) => putRatesIn(trx, ctx, { instrumentId, institutionId, input }))
  return getRates(ctx, instrumentId)
}

type Published = { instrumentId: string; institutionId: string; input: NewRates }

/** The same inside a transaction of the caller, for the demo. */
export async function putRatesIn(
  trx: Trx,
  ctx: Context,
  { instrumentId, institutionId, input }: Published,
): Promise<void> {
  await lockInstruments(trx, [instrumentId])
  const [latest] = await listRates(trx, instrumentId)
  const before = latest?.version ?? 0
  const { validFrom = ctx.now() } = input
  refuseUnlessNext(input.version ?? before, before)
  if (latest) refuseBackwards(validFrom, ctx.now())
  await insertRates(trx, {
    instrument_id: instrumentId,
    version: before + 1,
    rates: JSON.stringify(input.rates),
    valid_from: validFrom,
    note: input.note || null,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  await recordChange(trx, ctx, {
    action: 'rates.change',
    entity: 'instrument',
    entityId: instrumentId,
    institutionId,
    before: { ...latest?.rates },
    after: { ...input.rates, validFrom: isoOf(validFrom) },
  })
}

function refuseUnlessNext(seen: number, latest: number): void {
  if (seen !== latest) throw new Problem('stale', words.stale)
}

/** The first may begin in the past: until then nothing was charged. */
function refuseBackwards(validFrom: Temporal.Instant, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(validFrom, now) < 0)
    throw new Problem('invalid', words.notBackwards, {
      issues: [{ path: 'validFrom', message: words.notBackwards }],
    })
}

/**
 * What each of these uses would cost the person who looks, in 分, by instrument, without vouchers; a guest belongs to no
 * institution. What has no prices is left out.
 */
export async function pricesFor(
  { db, actor }: Context,
  uses: readonly { instrument: BookableRow; period: Period }[],
): Promise<ReadonlyMap<string, number>> {
  const ids = uses.map(({ instrument }) => instrument.id)
  const cards = Map.groupBy(await listRatesOf(db, ids), ({ instrumentId }) => instrumentId)
  const person = actor.type === 'person' ? actor : { institutionIds: [], labs: [] }
  return new Map(
    uses.flatMap(({ instrument, period }): [string, number][] => {
      const card = ratesAt(cards.get(instrument.id) ?? [], period.start)
      const audience = audienceOf(person, instrument)
      const use = { reserved: period, audience, assisted: false, samples: 0 }
      const price = card && priceOf(use, { ...instrument, rates: card.rates })
      return price ? [[instrument.id, price.totalFen]] : []
    }),
  )
}

export type Estimate = {
  audience: Audience
  /** How many uses it is for. */
  uses: number
  lines: Line[]
  totalFen: number
  /** False where the instrument has no prices: nothing is charged. */
  isPriced: boolean
  vouchers: { id: string; title: LocalText; paysFen: number }[]
}

/** The price of uses that last as long as is reserved, by the rules and rates known now. */
export async function estimateUse(
  ctx: Context,
  instrumentId: string,
  input: NewEstimate,
): Promise<Estimate> {
  signedIn(ctx)
  const instrument = await getBookable(ctx, instrumentId)
  const payer = await payerOf(ctx, instrument, input)
  const periods = await periodsCharged(ctx, instrumentId, input)
  const instruments = [instrument, ...(await bookedTogether(ctx, instrument, input.also))]
  const cards = Map.groupBy(
    await listRatesOf(
      ctx.db,
      instruments.map(({ id }) => id),
    ),
    ({ instrumentId: id }) => id,
  )
  const prices = instruments.flatMap((one) =>
    periods.map((reserved) => {
      const card = ratesAt(cards.get(one.id) ?? [], reserved.start)
      const { assisted, samples } = payer
      const use = { reserved, audience: payer.audienceAt(one), assisted, samples }
      return card && priceOf(use, { policy: one.policy, zone: one.zone, rates: card.rates })
    }),
  )
  const priced = prices.filter((price) => price !== undefined)
  const totalFen = priced.reduce((sum, price) => sum + price.totalFen, 0)
  return {
    audience: payer.audienceAt(instrument),
    uses: prices.length,
    lines: addedUp(priced.flatMap(({ lines }) => lines)),
    totalFen,
    isPriced: priced.length > 0,
    vouchers: await vouchersFor(ctx, payer.labId, totalFen),
  }
}

async function vouchersFor(ctx: Context, labId: string | null, totalFen: number) {
  const vouchers = labId === null ? [] : await usableVouchers(ctx, labId)
  return vouchers
    .map((voucher) => ({
      id: voucher.id,
      title: voucher.title,
      paysFen: paysOf(voucher, totalFen),
    }))
    .filter(({ paysFen }) => paysFen > 0)
}

/** The same in sentences, of what a form says; none where that is not whole, or refused when it is sent. */
export async function estimateOfTyped(ctx: Context, instrumentId: string, typed: object) {
  const asked = NewEstimate.safeParse(typed)
  if (!asked.success) return []
  try {
    return estimateText(await estimateUse(ctx, instrumentId, asked.data))
  } catch (error) {
    if (error instanceof Problem) return []
    throw error
  }
}

/** What a booking that stands will cost, in sentences; none where the instrument has no prices. */
export async function estimateOfBooking(ctx: Context, id: string): Promise<Text[]> {
  const row = await getBooking(ctx, id)
  if (!['pending', 'confirmed', 'in_use'].includes(row.state)) return []
  const { policy, zone } = await getBookable(asSystem(ctx, 'booking'), row.instrumentId)
  const card = ratesAt(await listRates(ctx.db, row.instrumentId), row.start)
  const { audience, assisted, plannedSamples } = row
  const use = { reserved: row, audience, assisted, samples: plannedSamples ?? 0 }
  const price = card && priceOf(use, { policy, zone, rates: card.rates })
  return price ? estimateText({ ...price, uses: 1, isPriced: true, vouchers: [] }) : []
}

type Payer = {
  audienceAt: (instrument: BookableRow) => Audience
  labId: string | null
  assisted: boolean
  samples: number
}

/** Who would pay, for what: of a booking that is moved, as it was made. */
async function payerOf(
  ctx: Context,
  instrument: BookableRow,
  { booking, onBehalfOf, lab, ...use }: NewEstimate,
): Promise<Payer> {
  if (booking !== undefined) {
    const row = await getBooking(ctx, booking)
    return {
      audienceAt: () => row.audience,
      labId: lab === undefined ? row.labId : lab,
      assisted: use.assisted ?? row.assisted,
      samples: use.samples ?? row.plannedSamples ?? 0,
    }
  }
  const booker = await bookerOf(ctx, { onBehalfOf, lab })
  allowBehalf(ctx, booker, instrument)
  const { assisted = false, samples = 0 } = use
  const audienceAt = (one: BookableRow) => audienceOf(booker.person, one)
  return { audienceAt, labId: booker.labId, assisted, samples }
}

/** The dates that would be booked: without those that cannot, where they are skipped. */
async function periodsCharged(
  ctx: Context,
  instrumentId: string,
  { start, end, lab, onBehalfOf, recurrence, onConflict }: NewEstimate,
): Promise<readonly Period[]> {
  const asked = { start, end, recurrence }
  if (!recurrence || onConflict !== 'skip') return periodsAsked(ctx, instrumentId, asked)
  const { dates } = await checkBooking(ctx, instrumentId, { ...asked, lab, onBehalfOf })
  return dates.flatMap(({ period, objections }) => (objections.length === 0 ? [period] : []))
}

async function bookedTogether(ctx: Context, { id }: BookableRow, also: readonly string[] = []) {
  const ids = [...new Set(also)].filter((other) => other !== id)
  const rows: BookableRow[] = []
  // oxlint-disable-next-line no-await-in-loop -- twenty at most
  for (const other of ids) rows.push(await getBookable(ctx, other))
  return rows
}
