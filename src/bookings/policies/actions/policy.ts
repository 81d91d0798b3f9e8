import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { Policy } from '../model.ts'
import {
  countLabsAmong,
  insertPolicy,
  listPolicies,
  type PolicyVersionRow,
} from '../queries/policies.ts'
import { bookingWords as words } from '../../bookings/words/booking.ts'
import { lockInstruments } from '../../../instruments/actions.ts'
import { getBookable, getBookableAsStaff, type BookableRow } from './bookable.ts'

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
  allowWriting(ctx)
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
