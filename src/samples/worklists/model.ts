import { z } from 'zod'
import { form } from '../../core/form.ts'
import { LocalAnswer } from '../../core/shapes.ts'
import { workNames, workWords as words } from './words.ts'

/** Most pressing first. */
export const works = ['withdrawn', 'overdue', 'consent', 'out', 'empty', 'unplaced'] as const
export type Work = (typeof works)[number]

/** A loan has no day by which it comes back: after so many days it is asked about. */
export const longLoanDays = 90

/** Consents that end within so many days are shown. */
export const daysAhead = 60

export const workFilter = form(z.strictObject({ kind: z.enum(works).optional() }), {
  kind: { as: 'choice', label: words.kind, names: workNames },
})

export const WorkAnswer = z
  .object({
    id: z.string().describe('Of the donor where a consent ends, of the sample otherwise.'),
    kind: z.enum(works),
    code: z.string(),
    day: z.string().nullable().describe('The last day of the consent; since when, otherwise.'),
    collection: z.object({ id: z.string(), title: LocalAnswer }),
  })
  .meta({ id: 'BiobankWork' })
