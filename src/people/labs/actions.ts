import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import { getInstitution } from '../institutions/actions.ts'
import { allowLabLeader, allowManager } from '../roles/actions/roles.ts'
import { refusalWords as words } from '../words/refusals.ts'
import type { LabChange, NewLab } from './model.ts'
import {
  findLab,
  insertLab,
  type LabRow,
  type LabsAsked,
  listLabs,
  lockLab,
  updateLab,
} from './queries.ts'

export async function getLab(ctx: Context, id: string): Promise<LabRow> {
  const row = isId(id) ? await findLab(ctx.db, id) : undefined
  if (!row) throw new Problem('not-found', words.noLab)
  return row
}

/** Open labs in order of name, of one institution or of all. */
export const searchLabs = ({ db }: Context, asked: Paging & LabsAsked) => listLabs(db, asked)

/** Adds a lab to an institution that the actor keeps. */
export async function createLab(ctx: Context, input: NewLab): Promise<{ id: string }> {
  allowManager(ctx, input.institution)
  const { closedAt } = await getInstitution(ctx, input.institution)
  if (closedAt) throw new Problem('conflict', words.institutionClosed)
  return transact(ctx, (trx) => createLabIn(trx, ctx, input))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createLabIn(
  trx: Trx,
  ctx: Context,
  { institution: institutionId, ...lab }: NewLab,
): Promise<{ id: string }> {
  const created = { institution_id: institutionId, created_at: ctx.now() }
  const id = await insertLab(trx, { ...columnsOf(lab), ...created })
  const audited = { entity: 'lab', entityId: id, institutionId, after: lab } as const
  await recordChange(trx, ctx, { action: 'lab.create', ...audited })
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
    const { name, about, closedAt, institutionId } = lab
    const before = { name, about, closed: closedAt !== null }
    const after = { ...before, ...change }
    const closed_at = after.closed ? (closedAt ?? ctx.now()) : null
    await updateLab(trx, id, { ...columnsOf(after), closed_at })
    const audited = { entity: 'lab', entityId: id, institutionId, before, after } as const
    await recordChange(trx, ctx, { action: 'lab.edit', ...audited })
  })
}

/** A lab held for a change by who leads it. */
export async function holdLab(trx: Trx, ctx: Context, id: string): Promise<LabRow> {
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
