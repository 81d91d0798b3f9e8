import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, writing } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { getLab } from '../../people/labs/actions.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { findCentre } from '../centres/actions.ts'
import { stateNames } from '../words/names.ts'
import {
  type DepositCounts,
  type DepositFilter,
  type ItemChange,
  itemForm,
  mostItems,
  type NewItem,
  type NewProject,
  type ProjectChange,
  projectForm,
} from './model.ts'
import {
  countItems,
  countToCheck,
  countOfProject,
  findItem,
  findItemOfRecord,
  findProject,
  insertItems,
  insertProject,
  isDeposited,
  type ItemRow,
  listItems,
  listProjects,
  lockItem,
  lockProject,
  type ProjectRow,
  updateItem,
  updateProject,
} from './queries.ts'
import { issuesOfItem, isOpenToChange, planIsKeptBy, sidesOf } from './rules.ts'
import { planWords as words } from './words.ts'

export type { ItemRow, ProjectRow } from './queries.ts'

export const viewerOf = ({ actor, now }: Context) => ({
  actor,
  now: now(),
  today: dayAt(now(), defaultZone),
})

const withSides = (ctx: Context, row: ProjectRow) => ({ ...row, sides: sidesOf(ctx.actor, row) })

/** Projects that the actor has to do with, the newest first. */
export async function searchProjects(ctx: Context, paging: Paging) {
  allowReading(ctx)
  const page = await listProjects(ctx.db, viewerOf(ctx), paging)
  return { ...page, items: page.items.map((row) => withSides(ctx, row)) }
}

export async function getProject(ctx: Context, id: string, db: Db = ctx.db) {
  allowReading(ctx)
  const row = isId(id) ? await findProject(db, viewerOf(ctx), id) : undefined
  if (!row) throw new Problem('not-found', words.noProject)
  return withSides(ctx, row)
}

type Wanted = DepositFilter & { project?: string; institution?: string; waiting?: boolean }

/** Deposits that the actor has to do with; of a project, of an institution, or those that wait for the actor's check. */
export async function searchDeposits(ctx: Context, wanted: Wanted & Paging) {
  allowReading(ctx)
  if ([wanted.project, wanted.institution].some((id) => id !== undefined && !isId(id)))
    throw new Problem('not-found', words.noProject)
  return listItems(ctx.db, viewerOf(ctx), wanted)
}

export const countDepositsToCheck = (ctx: Context): Promise<number> =>
  countToCheck(ctx.db, ctx.actor)

export async function depositCounts(ctx: Context, institution?: string): Promise<DepositCounts> {
  allowReading(ctx)
  if (institution !== undefined && !isId(institution))
    throw new Problem('not-found', words.noInstitution)
  return countItems(ctx.db, viewerOf(ctx), institution)
}

export async function getDeposit(ctx: Context, id: string, db: Db = ctx.db): Promise<ItemRow> {
  allowReading(ctx)
  const row = isId(id) ? await findItem(db, viewerOf(ctx), id) : undefined
  if (!row) throw new Problem('not-found', words.noDeposit)
  return row
}

/** The deposit of a dataset, where the actor has to do with it. */
export const findDepositOf = async (ctx: Context, recordId: string) =>
  findItemOfRecord(ctx.db, viewerOf(ctx), recordId)

/** Registers a project with its plan. */
export async function createProject(ctx: Context, input: NewProject): Promise<{ id: string }> {
  const person = writing(ctx)
  return transact(ctx, (trx) => createProjectIn(trx, ctx, { input, depositorId: person.personId }))
}

type Registered = { input: NewProject; depositorId: string }

async function createProjectIn(
  trx: Trx,
  ctx: Context,
  { input, depositorId }: Registered,
): Promise<{ id: string }> {
  const { items, ...project } = input
  await refuseForeign(trx, ctx, project)
  refuseIssues(items.flatMap((item, at) => issuesAt(item, `items.${at}.`)))
  const id = await unlessBroken('deposit_project_award_taken', words.awardTaken, () =>
    insertProject(trx, {
      ...columnsOfProject(project),
      institution_id: project.institution,
      centre_id: project.centre,
      lab_id: project.lab ?? null,
      depositor_id: depositorId,
      created_at: ctx.now(),
    }),
  )
  await insertItems(
    trx,
    items.map((item, at) => ({
      ...columnsOfItem(itemForm.whole(item)),
      project_id: id,
      position: at + 1,
    })),
  )
  await recordChange(trx, ctx, {
    action: 'deposit_project.create',
    entity: 'deposit_project',
    entityId: id,
    institutionId: project.institution,
    after: { ...projectForm.whole(project), items: items.length },
  })
  return { id }
}

/** Whose project it may be: of an institution and a lab that the actor belongs to or keeps, for a centre that is one. */
async function refuseForeign(
  trx: Trx,
  ctx: Context,
  { institution, centre, lab }: Omit<NewProject, 'items'>,
): Promise<void> {
  const { actor } = ctx
  const keeps = managesInstitution(actor, institution)
  const belongs = actor.type === 'person' && actor.institutionIds.includes(institution)
  if (!keeps && !belongs) throw invalidField('institution', words.notYourInstitution)
  if (!(await findCentre({ ...ctx, db: trx }, centre))) throw invalidField('centre', words.noCentre)
  if (lab !== undefined) await refuseForeignLab({ ...ctx, db: trx }, { lab, institution, keeps })
}

type OfLab = { lab: string; institution: string; keeps: boolean }

