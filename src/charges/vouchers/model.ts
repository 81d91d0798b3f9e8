import { idOf, LocalName, saying } from '../../core/shapes.ts'
import { z } from 'zod'
import { form } from '../../core/form.ts'
import { fen } from '../../core/money.ts'
import { Day, dayIn, InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { voucherWords as words } from './words.ts'

const mostYears = 10
/** Asked of what is no day too, which is refused beside this. */
const isWithinYears = (from: string, to: string) =>
  !dayIn(from) || !dayIn(to) || to <= String(dayIn(from)?.add({ years: mostYears }))

/** Who gives whom how much towards their statements. */
const Issued = z
  .strictObject({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .refine((text) => /^[A-Z0-9][A-Z0-9-]{2,39}$/.test(text), saying(words.badCode)),
    title: LocalName,
    institution: idOf(refusalWords.noInstitution),
    lab: idOf(refusalWords.noLab),
    faceFen: fen(),
    coverPercent: z.int().min(1).max(100).optional(),
    coverFen: fen().optional(),
    capFen: fen().optional(),
    validFrom: Day,
    validTo: Day,
  })
  .refine(
    ({ coverPercent, coverFen }) => (coverPercent === undefined) !== (coverFen === undefined),
    { path: ['coverPercent'], ...saying(words.oneCover) },
  )
  .refine(({ validFrom, validTo }) => validFrom <= validTo, {
    path: ['validTo'],
    ...saying(words.inOrder),
  })
  .refine(({ validFrom, validTo }) => isWithinYears(validFrom, validTo), {
    path: ['validTo'],
    ...saying(words.tooLong(mostYears)),
  })
export type NewVoucher = z.output<typeof Issued>

export const voucherForm = form(Issued, {
  code: { as: 'text', label: { zh: '编号', en: 'Code' }, hint: words.codeHint, short: true },
  title: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  institution: { as: 'reference', label: { zh: '发放单位', en: 'Issued by' } },
  lab: { as: 'reference', label: { zh: '持有课题组', en: 'Lab' } },
  faceFen: { as: 'yuan', label: { zh: '面值', en: 'Face value' } },
  coverPercent: { as: 'number', unit: '%', label: { zh: '按比例抵付', en: 'Covers a percentage' } },
  coverFen: {
    as: 'yuan',
    label: { zh: '或按金额抵付', en: 'Or up to an amount' },
    hint: words.coverHint,
  },
  capFen: {
    as: 'yuan',
    label: { zh: '每次上限', en: 'Maximum per statement' },
    hint: words.capHint,
  },
  validFrom: { as: 'date', label: { zh: '有效期自', en: 'Valid from' } },
  validTo: { as: 'date', label: { zh: '有效期至', en: 'Valid until' } },
})

export const voucherFilter = form(z.strictObject({ lab: idOf(refusalWords.noLab).optional() }), {
  lab: { as: 'reference', label: voucherForm.labels.lab },
})
export type VoucherFilter = z.output<typeof voucherFilter.schema>

export const voucherStates = ['usable', 'not_yet', 'expired', 'spent', 'withdrawn'] as const

export const VoucherAnswer = z
  .object({
    id: z.string(),
    ...voucherForm.answer,
    balanceFen: z.int(),
    withdrawnAt: InstantAnswer.nullable(),
    state: z.enum(voucherStates),
    usable: z.boolean(),
  })
  .meta({ id: 'Voucher' })
