import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Whole } from '../../core/form.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { allowManager } from '../../people/roles/actions/roles.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { directoryWords } from '../directory/words.ts'
import {
  agesHaveUnits,
  type NewCollection,
  type NewResource,
  type ResourceChange,
  type ResourceFilter,
  resourceForm,
} from './model.ts'
import {
  candidates,
  collectionsOf,
  deleteCollection,
  findCollection,
  findResource,
  insertCollection,
  insertResource,
  listResources,
  lockResource,
  type ResourceRow,
  updateResource,
} from './queries.ts'
import { resourceWords as words } from './words.ts'

export type { ResourceRow } from './queries.ts'

/** A research resource by its id; a closed one answers too, for links to it stay. */
export async function getResource(ctx: Context, id: string): Promise<ResourceRow> {
  const row = isId(id) ? await findResource(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noResource)
  return row
}

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

/** Adds a research resource that an institution of the actor keeps. */
export async function createResource(ctx: Context, input: NewResource): Promise<{ id: string }> {
  allowManager(ctx, input.institution)
  const { closedAt } = await getInstitution(ctx, input.institution)
  if (closedAt) throw new Problem('conflict', refusalWords.institutionClosed)
  return withOwnId(() => transact(ctx, (trx) => createResourceIn(trx, ctx, input)))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createResourceIn(
  trx: Trx,
  ctx: Context,
  input: NewResource,
): Promise<{ id: string }> {
  const { institution: institutionId, ...resource } = resourceForm.whole(input)
  const id = await insertResource(trx, {
    ...columnsOf(resource),
    institution_id: institutionId,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  const of = { entity: 'research_resource', entityId: id, institutionId } as const
  await recordChange(trx, ctx, { action: 'research_resource.create', ...of, after: resource })
  return { id }
}

/** Changes the named fields; absent ones stay. */
export async function editResource(
  ctx: Context,
  change: ResourceChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  await withOwnId(() =>
    transact(ctx, async (trx) => {
      const row = await holdResource(trx, ctx, id)
      if (version !== undefined && version !== row.version)
        throw new Problem('stale', directoryWords.stale)
      const before = { ...row, closed: row.closedAt !== null }
      const after = { ...before, ...change }
      if (!agesHaveUnits(after))
        throw new Problem('invalid', refusalWords.invalid, {
          issues: [{ path: 'ageLow', message: words.ageWithUnit }],
        })
      const closed_at = after.closed ? (row.closedAt ?? ctx.now()) : null
      await updateResource(trx, id, { ...columnsOf(after), closed_at })
      const { institutionId } = row
      const of = { entity: 'research_resource', entityId: id, institutionId } as const
      await recordChange(trx, ctx, { action: 'research_resource.edit', ...of, before, after })
    }),
  )
}

/** Adds a public collection to a research resource. */
export async function addCollection(ctx: Context, input: NewCollection, id: string): Promise<void> {
  await unlessBroken('research_resource_collection_pkey', words.collectionTwice, () =>
    transact(ctx, async (trx) => {
      const { institutionId } = await holdResource(trx, ctx, id)
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
    const { institutionId } = await holdResource(trx, ctx, id)
    if (!isId(collection) || !(await deleteCollection(trx, id, collection))) return
    const of = { entity: 'research_resource', entityId: id, institutionId } as const
    await recordChange(trx, ctx, {
      action: 'research_resource.remove_collection',
      ...of,
      before: { collection },
    })
  })
}

async function holdResource(trx: Trx, ctx: Context, id: string): Promise<ResourceRow> {
  const row = isId(id) ? await lockResource(trx, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noResource)
  allowManager(ctx, row.institutionId)
  return row
}

const withOwnId = <T>(work: () => Promise<T>) =>
  unlessBroken('research_resource_miabis_id_taken', directoryWords.idTaken, work)

const columnsOf = (resource: Whole<Omit<NewResource, 'institution'>>) => ({
  miabis_id: resource.miabisId,
  acronym: resource.acronym,
  name_zh: resource.name.zh,
  name_en: resource.name.en,
  url: resource.url,
  contact_name: resource.contactName,
  contact_email: resource.contactEmail,
  contact_phone: resource.contactPhone,
  contact_address: resource.contactAddress,
  description_zh: resource.description.zh,
  description_en: resource.description.en,
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
})
