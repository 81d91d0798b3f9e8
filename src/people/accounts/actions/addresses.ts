import { writing } from '../../../core/permission.ts'
import type { Client } from '../../../core/actor.ts'
import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { enqueueLetter } from '../../../mail/actions.ts'
import { deleteLinksOf } from '../queries/links.ts'
import { findAccount, lockAccount, updatePerson } from '../queries/people.ts'
import { networkOf } from '../rules/limits.ts'
import { letters } from '../words/letters.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { takeTurn } from './limits.ts'
import { issueLink, useLink } from './links.ts'

/** Sends a link to a new address; the old one stays until the link is used. */
export async function askForAddress(ctx: Context, email: string): Promise<void> {
  const { personId, lang } = writing(ctx)
  await takeTurn(ctx, 'letterByRecipient', email.toLowerCase())
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
