import { personIdOf } from '../../../core/permission.ts'
import type { Client } from '../../../core/actor.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { enqueueLetter } from '../../../mail/actions.ts'
import { oneLine } from '../../../mail/rules.ts'
import type { LinkPayloads } from '../model/links.ts'
import type { NewInvitation } from '../../members/model.ts'
import { openInvitations } from '../queries/links.ts'
import { findAccount } from '../queries/people.ts'
import { networkOf } from '../rules/limits.ts'
import { letters } from '../words/letters.ts'
import { roleNames } from '../../words/names.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { addRole, allowManager, allowManagerToRead } from '../../roles/actions/roles.ts'
import { getInstitution } from '../../institutions/actions.ts'
import { takeTurn } from './limits.ts'
import { issueLink, readLink, useLink } from './links.ts'
import { addMembership, approveWithin, nameOf } from '../../members/actions/institutions.ts'
import { hashNewPassword } from './passwords.ts'
import { addPerson } from './people.ts'
import { startSession } from './sessions.ts'

/** Invites an address to an institution, as a member or with a role; by who keeps the institution's people. */
export async function invite(ctx: Context, input: NewInvitation): Promise<void> {
  const { email, institution: institutionId, role, lang } = input
  allowManager(ctx, institutionId)
  const institution = await getInstitution(ctx, institutionId)
  if (institution.closedAt) throw new Problem('conflict', words.institutionClosed)
  await takeTurn(ctx, 'letterByRecipient', email.toLowerCase())
  const account = await findAccount(ctx.db, email)
  await transact(ctx, async (trx) => {
    const secret = await issueLink(trx, ctx, {
      purpose: 'invitation',
      payload: { email, institutionId, role, lang, invitedBy: personIdOf(ctx) },
    })
    const by = ctx.actor.type === 'person' ? oneLine(ctx.actor.name) : 'Hexi'
    await enqueueLetter(trx, ctx, {
      to: email,
      personId: account?.id,
      lang: account?.lang ?? lang,
      ...letters.invitation(
        by,
        nameOf(institution),
        roleNames[role],
        `${ctx.baseUrl}/invitations/${secret}`,
      ),
    })
    await recordChange(trx, ctx, {
      action: 'invitation.create',
      entity: 'institution',
      entityId: institutionId,
      institutionId,
      after: { email, role },
    })
  })
}

/** Invitations of an institution that nobody has taken up yet. */
export async function waitingInvitations(ctx: Context, institutionId: string) {
  allowManagerToRead(ctx, institutionId)
  return openInvitations(ctx.db, institutionId, ctx.now())
}

/** What an invitation offers, and whether its address has an account. */
export async function readInvitation(ctx: Context, secret: string) {
  const { payload } = await readLink(ctx, 'invitation', secret)
  const institution = await getInstitution(ctx, payload.institutionId)
  const account = await findAccount(ctx.db, payload.email)
  const signedInAs = ctx.actor.type === 'person' ? ctx.actor.personId : undefined
  return {
    ...payload,
    institution,
    isKnown: account !== undefined,
    /** Somebody else is signed in here: the invitation is not theirs. */
    isOther: signedInAs !== undefined && signedInAs !== account?.id,
  }
}

/**
 * Takes an invitation up: the account where there is none yet, the membership and the role.
 * Answers a session's secret for a new account; who had one signs in as usual.
 */
export async function acceptInvitation(
  ctx: Context,
  { secret, name, password }: { secret: string; name?: string; password?: string },
  client: Client,
): Promise<string | undefined> {
  await takeTurn(ctx, 'linkByAddress', networkOf(client.address))
  const { email, isOther } = await readInvitation(ctx, secret)
  if (isOther) throw new Problem('forbidden', words.otherPersonSignedIn)
  const account = await findAccount(ctx.db, email)
  if (account?.disabledAt) throw new Problem('forbidden', words.disabled)
  const passwordHash = account ? null : await hashNewPassword(ctx, password ?? '', email)
  return transact(ctx, async (trx) => {
    const { payload } = await useLink(trx, ctx, { purpose: 'invitation', secret })
    const personId =
      account?.id ??
      (await addPerson(trx, ctx, {
        name: nameGiven(name),
        email,
        lang: payload.lang,
        passwordHash,
        isVerified: true,
      }))
    await grantInvited(trx, ctx, { personId, invitation: payload })
    return account ? undefined : startSession(trx, ctx, { personId, client })
  })
}

type Grant = { personId: string; invitation: LinkPayloads['invitation'] }

async function grantInvited(trx: Trx, ctx: Context, { personId, invitation }: Grant) {
  const { institutionId, role, invitedBy } = invitation
  const isNew = await addMembership(trx, ctx, {
    personId,
    institutionId,
    title: null,
    isApproved: true,
  })
  if (!isNew) await approveWithin(trx, ctx, { personId, institutionId })
  if (role !== 'member')
    await addRole(trx, ctx, { personId, role, institutionId, collectionId: null })
  await recordChange(trx, ctx, {
    action: 'invitation.accept',
    entity: 'person',
    entityId: personId,
    institutionId,
    after: { role, invitedBy },
  })
}

function nameGiven(name: string | undefined): string {
  if (name) return name
  throw new Problem('invalid', words.invalid, {
    issues: [{ path: 'name', message: words.personNameNeeded }],
  })
}
