import { type Insertable, sql } from 'kysely'
import type { DonorConsentTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import { staffedBy } from '../queries.ts'
import type { NewConsent } from './model.ts'

/** What a donor agreed to, the newest first. By `donor_consent_of_donor`. */
export async function listConsents(
  db: Db,
  viewer: Actor,
  { donor, ...paging }: Paging & { donor: string },
) {
  const rows = db
    .selectFrom('donor_consent')
    .innerJoin('donor', 'donor.id', 'donor_consent.donor_id')
    .innerJoin('record', 'record.id', 'donor.record_id')
    .where(staffedBy(viewer))
    .where('donor_consent.donor_id', '=', donor)
    .select([
      'donor_consent.id',
      'donor_consent.form',
      sql<NewConsent['uses']>`donor_consent.uses`.as('uses'),
      'donor_consent.diseases',
      'donor_consent.given_on as givenOn',
      'donor_consent.until',
      'donor_consent.ended_at as endedAt',
    ])
  return pageBy(db, { rows, by: { id: 'donor_consent.id' }, direction: 'desc' }, paging)
}

export type ConsentRow = Awaited<ReturnType<typeof listConsents>>['items'][number]

export async function insertConsent(trx: Trx, row: Insertable<DonorConsentTable>): Promise<string> {
  const { id } = await trx
    .insertInto('donor_consent')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whose consent it is. */
export const donorOfConsent = async (db: Db, id: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('donor_consent')
      .where('id', '=', id)
      .select('donor_id as donorId')
      .executeTakeFirst()
  )?.donorId

/** Ends one that holds; answers whether it did. */
export async function setEnded(trx: Trx, id: string, at: Temporal.Instant): Promise<boolean> {
  const ended = await trx
    .updateTable('donor_consent')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}
