import { recordChange } from '../../audit/actions.ts'
import { currentTerms } from '../../catalog/vocabularies/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Whole } from '../../core/form.ts'
import type { Paging } from '../../core/paging.ts'
import { signedIn, writing } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { mostProjects, type NewProject, type ProjectChange, requestProjectForm } from './model.ts'
import {
  clearDefault,
  deleteProject,
  findDefault,
  findProject,
  insertProject,
  listProjects,
  lockProject,
  lockProjectsOf,
  type ProjectRow,
  updateProject,
} from './queries.ts'
import { projectWords as words } from './words.ts'

export type { ProjectRow } from './queries.ts'

/** The viewer's own projects. */
export const searchProjects = async (ctx: Context, paging: Paging) =>
  listProjects(ctx.db, signedIn(ctx).personId, paging)

/** A project of the viewer; somebody else's is not found. */
export async function getProject(ctx: Context, id: string): Promise<ProjectRow> {
  const { personId } = signedIn(ctx)
  const row = isId(id) ? await findProject(ctx.db, { personId, id }) : undefined
  if (!row) throw new Problem('not-found', words.noProject)
  return row
}

/** What a new request begins with: the default project, or else the newest. */
export const defaultProject = async (ctx: Context): Promise<ProjectRow | undefined> =>
  findDefault(ctx.db, signedIn(ctx).personId)

/** The terms of intended use that forms offer. */
export const intendedUses = async (ctx: Context) => currentTerms(ctx, 'duo')

/** Adds a project; the first is the default. */
export async function createProject(ctx: Context, input: NewProject): Promise<{ id: string }> {
  const { personId } = writing(ctx)
  const project = requestProjectForm.whole(input)
  await refuseForeign(ctx, project)
  return transact(ctx, async (trx) => {
    const count = await lockProjectsOf(trx, personId)
    if (count >= mostProjects) throw new Problem('conflict', words.tooMany(mostProjects))
    if (project.isDefault) await clearDefault(trx, personId)
    const id = await insertProject(trx, {
      ...columnsOf({ ...project, isDefault: project.isDefault || count === 0 }),
      person_id: personId,
      created_at: ctx.now(),
    })
    await recordChange(trx, ctx, { action: 'project.create', ...ofProject(id), after: project })
    return { id }
  })
}

type Held = { id: string; version: number | undefined }

/** Changes the named fields; absent ones stay. */
export async function editProject(
  ctx: Context,
  change: ProjectChange,
  { id, version }: Held,
): Promise<void> {
  const { personId } = writing(ctx)
  await refuseForeign(ctx, change)
  await transact(ctx, async (trx) => {
    await lockProjectsOf(trx, personId)
    const row = isId(id) ? await lockProject(trx, { personId, id }) : undefined
    if (!row) throw new Problem('not-found', words.noProject)
    if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
    const { version: _, id: __, ...before } = inputOf(row)
    const after = { ...before, ...change }
    if (after.isDefault && !before.isDefault) await clearDefault(trx, personId)
    await updateProject(trx, id, columnsOf(after))
    await recordChange(trx, ctx, { action: 'project.edit', ...ofProject(id), before, after })
  })
}

export async function removeProject(ctx: Context, id: string): Promise<void> {
  const { personId } = writing(ctx)
  await transact(ctx, async (trx) => {
    const row = isId(id) ? await lockProject(trx, { personId, id }) : undefined
    if (!row) throw new Problem('not-found', words.noProject)
    await deleteProject(trx, id)
    const { title } = row
    await recordChange(trx, ctx, { action: 'project.delete', ...ofProject(id), before: { title } })
  })
}

const ofProject = (id: string) =>
  ({ entity: 'project', entityId: id, institutionId: null }) as const

/** A row with its references as ids again. */
const inputOf = ({ intendedUse, lab, ...row }: ProjectRow) => ({
  ...row,
  intendedUse: intendedUse.map(({ id }) => id),
  lab: lab?.id ?? null,
})

const columnsOf = (project: Whole<NewProject>) => ({
  title: project.title,
  purpose: project.purpose,
  intended_use: [...new Set(project.intendedUse)],
  award_number: project.awardNumber,
  organisation: project.organisation,
  lab_id: project.lab,
  ethics_number: project.ethicsNumber,
  ends_on: project.endsOn,
  is_default: project.isDefault,
})

/** Labs are the person's own, and codes those of the list. */
async function refuseForeign(
  ctx: Context,
  { lab, intendedUse = [] }: Pick<ProjectChange, 'lab' | 'intendedUse'>,
): Promise<void> {
  const { labs } = signedIn(ctx)
  if (lab && !labs.some(({ labId }) => labId === lab)) throw invalidField('lab', words.notYourLab)
  if (intendedUse.length === 0) return
  const codes = (await intendedUses(ctx)).map(({ code }) => code)
  if (intendedUse.some((code) => !codes.includes(code)))
    throw invalidField('intendedUse', words.noTerm)
}