async function refuseForeignLab(ctx: Context, { lab, institution, keeps }: OfLab): Promise<void> {
  const { institutionId, closedAt } = await getLab(ctx, lab)
  const { actor } = ctx
  const isMember = actor.type === 'person' && actor.labs.some(({ labId }) => labId === lab)
  if (institutionId !== institution || closedAt || (!keeps && !isMember))
    throw invalidField('lab', words.notYourLab)
}

const columnsOfProject = (project: {
  title: { zh: string | null; en: string | null }
  funder: string
  awardNumber: string
  leader: string
  acceptanceOn?: string | null | undefined
}) => ({
  title_zh: project.title.zh,
  title_en: project.title.en,
  funder: project.funder,
  award_number: project.awardNumber,
  leader: project.leader,
  acceptance_on: project.acceptanceOn ?? null,
})

const columnsOfItem = (item: ReturnType<typeof itemForm.whole>) => ({
  title_zh: item.title.zh,
  title_en: item.title.en,
  data_kind: item.dataKind,
  size_gb: item.sizeGb,
  due_on: item.dueOn,
  grade: item.grade,
  sharing: item.sharing,
  embargo_until: item.embargoUntil,
})

const issuesAt = (item: NewItem, at: string) =>
  issuesOfItem(item).map((issue) => ({ ...issue, path: `${at}${issue.path}` }))

function refuseIssues(issues: ReturnType<typeof issuesOfItem>): void {
  const [first] = issues
  if (first) throw new Problem('invalid', first.message, { issues })
}

type Held = { id: string; version?: number | undefined }

function refuseUnlessPlanned(
  ctx: Context,
  row: Pick<ProjectRow, 'depositorId' | 'labId' | 'institutionId' | 'centreId' | 'version'>,
  { version }: Pick<Held, 'version'>,
): void {
  if (!planIsKeptBy(sidesOf(ctx.actor, row))) throw new Problem('forbidden', words.notYours)
  if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
}

/** Changes what is said of a project; institution, centre and lab stay. */
export async function editProject(ctx: Context, change: ProjectChange, held: Held): Promise<void> {
  refuseReader(ctx)
  await unlessBroken('deposit_project_award_taken', words.awardTaken, () =>
    transact(ctx, async (trx) => {
      const row = isId(held.id) ? await lockProject(trx, viewerOf(ctx), held.id) : undefined
      if (!row) throw new Problem('not-found', words.noProject)
      refuseUnlessPlanned(ctx, row, held)
      const { title, funder, awardNumber, leader, acceptanceOn } = row
      const before = { title, funder, awardNumber, leader, acceptanceOn }
      const after = { ...before, ...change }
      await updateProject(trx, row.id, columnsOfProject(after))
      await recordChange(trx, ctx, {
        action: 'deposit_project.edit',
        entity: 'deposit_project',
        entityId: row.id,
        institutionId: row.institutionId,
        before,
        after,
      })
    }),
  )
}

/** A token that reads only changes nothing; the program itself may. */
function refuseReader(ctx: Context): void {
  if (ctx.actor.type !== 'system') writing(ctx)
}

/** Promises one thing more. */
export async function addItem(
  ctx: Context,
  input: NewItem,
  { project }: { project: string },
): Promise<{ id: string }> {
  refuseReader(ctx)
  return transact(ctx, async (trx) => {
    const row = isId(project) ? await lockProject(trx, viewerOf(ctx), project) : undefined
    if (!row) throw new Problem('not-found', words.noProject)
    refuseUnlessPlanned(ctx, row, {})
    refuseIssues(issuesOfItem(input))
    const { count, last } = await countOfProject(trx, row.id)
    if (count >= mostItems) throw new Problem('conflict', words.tooMany(mostItems))
    const [made] = await insertItems(trx, [
      { ...columnsOfItem(itemForm.whole(input)), project_id: row.id, position: last + 1 },
    ])
    const id = made?.id ?? ''
    await recordChange(trx, ctx, {
      action: 'deposit.promise',
      entity: 'deposit',
      entityId: id,
      institutionId: row.institutionId,
      after: input,
    })
    return { id }
  })
}

/** Changes what is promised, until it is in check. */
export async function editItem(ctx: Context, change: ItemChange, held: Held): Promise<void> {
  refuseReader(ctx)
  await transact(ctx, async (trx) => {
    const row = await holdItem(trx, ctx, held)
    refuseUnlessPlanned(ctx, row, {})
    if (!isOpenToChange(row.state))
      throw new Problem('conflict', words.notNow(stateNames[row.state]))
    const { title, dataKind, sizeGb, dueOn, grade, sharing, embargoUntil } = row
    const before = { title, dataKind, sizeGb, dueOn, grade, sharing, embargoUntil }
    const after = { ...before, ...change }
    refuseIssues(issuesOfItem(after))
    await updateItem(trx, row.id, {
      ...columnsOfItem(after),
      ...(after.dueOn !== dueOn && { due_told_at: null, late_told_at: null }),
    })
    await recordChange(trx, ctx, {
      action: 'deposit.replan',
      entity: 'deposit',
      entityId: row.id,
      institutionId: row.institutionId,
      before,
      after,
    })
  })
}

/** A deposit held until the transaction ends, for who has to do with it; what one may do with it is the caller's to ask. */
export async function holdItem(trx: Trx, ctx: Context, { id, version }: Held): Promise<ItemRow> {
  const row = isId(id) ? await lockItem(trx, viewerOf(ctx), id) : undefined
  if (!row) throw new Problem('not-found', words.noDeposit)
  if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
  return row
}

/** Before a dataset's row goes: it stays while it is the package of a deposit. */
export async function refuseDeposited(trx: Trx, _: Context, recordId: string): Promise<void> {
  if (await isDeposited(trx, recordId)) throw new Problem('conflict', words.isDeposited)
}
