import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import {
  allowAdministrator,
  allowAdministratorToRead,
  allowReading,
  allowWriting,
  personIdOf,
} from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { findAccountById } from '../../accounts/queries/people.ts'
import { getInstitution } from '../../institutions/actions.ts'
import type { GrantedRole } from '../../model/named.ts'
import type { NewRole } from '../model.ts'
import {
  administratorIds,
  curatorsOf,
  deleteRole,
  grantableCollections,
  insertRole,
  institutionOfCollection,
} from '../queries.ts'
import { curatesAnything, leadsLab, managesInstitution } from '../rules.ts'
import { refusalWords as words } from '../../words/refusals.ts'

/** Whom to tell of what concerns an institution. */
export const curatorsToTell = async (db: Db, institutionId: string) =>
  (await curatorsOf(db, institutionId)).map(({ id }) => id)

/** Whom to tell of what concerns the installation. */
export const administratorsToTell = async (db: Db) =>
  (await administratorIds(db)).map(({ id }) => id)

export function allowManagerToRead(ctx: Context, institutionId: string): void {
  allowReading(ctx)
  if (!managesInstitution(ctx.actor, institutionId))
    throw new Problem('forbidden', words.managersOnly)
}

export function allowManager(ctx: Context, institutionId: string): void {
  allowWriting(ctx)
  allowManagerToRead(ctx, institutionId)
}

export function allowAnyCurator(ctx: Context): void {
  allowWriting(ctx)
  if (!curatesAnything(ctx.actor)) throw new Problem('forbidden', words.curatorsOnly)
}

export function allowLabLeader(ctx: Context, lab: { id: string; institutionId: string }): void {
  allowWriting(ctx)
  if (!leadsLab(ctx.actor, lab)) throw new Problem('forbidden', words.labLeadersOnly)
}

/** Makes a person a curator or steward of an institution or of one collection. */
export async function grantRole(
  ctx: Context,
  personId: string,
  { role, institution, collection }: NewRole,
): Promise<{ id: string }> {
  allowAdministrator(ctx)
  return transact(ctx, async (trx) => {
    const person = isId(personId) ? await findAccountById(trx, personId) : undefined
    if (!person) throw new Problem('not-found', words.noPerson)
    await getInstitutionOf(trx, ctx, { institution, collection })
    const id = await addRole(trx, ctx, {
      personId,
      role,
      institutionId: institution ?? null,
      collectionId: collection ?? null,
    })
    if (!id) throw new Problem('conflict', words.alreadyGranted)
    return { id }
  })
}

/** Collections that a role may be granted for, to choose one from. */
export async function chooseCollection(ctx: Context) {
  allowAdministratorToRead(ctx)
  return grantableCollections(ctx.db)
}

/** Takes a role back. */
export async function revokeRole(ctx: Context, personId: string, id: string): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    const gone = isId(id) && isId(personId) ? await deleteRole(trx, { id, personId }) : undefined
    if (!gone) throw new Problem('not-found', words.noRole)
    await recordChange(trx, ctx, {
      action: 'role.revoke',
      entity: 'person',
      entityId: personId,
      institutionId: gone.institutionId,
      before: gone,
    })
  })
}

type Added = {
  personId: string
  role: GrantedRole
  institutionId: string | null
  collectionId: string | null
}

/** Grants a role within a transaction; undefined when the person has it already. */
export async function addRole(trx: Trx, ctx: Context, added: Added): Promise<string | undefined> {
  const { personId, role, institutionId, collectionId } = added
  const id = await insertRole(trx, {
    person_id: personId,
    role,
    institution_id: institutionId,
    collection_id: collectionId,
    granted_by: personIdOf(ctx),
    created_at: ctx.now(),
  })
  if (id)
    await recordChange(trx, ctx, {
      action: 'role.grant',
      entity: 'person',
      entityId: personId,
      institutionId,
      after: { role, institutionId, collectionId },
    })
  return id
}

/** The institution that a role is about, directly or by its collection; refused when it is not there. */
async function getInstitutionOf(
  trx: Trx,
  ctx: Context,
  { institution, collection }: Pick<NewRole, 'institution' | 'collection'>,
) {
  if (institution) return getInstitution(ctx, institution)
  const owner = collection && (await institutionOfCollection(trx, collection))
  if (!owner) throw new Problem('not-found', words.noCollection)
  return getInstitution(ctx, owner)
}
