import { unlessBroken } from '../core/conflict.ts'
import type { Context } from '../core/context.ts'
import type { Db } from '../core/database.ts'
import { Problem } from '../core/problem.ts'
import { type Claim, deleteClaimsBefore, findClaim, insertClaim, storeAnswer } from './queries.ts'
import { idempotencyWords as words } from './words.ts'

export type Answer = { status: number; headers: Record<string, string>; body: string }

/** The answer that this key and request got before; undefined when it is new. */
export async function findAnswer(db: Db, claim: Claim): Promise<Answer | undefined> {
  const found = await findClaim(db, claim)
  if (!found) return undefined
  if (!found.requestHash.equals(claim.requestHash))
    throw new Problem('invalid', words.otherRequest, {
      issues: [{ path: 'Idempotency-Key', message: words.otherRequest }],
    })
  if (found.status === null || found.body === null)
    throw new Problem('conflict', words.underWay, { retryAfterSeconds: 1 })
  return { status: found.status, headers: found.headers ?? {}, body: found.body }
}

/** Makes the request's first write take the key too: both are there, or neither. */
export function claimWithFirstWrite(ctx: Context, claim: Claim): () => boolean {
  let taken = false
  ctx.claim = async (trx) => {
    if (taken) return
    await unlessBroken('idempotency_key_taken', words.underWay, () =>
      insertClaim(trx, claim, ctx.now()),
    )
    taken = true
  }
  return () => taken
}

/** A key is good for two days: who retries later than that asks anew. */
export async function forgetOldClaims({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  await deleteClaimsBefore(db, now().subtract({ hours: 48 }))
}

export { storeAnswer }
