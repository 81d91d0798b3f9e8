import type { Context } from '../../../core/context.ts'
import { forgetOldClaims } from '../../../idempotency/actions.ts'
import { forgetOldLetters } from '../../../mail/actions.ts'
import { deleteBucketsBefore } from '../queries/limits.ts'
import { deleteLinksExpiredBy } from '../queries/links.ts'
import { deleteSessionsExpiredBy } from '../queries/sessions.ts'

/** Forgets what has run out: sessions, one-time links, rate limits, answers to keys, old letters. Nobody's doing, so no audit row. */
export async function sweepExpired(ctx: Context): Promise<void> {
  const now = ctx.now()
  await deleteSessionsExpiredBy(ctx.db, now)
  await deleteLinksExpiredBy(ctx.db, now)
  await deleteBucketsBefore(ctx.db, now.subtract({ hours: 24 }))
  await forgetOldClaims(ctx)
  await forgetOldLetters(ctx)
}
