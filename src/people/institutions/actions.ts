import { isAdministrator, allowAdministrator } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { recordChange } from '../../audit/actions.ts'
import { changedFields } from '../../audit/rules.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Whole } from '../../core/form.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import {
  type Institution,
  type InstitutionChange,
  institutionForm,
  type NewInstitution,
  unnamedInstitution,
} from './model.ts'
import {
  findInstitution,
  findRegionName,
  findSeat,
  insertInstitution,
  institutionChoices,
  type InstitutionRow,
  listInstitutions,
  lockInstitution,
  updateInstitution,
} from './queries.ts'
import { listLabs } from '../labs/queries.ts'
import { refusalWords as words } from '../words/refusals.ts'

export async function getInstitution(ctx: Context, id: string): Promise<InstitutionRow> {
  const row = isId(id) ? await findInstitution(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noInstitution)
  return row
}

/** Where it is, and whether it is controlled from abroad. */
export async function seatOfInstitution({ db }: Context, id: string) {
  const seat = isId(id) ? await findSeat(db, id) : undefined
  if (!seat) throw new Problem('not-found', words.noInstitution)
  return seat
}

/** Institutions in order of name, with what the viewer may see of them; closed ones for administrators only. */
export const searchInstitutions = (
  { db, actor }: Context,
  { q, ...paging }: Paging & { q?: string | undefined },
) =>
  listInstitutions(db, {
    ...paging,
    actor,
    q: q?.trim() || undefined,
    withClosed: isAdministrator(actor),
  })

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
  const fields = institutionForm.whole({ ...unnamedInstitution, ...input })
  const id = await unlessTaken(() =>
    insertInstitution(trx, { ...columnsOf(fields), created_at: ctx.now() }),
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
  change: InstitutionChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    const row = isId(id) ? await lockInstitution(trx, id) : undefined
    if (!row) throw new Problem('not-found', words.noInstitution)
    if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
    const before = { ...row, closed: row.closedAt !== null }
    const after = { ...before, ...change }
    const closed_at = after.closed ? (row.closedAt ?? ctx.now()) : null
    await unlessTaken(() => updateInstitution(trx, id, { ...columnsOf(after), closed_at }))
    if (isNamedAnew(before, after))
      await ctx.jobs.add(
        trx,
        'redescribe_records',
        { institution: id },
        { key: `redescribe-${id}` },
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

/** What records of the institution say of it, and are found by. */
const namedBy = new Set(['name', 'ror', 'website', 'region', 'wiews'])

const isNamedAnew = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  Object.keys(changedFields(before, after).after).some((field) => namedBy.has(field))

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

/** Whether it is closed is kept as a moment, not here. */
const columnsOf = ({
  name,
  about,
  creditCode,
  approvesMembers,
  foreignControlled,
  ...fields
}: Whole<Institution>) => ({
  name_zh: name.zh,
  name_en: name.en,
  kind: fields.kind,
  about_zh: about.zh,
  about_en: about.en,
  region: fields.region,
  credit_code: creditCode,
  ror: fields.ror,
  wiews: fields.wiews,
  founded: fields.founded,
  website: fields.website,
  address: fields.address,
  country: fields.country,
  foreign_controlled: foreignControlled,
  timezone: fields.timezone,
  approves_members: approvesMembers,
})
