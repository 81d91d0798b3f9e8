import type { Client } from '../../../core/actor.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { findAccount } from '../queries/people.ts'
import { networkOf } from '../rules/limits.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { giveTurnsBack, takeTurn } from './limits.ts'
import { startSession } from './sessions.ts'

/** A hash of nobody's password with the same cost: an unknown address takes as long to refuse as a known one. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$KNMgWAOaeYMnET7h2FfD8g$WicWVCiIDtmOZL+HsDV+o813JTf98bghLoe7HMBozh4'

/** Signs in by password; answers the secret of the new session. */
export async function signIn(
  ctx: Context,
  { email, password }: { email: string; password: string },
  client: Client,
): Promise<string> {
  await takeTurn(ctx, 'signInByAddress', networkOf(client.address))
  await takeTurn(ctx, 'signInByAccount', email.toLowerCase())
  const account = await findAccount(ctx.db, email)
  const isRight = await ctx.passwords.verify(password, account?.passwordHash ?? nobodysHash)
  if (!account?.passwordHash || !isRight) throw new Problem('unauthenticated', words.wrongSignIn)
  if (account.disabledAt) throw new Problem('forbidden', words.disabled)
  const secret = await transact(ctx, (trx) =>
    startSession(trx, ctx, { personId: account.id, client }),
  )
  await giveTurnsBack(ctx, 'signInByAccount', email.toLowerCase())
  return secret
}
