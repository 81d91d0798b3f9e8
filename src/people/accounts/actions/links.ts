import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { newSecret, secretHash } from '../../../core/secrets.ts'
import type { AskedLetter, LinkPayloads, LinkPurpose } from '../model/links.ts'
import { findLink, insertLink, takeLink } from '../queries/links.ts'
import { expiryOf } from '../rules/lifetimes.ts'
import { refusalWords as words } from '../../words/refusals.ts'

/**
 * Has a job look whose address it is and write there: who asks is answered before, so that the answer takes as long for
 * an address that has an account as for one that has none.
 */
export const askForLetter = (ctx: Context, asked: AskedLetter): Promise<void> =>
  transact(ctx, (trx) => ctx.jobs.add(trx, 'write_account_letter', asked))

const lifetimeOf = {
  invitation: 'invitation',
  password_reset: 'passwordReset',
  email_verification: 'emailVerification',
  oidc: 'oidc',
} as const satisfies Record<LinkPurpose, Parameters<typeof expiryOf>[0]>

/** Makes a one-time link and answers its secret, which is kept nowhere but in the letter. */
export async function issueLink<Purpose extends LinkPurpose>(
  trx: Trx,
  ctx: Context,
  link: { purpose: Purpose; personId?: string; payload: LinkPayloads[Purpose] },
): Promise<string> {
  const secret = newSecret()
  const now = ctx.now()
  await insertLink(trx, {
    secretHash: secretHash(secret),
    purpose: link.purpose,
    personId: link.personId ?? null,
    payload: link.payload,
    now,
    expiresAt: expiryOf(lifetimeOf[link.purpose], now),
  })
  return secret
}

/** What a link is about, for the page that it opens; the link stays unused. Refused as not found when it is dead. */
export async function readLink<Purpose extends LinkPurpose>(
  ctx: Context,
  purpose: Purpose,
  secret: string,
) {
  const hash = secretHash(secret)
  const link = await findLink(ctx.db, { secretHash: hash, purpose, now: ctx.now() })
  if (!link) throw new Problem('not-found', words.deadLink)
  return link
}

/** Uses a link up; refused as not found when it is dead, or when somebody else was first. */
export async function useLink<Purpose extends LinkPurpose>(
  trx: Trx,
  ctx: Context,
  { purpose, secret }: { purpose: Purpose; secret: string },
) {
  const hash = secretHash(secret)
  const link = await takeLink(trx, { secretHash: hash, purpose, now: ctx.now() })
  if (!link) throw new Problem('not-found', words.deadLink)
  return link
}
