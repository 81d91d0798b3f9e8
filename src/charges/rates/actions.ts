import { recordChange } from '../../audit/actions.ts'
import { lockInstruments } from '../../instruments/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { allowWriting, personIdOf, signedIn } from '../../core/permission.ts'
import type { NewEstimate, NewRates } from './model.ts'
import { insertRates, listRates, listRatesOf, type RateCardRow } from './queries.ts'
import { priceOf, ratesAt } from './rules.ts'
import { rateWords as words } from './words.ts'
import { allowBehalf, bookerOf } from '../../bookings/bookings/actions/person.ts'
import type { Audience } from '../../bookings/policies/model.ts'
import { audienceOf } from '../../instruments/rules/standing.ts'
import type { Period } from '../../core/periods.ts'
import type { LocalText } from '../../core/text.ts'
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

type Estimate = {
  audience: Audience
  lines: Line[]
  totalFen: number
  /** False where the instrument has no prices: nothing is charged. */
  isPriced: boolean
  vouchers: { id: string; title: LocalText; paysFen: number }[]
}

/** The price of a use that lasts as long as is reserved, by the rules and rates known now. */
export async function estimateUse(
  ctx: Context,
  instrumentId: string,
  input: NewEstimate,
): Promise<Estimate> {
  signedIn(ctx)
  const instrument = await getBookable(ctx, instrumentId)
  const booker = await bookerOf(ctx, { onBehalfOf: input.onBehalfOf, lab: input.lab })
  allowBehalf(ctx, booker, instrument)
  const { policy, zone } = instrument
  const audience = audienceOf(booker.person, instrument)
  const card = ratesAt(await listRates(ctx.db, instrument.id), input.start)
  const { start, end, assisted = false, samples = 0 } = input
  const price =
    card &&
    priceOf(
      { reserved: { start, end }, audience, assisted, samples },
      { policy, zone, rates: card.rates },
    )
  const { lines, totalFen } = price ?? { lines: [], totalFen: 0 }
  const vouchers = booker.labId === null ? [] : await usableVouchers(ctx, booker.labId)
  return {
    audience,
    lines,
    totalFen,
    isPriced: price !== undefined,
    vouchers: vouchers
      .map((voucher) => ({
        id: voucher.id,
        title: voucher.title,
        paysFen: paysOf(voucher, totalFen),
      }))
      .filter(({ paysFen }) => paysFen > 0),
  }
}
