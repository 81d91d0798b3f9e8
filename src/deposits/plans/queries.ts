import { type Expression, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { DepositItemTable, DepositProjectTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { isAdministrator } from '../../core/permission.ts'
import type { Named } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { keeperOf, preparedForKeeper } from '../../catalog/visible.ts'
import type {
  DataKind,
  DepositCounts,
  DepositFilter,
  DepositState,
  Grade,
  Sharing,
} from './model.ts'

type Viewer = { actor: Actor; now: Temporal.Instant; today: string }

/** Projects that the actor has to do with: who deposits, who checks. As `sidesOf`. */
function partyTo(actor: Actor): Expression<SqlBool> {
  if (isAdministrator(actor)) return sql<SqlBool>`true`
  if (actor.type !== 'person') return sql<SqlBool>`false`
  const labIds = actor.labs.map(({ labId }) => labId)
  const { institutionIds } = actor.curates
  return sql<SqlBool>`(
    deposit_project.depositor_id = ${actor.personId}::uuid
    or deposit_project.lab_id = any(${labIds}::uuid[])
    or deposit_project.institution_id = any(${institutionIds}::uuid[])
    or deposit_project.centre_id = any(${institutionIds}::uuid[])
  )`
}

const namedAs = (table: 'centre' | 'lab') =>
  sql<Named | null>`case when ${sql.ref(`${table}.id`)} is null then null else jsonb_build_object(
    'id', ${sql.ref(`${table}.id`)},
    'name', jsonb_build_object('zh', ${sql.ref(`${table}.name_zh`)}, 'en', ${sql.ref(`${table}.name_en`)})
  ) end`

const projectRows = (db: Db, { actor, today }: Viewer) =>
  db
    .selectFrom('deposit_project')
    .innerJoin('institution', 'institution.id', 'deposit_project.institution_id')
    .innerJoin('institution as centre', 'centre.id', 'deposit_project.centre_id')
    .innerJoin('person', 'person.id', 'deposit_project.depositor_id')
    .leftJoin('lab', 'lab.id', 'deposit_project.lab_id')
    .where(partyTo(actor))
    .select([
      'deposit_project.id',
      local('deposit_project.title'),
      'deposit_project.funder',
      'deposit_project.award_number as awardNumber',
      'deposit_project.leader',
      'deposit_project.acceptance_on as acceptanceOn',
      named('institution'),
      namedAs('centre').$castTo<Named>().as('centre'),
      namedAs('lab').as('lab'),
      sql<{
        id: string
        name: string
      }>`jsonb_build_object('id', person.id, 'name', person.name)`.as('depositor'),
      sql<DepositCounts>`(
        select ${countsJson(today)} from deposit_item where deposit_item.project_id = deposit_project.id
      )`.as('counts'),
      'deposit_project.depositor_id as depositorId',
      'deposit_project.lab_id as labId',
      'deposit_project.institution_id as institutionId',
      'deposit_project.centre_id as centreId',
      'deposit_project.created_at as createdAt',
      'deposit_project.version',
    ])

const isLate = (today: string) => sql<boolean>`(
  deposit_item.state in ('promised', 'draft', 'returned') and deposit_item.due_on < ${today}::date
)`

const countsJson = (today: string) => sql<DepositCounts>`jsonb_build_object(
  'promised', count(*) filter (where deposit_item.state <> 'ended'),
  'late', count(*) filter (where ${isLate(today)}),
  'inCheck', count(*) filter (where deposit_item.state in ('unit_check', 'centre_check')),
  'returned', count(*) filter (where deposit_item.state = 'returned'),
  'receipted', count(*) filter (where deposit_item.state = 'receipted')
)`

export const listProjects = async (db: Db, viewer: Viewer, paging: Paging) =>
  pageBy(
    db,
    { rows: projectRows(db, viewer), by: { id: 'deposit_project.id' }, direction: 'desc' },
    paging,
  )

export const findProject = async (db: Db, viewer: Viewer, id: string) =>
  projectRows(db, viewer).where('deposit_project.id', '=', id).executeTakeFirst()

export type ProjectRow = NonNullable<Awaited<ReturnType<typeof findProject>>>

export const lockProject = async (trx: Trx, viewer: Viewer, id: string) =>
  projectRows(trx, viewer)
    .where('deposit_project.id', '=', id)
    .forUpdate('deposit_project')
    .executeTakeFirst()

export async function insertProject(
  trx: Trx,
  row: Insertable<DepositProjectTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('deposit_project')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateProject(
  trx: Trx,
  id: string,
  change: Updateable<DepositProjectTable>,
): Promise<void> {
  await trx
    .updateTable('deposit_project')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const stagesOf = ({ now, today }: Viewer) =>
  [
    sql<DepositState>`deposit_item.state`.as('state'),
    isLate(today).as('isLate'),
    sql<boolean>`(
        deposit_item.state = 'centre_check' and deposit_item.check_until <= ${now}
      )`.as('isOverrun'),
  ] as const

const projectJson = sql<{ id: string; title: LocalText; awardNumber: string }>`jsonb_build_object(
  'id', deposit_project.id,
  'title', jsonb_build_object('zh', deposit_project.title_zh, 'en', deposit_project.title_en),
  'awardNumber', deposit_project.award_number
)`

const itemRows = (db: Db, viewer: Viewer) =>
  db
    .selectFrom('deposit_item')
    .innerJoin('deposit_project', 'deposit_project.id', 'deposit_item.project_id')
    .innerJoin('institution', 'institution.id', 'deposit_project.institution_id')
    .innerJoin('institution as centre', 'centre.id', 'deposit_project.centre_id')
    .leftJoin('deposit_receipt', 'deposit_receipt.item_id', 'deposit_item.id')
    .where(partyTo(viewer.actor))
    .select([
      'deposit_item.id',
      local('deposit_item.title'),
      sql<DataKind>`deposit_item.data_kind`.as('dataKind'),
      'deposit_item.size_gb as sizeGb',
      'deposit_item.due_on as dueOn',
      sql<Grade>`deposit_item.grade`.as('grade'),
      sql<Sharing>`deposit_item.sharing`.as('sharing'),
      'deposit_item.embargo_until as embargoUntil',
      ...stagesOf(viewer),
      projectJson.as('project'),
      named('institution'),
      namedAs('centre').$castTo<Named>().as('centre'),
      'deposit_item.record_id as recordId',
      'deposit_item.submitted_at as submittedAt',
      'deposit_item.check_until as checkUntil',
      'deposit_item.ended_reason as endedReason',
      'deposit_item.version',
      'deposit_item.position',
      'deposit_item.project_id as projectId',
      'deposit_receipt.number as receiptNumber',
      'deposit_project.depositor_id as depositorId',
      'deposit_project.lab_id as labId',
      'deposit_project.institution_id as institutionId',
      'deposit_project.centre_id as centreId',
      'deposit_project.funder',
      'deposit_project.leader',
    ])

type Wanted = DepositFilter & {
  project?: string | undefined
  institution?: string | undefined
  /** Those that wait for the actor to check them. */
  waiting?: boolean
}

/** Deposits that the actor has to do with, by when they are due; those to check by how long they have waited. */
export async function listItems(
  db: Db,
  viewer: Viewer,
  { limit, after, ...wanted }: Wanted & Paging,
) {
  const { state, late, project, institution, waiting } = wanted
  const rows = itemRows(db, viewer)
    .$if(state !== undefined, (some) => some.where('deposit_item.state', '=', state ?? ''))
    .$if(late !== undefined, (some) => some.where(isLate(viewer.today)))
    .$if(project !== undefined, (some) => some.where('deposit_item.project_id', '=', project ?? ''))
    .$if(institution !== undefined, (some) =>
      some.where('deposit_project.institution_id', '=', institution ?? ''),
    )
    .$if(waiting === true, (some) => some.where(waitsFor(viewer.actor)))
  return pageBy(
    db,
    { rows, by: { dueOn: 'deposit_item.due_on', id: 'deposit_item.id' } },
    { limit, after },
  )
}

const waitsForAny = sql<SqlBool>`deposit_item.state in ('unit_check', 'centre_check')`

const waitsForKeeperOf = (kept: Expression<string[]>) => sql<SqlBool>`(
  (deposit_item.state = 'unit_check' and deposit_project.institution_id = any(${kept}::uuid[]))
  or (deposit_item.state = 'centre_check' and deposit_project.centre_id = any(${kept}::uuid[]))
)`

const keptBy = (actor: Actor) => (actor.type === 'person' ? actor.curates.institutionIds : [])

const waitsFor = (actor: Actor) =>
  isAdministrator(actor) ? waitsForAny : waitsForKeeperOf(sql.val([...keptBy(actor)]))

const toCheck = (db: Db, waits: Expression<SqlBool>) =>
  db
    .selectFrom(
      db
        .selectFrom('deposit_item')
        .innerJoin('deposit_project', 'deposit_project.id', 'deposit_item.project_id')
        .where('deposit_item.state', 'in', ['unit_check', 'centre_check'])
        .where(waits)
        .select('deposit_item.id')
        .limit(100)
        .as('waiting'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))

const checks = preparedForKeeper((db, kept) =>
  toCheck(db, kept ? waitsForKeeperOf(kept.institutionIds) : waitsForAny),
)

/** How many wait for the actor's check, up to a hundred; by `deposit_item_to_check`. */
export const countToCheck = async (db: Db, actor: Actor): Promise<number> =>
  (await checks(db, keeperOf(actor)))?.count ?? 0

/** How many there are of each; of one institution, or of all that the actor has to do with. */
export async function countItems(
  db: Db,
  { actor, today }: Viewer,
  institution: string | undefined,
): Promise<DepositCounts> {
  const { counts } = await db
    .selectFrom('deposit_item')
    .innerJoin('deposit_project', 'deposit_project.id', 'deposit_item.project_id')
    .where(partyTo(actor))
    .$if(institution !== undefined, (some) =>
      some.where('deposit_project.institution_id', '=', institution ?? ''),
    )
    .select(countsJson(today).as('counts'))
    .executeTakeFirstOrThrow()
  return counts
}

export const findItem = async (db: Db, viewer: Viewer, id: string) =>
  itemRows(db, viewer).where('deposit_item.id', '=', id).executeTakeFirst()

export type ItemRow = NonNullable<Awaited<ReturnType<typeof findItem>>>

/** Held first, then read: what was waited for is read as it is now. */
export async function lockItem(trx: Trx, viewer: Viewer, id: string) {
  await trx.selectFrom('deposit_item').where('id', '=', id).select('id').forUpdate().execute()
  return findItem(trx, viewer, id)
}

export async function insertItems(
  trx: Trx,
  rows: readonly Insertable<DepositItemTable>[],
): Promise<{ id: string }[]> {
  return trx.insertInto('deposit_item').values(rows).returning('id').execute()
}

export async function updateItem(
  trx: Trx,
  id: string,
  change: Updateable<DepositItemTable>,
): Promise<void> {
  await trx
    .updateTable('deposit_item')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** How many items a project has, and the last place in its order. */
export async function countOfProject(trx: Trx, projectId: string) {
  return trx
    .selectFrom('deposit_item')
    .where('project_id', '=', projectId)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(max(position), 0)`.as('last'),
    ])
    .executeTakeFirstOrThrow()
}

/** The deposit that a dataset is the package of. */
export const findItemOfRecord = async (db: Db, viewer: Viewer, recordId: string) =>
  itemRows(db, viewer).where('deposit_item.record_id', '=', recordId).executeTakeFirst()

export async function isDeposited(trx: Trx, recordId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('deposit_item')
    .where('record_id', '=', recordId)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}
