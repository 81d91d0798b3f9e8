import { isId } from '../../../core/shapes.ts'
import { allowReading, writing } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import type { NewLabMember } from '../../accounts/model/person.ts'
import { deleteLabMember, findLabRole, labMembers, putLabMember } from '../queries.ts'
import { type Account, findAccount, findAccountById } from '../../accounts/queries/people.ts'
import { belongsToLab } from '../../roles/rules.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { getLab, holdLab } from './labs.ts'

/** Who belongs to a lab, leaders first; for the lab itself and who keeps it. */
export async function getLabMembers(ctx: Context, labId: string) {
  const lab = await getLab(ctx, labId)
  allowReading(ctx)
  if (!belongsToLab(ctx.actor, lab)) throw new Problem('forbidden', words.labLeadersOnly)
  return labMembers(ctx.db, labId)
}

/** Adds a person, by id or by address, or changes what they are in the lab. */
export async function putLabMemberIn(
  ctx: Context,
  labId: string,
  { role, ...named }: NewLabMember,
): Promise<void> {
  await transact(ctx, async (trx) => {
    const lab = await holdLab(trx, ctx, labId)
    const account = await accountNamed(trx, named)
    const before = await findLabRole(trx, { labId, personId: account.id })
    await putLabMember(trx, { labId, personId: account.id, role, now: ctx.now() })
    await recordChange(trx, ctx, {
      action: before ? 'lab.change_member' : 'lab.add_member',
      entity: 'lab',
      entityId: labId,
      institutionId: lab.institution_id,
      before: before ? { person: account.id, role: before.role } : {},
      after: { person: account.id, role },
    })
  })
}

/** Takes a member out of a lab; members may leave by themselves. */
export async function removeLabMember(
  ctx: Context,
  labId: string,
  personId: string,
): Promise<void> {
  await transact(ctx, async (trx) => {
    const isOwn = ctx.actor.type === 'person' && ctx.actor.personId === personId
    const lab = isOwn ? await ownLab(ctx, labId) : await holdLab(trx, ctx, labId)
    const gone = isId(personId) ? await deleteLabMember(trx, { labId, personId }) : undefined
    if (!gone) throw new Problem('not-found', words.noMembership)
    await recordChange(trx, ctx, {
      action: 'lab.remove_member',
      entity: 'lab',
      entityId: labId,
      institutionId: lab.institution_id,
      before: { person: personId, role: gone.role },
    })
  })
}

async function ownLab(ctx: Context, labId: string) {
  writing(ctx)
  const { institutionId } = await getLab(ctx, labId)
  return { institution_id: institutionId }
}

/** Asked only once the lab is held: who leads no lab does not learn who has an account. */
async function accountNamed(
  trx: Trx,
  { person, email }: Pick<NewLabMember, 'person' | 'email'>,
): Promise<Account> {
  const account = person ? await findAccountById(trx, person) : await findAccount(trx, email ?? '')
  if (account && !account.disabledAt) return account
  throw new Problem('invalid', words.invalid, {
    issues: [{ path: person ? 'person' : 'email', message: words.noPerson }],
  })
}
