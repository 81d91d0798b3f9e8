import type { Context } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { hexOf } from '../../core/secrets.ts'
import {
  deleteIntents,
  deleteLiveIntents,
  isLiveIntentOf,
  giveUpTheseIntents,
  insertIntents,
  type IntentPurpose,
  giveUpIntents,
} from './queries.ts'
import { pictureWords } from '../pictures/words.ts'

/** 128 random bits, for keys that nobody guesses and nobody else makes. */
export const randomName = () => hexOf(crypto.getRandomValues(new Uint8Array(16)))

/**
 * Says that bytes are about to be stored under these keys. Committed by itself, before the bytes: whatever
 * happens then, the reaper knows of them. (So it takes no Idempotency-Key: the write that attaches does.)
 */
export async function intendObjects(
  ctx: Context,
  keys: readonly string[],
  purpose: IntentPurpose,
): Promise<void> {
  const by = ctx.actor.type === 'person' ? ctx.actor.personId : null
  await insertIntents(ctx.db, keys, { purpose, by, at: ctx.now() })
}

/** In the transaction that attaches the bytes: refused when the reaper has given one of them up meanwhile. */
export async function attachObjects(trx: Trx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const live = await deleteLiveIntents(trx, keys)
  if (live !== keys.length) throw new Problem('conflict', pictureWords.uploadEnded)
}

/** Whether the actor said that these bytes are to be stored, and nobody attached them or gave them up since. */
export const isIntendedBy = async (ctx: Context, key: string): Promise<boolean> =>
  ctx.actor.type === 'person' && isLiveIntentOf(ctx.db, key, ctx.actor.personId)

/**
 * Takes stored bytes back unless they are attached after all: a lost connection does not tell whether the commit
 * went through, the intents do. What does not work now is the reaper's.
 */
export async function discardObjects(ctx: Context, keys: readonly string[]): Promise<void> {
  try {
    await removeObjects(ctx, await giveUpTheseIntents(ctx.db, keys))
  } catch {
    // The caller is on its way out with the error that matters; the intents stay.
  }
}

/** Removes objects, then what was intended of them. May be done twice. */
export async function removeObjects(ctx: Context, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop -- housekeeping takes its time, one request after the other
    await ctx.objects.remove(key)
  }
  await deleteIntents(ctx.db, keys)
}

const hoursToFinish = 24
const atOnce = 200

/** Ends uploads that did not finish within a day: gives them up first, so that none is attached while its bytes go. */
export async function reapIntents(ctx: Context): Promise<{ reaped: number }> {
  const before = ctx.now().subtract({ hours: hoursToFinish })
  let reaped = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the next batch is known once this one is gone
    const keys = await giveUpIntents(ctx.db, before, atOnce)
    if (keys.length === 0) return { reaped }
    // oxlint-disable-next-line no-await-in-loop
    await removeObjects(ctx, keys)
    reaped += keys.length
  }
}
