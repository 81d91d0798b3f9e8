import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { tellPeople } from '../../mail/actions.ts'
import { refuseIdentifiers } from '../actions.ts'
import type { Withdrawal } from './model.ts'
import {
  blockSamples,
  endHolds,
  findDonor,
  listOutstanding,
  lockDonor,
  outstandingByRequest,
  setWithdrawn,
} from './queries.ts'
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
 * A donor withdraws. All of their samples, derived and pooled ones too, are blocked at once and for good; what was held
 * for requests and had not left is let go of, and who decides about those requests and who has some is told.
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
    for (const one of told) await tellSides(trx, ctx, one)
    return { blocked }
  })
}

/** Until nothing is left: a pool that was being made while its parents were waited for is found the next time. */
async function blockAll(trx: Trx, done: Parameters<typeof blockSamples>[1]): Promise<number> {
  const blocked = await blockSamples(trx, done)
  return blocked === 0 ? 0 : blocked + (await blockAll(trx, done))
}

type Told = Awaited<ReturnType<typeof outstandingByRequest>>[number]

async function tellSides(trx: Trx, ctx: Context, told: Told): Promise<void> {
  const { requestId, number, collection, codes, sentCodes, count, sent, requesters, stewards } =
    told
  const common = { requestId, number, collection }
  await tellPeople(trx, ctx, {
    letter: 'samples_blocked',
    to: { people: stewards },
    facts: { ...common, codes, more: count - codes.length },
  })
  if (sent > 0)
    await tellPeople(trx, ctx, {
      letter: 'samples_recalled',
      to: { people: requesters },
      facts: { ...common, codes: sentCodes, more: sent - sentCodes.length },
    })
}
