import { sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import { isoOf, type Temporal } from '../../core/time.ts'
import type { NewVoucher } from './model.ts'

export type VoucherRow = {
  id: string
  code: string
  titleZh: string | null
  titleEn: string | null
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  labId: string
  labZh: string | null
  labEn: string | null
  faceFen: number
  balanceFen: number
  coverPercent: number | null
  coverFen: number | null
  capFen: number | null
  validFrom: string
  validTo: string
  withdrawnAt: Temporal.Instant | null
}

const columns = sql`
  voucher.id,
  voucher.code,
  voucher.title_zh as "titleZh",
  voucher.title_en as "titleEn",
  voucher.institution_id as "institutionId",
  institution.name_zh as "institutionZh",
  institution.name_en as "institutionEn",
  voucher.lab_id as "labId",
  lab.name_zh as "labZh",
  lab.name_en as "labEn",
  voucher.face_fen as "faceFen",
  voucher.balance_fen as "balanceFen",
  voucher.cover_percent as "coverPercent",
  voucher.cover_fen as "coverFen",
  voucher.cap_fen as "capFen",
  to_char(voucher.valid_from, 'YYYY-MM-DD') as "validFrom",
  to_char(voucher.valid_to, 'YYYY-MM-DD') as "validTo",
  voucher.withdrawn_at as "withdrawnAt"
`

const tables = sql`
  voucher
  join institution on institution.id = voucher.institution_id
  join lab on lab.id = voucher.lab_id
`

const most = 500

/** Vouchers that the viewer may see, of one lab where it is named, the newest first. */
export async function listVouchers(
  db: Db,
  viewer: Actor,
  { lab }: { lab?: string | undefined },
): Promise<VoucherRow[]> {
  const { rows } = await sql<VoucherRow>`
    select ${columns}
    from ${tables}
    where ${lab === undefined ? sql`true` : sql`voucher.lab_id = ${lab}::uuid`} and ${shownTo(viewer)}
    order by voucher.created_at desc, voucher.id desc
    limit ${most}
  `.execute(db)
  return rows
}

/** The same voucher held until the end of the transaction, so that two payments never spend the same 分. */
export async function lockVoucher(trx: Trx, id: string): Promise<VoucherRow | undefined> {
  const { rows } = await sql<VoucherRow>`
    select ${columns}
    from ${tables}
    where voucher.id = ${id}::uuid
    for no key update of voucher
  `.execute(trx)
  return rows[0]
}

export async function insertVoucher(
  trx: Trx,
  voucher: NewVoucher & { createdAt: Temporal.Instant; createdBy: string | null },
): Promise<string> {
  const { id } = await trx
    .insertInto('voucher')
    .values({
      code: voucher.code,
      title_zh: voucher.title.zh,
      title_en: voucher.title.en,
      institution_id: voucher.institution,
      lab_id: voucher.lab,
      face_fen: voucher.faceFen,
      balance_fen: voucher.faceFen,
      cover_percent: voucher.coverPercent ?? null,
      cover_fen: voucher.coverFen ?? null,
      cap_fen: voucher.capFen ?? null,
      valid_from: voucher.validFrom,
      valid_to: voucher.validTo,
      created_at: isoOf(voucher.createdAt),
      created_by: voucher.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function withdrawVoucherRow(
  trx: Trx,
  id: string,
  { at, by }: { at: Temporal.Instant; by: string | null },
): Promise<void> {
  await trx
    .updateTable('voucher')
    .set({ withdrawn_at: isoOf(at), withdrawn_by: by })
    .where('id', '=', id)
    .execute()
}

/** Takes from the balance and says for what; the check `voucher_not_overdrawn` holds whoever asks. */
export async function spendVoucher(
  trx: Trx,
  tender: {
    voucherId: string
    statementId: string
    amountFen: number
    at: Temporal.Instant
    by: string | null
  },
): Promise<void> {
  await sql`
    update voucher
    set balance_fen = balance_fen - ${tender.amountFen}::bigint
    where id = ${tender.voucherId}::uuid
  `.execute(trx)
  await trx
    .insertInto('tender')
    .values({
      statement_id: tender.statementId,
      voucher_id: tender.voucherId,
      amount_fen: tender.amountFen,
      at: isoOf(tender.at),
      by: tender.by,
    })
    .execute()
}

/** The labs that hold them, and curators of those who gave them. */
function shownTo(viewer: Actor) {
  if (viewer.type === 'system' || (viewer.type === 'person' && viewer.isAdmin)) return sql`true`
  if (viewer.type === 'anonymous') return sql`false`
  const { labs, curates, stewards } = viewer
  const kept = [...curates.institutionIds, ...stewards.institutionIds]
  return sql`(
    voucher.lab_id = any(${labs.map(({ labId }) => labId)}::uuid[])
    or voucher.institution_id = any(${kept}::uuid[])
    or lab.institution_id = any(${[...curates.institutionIds]}::uuid[])
  )`
}
