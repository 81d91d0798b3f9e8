import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { VoucherTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { VoucherFilter } from './model.ts'

/** Vouchers that the viewer may see, of one lab where it is named, the newest first. */
export async function listVouchers(
  db: Db,
  viewer: Actor,
  { lab, ...paging }: Paging & VoucherFilter,
) {
  const rows = voucherRows(db)
    .where(visibleTo(viewer))
    .$if(lab !== undefined, (some) => some.where('voucher.lab_id', '=', lab ?? ''))
  return pageBy(db, { rows, by: { id: 'voucher.id' }, direction: 'desc' }, paging)
}

/** Held until the end of the transaction, so that two payments never spend the same 分. */
export async function lockVoucher(trx: Trx, id: string) {
  return voucherRows(trx).where('voucher.id', '=', id).forNoKeyUpdate('voucher').executeTakeFirst()
}

export type VoucherRow = NonNullable<Awaited<ReturnType<typeof lockVoucher>>>

export async function insertVoucher(trx: Trx, row: Insertable<VoucherTable>): Promise<string> {
  const { id } = await trx
    .insertInto('voucher')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateVoucher(trx: Trx, id: string, change: Updateable<VoucherTable>) {
  await trx.updateTable('voucher').set(change).where('id', '=', id).execute()
}

const voucherRows = (db: Db) =>
  db
    .selectFrom('voucher')
    .innerJoin('institution', 'institution.id', 'voucher.institution_id')
    .innerJoin('lab', 'lab.id', 'voucher.lab_id')
    .select([
      'voucher.id',
      'voucher.code',
      local('voucher.title'),
      named('institution'),
      named('lab'),
      'voucher.face_fen as faceFen',
      'voucher.balance_fen as balanceFen',
      'voucher.cover_percent as coverPercent',
      'voucher.cover_fen as coverFen',
      'voucher.cap_fen as capFen',
      'voucher.valid_from as validFrom',
      'voucher.valid_to as validTo',
      'voucher.withdrawn_at as withdrawnAt',
    ])

/** The labs that hold them, and curators of those who gave them. */
function visibleTo(viewer: Actor) {
  if (viewer.type === 'system' || (viewer.type === 'person' && viewer.isAdmin))
    return sql<SqlBool>`true`
  if (viewer.type === 'anonymous') return sql<SqlBool>`false`
  const { labs, curates, stewards } = viewer
  const kept = [...curates.institutionIds, ...stewards.institutionIds]
  return sql<SqlBool>`(
    voucher.lab_id = any(${labs.map(({ labId }) => labId)}::uuid[])
    or voucher.institution_id = any(${kept}::uuid[])
    or lab.institution_id = any(${[...curates.institutionIds]}::uuid[])
  )`
}
