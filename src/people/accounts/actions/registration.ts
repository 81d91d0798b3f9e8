import { recordChange } from '../../../audit/actions.ts'
import type { Client } from '../../../core/actor.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { writing } from '../../../core/permission.ts'
import type { Lang } from '../../../core/text.ts'
import { Problem } from '../../../core/problem.ts'
import { enqueueLetter } from '../../../mail/actions.ts'
import { takeTurn } from './limits.ts'
import { askForLetter, issueLink, readLink, useLink } from './links.ts'
import { hashNewPassword } from './passwords.ts'
import { addPerson } from './people.ts'
import { startSession } from './sessions.ts'
import type { Registration } from '../model/person.ts'
import { deleteLinksOf } from '../queries/links.ts'
import { type Account, findAccount, lockAccount, updatePerson } from '../queries/people.ts'
import { networkOf } from '../rules/limits.ts'
import { letters } from '../words/letters.ts'
import { getInstitution } from '../../institutions/actions.ts'
import { addMembership } from '../../members/actions/institutions.ts'
import { peoplePaths } from '../../words/paths.ts'
import { refusalWords as words } from '../../words/refusals.ts'

/**
 * Sends a link to finish a registration. There is no account before the link is used: nobody prepares one for an
 * address that is not theirs. The answer is the same for an address that has an account; its owner is told by letter.
 */
export async function register(ctx: Context, input: Registration, client: Client): Promise<void> {
  await takeTurn(ctx, 'letterByAddress', networkOf(client.address))
  await takeTurn(ctx, 'letterByRecipient', input.email.toLowerCase())
  if (input.institution) await getInstitution(ctx, input.institution)
  await askForLetter(ctx, { about: 'registration', input, lang: ctx.lang })
}

/** The letter itself, by the job. */
export async function writeRegistration(
  ctx: Context,
  { input, lang }: { input: Registration; lang: Lang },
): Promise<void> {
  const known = await findAccount(ctx.db, input.email)
  await transact(ctx, (trx) =>
    known ? remind(trx, ctx, known) : sendLink(trx, { ...ctx, lang }, input),
  )
}

/** What a verification link is about, for the page that it opens. */
export async function readVerification(ctx: Context, secret: string) {
  const { payload } = await readLink(ctx, 'email_verification', secret)
  return payload
}

/** Finishes a registration: the account, the asked membership, and a session here. */
export async function finishRegistration(
  ctx: Context,
  { secret, password }: { secret: string; password: string },
  client: Client,
): Promise<string> {
  await takeTurn(ctx, 'linkByAddress', networkOf(client.address))
  const { payload } = await readLink(ctx, 'email_verification', secret)
  if (payload.type !== 'registration') throw new Problem('not-found', words.deadLink)
  const { name, email, lang, institutionId } = payload
  const passwordHash = await hashNewPassword(ctx, password, email)
  return transact(ctx, async (trx) => {
    await useLink(trx, ctx, { purpose: 'email_verification', secret })
    const personId = await addPerson(trx, ctx, {
      name,
      email,
      lang,
      passwordHash,
      isVerified: true,
    })
    if (institutionId) {
      const { approvesMembers } = await getInstitution(ctx, institutionId)
      const isApproved = !approvesMembers
      await addMembership(trx, ctx, { personId, institutionId, title: null, isApproved })
    }
    return startSession(trx, ctx, { personId, client })
  })
}

async function sendLink(trx: Trx, ctx: Context, input: Registration): Promise<void> {
  const { name, email, institution = null } = input
  const { lang } = ctx
  const secret = await issueLink(trx, ctx, {
    purpose: 'email_verification',
    payload: { type: 'registration', name, email, lang, institutionId: institution },
  })
  const letter = letters.registration(`${ctx.baseUrl}/verify/${secret}`)
  await enqueueLetter(trx, ctx, { to: email, lang, ...letter })
}

async function remind(trx: Trx, ctx: Context, account: Account): Promise<void> {
  if (account.disabledAt) return
  await enqueueLetter(trx, ctx, {
    to: account.email,
    personId: account.id,
    lang: account.lang,
    ...letters.alreadyRegistered(`${ctx.baseUrl}/sign-in`, `${ctx.baseUrl}${peoplePaths.forgot}`),
  })
}

/** Sends a link to a new address; the old one stays until the link is used. */
export async function askForAddress(ctx: Context, email: string): Promise<void> {
  const { personId, lang } = writing(ctx)
  await takeTurn(ctx, 'letterByRecipient', email.toLowerCase())
  await askForLetter(ctx, { about: 'address', personId, email, lang })
}

type NewAddress = { personId: string; email: string; lang: Lang }

/** The letter itself, by the job. */
export async function writeAddress(
  ctx: Context,
  { personId, email, lang }: NewAddress,
): Promise<void> {
  const taken = await findAccount(ctx.db, email)
  // The owner of the address learns nothing new; the asker learns it only once they prove to own it.
  if (taken && taken.id !== personId) return
  await transact(ctx, async (trx) => {
    await deleteLinksOf(trx, personId, 'email_verification')
    const secret = await issueLink(trx, ctx, {
      purpose: 'email_verification',
      personId,
      payload: { type: 'address', email },
    })
    const letter = letters.addressVerification(`${ctx.baseUrl}/verify/${secret}`)
    await enqueueLetter(trx, ctx, { to: email, personId, lang, ...letter })
  })
}

/** Takes the new address by its link; the old address is told. */
export async function confirmAddress(ctx: Context, secret: string, client: Client): Promise<void> {
  await takeTurn(ctx, 'linkByAddress', networkOf(client.address))
  await transact(ctx, async (trx) => {
    const { personId, payload } = await useLink(trx, ctx, { purpose: 'email_verification', secret })
    const before = personId ? await lockAccount(trx, personId) : undefined
    if (!before || payload.type !== 'address') throw new Problem('not-found', words.deadLink)
    const { email } = payload
    await unlessBroken('person_email_taken', words.emailTaken, () =>
      updatePerson(trx, before.id, { email, email_verified_at: ctx.now() }),
    )
    if (before.email !== email)
      await enqueueLetter(trx, ctx, {
        to: before.email,
        personId: before.id,
        lang: before.lang,
        ...letters.addressChanged(email),
      })
    await recordChange(trx, ctx, {
      action: 'person.change_email',
      entity: 'person',
      entityId: before.id,
      before: { email: before.email },
      after: { email },
    })
  })
}
