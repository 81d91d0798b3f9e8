import { recordChanges } from '../../../audit/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { type HeldSample, leaveWells, lockByCode, setDestroyed, takeFrom } from '../queries/keep.ts'
import { madeWords as words } from '../words.ts'

type InCollection = {
  record: { id: string; institutionId: string }
  codes: readonly string[]
}

/** Samples of a collection by code, each held until the end of the transaction. */
export const lockForPool = async (trx: Trx, { actor }: Context, asked: InCollection) =>
  lockByCode(trx, actor, asked)

type Taking = {
  samples: readonly Pick<HeldSample, 'id' | 'institutionId' | 'amount'>[]
  taken: { each: number; times: number }
}

/** Takes so much of each of these samples, which the caller holds: all of them have it, or nothing is taken. */
export async function takeSamplesIn(
  trx: Trx,
  ctx: Context,
  { samples, taken }: Taking,
): Promise<void> {
  const ids = samples.map(({ id }) => id)
  if ((await takeFrom(trx, ids, taken)) < ids.length) throw new Problem('conflict', words.tooLittle)
  await leaveWells(trx, ids)
  await recordChanges(
    trx,
    ctx,
    samples.map(({ id, institutionId, amount }) => ({
      action: 'sample.take',
      entity: 'sample',
      entityId: id,
      institutionId,
      before: { amount },
      after: { amount: Math.round((amount - taken.each * taken.times) * 1000) / 1000 },
    })),
  )
}

/** What is destroyed stands nowhere any more. */
export async function destroyIn(trx: Trx, ids: readonly string[]): Promise<void> {
  await setDestroyed(trx, ids)
  await leaveWells(trx, ids)
}
