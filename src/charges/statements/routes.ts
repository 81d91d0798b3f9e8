import { Hono } from 'hono'
import { z } from 'zod'
import { isoOf } from '../../core/time.ts'
import { whole } from '../../core/paging.ts'
import type { Lang } from '../../core/text.ts'
import { operation, tableTypes, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { tableFile } from '../../web/table-file.ts'
import { parsed, parseOrRefuse } from '../../web/validate.ts'
import {
  getMonth,
  issueStatements,
  listStatements,
  type MonthOfLab,
  payByVoucher,
} from './actions.ts'
import {
  Month,
  NewStatements,
  StatementAnswer,
  StatementQuery,
  StatementSumAnswer,
  NewTender,
} from './model.ts'
import { presentCharge } from '../charges/rules/charge.ts'
import { statementTable } from './rules.ts'

const tag = 'charges'

/** Statements of labs by month. */
export const statementRoutes = new Hono<Env>()
  .get(
    '/labs/:id/statements',
    operation({
      summary: 'A lab’s statements by month and institution, and what is not told yet',
      description:
        'The PI of the lab sees all, its members their own charges, staff those of the instruments of their institution.',
      tag,
      answers: { 200: wholeListOf(StatementSumAnswer, 'One for each month and institution.') },
      refuses: [401, 403],
    }),
    async (c) => {
      const { items } = await listStatements(c.var.ctx, c.req.param('id'))
      const shown = items.map(({ month, count, ...sum }) => ({
        ...headOf({ ...sum, institution: { zh: sum.institutionZh, en: sum.institutionEn } }),
        month,
        charges: count,
      }))
      return c.json(whole(shown))
    },
  )
  .post(
    '/labs/:id/statements',
    operation({
      summary: 'Issue a lab’s statement of a month that is over; by staff of the institution',
      description: 'Months before it that are not told yet are issued too, each by itself.',
      tag,
      answers: { 201: z.object({ issued: z.int() }) },
      refuses: [409],
    }),
    parsed('json', NewStatements),
    async (c) => {
      const { month, institution } = c.req.valid('json')
      const labId = c.req.param('id')
      const issued = await issueStatements(c.var.ctx, { labId, institutionId: institution, month })
      return c.json({ issued }, 201)
    },
  )
  .get(
    '/labs/:id/statements/:month',
    operation({
      summary: 'What a lab is told in a month, line by line; as JSON, CSV or XLSX',
      tag,
      answers: { 200: StatementAnswer },
      files: tableTypes,
      refuses: [401, 403],
    }),
    parsed('query', StatementQuery),
    async (c) => {
      const { ctx } = c.var
      const month = parseOrRefuse(Month, c.req.param('month'))
      const found = await getMonth(ctx, c.req.param('id'), month)
      const { format } = c.req.valid('query')
      c.header('cache-control', 'private, no-store')
      if (format === 'json') return c.json(presentMonth(found, month, ctx.lang))
      return tableFile(
        c,
        format,
        statementTable({ ...found, labId: found.lab.id, month }, ctx.lang),
      )
    },
  )
  .post(
    '/statements/:id/tenders',
    operation({
      summary: 'Pay a part of an issued statement by a voucher of the lab',
      tag,
      answers: { 201: z.object({ amountFen: z.int(), dueFen: z.int() }) },
      refuses: [409],
    }),
    parsed('json', NewTender),
    async (c) => {
      const { voucher } = c.req.valid('json')
      const paid = await payByVoucher(c.var.ctx, {
        statementId: c.req.param('id'),
        voucherId: voucher,
      })
      return c.json(paid, 201)
    },
  )

type Head = Pick<
  MonthOfLab['statements'][number],
  'statementId' | 'institutionId' | 'institution' | 'issuedAt' | 'totalFen' | 'paidFen'
>

const headOf = ({ statementId, institutionId, institution, ...sums }: Head) => ({
  id: statementId,
  institution: { id: institutionId, name: institution },
  issuedAt: sums.issuedAt && isoOf(sums.issuedAt),
  totalFen: sums.totalFen,
  paidFen: sums.paidFen,
  dueFen: sums.paidFen === null ? null : sums.totalFen - sums.paidFen,
})

const presentMonth = (
  { lab, reach, statements, totalFen }: MonthOfLab,
  month: string,
  lang: Lang,
) => ({
  lab: { id: lab.id, name: lab.name },
  month,
  currency: 'CNY' as const,
  reach,
  statements: statements.map((part) => ({
    ...headOf(part),
    tenders: part.tenders.map(({ voucherId, code, amountFen }) => ({
      voucher: voucherId,
      code,
      amountFen,
    })),
    instruments: part.instruments.map(({ zone, rows, ...one }) => ({
      id: one.id,
      title: one.title,
      timezone: zone,
      totalFen: one.totalFen,
      charges: rows.map((row) => presentCharge(row, lang)),
    })),
  })),
  totalFen,
})
