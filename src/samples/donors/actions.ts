import { recordChange } from '../../audit/actions.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import {
  addCoded,
  isOfPeople,
  refuseIdentifiers,
  refuseUnknownTerms,
  refuseWithdrawn,
  staffedCollection,
  writableCollection,
} from '../actions.ts'
import { codesIn } from '../model.ts'
import { type DonorChange, type DonorFilter, donorForm, type NewDonor } from './model.ts'
import {
  type DonorRow,
  findDonor,
  findDonorByCode,
  insertDonors,
  listDonors,
  lockDonor,
  updateDonor,
} from './queries.ts'
import { donorWords as words } from './words.ts'

export type { DonorRow } from './queries.ts'

type Key = { id: string }

/** Donors of a collection, for its staff. */
export async function searchDonors(ctx: Context, { id, ...asked }: Paging & DonorFilter & Key) {
  const collection = await staffedCollection(ctx, id)
  return listDonors(ctx.db, ctx.actor, { ...asked, record: collection.id })
}

/** A donor, for the staff of the collection; for everybody else there is none. */
export async function getDonor(ctx: Context, id: string): Promise<DonorRow> {
  allowReading(ctx)
  const row = isId(id) ? await findDonor(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noDonor)
  return row
}

/** The donor of a collection by code, whom its staff may name. */
export const donorByCode = async ({ db }: Context, key: { record: string; code: string }) =>
  findDonorByCode(db, key)

export async function createDonor(ctx: Context, input: NewDonor, { id }: Key) {
  const collection = await writableCollection(ctx, id)
  if (!isOfPeople(collection)) throw new Problem('conflict', words.notOfPeople)
  await refuseWrong(ctx, input)
  const made = await transact(ctx, (trx) =>
    createDonorsIn(trx, ctx, { collection, donors: [donorForm.whole(input)] }),
  )
  return { id: made.get(input.code.toUpperCase()) ?? '' }
}

type Making = {
  collection: { id: string; institutionId: string }
  donors: readonly ReturnType<typeof detailsOf>[]
}

/** Makes donors in a transaction of the caller, who asked whether the actor may; answers their ids by upper code. */
export const createDonorsIn = async (
  trx: Trx,
  ctx: Context,
  { collection, donors }: Making,
): Promise<Map<string, string>> =>
  addCoded(trx, ctx, {
    action: 'donor.create',
    entity: 'donor',
    collection,
    all: donors,
    insert: async (some, made) =>
      unlessTaken(() =>
        insertDonors(
          trx,
          some.map((one) => ({ ...columnsOf(one), ...made })),
        ),
      ),
  })

export async function editDonor(
  ctx: Context,
  change: DonorChange,
  { id, version }: Key & { version: number | undefined },
): Promise<void> {
  allowWriting(ctx)
  await refuseWrong(ctx, change)
  await unlessTaken(() =>
    transact(ctx, async (trx) => {
      const donor = await holdDonor(trx, ctx, id)
      if (version !== undefined && version !== donor.version)
        throw new Problem('stale', catalogWords.stale)
      const before = detailsOf(donor)
      const after = { ...before, ...change }
      await updateDonor(trx, id, columnsOf(after))
      await recordChange(trx, ctx, {
        action: 'donor.edit',
        entity: 'donor',
        entityId: donor.id,
        institutionId: donor.institutionId,
        before,
        after,
      })
    }),
  )
}

/** A donor held for a change: not one who withdrew, nor in a withdrawn collection. */
export async function holdDonor(trx: Trx, ctx: Context, id: string): Promise<DonorRow> {
  const donor = isId(id) ? await lockDonor(trx, ctx.actor, id) : undefined
  if (!donor) throw new Problem('not-found', words.noDonor)
  if (donor.withdrawnAt) throw new Problem('conflict', words.hasWithdrawn)
  refuseWithdrawn({ withdrawnAt: donor.collectionWithdrawnAt })
  return donor
}

async function refuseWrong(ctx: Context, input: Partial<NewDonor> | DonorChange): Promise<void> {
  refuseIdentifiers(input)
  await refuseUnknownTerms(ctx, [
    { path: 'sex', vocabulary: 'miabis_sex', codes: [input.sex] },
    {
      path: 'datasetTypes',
      vocabulary: 'miabis_dataset_type',
      codes: input.datasetTypes ?? [],
    },
  ])
}

const unlessTaken = async <T>(write: () => Promise<T>) =>
  unlessBroken('donor_code_taken', words.codeTaken, write)

/** What its form asks, as it does. */
const detailsOf = ({ code, sex, datasetTypes, diagnoses }: DonorRow) => ({
  code,
  sex: sex.id,
  datasetTypes: datasetTypes.map((type) => type.id),
  diagnoses: diagnoses.join(', ') || null,
})

const columnsOf = (donor: ReturnType<typeof detailsOf>) => ({
  code: donor.code,
  sex: donor.sex,
  dataset_types: donor.datasetTypes,
  diagnoses: codesIn(donor.diagnoses),
})
