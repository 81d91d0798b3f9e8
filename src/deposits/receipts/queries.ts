import { type Insertable, sql } from 'kysely'
import type { DepositReceiptTable } from '../../../db/schema.ts'
import { readableBy } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Grade } from '../plans/model.ts'

/** The next number of a centre in a year; others wait for it until the transaction ends, so that none is left out. */
export async function nextSerial(trx: Trx, centreId: string, year: number): Promise<number> {
  const { last } = await trx
    .insertInto('deposit_numbering')
    .values({ centre_id: centreId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'year'])
        .doUpdateSet({ last: sql<number>`deposit_numbering.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export async function insertReceipt(trx: Trx, row: Insertable<DepositReceiptTable>): Promise<void> {
  await trx.insertInto('deposit_receipt').values(row).execute()
}

const receiptRows = (db: Db, actor: Actor, number: string) =>
  db
    .selectFrom('deposit_receipt')
    .innerJoin('deposit_item', 'deposit_item.id', 'deposit_receipt.item_id')
    .innerJoin('deposit_project', 'deposit_project.id', 'deposit_item.project_id')
    .leftJoin('record', 'record.id', 'deposit_item.record_id')
    .where('deposit_receipt.number', '=', number)
    .select([
      'deposit_receipt.number',
      'deposit_receipt.issued_at as issuedAt',
      'deposit_receipt.said',
      sql<Grade>`deposit_receipt.grade`.as('grade'),
      'deposit_receipt.file_count as fileCount',
      'deposit_receipt.size_bytes as sizeBytes',
      'deposit_receipt.manifest_sha256 as manifestSha256',
      'deposit_receipt.item_id as itemId',
      sql<string | null>`case when ${readableBy(actor)} then record.id end`.as('recordId'),
      'deposit_project.depositor_id as depositorId',
      'deposit_project.lab_id as labId',
      'deposit_project.institution_id as institutionId',
      'deposit_project.centre_id as centreId',
    ])

/** By its number, whoever asks; what of it is for them is the action's to say. */
export const findReceipt = async (db: Db, actor: Actor, number: string) =>
  receiptRows(db, actor, number).executeTakeFirst()

export const findReceiptOf = async (db: Db, itemId: string) =>
  db
    .selectFrom('deposit_receipt')
    .where('item_id', '=', itemId)
    .select(['said', 'file_count as fileCount', 'size_bytes as sizeBytes'])
    .executeTakeFirst()

export const findManifestOf = async (db: Db, actor: Actor, number: string) =>
  receiptRows(db, actor, number).select('deposit_receipt.manifest').executeTakeFirst()
