import { z } from 'zod'
import { LocalAnswer } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { dataKinds, grades, sharings } from '../plans/model.ts'

/** Names and titles as they were when the receipt was issued. */
export const Said = z.object({
  centre: LocalAnswer,
  institution: LocalAnswer,
  project: LocalAnswer,
  awardNumber: z.string(),
  funder: z.string(),
  leader: z.string(),
  title: LocalAnswer,
  dataKind: z.enum(dataKinds),
  sharing: z.enum(sharings),
  embargoUntil: z.string().nullable(),
  recordId: z.string(),
  versionNumber: z.int(),
})
export type Said = z.output<typeof Said>

const Details = Said.omit({ centre: true, recordId: true }).extend({
  fileCount: z.int(),
  sizeBytes: z.int(),
  manifestSha256: z.string().describe('Of the list of files as `sha256sum` prints it, by name.'),
  recordId: z.string().nullable().describe('The dataset, where it is for you to see.'),
})

export const ReceiptAnswer = z
  .object({
    number: z.string(),
    issuedAt: InstantAnswer,
    centre: LocalAnswer,
    grade: z.enum(grades),
    details: Details.nullable().describe(
      'What was received; null for core data, but for who had to do with it.',
    ),
  })
  .meta({ id: 'DepositReceipt' })
