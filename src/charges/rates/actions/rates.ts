import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { lockInstruments } from '../../../instruments/actions.ts'
import {
  getBookable,
  getBookableAsStaff,
  type BookableRow,
} from '../../../bookings/policies/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf, Temporal } from '../../../core/time.ts'
import type { NewRates } from '../model.ts'
import { insertRates, listRates, type RateCardRow } from '../queries.ts'
import { ratesAt } from '../rules/validity.ts'
import { rateWords as words } from '../words/rates.ts'

export type { RateCardRow } from '../queries.ts'

export type RatesShown = {
  instrument: BookableRow
  /** What holds now; undefined where no prices were ever written, or none holds yet. */
  now: RateCardRow | undefined
  /** Every version, the latest written first. */
  versions: RateCardRow[]
}

/** What an instrument costs, for everybody who may see it. */
export async function getRates(ctx: Context, instrumentId: string): Promise<RatesShown> {
  const instrument = await getBookable(ctx, instrumentId)
  const versions = await listRates(ctx.db, instrument.id)
  return { instrument, now: ratesAt(versions, ctx.now()), versions }
}

/** Publishes prices that hold from a moment on; what was used before keeps its price. */
export async function putRates(
  ctx: Context,
  instrumentId: string,
  input: NewRates,
): Promise<RatesShown> {
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
    instrumentId,
    version: before + 1,
    rates: input.rates,
    validFrom,
    note: input.note || null,
    createdAt: ctx.now(),
    createdBy: personIdOf(ctx),
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
