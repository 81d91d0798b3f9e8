import { idOf } from '../../../core/shapes.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { z } from 'zod'
import { useWords as words } from '../words/use.ts'
import { groupings, noLab, reportFormats, rowKinds } from './kinds.ts'
import { Edge, optional } from './period.ts'

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

/** Whose use is asked for, and when. An empty form field narrows nothing. */
export const UseQuery = z.object({
  ...scope,
  by: optional(z.enum(groupings)).transform((by) => by ?? 'instrument'),
  format: optional(z.enum(reportFormats)).transform((format) => format ?? 'json'),
})
export type UseQuery = z.output<typeof UseQuery>

/** The same as a page is asked: `all` for every institution, which for staff is not what they see unasked. */
export const UsePageQuery = z.object({
  ...scope,
  institution: optional(z.union([z.literal('all'), idOf(words.noInstitution)])),
  by: optional(z.enum(groupings)).transform((by) => by ?? 'instrument'),
})

/** The bookings or outages behind one figure. */
export const RowsQuery = z.object({
  ...scope,
  what: optional(z.enum(rowKinds)).transform((what) => what ?? 'used'),
  /** Only what was used in this hour of the week: 1 is Monday. */
  weekday: optional(z.coerce.number().int().min(1).max(7)),
  hour: optional(z.coerce.number().int().min(0).max(23)),
  after: z.string().max(500).optional(),
})
export type RowsQuery = z.output<typeof RowsQuery>

/** Sums of one group as the database makes them; times are milliseconds inside the period. */
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

const LocalName = z.object({ zh: z.string().nullable(), en: z.string().nullable() })

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
        name: LocalName,
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
