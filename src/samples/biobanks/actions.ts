import { recordChange } from '../../audit/actions.ts'
import { getRecord, type RecordRow } from '../../catalog/records/actions/read.ts'
import { keepsRecord } from '../../catalog/records/rules/record.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { describedColumns, keptEntity } from '../directory/actions.ts'
import type { ColumnsOf } from '../directory/queries.ts'
import { type BiobankFilter, biobankForm, type Host } from './model.ts'
import {
  collectionsOf,
  findBiobank,
  hostNamesOf,
  hostOf,
  listBiobanks,
  openBiobanks,
  putIntoBiobank,
  takeOutOfBiobank,
  tallyBiobanks,
} from './queries.ts'
import { biobankWords as words } from './words.ts'

export type { BiobankRow, Tallied } from './queries.ts'

const kept = keptEntity({
  entity: 'biobank',
  audited: { create: 'biobank.create', edit: 'biobank.edit' },
  missing: words.missing,
  find: async (db, viewer, key) => findBiobank(db, viewer, key),
  whole: biobankForm.whole,
  columns: (biobank) =>
    ({
      ...describedColumns(biobank),
      country: biobank.country,
      infrastructure: biobank.infrastructure,
      organisation: biobank.organisation,
      bioprocessing: biobank.bioprocessing,
      quality_standards: biobank.qualityStandards,
    }) satisfies ColumnsOf<'biobank'>,
})
export const {
  get: getBiobank,
  create: createBiobank,
  createIn: createBiobankIn,
  edit: editBiobank,
} = kept

/** Open biobanks, in order of name. */
export const searchBiobanks = ({ db, actor }: Context, asked: Paging & BiobankFilter) =>
  listBiobanks(db, actor, asked)

/** How many biobanks of what was asked have each value of the facets. */
export const countBiobanks = ({ db, actor }: Context, asked: BiobankFilter) =>
  tallyBiobanks(db, actor, asked)

export async function collectionsOfBiobank(ctx: Context, asked: Paging & { id: string }) {
  const { id } = await getBiobank(ctx, asked.id)
  return collectionsOf(ctx.db, ctx.actor, { ...asked, id })
}

/** The biobank that hosts a collection; undefined where none is named. */
export const hostOfCollection = async ({ db }: Context, recordId: string) => hostOf(db, recordId)

/** What biobanks that host these collections are called, by collection. */
export const hostNames = async ({ db }: Context, recordIds: readonly string[]) =>
  new Map(
    recordIds.length === 0
      ? []
      : (await hostNamesOf(db, recordIds)).map(({ recordId, name }) => [recordId, name] as const),
  )

/** The open biobanks that this actor may name as a collection's. */
export async function hostsFor(ctx: Context, row: Pick<RecordRow, 'institutionId'>) {
  const all = await openBiobanks(ctx.db)
  return all.filter(({ institutionId }) => mayHost(ctx, row, institutionId))
}

/** Says which biobank hosts a collection; by the collection's staff. */
export async function hostCollection(ctx: Context, { biobank }: Host, recordId: string) {
  const row = await keptCollection(ctx, recordId)
  const { id, institutionId, closedAt } = await getBiobank(ctx, biobank)
  if (closedAt) throw new Problem('conflict', words.hostClosed)
  if (!mayHost(ctx, row, institutionId)) throw new Problem('forbidden', words.hostElsewhere)
  await transact(ctx, (trx) =>
    hostCollectionIn(trx, ctx, { recordId, biobankId: id, institutionId }),
  )
}

type Hosting = { recordId: string; biobankId: string; institutionId: string }

/** The same inside a transaction of the caller, for the demo. */
export async function hostCollectionIn(
  trx: Trx,
  ctx: Context,
  { recordId, biobankId, institutionId }: Hosting,
): Promise<void> {
  const before = await hostOf(trx, recordId)
  if (before?.id === biobankId) return
  await putIntoBiobank(trx, recordId, biobankId)
  await recordChange(trx, ctx, {
    action: 'biobank.host',
    entity: 'biobank',
    entityId: biobankId,
    institutionId,
    after: { collection: recordId },
  })
}

/** Takes a collection out of its biobank; it stays a collection. */
export async function releaseCollection(ctx: Context, recordId: string): Promise<void> {
  const { institutionId } = await keptCollection(ctx, recordId)
  await transact(ctx, async (trx) => {
    const before = await hostOf(trx, recordId)
    if (!before) return
    await takeOutOfBiobank(trx, recordId)
    await recordChange(trx, ctx, {
      action: 'biobank.release',
      entity: 'biobank',
      entityId: before.id,
      institutionId,
      before: { collection: recordId },
    })
  })
}

async function keptCollection(ctx: Context, recordId: string): Promise<RecordRow> {
  allowWriting(ctx)
  const { row } = await getRecord(ctx, recordId, 'collection')
  if (!keepsRecord(ctx.actor, row)) throw new Problem('forbidden', words.keepersOnly)
  return row
}

/** Nobody puts a collection into a biobank of strangers. */
const mayHost = (
  { actor }: Context,
  row: Pick<RecordRow, 'institutionId'>,
  institutionId: string,
): boolean => institutionId === row.institutionId || managesInstitution(actor, institutionId)
