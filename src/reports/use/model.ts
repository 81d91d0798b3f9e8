import { idOf, LocalAnswer, saying } from '../../core/shapes.ts'
import { instrumentWords } from '../../instruments/words.ts'
import { z } from 'zod'
import { dayIn, momentIn } from '../../core/time.ts'
import { useWords as words } from './words.ts'

export const groupings = ['instrument', 'lab', 'institution', 'month'] as const
export type Grouping = (typeof groupings)[number]

export const reportFormats = ['json', 'csv', 'xlsx'] as const

/** The rows behind a figure: the bookings, outages or charges that count into it. */
export const rowKinds = [
  'used',
  'effective',
  'external',
  'own',
  'shared',
  'reserved',
  'bookings',
  'samples',
  'missed',
  'late',
  'cancelled',
  'outages',
  'income',
] as const
export type RowKind = (typeof rowKinds)[number]

/** The key of bookings without a lab. */
export const noLab = 'none'

const orAbsent = (value: unknown) => (value === '' ? undefined : value)

/** A parameter that may be missing, or be an empty field of a form. */
export const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(orAbsent, shape.optional())

export const withDefault = <Shape extends z.ZodType>(shape: Shape, value: z.output<Shape>) =>
  optional(shape).transform((typed) => typed ?? value)

/** An edge of a period as it is asked for: a day of the instrument's own calendar, or a moment. */
export const Edge = z
  .string()
  .refine((text) => isDay(text) || momentIn(text) !== undefined, saying(words.badEdge))

export const isDay = (text: string) => dayIn(text) !== undefined

/** A period with both edges. Days are included whole, moments are half-open. */
export type AskedPeriod = { from: string; to: string }

/** A part of the period in one zone: `key` is a month (`2026-03`), a week's Monday, or `all`. */
export type Bucket = { zone: string; key: string; startMs: number; endMs: number }

/** From the first start to the last end; zeros where there are none. */
export function edgesOf(buckets: readonly Pick<Bucket, 'startMs' | 'endMs'>[]) {
  if (buckets.length === 0) return { startMs: 0, endMs: 0 }
  return {
    startMs: Math.min(...buckets.map(({ startMs }) => startMs)),
    endMs: Math.max(...buckets.map(({ endMs }) => endMs)),
  }
}

const scope = {
  from: optional(Edge).describe(
    'First day of the period (`2026-01-01`, in each instrument’s own zone), or a moment; unset: 1 January',
  ),
  to: optional(Edge).describe(
    'Last day of the period, or the moment at which it ends; unset: today',
  ),
  institution: optional(idOf(words.noInstitution)),
  lab: optional(z.union([z.literal(noLab), idOf(words.noLab)])).describe(
    'Only what this lab used; `none`: what was used in no lab’s name',
  ),
  instrument: optional(idOf(instrumentWords.noInstrument)),
}

/** An empty form field narrows nothing. */
export const UseQuery = z.object({
  ...scope,
  by: withDefault(z.enum(groupings), 'instrument'),
  format: withDefault(z.enum(reportFormats), 'json'),
})

/** The institution of a page: `all` for every one, because unset staff see their own. */
export const PageInstitution = optional(z.union([z.literal('all'), idOf(words.noInstitution)]))

export const UsePageQuery = z.object({
  ...scope,
  institution: PageInstitution,
  by: withDefault(z.enum(groupings), 'instrument'),
})

/** The bookings or outages behind one figure. */
export const RowsQuery = z.object({
  ...scope,
  what: withDefault(z.enum(rowKinds), 'used'),
  /** Only what was used in this hour of the week: 1 is Monday. */
  weekday: optional(z.coerce.number().int().min(1).max(7)),
  hour: optional(z.coerce.number().int().min(0).max(23)),
  after: z.string().max(500).optional(),
})
export type RowsQuery = z.output<typeof RowsQuery>

/** Sums of one group; times are milliseconds inside the period. */
export type UseSums = {
  reservedMs: number
  usedMs: number
  effectiveMs: number
  externalMs: number
  ownMs: number
  bookings: number
  finished: number
  missed: number
  late: number
  cancelled: number
  samples: number
}

const Hours = z.number().describe('Hours inside the period, two decimals')

const UseFigures = z.object({
  openHours: Hours.nullable().describe(
    'Hours of the policy without closed days and outages; null for a lab',
  ),
  outageHours: Hours.nullable(),
  reservedHours: Hours,
  usedHours: Hours,
  effectiveHours: Hours.describe('Used hours with preparation before and cleaning after'),
  externalHours: Hours.describe('Used by people of other institutions or of none'),
  ownHours: Hours.describe('Used by the labs that the instrument belongs to'),
  sharedHours: Hours.describe('Used hours without those of its own labs'),
  utilisation: z.number().nullable().describe('Used of open hours, 0 to 1 and above'),
  sharedRate: z.number().nullable().describe('External of used hours, 0 to 1'),
  quotaHours: Hours.nullable().describe('Effective hours expected in the period'),
  quotaRate: z.number().nullable(),
  bookings: z.int().describe('Begun in the period, without cancelled ones'),
  missed: z.int(),
  lateCancelled: z.int(),
  cancelled: z.int(),
  samples: z.int(),
  incomeFen: z.int().nullable().describe('Charges of the period in 分; null for who may not know'),
})
export type UseFigures = z.infer<typeof UseFigures>

export const UseReport = z
  .object({
    from: z.string(),
    to: z.string(),
    by: z.enum(groupings),
    items: z.array(
      UseFigures.extend({
        key: z
          .string()
          .describe('Id of the instrument, lab or institution; the month as `2026-03`'),
        name: LocalAnswer,
      }),
    ),
    total: UseFigures,
    instruments: z.int(),
    national: z
      .object({ effectiveHours: Hours, externalHours: Hours, instruments: z.int() })
      .describe('National means of the same period, times the number of instruments'),
  })
  .meta({ id: 'UseReport', description: 'Use of instruments, clipped at the edges of the period.' })
export type UseReport = z.infer<typeof UseReport>
