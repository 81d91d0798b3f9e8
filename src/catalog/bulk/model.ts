import { z } from 'zod'
import { idOf, LocalAnswer, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { catalogWords } from '../records/words.ts'
import { bulkWords as words } from './words.ts'

/** Records changed at once: one transaction holds them all. */
export const mostAtOnce = 200

export const BulkEdit = z.strictObject({
  records: z
    .array(idOf(catalogWords.noRecord))
    .refine((ids) => ids.length > 0, saying(words.noneChosen))
    .refine((ids) => ids.length <= mostAtOnce, saying(words.tooMany(mostAtOnce))),
  change: z
    .record(z.string(), z.unknown())
    .describe('Fields and their new values, as PATCH of one record takes them.'),
})
export type BulkEdit = z.output<typeof BulkEdit>

const Detail = z.object({ zh: z.string(), en: z.string() })
const Fields = z.record(z.string(), z.unknown())

export const BulkPreview = z
  .object({
    records: z.array(
      z.object({
        id: z.string(),
        title: LocalAnswer,
        before: Fields.describe('The fields that would change, as they are'),
        after: Fields,
        refused: Detail.nullable().describe('Why this record cannot be changed so.'),
      }),
    ),
  })
  .meta({ id: 'BulkPreview' })
export type BulkPreview = z.output<typeof BulkPreview>

export const BulkDone = z
  .object({
    id: z.string(),
    changed: z.int(),
    unchanged: z.int(),
    refused: z.array(z.object({ id: z.string(), detail: Detail })),
  })
  .meta({ id: 'BulkDone' })
export type BulkDone = z.output<typeof BulkDone>

export const BulkReversed = z
  .object({
    restored: z.int(),
    kept: z.int().describe('Changed since, or no longer there to change'),
  })
  .meta({ id: 'BulkReversed' })
export type BulkReversed = z.output<typeof BulkReversed>

export const BulkEditAnswer = z
  .object({
    id: z.string(),
    fields: z.array(z.string()),
    changed: z.int(),
    at: InstantAnswer,
    by: z.string().nullable(),
    undoneAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'BulkEdit' })
