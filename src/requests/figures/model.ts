import { z } from 'zod'

/** Fewer answers say nothing of how soon the next comes. */
export const fewest = 3

export const FiguresAnswer = z
  .object({
    answered: z.int().describe('Requests that were first decided within the last two years.'),
    medianDays: z
      .number()
      .nullable()
      .describe(`Working days from submission to decision; null for fewer than ${fewest} answers.`),
    p90Days: z.number().nullable().describe('Nine of ten were decided within so many.'),
    reports: z.int().describe('Reports on the use of what was given.'),
    publications: z.int().describe('Different publications that these name.'),
    patents: z.int(),
    varieties: z.int().describe('Variety rights and registrations.'),
    derived: z.int().describe('Accessions that came of what was given.'),
    contracts: z.int().describe('Registered technology contracts.'),
    contractFen: z.number().describe('Their amount together, in 分.'),
  })
  .meta({ id: 'ProviderStatistics' })
export type Figures = z.output<typeof FiguresAnswer>
