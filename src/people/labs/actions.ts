import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, writing } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import { type Account, findAccount, findAccountById } from '../accounts/queries/people.ts'
import { getInstitution } from '../institutions/actions.ts'
import type { LabChange, NewLab, NewLabMember } from './model.ts'
import {
  type LabRow,
  deleteLabMember,
  findLab,
  findLabRole,
  insertLab,
  listLabMembers,
  listLabs,
  lockLab,
  putLabMember,
  updateLab,
} from './queries.ts'
import { allowLabLeader, allowManager } from '../roles/actions/roles.ts'
import { belongsToLab } from '../roles/rules.ts'
import { refusalWords as words } from '../words/refusals.ts'

export async function getLab(ctx: Context, id: string): Promise<LabRow> {
  const row = isId(id) ? await findLab(ctx.db, id) : undefined
  if (!row) throw new Problem('not-found', words.noLab)
  return row
}

/** Open labs in order of name, of one institution or of all. */
export const searchLabs = ({ db }: Context, asked: Paging & { institution?: string | undefined }) =>
  listLabs(db, asked)

/** Adds a lab to an institution that the actor keeps. */
export async function createLab(ctx: Context, input: NewLab): Promise<{ id: string }> {
  allowManager(ctx, input.institution)
  const { closedAt } = await getInstitution(ctx, input.institution)
  if (closedAt) throw new Problem('conflict', words.institutionClosed)
  return transact(ctx, (trx) => createLabIn(trx, ctx, input))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createLabIn(trx: Trx, ctx: Context, input: NewLab): Promise<{ id: string }> {
  const { institution, name, about } = input
  const id = await insertLab(trx, {
    institution_id: institution,
    ...columnsOf({ name, about }),
    created_at: ctx.now(),
  })
  await recordChange(trx, ctx, {
    action: 'lab.create',
    entity: 'lab',
    entityId: id,
    institutionId: institution,
    after: { name, about },
  })
  return { id }
}

/** Changes the named fields; absent ones stay. */
export async function editLab(
  ctx: Context,
  change: LabChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  await transact(ctx, async (trx) => {
    const lab = await holdLab(trx, ctx, id)
    if (version !== undefined && version !== lab.version) throw new Problem('stale', words.stale)
    const before = { name: lab.name, about: lab.about, closed: lab.closedAt !== null }
    const after = { ...before, ...change }
    const closed_at = after.closed ? (lab.closedAt ?? ctx.now()) : null
    await updateLab(trx, id, { ...columnsOf(after), closed_at })
    await recordChange(trx, ctx, {
      action: 'lab.edit',
      entity: 'lab',
      entityId: id,
      institutionId: lab.institutionId,
      before,
      after,
    })
  })
}

/** A lab held for a change by who leads it. */
export async function holdLab(trx: Trx, ctx: Context, id: string) {
  const lab = isId(id) ? await lockLab(trx, id) : undefined
  if (!lab) throw new Problem('not-found', words.noLab)
  allowLabLeader(ctx, lab)
  return lab
}

const columnsOf = ({ name, about }: { name: LocalText; about: LocalText }) => ({
  name_zh: name.zh,
  name_en: name.en,
  about_zh: about.zh,
  about_en: about.en,
})

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
  { id }: { id: string },
): Promise<void> {
  await transact(ctx, async (trx) => {
    const lab = await holdLab(trx, ctx, id)
    const account = await accountNamed(trx, named)
    const before = await findLabRole(trx, { labId: id, personId: account.id })
    await putLabMember(trx, { labId: id, personId: account.id, role, now: ctx.now() })
    await recordChange(trx, ctx, {
      action: before ? 'lab.change_member' : 'lab.add_member',
      entity: 'lab',
      entityId: id,
      institutionId: lab.institutionId,
      before: before ? { person: account.id, role: before.role } : {},
      after: { person: account.id, role },
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
    const lab = isOwn ? await ownLab(ctx, id) : await holdLab(trx, ctx, id)
    const member = { labId: id, personId: person }
    const gone = isId(person) ? await deleteLabMember(trx, member) : undefined
    if (!gone) throw new Problem('not-found', words.noMembership)
    await recordChange(trx, ctx, {
      action: 'lab.remove_member',
      entity: 'lab',
      entityId: id,
      institutionId: lab.institutionId,
      before: { person, role: gone.role },
    })
  })
}

async function ownLab(ctx: Context, id: string) {
  writing(ctx)
  return getLab(ctx, id)
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
