import { personIdOf, signedIn, writing } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { Problem } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { oneLine } from '../../../mail/rules.ts'
import {
  approveMembershipRow,
  deleteMembership,
  insertMembership,
  listMembers,
} from '../queries/institutions.ts'
import type { InstitutionRow } from '../../institutions/queries.ts'
import { findAccountById } from '../../accounts/queries/people.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { allowManager, allowManagerToRead } from '../../roles/actions/roles.ts'
import { getInstitution } from '../../institutions/actions.ts'

/** Asks to belong to an institution; one that does not ask for approval takes the person at once. */
export async function askToJoin(
  ctx: Context,
  institutionId: string,
  title: string | null,
): Promise<{ isApproved: boolean }> {
  const { personId } = writing(ctx)
  const institution = await getInstitution(ctx, institutionId)
  if (institution.closedAt) throw new Problem('conflict', words.institutionClosed)
  return transact(ctx, async (trx) => {
    const isApproved = !institution.approvesMembers
    const isNew = await addMembership(trx, ctx, { personId, institutionId, title, isApproved })
    if (!isNew) throw new Problem('conflict', words.alreadyMember)
    if (!isApproved) await tellCurators(trx, ctx, { personId, institution })
    return { isApproved }
  })
}

type Added = { personId: string; institutionId: string; title: string | null; isApproved: boolean }

/** Adds a membership within a transaction; false when there was one already. */
export async function addMembership(trx: Trx, ctx: Context, added: Added): Promise<boolean> {
  const { personId, institutionId, title, isApproved } = added
  const now = ctx.now()
  const isNew = await insertMembership(trx, {
    person_id: personId,
    institution_id: institutionId,
    title,
    created_at: now,
    approved_at: isApproved ? now : null,
  })
  if (isNew)
    await recordChange(trx, ctx, {
      action: 'membership.create',
      entity: 'person',
      entityId: personId,
      institutionId,
      after: { institutionId, title, approved: isApproved },
    })
  return isNew
}

/** Accepts somebody who asked to join; they are told by a letter. */
export async function approveMembership(
  ctx: Context,
  institutionId: string,
  personId: string,
): Promise<void> {
  const institution = await getInstitution(ctx, institutionId)
  allowManager(ctx, institutionId)
  await transact(ctx, async (trx) => {
    const approved = isId(personId) && (await approveWithin(trx, ctx, { personId, institutionId }))
    if (!approved) throw new Problem('not-found', words.noMembership)
    await tellPeople(trx, ctx, {
      letter: 'membership_approved',
      to: { people: [personId] },
      facts: { institutionId, institution: nameOf(institution) },
    })
  })
}

/** Approves a waiting membership within a transaction; false when none waits. */
export async function approveWithin(
  trx: Trx,
  ctx: Context,
  { personId, institutionId }: { personId: string; institutionId: string },
): Promise<boolean> {
  const by = personIdOf(ctx)
  const approved = await approveMembershipRow(trx, { personId, institutionId, by, now: ctx.now() })
  if (approved)
    await recordChange(trx, ctx, {
      action: 'membership.approve',
      entity: 'person',
      entityId: personId,
      institutionId,
      before: { approved: false },
      after: { approved: true },
    })
  return approved
}

/** Ends a membership, or refuses who asked for one; members may leave by themselves. */
export async function endMembership(
  ctx: Context,
  institutionId: string,
  personId: string,
): Promise<void> {
  if (writing(ctx).personId !== personId) allowManager(ctx, institutionId)
  await transact(ctx, async (trx) => {
    const gone =
      isId(personId) && isId(institutionId)
        ? await deleteMembership(trx, { personId, institutionId })
        : undefined
    if (!gone) throw new Problem('not-found', words.noMembership)
    await recordChange(trx, ctx, {
      action: 'membership.end',
      entity: 'person',
      entityId: personId,
      institutionId,
      before: { institutionId, approved: gone.approvedAt !== null },
    })
  })
}

/** Who belongs to an institution or waits to, for who keeps its people. */
export async function searchMembers(ctx: Context, asked: Paging & { id: string }) {
  signedIn(ctx)
  await getInstitution(ctx, asked.id)
  allowManagerToRead(ctx, asked.id)
  return listMembers(ctx.db, asked)
}

/** An institution's name in both languages, for a letter: each as one line. */
export function nameOf({ name: { zh, en } }: InstitutionRow): Text {
  return { zh: oneLine(zh ?? en ?? ''), en: oneLine(en ?? zh ?? '') }
}

async function tellCurators(
  trx: Trx,
  ctx: Context,
  { personId, institution }: { personId: string; institution: InstitutionRow },
): Promise<void> {
  const person = await findAccountById(trx, personId)
  await tellPeople(trx, ctx, {
    letter: 'membership_asked',
    to: { curatorsOf: institution.id },
    facts: {
      institutionId: institution.id,
      institution: nameOf(institution),
      person: person ? `${oneLine(person.name)} (${person.email})` : '',
    },
  })
}
