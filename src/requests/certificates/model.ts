import { z } from 'zod'
import { idOf, line, saying } from '../../core/shapes.ts'
import { Day, InstantAnswer } from '../../core/time.ts'
import { documents } from '../permits/model.ts'
import { permitWords } from '../permits/words.ts'
import { refusalWords } from '../requests/words/refusals.ts'
import { certificateWords as words } from './words.ts'

export const mostPermits = 100

const described = {
  item: idOf(refusalWords.noItem),
  rule: idOf(permitWords.noRule),
  number: line().min(1).max(200),
  issuedOn: Day,
  validUntil: Day.optional(),
}

/** A permit as it is shown for an item: what it is for, its number and its days. */
export const NewPermit = z
  .strictObject(described)
  .refine(({ issuedOn, validUntil }) => validUntil === undefined || issuedOn <= validUntil, {
    path: ['validUntil'],
    ...saying(words.inOrder),
  })
export type NewPermit = z.output<typeof NewPermit>

/** The same as it is sent; `file` is a copy of it. */
export const PermitUpload = z.object({
  ...described,
  validUntil: described.validUntil,
  file: z.string().meta({ format: 'binary' }).optional(),
})

export const ShownAnswer = z
  .object({
    id: z.string(),
    itemId: z.string(),
    ruleId: z.string(),
    document: z.enum(documents),
    number: z.string(),
    issuedOn: z.string(),
    validUntil: z.string().nullable(),
    fileName: z.string().nullable(),
    sizeBytes: z.number().nullable(),
    addedAt: InstantAnswer,
    addedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'RequestPermit' })
