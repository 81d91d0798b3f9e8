import type { Context } from '../core/context.ts'
import { forgetOldClaims } from '../idempotency/actions.ts'
import { forgetOldLetters } from '../mail/actions.ts'
import { writeReset } from './accounts/actions/passwords.ts'
import { writeAddress, writeRegistration } from './accounts/actions/registration.ts'
import type { AskedLetter } from './accounts/model/links.ts'
import { deleteBucketsBefore } from './accounts/queries/limits.ts'
import { deleteLinksExpiredBy } from './accounts/queries/links.ts'
import { deleteSessionsExpiredBy } from './accounts/queries/sessions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    sweep_people: Record<string, never>
    write_account_letter: AskedLetter
  }
}

/** Writes to an address what was asked for there, if there is an account, or because there is none. */
export async function writeAccountLetter(ctx: Context, asked: AskedLetter): Promise<void> {
  if (asked.about === 'reset') await writeReset(ctx, asked.email)
  else if (asked.about === 'registration') await writeRegistration(ctx, asked)
  else await writeAddress(ctx, asked)
}

/** Forgets what has run out: sessions, one-time links, rate limits, answers to keys, old letters. Nobody's doing, so no audit row. */
export async function sweepPeople(ctx: Context): Promise<void> {
  const now = ctx.now()
  await deleteSessionsExpiredBy(ctx.db, now)
  await deleteLinksExpiredBy(ctx.db, now)
  await deleteBucketsBefore(ctx.db, now.subtract({ hours: 24 }))
  await forgetOldClaims(ctx)
  await forgetOldLetters(ctx)
}
