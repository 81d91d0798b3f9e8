import { isAdministrator, allowAdministrator } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { pageOf } from '../../../core/paging.ts'
import { Problem } from '../../../core/problem.ts'
import type { InstitutionChange, NewInstitution } from '../model.ts'
import {
  countInstitutions,
  findInstitution,
  findRegionName,
  insertInstitution,
  institutionChoices,
  type InstitutionRow,
  listInstitutions,
  lockInstitution,
  updateInstitution,
} from '../queries/institutions.ts'
import { listLabs } from '../../labs/queries.ts'
import {
  changedInstitution,
  columnsOfInstitution,
  fieldsOfInstitution,
  newInstitution,
} from '../rules.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { afterName } from './cursors.ts'

export async function getInstitution(ctx: Context, id: string): Promise<InstitutionRow> {
  const row = isId(id) ? await findInstitution(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noInstitution)
  return row
}

/** Institutions in order of name, with what the viewer may see of them; closed ones for administrators only. */
export async function searchInstitutions(
  ctx: Context,
  { q, limit, after }: { q?: string | undefined; limit: number; after?: string | undefined },
) {
  const withClosed = isAdministrator(ctx.actor)
  const sought = { withClosed, ...(q?.trim() && { q: q.trim() }) }
  const rows = await listInstitutions(ctx.db, {
    actor: ctx.actor,
    limit,
    ...sought,
    ...afterName(after),
  })
  const total = await countInstitutions(ctx.db, sought)
  return {
    ...pageOf(rows, limit, ({ sortName, id }) => [sortName, id]),
    total: { value: total, relation: 'eq' as const },
  }
}

/** Open institutions for a form's choice. */
export const chooseInstitution = (ctx: Context) => institutionChoices(ctx.db)

/** Adds an institution. */
export async function createInstitution(
  ctx: Context,
  input: NewInstitution,
): Promise<{ id: string }> {
  allowAdministrator(ctx)
  return transact(ctx, (trx) => createInstitutionIn(trx, ctx, input))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createInstitutionIn(
  trx: Trx,
  ctx: Context,
  input: NewInstitution,
): Promise<{ id: string }> {
  const fields = changedInstitution(newInstitution, input)
  const id = await unlessTaken(() =>
    insertInstitution(trx, { ...columnsOfInstitution(fields), created_at: ctx.now() }),
  )
  await recordChange(trx, ctx, {
    action: 'institution.create',
    entity: 'institution',
    entityId: id,
    institutionId: id,
    after: fields,
  })
  return { id }
}

/** Changes the named fields; absent ones stay. A closed institution is in no list, its records stay. */
export async function editInstitution(
  ctx: Context,
  { id, version }: { id: string; version: number | undefined },
  change: InstitutionChange,
): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    const row = isId(id) ? await lockInstitution(trx, id) : undefined
    if (!row) throw new Problem('not-found', words.noInstitution)
    if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
    const before = fieldsOfInstitution(row)
    const after = changedInstitution(before, change)
    const closed_at = after.closed ? (row.closed_at ?? ctx.now()) : null
    await unlessTaken(() =>
      updateInstitution(trx, id, { ...columnsOfInstitution(after), closed_at }),
    )
    await recordChange(trx, ctx, {
      action: 'institution.edit',
      entity: 'institution',
      entityId: id,
      institutionId: id,
      before,
      after,
    })
  })
}

const unlessTaken = <T>(write: () => Promise<T>): Promise<T> =>
  unlessBroken('institution_credit_code_taken', words.creditCodeTaken, () =>
    unlessBroken('institution_wiews_taken', words.wiewsTaken, write),
  )

/** What an institution's page shows besides its own fields. */
export async function getInstitutionParts(ctx: Context, { id, region }: InstitutionRow) {
  const [place, { items: labs }] = await Promise.all([
    region === null ? undefined : findRegionName(ctx.db, region),
    listLabs(ctx.db, { institution: id, limit: 200 }),
  ])
  return { place, labs }
}
