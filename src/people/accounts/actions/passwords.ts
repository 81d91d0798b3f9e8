import { writing } from '../../../core/permission.ts'
import type { Client } from '../../../core/actor.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { enqueueLetter } from '../../../mail/actions.ts'
import {
  type Account,
  findAccount,
  findAccountById,
  forgetOtherWaysIn,
  lockAccount,
  updatePerson,
} from '../queries/people.ts'
import { deleteLinksOf } from '../queries/links.ts'
import { networkOf } from '../rules/limits.ts'
import { objectionsToPassword } from '../rules/passwords.ts'
import { letters } from '../words/letters.ts'
import { passwordWords } from '../words/passwords.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { endAccessOf } from './access.ts'
import { takeTurn } from './limits.ts'
import { askForLetter, issueLink, readLink, useLink } from './links.ts'
import { endSessionsOf, startSession } from './sessions.ts'
import { peoplePaths } from '../../words/paths.ts'

/** The hash of a password that is good enough for this address; every objection is an issue of `password`. */
export async function hashNewPassword(
  ctx: Context,
  password: string,
  email: string,
): Promise<string> {
  const objections = objectionsToPassword(password, { email })
  if (objections.length > 0)
    throw new Problem('invalid', words.invalid, {
      issues: objections.map((message) => ({ path: 'password', message })),
    })
  return ctx.passwords.hash(password)
}

/** Sends a link to choose a new password, if there is such an account; the answer never tells. */
export async function askForReset(ctx: Context, email: string, client: Client): Promise<void> {
  await takeTurn(ctx, 'letterByAddress', networkOf(client.address))
  await takeTurn(ctx, 'letterByRecipient', email.toLowerCase())
  await askForLetter(ctx, { about: 'reset', email })
}

/** The letter itself, by the job. */
export async function writeReset(ctx: Context, email: string): Promise<void> {
  const account = await findAccount(ctx.db, email)
  if (!account || account.disabledAt) return
  await transact(ctx, async (trx) => {
    await deleteLinksOf(trx, account.id, 'password_reset')
    const secret = await issueLink(trx, ctx, {
      purpose: 'password_reset',
      personId: account.id,
      payload: {},
    })
    await enqueueLetter(trx, ctx, {
      to: account.email,
      personId: account.id,
      lang: account.lang,
      ...letters.passwordReset(`${ctx.baseUrl}/reset/${secret}`),
    })
  })
}

/** Whose password a link resets. */
export async function readReset(ctx: Context, secret: string): Promise<{ email: string }> {
  const { email } = await accountOfReset(ctx, secret)
  return { email }
}

/**
 * Sets a new password by a link, proves the address, signs out everywhere, and signs in here. Access tokens and calendar
 * feeds end too, unless their owner keeps them.
 */
export async function resetPassword(
  ctx: Context,
  {
    secret,
    password,
    keepAccess = false,
  }: { secret: string; password: string; keepAccess?: boolean },
  client: Client,
): Promise<string> {
  await takeTurn(ctx, 'linkByAddress', networkOf(client.address))
  const account = await accountOfReset(ctx, secret)
  const hash = await hashNewPassword(ctx, password, account.email)
  return transact(ctx, async (trx) => {
    await useLink(trx, ctx, { purpose: 'password_reset', secret })
    await updatePerson(trx, account.id, {
      password_hash: hash,
      email_verified_at: account.emailVerifiedAt ?? ctx.now(),
    })
    // Whoever used the account before its address was proved was somebody else, for all we know.
    if (!account.emailVerifiedAt) await forgetOtherWaysIn(trx, account.id, ctx.now())
    await endSessionsOf(trx, ctx, account.id)
    if (!keepAccess || !account.emailVerifiedAt) await endAccessOf(trx, ctx, account.id)
    await recordPassword(trx, ctx, account, 'person.reset_password')
    return startSession(trx, ctx, { personId: account.id, client })
  })
}

/** Changes the password of who is signed in, who proves to know the old one; other sessions end. */
export async function changePassword(
  ctx: Context,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const actor = writing(ctx)
  await takeTurn(ctx, 'passwordChange', actor.personId)
  const account = await findAccountById(ctx.db, actor.personId)
  if (!account) throw new Problem('not-found', words.noPerson)
  if (account.passwordHash && !(await ctx.passwords.verify(current, account.passwordHash)))
    throw new Problem('invalid', words.invalid, {
      issues: [{ path: 'current', message: passwordWords.wrongPassword }],
    })
  const hash = await hashNewPassword(ctx, password, account.email)
  await transact(ctx, async (trx) => {
    await lockAccount(trx, account.id)
    await updatePerson(trx, account.id, { password_hash: hash })
    await endSessionsOf(
      trx,
      ctx,
      account.id,
      actor.via.type === 'session' ? actor.via.sessionId : undefined,
    )
    await recordPassword(trx, ctx, account, 'person.change_password')
  })
}

async function accountOfReset(ctx: Context, secret: string): Promise<Account> {
  const { personId } = await readLink(ctx, 'password_reset', secret)
  const account = personId === null ? undefined : await findAccountById(ctx.db, personId)
  if (!account || account.disabledAt) throw new Problem('not-found', words.deadLink)
  return account
}

/** Notes the change, never the password, and tells its owner. */
async function recordPassword(
  trx: Trx,
  ctx: Context,
  account: Account,
  action: 'person.reset_password' | 'person.change_password',
): Promise<void> {
  await enqueueLetter(trx, ctx, {
    to: account.email,
    personId: account.id,
    lang: account.lang,
    ...letters.passwordChanged(`${ctx.baseUrl}${peoplePaths.forgot}`),
  })
  await recordChange(trx, ctx, { action, entity: 'person', entityId: account.id })
}
