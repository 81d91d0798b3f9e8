import { z } from 'zod'

/** How bad a problem of an instrument is: worth knowing, in the way, or it cannot be used. */
export const severities = ['note', 'degraded', 'down'] as const
export type Severity = (typeof severities)[number]

/** What is wrong with an instrument. */
export const NewProblem = z.strictObject({
  severity: z.enum(severities),
  description: z.string().trim().min(1).max(2000),
})
export type NewProblem = z.output<typeof NewProblem>

export const Resolution = z.strictObject({
  resolution: z.string().trim().min(1).max(2000),
  /** The outage that it opened goes on. */
  keepOutage: z.boolean().default(false),
})
export type Resolution = z.output<typeof Resolution>

const Instant = z.string().meta({ format: 'date-time' })

export const ProblemReportAnswer = z
  .object({
    id: z.string(),
    instrumentId: z.string(),
    severity: z.enum(severities),
    description: z.string(),
    reportedAt: Instant,
    /** For staff of the instrument. */
    reportedBy: z.object({ id: z.string(), name: z.string() }).nullable().optional(),
    bookingId: z.string().nullable().optional(),
    /** The outage that it opened. */
    outageId: z.string().nullable(),
    resolvedAt: Instant.nullable(),
    resolution: z.string().nullable(),
  })
  .meta({ id: 'ProblemReport' })
