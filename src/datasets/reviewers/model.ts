import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line } from '../../core/shapes.ts'
import { Day, InstantAnswer } from '../../core/time.ts'
import { reviewWords as words } from './words.ts'

const linkStates = ['valid', 'expired', 'revoked'] as const
export type LinkState = (typeof linkStates)[number]

export const reviewerLinkForm = form(
  z.strictObject({
    version: z.int().min(1).max(999_999_999),
    note: line().min(1).max(200),
    until: Day,
    hidesAuthors: z.boolean().default(false),
  }),
  {
    version: { as: 'number', label: words.version, hint: words.versionHint },
    note: { as: 'text', label: words.note, hint: words.noteHint },
    until: { as: 'date', label: words.until, hint: words.untilHint },
    hidesAuthors: { as: 'yesNo', label: words.hidesAuthors, hint: words.hidesAuthorsHint },
  },
)
export type NewReviewerLink = z.output<typeof reviewerLinkForm.schema>

export const ReviewerLinkAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    note: z.string(),
    hidesAuthors: z.boolean(),
    state: z.enum(linkStates),
    createdAt: InstantAnswer,
    expiresAt: InstantAnswer,
    revokedAt: InstantAnswer.nullable(),
    visits: z.int(),
    downloads: z.int(),
    lastUsedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'ReviewerLink' })

export const NewReviewerLinkAnswer = z.object({
  id: z.string(),
  address: z.string().describe('Shown this once; only the hash of its secret is kept.'),
})
