import { idOf } from '../../core/shapes.ts'
import { z } from 'zod'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { nriiWords as words } from './words.ts'
import { useWords } from '../use/words.ts'
import { Edge, optional, withDefault } from '../use/model.ts'

export const nriiParts = ['instruments', 'service-records', 'organisation', 'customs'] as const
export type NriiPart = (typeof nriiParts)[number]

export const nriiTypes = ['text', 'number', 'date', 'hour', 'code', 'codes', 'yes_no'] as const

/** One field of the national network's list; a row of `nrii_field`. */
export type NriiField = {
  name: string
  labelZh: string
  labelEn: string
  type: (typeof nriiTypes)[number]
  maxLength: number | null
  maxCount: number | null
  required: boolean
  vocabulary: string | null
  /** The name of our own value; null where staff type it for the report. */
  source: string | null
}

/** What a service record comes from: a booking, or an order. */
export type NriiOrigin = 'booking' | 'order'

/** The values of one record by field name; unknown ones are missing. */
export type NriiValues = Readonly<Record<string, string | number>>

export const nriiStatuses = [0, 100, 203] as const
export type NriiStatus = (typeof nriiStatuses)[number]

/** States of a record, the most urgent first; a record that changes after its review is reviewed again. */
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
  threshold: withDefault(z.enum(thresholds), 'province'),
  from: optional(Edge).describe('Service records: ended on this day or later; unset: 1 January'),
  to: optional(Edge).describe('Service records: ended on this day or before; unset: today'),
}

export const NriiQuery = z.object({
  ...scope,
  format: withDefault(z.enum(['json', 'xlsx']), 'json'),
})

export const NriiPageQuery = z.object({
  ...scope,
  part: withDefault(z.enum(nriiParts), 'instruments'),
  state: optional(z.enum(nriiStates)),
  page: withDefault(z.coerce.number().int().min(1).max(10_000), 1),
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

type ReportedItem = NriiReport['items'][number]
export type NriiProblem = ReportedItem['problems'][number]

/** One record, with what pages show beside what the API answers. */
export type NriiItem = ReportedItem & {
  institutionId: string
  title: LocalText
  origin: NriiOrigin | null
  /** Values that staff typed, of fields without a source. */
  extra: Record<string, string>
  reviewedAt: Temporal.Instant | null
  /** When it was marked as reported or failed. */
  markedAt: Temporal.Instant | null
}

/** One decision about some records of a part. */
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
