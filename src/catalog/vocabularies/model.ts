import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalAnswer } from '../../core/shapes.ts'
import { vocabularyWords as words } from './words.ts'

const q = { as: 'text', type: 'search', label: words.find } as const

export const vocabularyFilter = form(z.strictObject({ q: line().max(100).optional() }), { q })
export type VocabularyFilter = z.output<typeof vocabularyFilter.schema>

/** Without a version, the terms of current ones. */
export const termFilter = form(
  z.strictObject({
    vocabulary: line().max(60).optional(),
    version: line().max(60).optional(),
    q: line().max(100).optional(),
  }),
  {
    vocabulary: { as: 'reference', label: words.title },
    version: { as: 'text', label: words.version },
    q,
  },
)
export type TermFilter = z.output<typeof termFilter.schema>

export const VocabularyAnswer = z
  .object({
    name: z.string(),
    version: z.string(),
    title: LocalAnswer,
    source: z.string().nullable(),
    isCurrent: z.boolean().describe('Forms offer its terms.'),
    terms: z.int(),
  })
  .meta({ id: 'Vocabulary' })

export const TermAnswer = z
  .object({
    vocabulary: z.string(),
    version: z.string(),
    code: z.string(),
    label: LocalAnswer,
    parent: z.string().nullable(),
    isOffered: z.boolean(),
  })
  .meta({ id: 'VocabularyTerm' })
