import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { describedColumns, keptEntity } from '../directory/actions.ts'
import type { ColumnsOf } from '../directory/queries.ts'
import { agesHaveUnits, type NewCollection, type ResourceFilter, resourceForm } from './model.ts'
import {
  candidates,
  collectionsOf,
  deleteCollection,
  findCollection,
  findResource,
  insertCollection,
  listResources,
} from './queries.ts'
import { resourceWords as words } from './words.ts'

export type { ResourceRow } from './queries.ts'

const kept = keptEntity({
  entity: 'research_resource',
  audited: { create: 'research_resource.create', edit: 'research_resource.edit' },
  missing: words.missing,
  find: async (db, viewer, key) => findResource(db, viewer, key),
  whole: resourceForm.whole,
  columns: (resource) =>
    ({
      ...describedColumns(resource),
      sample_source: resource.sampleSource,
      sex: resource.sex,
      age_low: resource.ageLow,
      age_low_unit: resource.ageLowUnit,
      age_high: resource.ageHigh,
      age_high_unit: resource.ageHighUnit,
      dataset_types: resource.datasetTypes,
      sample_types: resource.sampleTypes,
      storage_temperatures: resource.storageTemperatures,
      diseases: resource.diseases?.split('\n') ?? [],
      setting: resource.setting,
      design: resource.design,
      use_conditions: resource.useConditions,
      status: resource.status,
      subjects_total: resource.subjectsTotal,
      inclusion_criteria: resource.inclusionCriteria,
      publications: resource.publications?.split('\n') ?? [],
    }) satisfies ColumnsOf<'research_resource'>,
  check(after) {
    if (agesHaveUnits(after)) return
    const issues = [{ path: 'ageLow', message: words.ageWithUnit }]
    throw new Problem('invalid', refusalWords.invalid, { issues })
  },
})
export const {
  get: getResource,
  create: createResource,
  createIn: createResourceIn,
  edit: editResource,
} = kept

/** Open research resources, in order of name. */
export const searchResources = ({ db, actor }: Context, asked: Paging & ResourceFilter) =>
  listResources(db, actor, asked)

export async function collectionsOfResource(ctx: Context, asked: Paging & { id: string }) {
  const { id, institutionId } = await getResource(ctx, asked.id)
  const { items, ...page } = await collectionsOf(ctx.db, ctx.actor, { ...asked, id })
  const isKept = managesInstitution(ctx.actor, institutionId)
  return { ...page, items: items.map((one) => ({ ...one, resource: id, isKept })) }
}

/** Collections of this name that it does not have; twenty at most. */
export const findCollections = async (ctx: Context, asked: { resource: string; words: string }) =>
  candidates(ctx.db, ctx.actor, asked)

/** Adds a public collection to a research resource. */
export async function addCollection(ctx: Context, input: NewCollection, id: string): Promise<void> {
  await unlessBroken('research_resource_collection_pkey', words.collectionTwice, () =>
    transact(ctx, async (trx) => {
      const { institutionId } = await kept.hold(trx, ctx, id)
      await addCollectionIn(trx, ctx, { ...input, resource: id, institutionId })
    }),
  )
}

type Adding = NewCollection & { resource: string; institutionId: string }

/** The same inside a transaction of the caller, for the demo. */
export async function addCollectionIn(
  trx: Trx,
  ctx: Context,
  { collection, resource, institutionId }: Adding,
): Promise<void> {
  if (!(await findCollection(trx, ctx.actor, collection)))
    throw new Problem('not-found', words.noCollection)
  await insertCollection(trx, resource, collection)
  const of = { entity: 'research_resource', entityId: resource, institutionId } as const
  await recordChange(trx, ctx, {
    action: 'research_resource.add_collection',
    ...of,
    after: { collection },
  })
}

/** Takes a collection out; what it does not have is passed over. */
export async function removeCollection(
  ctx: Context,
  { id, collection }: { id: string; collection: string },
): Promise<void> {
  await transact(ctx, async (trx) => {
    const { institutionId } = await kept.hold(trx, ctx, id)
    if (!isId(collection) || !(await deleteCollection(trx, id, collection))) return
    const of = { entity: 'research_resource', entityId: id, institutionId } as const
    await recordChange(trx, ctx, {
      action: 'research_resource.remove_collection',
      ...of,
      before: { collection },
    })
  })
}
