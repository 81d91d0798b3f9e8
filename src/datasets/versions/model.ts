import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalAnswer, LocalLong, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { versionWords as words } from './words.ts'

export const versionStates = ['draft', 'published', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]

/** What is said of a version beside its files. */
export const versionForm = form(
  z.strictObject({ notes: LocalLong.optional(), terms: LocalLong.optional() }),
  {
    notes: { as: 'longPair', label: words.notes, hint: words.notesHint },
    terms: { as: 'longPair', label: words.terms, hint: words.termsHint },
  },
)
export type NewVersion = z.output<typeof versionForm.schema>
export type VersionChange = z.output<typeof versionForm.edit.schema>

export const withdrawalForm = form(z.strictObject({ reason: line().min(1).max(500) }), {
  reason: { as: 'text', label: words.reason, hint: words.reasonHint },
})
export type VersionWithdrawal = z.output<typeof withdrawalForm.schema>

/** The number of a version in an address; undefined for what names none. */
export const versionNumber = (text: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined

export const VersionAnswer = z
  .object({
    id: z.string(),
    number: z.int(),
    state: z.enum(versionStates),
    notes: LocalAnswer,
    terms: LocalAnswer.describe(
      'What is accepted before files are taken; both null where nothing is.',
    ),
    fileCount: z.int().nullable().describe('Null for who may not know of the files.'),
    sizeBytes: z.int().nullable(),
    mayReadFiles: z
      .boolean()
      .describe('Whether the files, and facts about them, are for who asks.'),
    createdAt: InstantAnswer,
    publishedAt: InstantAnswer.nullable(),
    withdrawnAt: InstantAnswer.nullable(),
    withdrawalReason: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'DatasetVersion' })

export const changeTypes = ['added', 'removed', 'replaced'] as const

/** One file that two versions do not have alike. */
export const FileChangeAnswer = z
  .object({
    name: z.string(),
    change: z.enum(changeTypes),
    sizeBytesBefore: z.int().nullable(),
    sizeBytes: z.int().nullable(),
  })
  .meta({ id: 'DatasetFileChange' })

export const changesFilter = form(
  z.strictObject({
    from: z
      .string()
      .trim()
      .refine((text) => versionNumber(text) !== undefined, saying(words.noNumber))
      .optional(),
  }),
  { from: { as: 'text', label: words.comparedWith, short: true } },
)
export type ChangesFilter = z.output<typeof changesFilter.schema>
