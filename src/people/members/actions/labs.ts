import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, writing } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { findAccount, findAccountById } from '../../accounts/queries/people.ts'
import { getLab, holdLab } from '../../labs/actions.ts'
import { belongsToLab } from '../../roles/rules.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import type { NewLabMember } from '../model.ts'
import { deleteLabMember, findLabRole, listLabMembers, putLabMember } from '../queries/labs.ts'

/** Who belongs to a lab, leaders first; for the lab itself and who keeps it. */
export async function searchLabMembers(ctx: Context, asked: Paging & { id: string }) {
  const lab = await getLab(ctx, asked.id)
  allowReading(ctx)
  if (!belongsToLab(ctx.actor, lab)) throw new Problem('forbidden', words.labLeadersOnly)
  return listLabMembers(ctx.db, asked)
}

/** Adds a person, by id or by address, or changes what they are in the lab. */
export async function putLabMemberIn(
  ctx: Context,
  { role, ...named }: NewLabMember,
  { id: labId }: { id: string },
): Promise<void> {
  await transact(ctx, async (trx) => {
    const { institutionId } = await holdLab(trx, ctx, labId)
    const personId = await accountNamed(trx, named)
    const before = await findLabRole(trx, { labId, personId })
    await putLabMember(trx, { labId, personId, role, now: ctx.now() })
    await recordChange(trx, ctx, {
      action: before ? 'lab.change_member' : 'lab.add_member',
      entity: 'lab',
      entityId: labId,
      institutionId,
      before: before ? { person: personId, ...before } : {},
      after: { person: personId, role },
    })
  })
}

/** Takes a member out of a lab; members may leave by themselves. */
export async function removeLabMember(
  ctx: Context,
  { id, person }: { id: string; person: string },
): Promise<void> {
  await transact(ctx, async (trx) => {
    const isOwn = ctx.actor.type === 'person' && ctx.actor.personId === person
    if (isOwn) writing(ctx)
    const { institutionId } = isOwn ? await getLab(ctx, id) : await holdLab(trx, ctx, id)
    const member = { labId: id, personId: person }
    const gone = isId(person) ? await deleteLabMember(trx, member) : undefined
    if (!gone) throw new Problem('not-found', words.noMembership)
    const audited = { entity: 'lab', entityId: id, institutionId } as const
    const before = { person, ...gone }
    await recordChange(trx, ctx, { action: 'lab.remove_member', ...audited, before })
  })
}

/** Asked only once the lab is held: who leads no lab does not learn who has an account. */
async function accountNamed(
  trx: Trx,
  { person, email }: Pick<NewLabMember, 'person' | 'email'>,
): Promise<string> {
  const account = person ? await findAccountById(trx, person) : await findAccount(trx, email ?? '')
  if (account && !account.disabledAt) return account.id
  throw new Problem('invalid', words.invalid, {
    issues: [{ path: person ? 'person' : 'email', message: words.noPerson }],
  })
}
