import { z } from 'zod'
import { idOf, LocalName } from '../../people/model/parts.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { Temporal } from '../../core/time.ts'
import { voucherWords as words } from './words.ts'

const saying = (text: { zh: string; en: string }) => ({ error: text.en, params: { text } })

const Day = z.string().refine((text) => {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}, saying(words.badDay))

const Fen = z.int().min(1).max(1_000_000_000)

/** Who gives whom how much towards their statements. */
export const NewVoucher = z
  .strictObject({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .refine((text) => /^[A-Z0-9][A-Z0-9-]{2,39}$/.test(text), saying(words.badCode)),
    title: LocalName,
    /** Who gives it. */
    institution: idOf(refusalWords.noInstitution),
    lab: idOf(refusalWords.noLab),
    faceFen: Fen,
    /** How much of what is due it pays at once: a share, or up to a sum. */
    coverPercent: z.int().min(1).max(100).optional(),
    coverFen: Fen.optional(),
    /** The most that it pays at once. */
    capFen: Fen.optional(),
    validFrom: Day,
    validTo: Day,
  })
  .refine(
    ({ coverPercent, coverFen }) => (coverPercent === undefined) !== (coverFen === undefined),
    {
      path: ['coverPercent'],
      ...saying(words.oneCover),
    },
  )
  .refine(({ validFrom, validTo }) => validFrom <= validTo, {
    path: ['validTo'],
    ...saying(words.inOrder),
  })
export type NewVoucher = z.output<typeof NewVoucher>

const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
const Named = z.object({ id: z.string(), name: Name })

export const VoucherAnswer = z
  .object({
    id: z.string(),
    code: z.string(),
    title: Name,
    institution: Named,
    lab: Named,
    faceFen: z.int(),
    balanceFen: z.int(),
    coverPercent: z.int().nullable(),
    coverFen: z.int().nullable(),
    capFen: z.int().nullable(),
    validFrom: z.string(),
    validTo: z.string(),
    withdrawnAt: z.string().nullable(),
    usable: z.boolean(),
  })
  .meta({ id: 'Voucher' })

export const NewTender = z.strictObject({ voucher: idOf(words.noVoucher) })
