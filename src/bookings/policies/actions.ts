import { isId } from '../../core/shapes.ts'
import { personIdOf, writing } from '../../core/permission.ts'
import { recordChange } from '../../audit/actions.ts'
import { bookingWords as words } from '../bookings/words/booking.ts'
import type { Policy } from './model.ts'
import {
  type BookableRow,
  countLabsAmong,
  findBookables,
  insertPolicy,
  listReplayedBookings,
  listReplayedOutages,
  listPolicies,
  listQualificationsHeld,
  type ReplayedBooking,
  type PolicyVersionRow,
} from './queries.ts'
import { newlyAndAlreadyRefused } from './rules/replay.ts'
import type { Objection } from '../verdict/model/facts.ts'
import { asSystem, type Context, transact } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { allowStaff, lockInstruments } from '../../instruments/actions.ts'
import { instrumentWords } from '../../instruments/words.ts'

export type { BookableRow } from './queries.ts'

/** An instrument that the viewer may know of, with its policy in force. */
export async function getBookable(ctx: Context, id: string): Promise<BookableRow> {
  const [row] = isId(id) ? await findBookables(ctx.db, ctx.actor, [id]) : []
  if (!row) throw new Problem('not-found', instrumentWords.noInstrument)
  return row
}

/** The rules at an instrument where somebody has a booking: theirs to know also when its record is not any more. */
export async function policyForBooking(ctx: Context, instrumentId: string): Promise<Policy> {
  return (await getBookable(asSystem(ctx, 'booking'), instrumentId)).policy
}

/** The same as `getBookable` for those who decide about it. */
export async function getBookableAsStaff(ctx: Context, id: string): Promise<BookableRow> {
  const row = await getBookable(ctx, id)
  allowStaff(ctx, row)
  return row
}

export type PolicyInForce = { version: number; rules: Policy; timezone: string }

const inForce = ({ policyVersion, policy, zone }: BookableRow): PolicyInForce => ({
  version: policyVersion,
  rules: policy,
  timezone: zone,
})

/** The rules by which an instrument is given now; everybody who sees it may read them. */
export const getPolicy = async (ctx: Context, instrumentId: string): Promise<PolicyInForce> =>
  inForce(await getBookable(ctx, instrumentId))

/** All versions, newest first; for staff. */
export async function policyVersions(
  ctx: Context,
  instrumentId: string,
): Promise<PolicyVersionRow[]> {
  const { id } = await getBookableAsStaff(ctx, instrumentId)
  return listPolicies(ctx.db, id)
}

/**
 * Puts new rules in force: the next version, under which later bookings are made. Those that are made already stay.
 * `expected` is the version that the writer saw; another in force meanwhile is stale.
 */
export async function putPolicy(
  ctx: Context,
  instrumentId: string,
  change: { rules: Policy; note?: string | undefined; expected?: number | undefined },
): Promise<PolicyInForce> {
  if (ctx.actor.type !== 'system') writing(ctx)
  await getBookableAsStaff(ctx, instrumentId)
  return transact(ctx, async (trx) => {
    await lockInstruments(trx, [instrumentId])
    const before = await getBookable({ ...ctx, db: trx }, instrumentId)
    if (change.expected !== undefined && change.expected !== before.policyVersion)
      throw new Problem('stale', words.stalePolicy)
    const { ownLabs = [] } = change.rules
    if ((await countLabsAmong(trx, ownLabs)) < new Set(ownLabs).size)
      throw new Problem('invalid', words.unknownLab, {
        issues: [{ path: 'rules.ownLabs', message: words.unknownLab }],
      })
    const version = before.policyVersion + 1
    await insertPolicy(trx, {
      instrumentId,
      version,
      rules: change.rules,
      note: change.note || null,
      createdAt: ctx.now(),
      createdBy: personIdOf(ctx),
    })
    await recordChange(trx, ctx, {
      action: 'policy.change',
      entity: 'instrument',
      entityId: instrumentId,
      institutionId: before.institutionId,
      before: { ...before.policy },
      after: { ...change.rules },
    })
    return inForce(await getBookable({ ...ctx, db: trx }, instrumentId))
  })
}

/** Most bookings that are made once more; the latest of them. */
const mostReplayed = 5000

export type DryRun = {
  /** How many bookings were replayed. */
  bookings: number
  /** There were more than that: the earliest were left out. */
  isCut: boolean
  /** In order of their dates. `isNew`: the rules in force would not refuse it. */
  refused: { booking: ReplayedBooking; objections: Objection[]; isNew: boolean }[]
  /** How many are refused that the rules in force would not refuse. */
  newlyRefused: number
  /** How many were refused for each reason, the commonest first. */
  byCode: { code: Objection['code']; count: number }[]
}

/** What proposed rules would have refused of the last months' bookings. Nothing is changed. For staff. */
export async function dryRunPolicy(
  ctx: Context,
  instrumentId: string,
  { policy, months }: { policy: Policy; months: number },
): Promise<DryRun> {
  const instrument = await getBookableAsStaff(ctx, instrumentId)
  const to = ctx.now()
  const zone = policy.timezone ?? instrument.zone
  const from = to.toZonedDateTimeISO(zone).subtract({ months }).toInstant()
  const window = { instrumentId, from, to }
  const rows = await listReplayedBookings(ctx.db, window, mostReplayed + 1)
  const replayed = rows.slice(0, mostReplayed)
  const [outages, qualifications] = await Promise.all([
    listReplayedOutages(ctx.db, window),
    listQualificationsHeld(ctx.db, instrumentId),
  ])
  const byId = new Map(replayed.map((row) => [row.id, row]))
  const bookings = replayed.map(({ start, end, ...row }) => ({ ...row, period: { start, end } }))
  const facts = {
    qualifications,
    outages: outages.map(({ start, end, madeAt }) => ({ period: { start, end }, madeAt })),
  }
  const current = { ...facts, policy: instrument.policy, zone: instrument.zone }
  const refused = newlyAndAlreadyRefused(bookings, { ...facts, policy, zone }, current).flatMap(
    ({ booking: { id }, ...judged }) => {
      const booking = byId.get(id)
      return booking ? [{ booking, ...judged }] : []
    },
  )
  return {
    bookings: replayed.length,
    isCut: rows.length > mostReplayed,
    refused,
    newlyRefused: refused.filter(({ isNew }) => isNew).length,
    byCode: counted(refused.map(({ objections }) => objections)),
  }
}

function counted(refused: readonly Objection[][]): DryRun['byCode'] {
  const codes = refused.flatMap((objections) => [...new Set(objections.map(({ code }) => code))])
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, count: all.length }))
    .toSorted((one, other) => other.count - one.count)
}
