import { Hono } from 'hono'
import { z } from 'zod'
import { isoOf } from '../../core/time.ts'
import { listOf, operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import {
  issueVoucher,
  provinceDay,
  searchVouchers,
  type VoucherRow,
  withdrawVoucher,
} from './actions.ts'
import { NewVoucher, VoucherAnswer } from './model.ts'
import { isUsable } from './rules.ts'

const tag = 'charges'
const ListQuery = z.object({ lab: z.string().max(40).optional() })

/** Innovation vouchers. */
export const voucherRoutes = new Hono<Env>()
  .get(
    '/vouchers',
    operation({
      summary: 'Vouchers of your labs, and those that your institutions gave',
      tag,
      answers: { 200: listOf(VoucherAnswer) },
      refuses: [401],
    }),
    parsed('query', ListQuery),
    async (c) => {
      const rows = await searchVouchers(c.var.ctx, c.req.valid('query'))
      const today = provinceDay(c.var.ctx)
      const items = rows.map((row) => shownVoucher(row, today))
      return c.json({ items, next: null, total: { value: items.length, relation: 'eq' } })
    },
  )
  .post(
    '/vouchers',
    operation({
      summary: 'Give a lab a voucher; by administrators and curators of the institution',
      tag,
      answers: { 201: z.object({ id: z.string() }) },
      refuses: [400, 401, 403, 404, 409, 422],
    }),
    parsed('json', NewVoucher),
    async (c) => {
      const { id } = await issueVoucher(c.var.ctx, c.req.valid('json'))
      return c.json({ id }, 201)
    },
  )
  .post(
    '/vouchers/:id/withdrawal',
    operation({
      summary: 'Withdraw a voucher: it pays nothing more',
      tag,
      answers: { 204: null },
      refuses: [401, 403, 404],
    }),
    async (c) => {
      await withdrawVoucher(c.var.ctx, c.req.param('id'))
      return c.body(null, 204)
    },
  )

const shownVoucher = (row: VoucherRow, today: string) => ({
  id: row.id,
  code: row.code,
  title: { zh: row.titleZh, en: row.titleEn },
  institution: { id: row.institutionId, name: { zh: row.institutionZh, en: row.institutionEn } },
  lab: { id: row.labId, name: { zh: row.labZh, en: row.labEn } },
  faceFen: row.faceFen,
  balanceFen: row.balanceFen,
  coverPercent: row.coverPercent,
  coverFen: row.coverFen,
  capFen: row.capFen,
  validFrom: row.validFrom,
  validTo: row.validTo,
  withdrawnAt: row.withdrawnAt && isoOf(row.withdrawnAt),
  usable: isUsable(row, today),
})
