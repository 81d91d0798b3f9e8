import { idOf } from '../../core/shapes.ts'
import { z } from 'zod'
import { refusalWords } from '../../people/words/refusals.ts'
import { isMonth } from './rules.ts'
import { statementWords as words } from './words.ts'
import { ChargeAnswer } from '../charges/model.ts'
import { voucherWords } from '../vouchers/words.ts'

export const Month = z
  .string()
  .refine(isMonth, { error: words.badMonth.en, params: { text: words.badMonth } })

export const NewStatements = z.strictObject({
  month: Month,
  institution: idOf(refusalWords.noInstitution),
})

export const StatementQuery = z.object({ format: z.enum(['json', 'csv', 'xlsx']).default('json') })

const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
const Named = z.object({ id: z.string(), name: Name })

const StatementHead = z.object({
  /** Null while it is not issued: charges may still be added. */
  id: z.string().nullable(),
  institution: Named,
  issuedAt: z.string().nullable(),
  totalFen: z.int(),
  /** Paid by vouchers; null where only a part of the statement is shown. */
  paidFen: z.int().nullable(),
  dueFen: z.int().nullable(),
})

export const StatementSumAnswer = StatementHead.extend({
  month: z.string(),
  charges: z.int(),
}).meta({ id: 'StatementSum' })

/** Which charges are shown: all of the lab, those of the viewer's instruments, or the viewer's own. */
export const reaches = ['all', 'staff', 'own'] as const
export type Reach = (typeof reaches)[number]

export const StatementAnswer = z
  .object({
    lab: Named,
    month: z.string(),
    currency: z.literal('CNY'),
    reach: z.enum(reaches),
    statements: z.array(
      StatementHead.extend({
        tenders: z.array(z.object({ voucher: z.string(), code: z.string(), amountFen: z.int() })),
        instruments: z.array(
          z.object({
            id: z.string(),
            title: Name,
            timezone: z.string(),
            totalFen: z.int(),
            charges: z.array(ChargeAnswer),
          }),
        ),
      }),
    ),
    totalFen: z.int(),
  })
  .meta({ id: 'Statement' })

export const NewTender = z.strictObject({ voucher: idOf(voucherWords.noVoucher) })
