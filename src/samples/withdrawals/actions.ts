import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { dayAt, defaultZone, isoOf, type Temporal } from '../../core/time.ts'
import { tellPeople } from '../../mail/actions.ts'
import { refuseIdentifiers } from '../actions.ts'
import type { Correction, Withdrawal } from './model.ts'
import {
  blockSamples,
  clearWithdrawn,
  endHolds,
  findDonor,
  hasDestroyed,
  holdOthers,
  listOutstanding,
  lockDonor,
  outstandingByRequest,
  setWithdrawn,
  unblockSamples,
} from './queries.ts'
import { objectionToCorrecting } from './rules.ts'
import { withdrawalWords as words } from './words.ts'

type Key = { id: string }

/** A donor of a collection whose staff the viewer is: for everybody else there is none. */
export async function getWithdrawing(ctx: Context, id: string) {
  allowReading(ctx)
  const donor = isId(id) ? await findDonor(ctx.db, ctx.actor, id) : undefined
  if (!donor) throw new Problem('not-found', words.noDonor)
  return donor
}

/** What of a donor is held for requests, or left with one. */
export async function searchOutstanding(ctx: Context, { id, ...paging }: Paging & Key) {
  const donor = await getWithdrawing(ctx, id)
  return listOutstanding(ctx.db, { ...paging, id: donor.id })
}

/**
 * A donor withdraws. All of their samples, derived and pooled ones too, are blocked at once; what was held for requests and
 * had not left is let go of, and who decides about those requests and who has some is told.
 */
export async function withdrawDonor(ctx: Context, { note }: Withdrawal, { id }: Key) {
  allowWriting(ctx)
  refuseIdentifiers({ note })
  return transact(ctx, async (trx) => {
    const donor = isId(id) ? await lockDonor(trx, ctx.actor, id) : undefined
    if (!donor) throw new Problem('not-found', words.noDonor)
    if (donor.withdrawnAt) throw new Problem('conflict', words.already)
    const done = { id: donor.id, at: ctx.now(), by: personIdOf(ctx) }
    await setWithdrawn(trx, { ...done, note: note || null })
    const blocked = await blockAll(trx, done)
    const told = await outstandingByRequest(trx, {
      id: donor.id,
      today: dayAt(ctx.now(), defaultZone),
    })
    await endHolds(trx, done)
    await recordChange(trx, ctx, {
      action: 'donor.withdraw',
      entity: 'donor',
      entityId: donor.id,
      institutionId: donor.institutionId,
      after: { code: donor.code, note: note || null, blocked },
    })
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    for (const one of told) await tellSides(trx, ctx, one, letters.blocked)
    return { blocked }
  })
}

/** Why a withdrawal is not corrected any more; undefined where it may be. */
export async function objectionToCorrection(
  ctx: Pick<Context, 'db' | 'now'>,
  { id, withdrawnAt }: { id: string; withdrawnAt: Temporal.Instant | null },
) {
  const destroyed = withdrawnAt && (await hasDestroyed(ctx.db, { id, since: withdrawnAt }))
  return objectionToCorrecting({ withdrawnAt, hasDestroyed: Boolean(destroyed) }, ctx.now())
}

/**
 * A withdrawal was recorded of somebody who did not withdraw. What it alone blocked may be used again; what requests let
 * go of they do not get back, and whoever was told of it is told of this.
 */
export async function correctWithdrawal(ctx: Context, { reason }: Correction, { id }: Key) {
  allowWriting(ctx)
  refuseIdentifiers({ reason })
  return transact(ctx, async (trx) => {
    const donor = isId(id) ? await lockDonor(trx, ctx.actor, id) : undefined
    if (!donor) throw new Problem('not-found', words.noDonor)
    const objection = await objectionToCorrection({ ...ctx, db: trx }, donor)
    const { withdrawnAt: since } = donor
    if (objection || !since) throw new Problem('conflict', objection ?? words.notWithdrawn)
    await holdOthers(trx, donor.id)
    const today = dayAt(ctx.now(), defaultZone)
    const told = await outstandingByRequest(trx, { id: donor.id, today })
    await clearWithdrawn(trx, donor.id)
    const done = { id: donor.id, at: ctx.now(), by: personIdOf(ctx) }
    const unblocked = await unblockSamples(trx, { ...done, since })
    await recordChange(trx, ctx, {
      action: 'donor.correct_withdrawal',
      entity: 'donor',
      entityId: donor.id,
      institutionId: donor.institutionId,
      before: { withdrawnAt: isoOf(since) },
      after: { code: donor.code, reason, unblocked },
    })
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    for (const one of told) await tellSides(trx, ctx, one, letters.corrected)
    return { unblocked }
  })
}

/** Until nothing is left: a pool that was being made while its parents were waited for is found the next time. */
async function blockAll(trx: Trx, done: Parameters<typeof blockSamples>[1]): Promise<number> {
  const blocked = await blockSamples(trx, done)
  return blocked === 0 ? 0 : blocked + (await blockAll(trx, done))
}

type Told = Awaited<ReturnType<typeof outstandingByRequest>>[number]

const letters = {
  blocked: { stewards: 'samples_blocked', requesters: 'samples_recalled' },
  corrected: { stewards: 'samples_unblocked', requesters: 'samples_not_recalled' },
} as const

type Letters = (typeof letters)[keyof typeof letters]

async function tellSides(trx: Trx, ctx: Context, told: Told, sent: Letters): Promise<void> {
  const { requestId, number, collection, codes, sentCodes, count, requesters, stewards } = told
  const common = { requestId, number, collection }
  await tellPeople(trx, ctx, {
    letter: sent.stewards,
    to: { people: stewards },
    facts: { ...common, codes, more: count - codes.length },
  })
  if (told.sent > 0)
    await tellPeople(trx, ctx, {
      letter: sent.requesters,
      to: { people: requesters },
      facts: { ...common, codes: sentCodes, more: told.sent - sentCodes.length },
    })
}
