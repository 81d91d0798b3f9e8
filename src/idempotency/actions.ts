import { isBroken } from '../core/conflict.ts'
import { type Context, triedAgain } from '../core/context.ts'
import type { Db, OpenTrx, Trx } from '../core/database.ts'
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

/**
 * Makes the writes of a request one transaction that takes the key first and stays open until {@link KeyedWrites.end}
 * stores the answer in it: both are there, or neither, whenever the process dies. What is read meanwhile through `ctx`
 * sees what was written.
 */
export function keyedWrites(ctx: Context, claim: Claim): KeyedWrites {
  const { db } = ctx
  let open: OpenTrx | undefined
  let isTaken = false
  const begin = async () => {
    const begun = await db.startTransaction().execute()
    try {
      await insertClaim(begun, claim, ctx.now())
      return begun
    } catch (error) {
      await begun.rollback().execute()
      isTaken = isBroken(error, 'idempotency_key_taken')
      throw isTaken ? new Problem('conflict', words.underWay, { retryAfterSeconds: 1 }) : error
    }
  }
  const first = async <T>(work: (trx: Trx) => Promise<T>) => {
    const begun = await begin()
    try {
      const result = await work(begun)
      open = begun
      ctx.db = begun
      return result
    } catch (error) {
      await begun.rollback().execute()
      throw error
    }
  }
  ctx.keyed = (work) => triedAgain(async () => (open ? further(open, work) : first(work)))
  return {
    hasWritten: () => open !== undefined,
    isTakenByAnother: () => isTaken,
    async end(answer) {
      if (!open) return
      if (answer) await storeAnswer(open, claim, answer)
      await (answer ? open.commit() : open.rollback()).execute()
    },
  }
}

type KeyedWrites = {
  hasWritten: () => boolean
  /** The same key came twice at once, and the other was faster. */
  isTakenByAnother: () => boolean
  /** Keeps what was written together with the answer; without one, nothing of it. */
  end: (answer: Answer | undefined) => Promise<void>
}

/** A write that fails undoes itself, not those before it. */
async function further<T>(open: OpenTrx, work: (trx: Trx) => Promise<T>) {
  const point = await open.savepoint('further').execute()
  try {
    const result = await work(point)
    await point.releaseSavepoint('further').execute()
    return result
  } catch (error) {
    await point.rollbackToSavepoint('further').execute()
    throw error
  }
}

/** A key is good for two days: who retries later than that asks anew. */
export async function forgetOldClaims({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  await deleteClaimsBefore(db, now().subtract({ hours: 48 }))
}
