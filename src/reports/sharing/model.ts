import { idOf, LocalAnswer } from '../../core/shapes.ts'
import { z } from 'zod'
import { useWords as words } from '../use/words.ts'
import { Edge, optional, PageInstitution, reportFormats, withDefault } from '../use/model.ts'

const scope = {
  from: optional(Edge),
  to: optional(Edge),
}

export const SharingQuery = z.object({
  ...scope,
  institution: optional(idOf(words.noInstitution)),
  format: withDefault(z.enum(reportFormats), 'json'),
})

export const SharingPageQuery = z.object({
  ...scope,
  institution: PageInstitution,
})

const SharingFigures = z.object({
  instruments: z.int(),
  aboveThreshold: z.int().describe('Original value from the province’s threshold on'),
  open: z.int().describe('Of those above the threshold, open to others'),
  openRate: z.number().nullable(),
  usedHours: z.number(),
  sharedHours: z.number(),
  externalHours: z.number(),
  sharedRate: z.number().nullable(),
  outsideBookings: z.int(),
  outsidePeople: z.int(),
  outsideInstitutions: z.int(),
  samples: z.int(),
  incomeFen: z.int().nullable(),
})
export type SharingFigures = z.infer<typeof SharingFigures>

export const SharingReport = z
  .object({
    from: z.string(),
    to: z.string(),
    items: z.array(SharingFigures.extend({ key: z.string(), name: LocalAnswer })),
    total: SharingFigures,
  })
  .meta({ id: 'SharingReport', description: 'What institutions share, and who of others used it.' })
export type SharingReport = z.infer<typeof SharingReport>

/** The nine indicators of the national assessment, as revised from 2026-02-01. */
export const indicators = [
  'management',
  'openRate',
  'technicians',
  'platform',
  'hours',
  'effect',
  'sharedHours',
  'service',
  'selfReliance',
] as const
export type Indicator = (typeof indicators)[number]

export const measureUnits = ['%', 'h', 'count', 'CNY'] as const
export type MeasureUnit = (typeof measureUnits)[number]

export const AssessmentReport = z
  .object({
    from: z.string(),
    to: z.string(),
    instruments: z.int(),
    indicators: z.array(
      z.object({
        key: z.enum(indicators),
        name: z.object({ zh: z.string(), en: z.string() }),
        measures: z.array(
          z.object({
            key: z.string(),
            name: z.object({ zh: z.string(), en: z.string() }),
            value: z.number().nullable().describe('Null where nobody may know, or nothing is kept'),
            unit: z.enum(measureUnits),
          }),
        ),
      }),
    ),
  })
  .meta({
    id: 'AssessmentReport',
    description:
      'Measured facts for the nine indicators of the national assessment; grades are the assessors’ own.',
  })
export type AssessmentReport = z.infer<typeof AssessmentReport>
