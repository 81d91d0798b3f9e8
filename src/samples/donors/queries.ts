import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { DonorTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { codesIn } from '../model.ts'
import { collectionOf, staffedBy, startingWith, termOf, termsOf } from '../queries.ts'
import type { DonorFilter } from './model.ts'

type Narrowed = Paging & DonorFilter & { record: string }

/** Donors of a collection who have not withdrawn, the newest first. By the key of `record_id` and `id`. */
export async function listDonors(
  db: Db,
  viewer: Actor,
  { record, code, diagnosis, ...paging }: Narrowed,
) {
  const rows = donorRows(db, viewer)
    .where('donor.record_id', '=', record)
    .where('donor.withdrawn_at', 'is', null)
    .$if(code !== undefined, (some) =>
      some.where(sql<SqlBool>`upper(donor.code) like upper(${startingWith(code ?? '')})`),
    )
    .$if(diagnosis !== undefined, (some) =>
      some.where(
        sql<SqlBool>`exists (
          select from unnest(donor.diagnoses) as own (code)
          where own.code like ${startingWith(codesIn(diagnosis)[0] ?? '')}
        )`,
      ),
    )
  return pageBy(db, { rows, by: { id: 'donor.id' }, direction: 'desc' }, paging)
}

export const findDonor = async (db: Db, viewer: Actor, id: string) =>
  donorRows(db, viewer).where('donor.id', '=', id).executeTakeFirst()

export type DonorRow = NonNullable<Awaited<ReturnType<typeof findDonor>>>

/** By its code, withdrawn or not. By `donor_code_taken`. */
export const findDonorByCode = async (db: Db, { record, code }: { record: string; code: string }) =>
  db
    .selectFrom('donor')
    .where('record_id', '=', record)
    .where(sql<SqlBool>`upper(code) = upper(${code})`)
    .select('id')
    .executeTakeFirst()

/** Held for a change until the end of the transaction. */
export const lockDonor = async (trx: Trx, viewer: Actor, id: string) =>
  donorRows(trx, viewer).where('donor.id', '=', id).forNoKeyUpdate('donor').executeTakeFirst()

export const insertDonors = async (trx: Trx, rows: readonly Insertable<DonorTable>[]) =>
  trx.insertInto('donor').values(rows).returning(['id', 'code']).execute()

export async function updateDonor(trx: Trx, id: string, change: Updateable<DonorTable>) {
  await trx
    .updateTable('donor')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const donorRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('donor')
    .innerJoin('record', 'record.id', 'donor.record_id')
    .where(staffedBy(viewer))
    .select([
      'donor.id',
      'donor.code',
      termOf('donor.sex', 'miabis_sex').as('sex'),
      termsOf('donor.dataset_types', 'miabis_dataset_type').as('datasetTypes'),
      'donor.diagnoses',
      collectionOf,
      'record.institution_id as institutionId',
      'record.withdrawn_at as collectionWithdrawnAt',
      sql<number>`(
        select count(*)::int from sample where sample.donor_id = donor.id and sample.blocked_at is null
      )`.as('samples'),
      'donor.withdrawn_at as withdrawnAt',
      'donor.created_at as createdAt',
      'donor.version',
    ])
