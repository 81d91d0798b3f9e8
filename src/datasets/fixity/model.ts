import { z } from 'zod'
import { form } from '../../core/form.ts'
import { LocalAnswer, Named } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { fixityWords as words, outcomeNames } from './words.ts'

export const outcomes = ['sound', 'recovered', 'mismatch', 'missing'] as const
export type Outcome = (typeof outcomes)[number]

export const checkFilter = form(z.strictObject({ outcome: z.enum(outcomes).optional() }), {
  outcome: {
    as: 'choice',
    label: words.outcome,
    names: {
      sound: outcomeNames.sound.text,
      recovered: outcomeNames.recovered.text,
      mismatch: outcomeNames.mismatch.text,
      missing: outcomeNames.missing.text,
    },
  },
})
export type CheckFilter = z.output<typeof checkFilter.schema>

export const CheckAnswer = z
  .object({
    id: z.string(),
    file: z.string().nullable().describe('A name that the bytes have in a version.'),
    checkedAt: InstantAnswer,
    outcome: z.enum(outcomes).describe('`recovered` is sound again after damage.'),
    sizeBytes: z.int(),
    sha256: z.string().describe('What was deposited, hexadecimal.'),
    foundSizeBytes: z.int().nullable(),
    foundSha256: z.string().nullable().describe('Null where the size was wrong already.'),
  })
  .meta({ id: 'FixityCheck', description: 'Stored bytes, read again and compared.' })

export const DamagedAnswer = z
  .object({
    id: z.string(),
    file: z.string().nullable(),
    dataset: z.object({ id: z.string(), title: LocalAnswer }),
    institution: Named,
    sizeBytes: z.int(),
    sha256: z.string(),
    damagedAt: InstantAnswer.describe('Since when the stored bytes are not what was deposited.'),
    checkedAt: InstantAnswer,
  })
  .meta({ id: 'DamagedFile' })

/** How stored bytes stand as a whole: of one dataset, or of all. */
export const FixityAnswer = z
  .object({
    objects: z.int(),
    sizeBytes: z.int(),
    damaged: z.int(),
    overdue: z.int().describe('Last read more than 30 days ago.'),
    oldestCheck: InstantAnswer.nullable(),
  })
  .meta({ id: 'Fixity' })
