import {
  allowAdministrator,
  allowAdministratorToRead,
  personIdOf,
  signedIn,
  writing,
} from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { scopes } from '../../../core/actor.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import type { Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { Problem } from '../../../core/problem.ts'
import type { Lang } from '../../../core/text.ts'
import type { NewPerson, PersonChange, Profile } from '../model/person.ts'
import {
  type Account,
  findAccount,
  findPerson,
  insertPerson,
  listPeople,
  lockAccount,
  lockAdministrators,
  updatePerson,
} from '../queries/people.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { hashNewPassword } from './passwords.ts'
import { endSessionsOf } from './sessions.ts'

/** Makes an account at once, its address taken as proved by whoever makes it. */
export async function createPerson(ctx: Context, input: NewPerson): Promise<{ id: string }> {
  allowAdministrator(ctx)
  const { password, ...about } = input
  const hash = password === undefined ? null : await hashNewPassword(ctx, password, input.email)
  return transact(ctx, async (trx) => ({
    id: await addPerson(trx, ctx, { ...about, passwordHash: hash, isVerified: true }),
  }))
}

type Added = {
  name: string
  email: string
  lang: Lang
  isAdmin?: boolean
  passwordHash: string | null
  isVerified: boolean
}

/** Adds a person within a transaction; a taken address is a conflict. */
export async function addPerson(trx: Trx, ctx: Context, person: Added): Promise<string> {
  const { name, email, lang, isAdmin = false, passwordHash, isVerified } = person
  const now = ctx.now()
  const id = await unlessBroken('person_email_taken', words.emailTaken, () =>
    insertPerson(trx, {
      name,
      email,
      lang,
      is_admin: isAdmin,
      password_hash: passwordHash,
      email_verified_at: isVerified ? now : null,
      created_at: now,
    }),
  )
  await recordChange(trx, ctx, {
    action: 'person.create',
    entity: 'person',
    entityId: id,
    after: { name, email, lang, isAdmin },
  })
  return id
}

/** Who I am, with memberships, roles and labs, and how I came in. */
export async function getMe(ctx: Context) {
  const { personId, via } = signedIn(ctx)
  return {
    ...(await rowOf(ctx, personId)),
    via: via.type,
    scopes: [...(via.type === 'token' ? via.scopes : scopes)],
  }
}

export async function getPerson(ctx: Context, id: string) {
  allowAdministratorToRead(ctx)
  return rowOf(ctx, id)
}

export async function searchPeople(
  ctx: Context,
  { q, ...paging }: Paging & { q?: string | undefined },
) {
  allowAdministratorToRead(ctx)
  return listPeople(ctx.db, { ...paging, q: q?.trim() || undefined })
}

/** Renames, disables, enables a person, or makes them an administrator or not. */
export async function editPerson(
  ctx: Context,
  change: PersonChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    const before = await holdPerson(trx, { id, version })
    const after = {
      name: change.name ?? before.name,
      isAdmin: change.isAdmin ?? before.isAdmin,
      disabled: change.disabled ?? before.disabledAt !== null,
    }
    if (after.disabled && id === personIdOf(ctx)) throw new Problem('conflict', words.notYourself)
    await refuseLastAdmin(trx, before, after)
    await updatePerson(trx, id, {
      name: after.name,
      is_admin: after.isAdmin,
      ...disabling(ctx, before, after.disabled),
    })
    if (after.disabled) await endSessionsOf(trx, ctx, id)
    const { name, isAdmin, disabledAt } = before
    await recordChange(trx, ctx, {
      action: 'person.edit',
      entity: 'person',
      entityId: id,
      before: { name, isAdmin, disabled: disabledAt !== null },
      after,
    })
  })
}

/** What people change about themselves. */
export async function editProfile(ctx: Context, change: Profile): Promise<void> {
  const { personId } = writing(ctx)
  await transact(ctx, async (trx) => {
    const before = await lockAccount(trx, personId)
    if (!before) throw new Problem('not-found', words.noPerson)
    const after = { name: change.name ?? before.name, lang: change.lang ?? before.lang }
    await updatePerson(trx, personId, after)
    await recordChange(trx, ctx, {
      action: 'person.edit',
      entity: 'person',
      entityId: personId,
      before: { name: before.name, lang: before.lang },
      after,
    })
  })
}

async function rowOf(ctx: Context, id: string) {
  const row = isId(id) ? await findPerson(ctx.db, id) : undefined
  if (!row) throw new Problem('not-found', words.noPerson)
  return row
}

/** A person held for a change, in the version that the caller read. */
async function holdPerson(
  trx: Trx,
  { id, version }: { id: string; version: number | undefined },
): Promise<Account> {
  const account = isId(id) ? await lockAccount(trx, id) : undefined
  if (!account) throw new Problem('not-found', words.noPerson)
  if (version !== undefined && version !== account.version) throw new Problem('stale', words.stale)
  return account
}

const disabling = (ctx: Context, before: Account, isDisabled: boolean) => {
  if (isDisabled === (before.disabledAt !== null)) return {}
  return isDisabled
    ? { disabled_at: ctx.now(), disabled_by: personIdOf(ctx) }
    : { disabled_at: null, disabled_by: null }
}

/** Somebody must be able to administer: the last one stays until there is another. */
async function refuseLastAdmin(
  trx: Trx,
  before: Account,
  after: { isAdmin: boolean; disabled: boolean },
): Promise<void> {
  const wasActive = before.isAdmin && before.disabledAt === null
  if (!wasActive || (after.isAdmin && !after.disabled)) return
  const administrators = await lockAdministrators(trx)
  if (administrators.every((id) => id === before.id)) throw new Problem('conflict', words.lastAdmin)
}

/** The account behind an address, for the command line; undefined when there is none. */
export async function findPersonIdByEmail(
  ctx: Context,
  email: string,
): Promise<string | undefined> {
  allowAdministratorToRead(ctx)
  return (await findAccount(ctx.db, email))?.id
}
