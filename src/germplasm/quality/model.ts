import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalAnswer, Named } from '../../core/shapes.ts'
import type { Text } from '../../core/text.ts'
import { InstantAnswer } from '../../core/time.ts'
import { visibilities } from '../../catalog/records/model/record.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import {
  type FindingCode,
  findingCodes,
  findingNames,
  keptFindingCodes,
  keptFindingNames,
  qualityWords as words,
} from './words.ts'

/** Values of fields that would make something right. */
export type Suggestion = Record<string, string | number>

/** Something that looks wrong, at one field; with what would make it right, where that can be told. */
export type Finding = { code: FindingCode; field: string; detail: Text; mend?: Suggestion }

const FindingAnswer = z
  .object({
    code: z.enum(findingCodes),
    field: z.string(),
    detail: z.object({ zh: z.string(), en: z.string() }),
    mend: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('Values that would make it right.'),
  })
  .meta({ id: 'Finding' })

export const FindingsAnswer = z
  .object({ findings: z.array(FindingAnswer) })
  .meta({ id: 'Findings' })

/** What is not filled in, and what it would add. */
export const Missing = z.array(
  z.object({
    fields: z.array(z.string()).describe('They count together.'),
    adds: z.number().describe('To the index, once they are filled in.'),
  }),
)

export const CompletenessAnswer = z
  .object({
    index: z
      .number()
      .nullable()
      .describe('0 to 10: van Hintum et al. (2011); null for what is no plant passport.'),
    next: Missing.describe('What is not filled in, by what it would add, most first.'),
  })
  .meta({ id: 'Completeness' })

/** The finding whose suggestion is taken. */
export const mendForm = form(
  z.strictObject({ code: z.enum(findingCodes), field: line().max(60) }),
  {
    code: { as: 'choice', label: words.finding, names: findingNames },
    field: { as: 'text', label: words.field },
  },
)
export type Mend = z.output<typeof mendForm.schema>

const institution = idOf(refusalWords.noInstitution).optional()
const library = z.string().trim().max(40).optional()
const ofWhom = {
  institution: { as: 'reference', label: words.institution },
  library: { as: 'reference', label: words.library },
} as const

const below = ['3', '5', '7'] as const

export const incompleteFilter = form(
  z.strictObject({ institution, library, below: z.enum(below).optional() }),
  {
    ...ofWhom,
    below: {
      as: 'choice',
      label: words.below,
      names: {
        3: { zh: '3 以下', en: 'Below 3' },
        5: { zh: '5 以下', en: 'Below 5' },
        7: { zh: '7 以下', en: 'Below 7' },
      },
    },
  },
)
export type IncompleteFilter = z.output<typeof incompleteFilter.schema>

export const suspiciousFilter = form(
  z.strictObject({ institution, library, code: z.enum(keptFindingCodes).optional() }),
  { ...ofWhom, code: { as: 'choice', label: words.finding, names: keptFindingNames } },
)
export type SuspiciousFilter = z.output<typeof suspiciousFilter.schema>

const Kept = {
  id: z.string(),
  accenumb: z.string().nullable(),
  title: LocalAnswer,
  institution: Named,
  visibility: z.enum(visibilities),
  updatedAt: InstantAnswer,
}

/** So many fields are proposed at once. */
export const mostProposed = 3

export const IncompleteAnswer = z
  .object({
    ...Kept,
    index: z.number().describe('0 to 10'),
    next: Missing.describe('The first of what to fill in.'),
  })
  .meta({ id: 'IncompletePassport' })

export const SuspiciousAnswer = z
  .object({ ...Kept, findings: z.array(z.enum(keptFindingCodes)) })
  .meta({ id: 'SuspiciousPassport' })
