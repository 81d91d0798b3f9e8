import { idOf } from '../../core/shapes.ts'
import { z } from 'zod'
import { nriiWords as words } from './words.ts'
import { useWords } from '../use/words/use.ts'
import { Edge, optional } from '../use/model/period.ts'

export const nriiParts = ['instruments', 'service-records', 'organisation', 'customs'] as const
export type NriiPart = (typeof nriiParts)[number]

export const nriiTypes = ['text', 'number', 'date', 'hour', 'code', 'codes', 'yes_no'] as const

/** What the national network asks of a record; a row of `nrii_field`. */
export type NriiField = {
  name: string
  labelZh: string
  labelEn: string
  type: (typeof nriiTypes)[number]
  maxLength: number | null
  maxCount: number | null
  required: boolean
  vocabulary: string | null
  /** Our own fact that it is; null where people type it beside the record. */
  source: string | null
}

/** What a service record comes from: a use of one's own, or work done to order. */
export type NriiOrigin = 'booking' | 'order'

/** The values of one record, by the fields' names; what is not known is not there. */
export type NriiValues = Readonly<Record<string, string | number>>

export const nriiStatuses = [0, 100, 203] as const
export type NriiStatus = (typeof nriiStatuses)[number]

/** How far a record has come: what is wrong comes first, what changed since it was looked at is looked at again. */
export const nriiStates = [
  'incomplete',
  'to_review',
  'reviewed',
  'reported',
  'changed',
  'failed',
] as const
export type NriiState = (typeof nriiStates)[number]

/** The least original value of an instrument: the province’s, the nation’s, or none. */
export const thresholds = ['province', 'nation', 'none'] as const
export type Threshold = (typeof thresholds)[number]

export const problemCodes = [
  'missing',
  'too_long',
  'too_many',
  'not_in_list',
  'not_readable',
] as const
export type ProblemCode = (typeof problemCodes)[number]

const scope = {
  institution: optional(idOf(useWords.noInstitution)),
  threshold: optional(z.enum(thresholds)).transform((threshold) => threshold ?? 'province'),
  from: optional(Edge).describe('Service records: ended on this day or later; unset: 1 January'),
  to: optional(Edge).describe('Service records: ended on this day or before; unset: today'),
}

export const NriiQuery = z.object({
  ...scope,
  format: optional(z.enum(['json', 'xlsx'])).transform((format) => format ?? 'json'),
})

export const NriiPageQuery = z.object({
  ...scope,
  part: optional(z.enum(nriiParts)).transform((part) => part ?? 'instruments'),
  state: optional(z.enum(nriiStates)),
  page: optional(z.coerce.number().int().min(1).max(10_000)).transform((page) => page ?? 1),
})
export type NriiPageQuery = z.output<typeof NriiPageQuery>

const Sentence = z.object({ zh: z.string(), en: z.string() })

export const NriiReport = z
  .object({
    part: z.enum(nriiParts),
    fields: z.array(
      z.object({
        name: z.string(),
        label: Sentence,
        type: z.enum(nriiTypes),
        maxLength: z.int().nullable(),
        maxCount: z.int().nullable(),
        required: z.boolean(),
      }),
    ),
    items: z.array(
      z.object({
        id: z.string(),
        instrumentId: z.string().nullable(),
        values: z.record(z.string(), z.union([z.string(), z.number()])),
        problems: z.array(
          z.object({ field: z.string(), code: z.enum(problemCodes), detail: Sentence }),
        ),
        state: z.enum(nriiStates),
        status: z.union([z.literal(0), z.literal(100), z.literal(203)]),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({
    id: 'NriiReport',
    description:
      'What is told to the national instrument network, record by record, with every field that is missing or does not fit.',
  })
export type NriiReport = z.infer<typeof NriiReport>

/** What staff decides about some records of a part: all that may be, or those named. */
export const NriiDecision = z.object({
  part: z.enum(nriiParts),
  decision: z.enum(['review', 'report', 'fail', 'reset']),
  ids: z.array(idOf(words.noRecord)).max(1000),
  reason: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    z.string().trim().max(500).optional(),
  ),
})
export type NriiDecision = z.output<typeof NriiDecision>
