import { recordChange } from '../../audit/actions.ts'
import { getRecord, type RecordRow } from '../../catalog/records/actions/read.ts'
import { keepsRecord } from '../../catalog/records/rules/record.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Whole } from '../../core/form.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting, personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { allowManager } from '../../people/roles/actions/roles.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { directoryWords } from '../directory/words.ts'
import {
  type BiobankChange,
  type BiobankFilter,
  biobankForm,
  type Host,
  type NewBiobank,
} from './model.ts'
import {
  type BiobankRow,
  collectionsOf,
  findBiobank,
  hostOf,
  insertBiobank,
  listBiobanks,
  lockBiobank,
  openBiobanks,
  putIntoBiobank,
  takeOutOfBiobank,
  tallyBiobanks,
  updateBiobank,
} from './queries.ts'
import { biobankWords as words } from './words.ts'

export type { BiobankRow, Tallied } from './queries.ts'

/** A biobank by its id; a closed one answers too, for links to it stay. */
export async function getBiobank(ctx: Context, id: string): Promise<BiobankRow> {
  const row = isId(id) ? await findBiobank(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noBiobank)
  return row
}

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

/** Adds a biobank to an institution that the actor keeps. */
export async function createBiobank(ctx: Context, input: NewBiobank): Promise<{ id: string }> {
  allowManager(ctx, input.institution)
  const { closedAt } = await getInstitution(ctx, input.institution)
  if (closedAt) throw new Problem('conflict', refusalWords.institutionClosed)
  return withOwnId(() => transact(ctx, (trx) => createBiobankIn(trx, ctx, input)))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createBiobankIn(
  trx: Trx,
  ctx: Context,
  input: NewBiobank,
): Promise<{ id: string }> {
  const { institution: institutionId, ...biobank } = biobankForm.whole(input)
  const id = await insertBiobank(trx, {
    ...columnsOf(biobank),
    institution_id: institutionId,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  const audited = { entity: 'biobank', entityId: id, institutionId, after: biobank } as const
  await recordChange(trx, ctx, { action: 'biobank.create', ...audited })
  return { id }
}

/** Changes the named fields; absent ones stay. */
export async function editBiobank(
  ctx: Context,
  change: BiobankChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  await withOwnId(() =>
    transact(ctx, async (trx) => {
      const row = isId(id) ? await lockBiobank(trx, ctx.actor, id) : undefined
      if (!row) throw new Problem('not-found', words.noBiobank)
      const { institutionId } = row
      allowManager(ctx, institutionId)
      if (version !== undefined && version !== row.version)
        throw new Problem('stale', directoryWords.stale)
      const before = { ...row, closed: row.closedAt !== null }
      const after = { ...before, ...change }
      const closed_at = after.closed ? (row.closedAt ?? ctx.now()) : null
      await updateBiobank(trx, id, { ...columnsOf(after), closed_at })
      const audited = { entity: 'biobank', entityId: id, institutionId, before, after } as const
      await recordChange(trx, ctx, { action: 'biobank.edit', ...audited })
    }),
  )
}

/** The biobank that hosts a collection; undefined where none is named. */
export const hostOfCollection = async ({ db }: Context, recordId: string) => hostOf(db, recordId)

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

const withOwnId = <T>(work: () => Promise<T>) =>
  unlessBroken('biobank_miabis_id_taken', directoryWords.idTaken, work)

const columnsOf = (biobank: Whole<Omit<NewBiobank, 'institution'>>) => ({
  miabis_id: biobank.miabisId,
  acronym: biobank.acronym,
  name_zh: biobank.name.zh,
  name_en: biobank.name.en,
  url: biobank.url,
  country: biobank.country,
  contact_name: biobank.contactName,
  contact_email: biobank.contactEmail,
  contact_phone: biobank.contactPhone,
  contact_address: biobank.contactAddress,
  description_zh: biobank.description.zh,
  description_en: biobank.description.en,
  infrastructure: biobank.infrastructure,
  organisation: biobank.organisation,
  bioprocessing: biobank.bioprocessing,
  quality_standards: biobank.qualityStandards,
})
