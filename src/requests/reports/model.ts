import { z } from 'zod'
import { form } from '../../core/form.ts'
import { fen } from '../../core/money.ts'
import { line, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { linesOf, publicationOf } from './rules.ts'
import { reportWords as words } from './words.ts'

const mostLines = 100

const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => linesOf(text).length <= mostLines, saying(words.tooMany))

/** What came of what was received. Publications, patents and varieties are one to a line. */
const Report = z
  .strictObject({
    results: z.string().trim().min(1).max(5000),
    publications: lines(20_000)
      .refine(
        (text) => linesOf(text).every((one) => publicationOf(one) !== undefined),
        saying(words.badDoi),
      )
      .optional(),
    patents: lines(5000).optional(),
    varieties: lines(5000).optional(),
    contractNumber: line().min(1).max(100).optional(),
    contractFen: fen({ to: 100_000_000_000 }).optional(),
  })
  .refine(
    ({ contractNumber, contractFen }) => contractFen === undefined || contractNumber !== undefined,
    { path: ['contractNumber'], ...saying(words.numberNeeded) },
  )
export type UseReport = z.output<typeof Report>

export const reportForm = form(Report, {
  results: { as: 'long', label: words.results, hint: words.resultsHint },
  publications: { as: 'long', label: words.publications, hint: words.publicationsHint },
  patents: { as: 'long', label: words.patents, hint: words.oneToALine },
  varieties: { as: 'long', label: words.varieties, hint: words.oneToALine },
  contractNumber: { as: 'text', label: words.contractNumber },
  contractFen: { as: 'yuan', label: words.contractAmount },
})

export const Publication = z.object({ text: z.string(), doi: z.string().nullable() })
export type Publication = z.output<typeof Publication>

export const UseReportAnswer = z
  .object({
    id: z.string(),
    at: InstantAnswer,
    by: z.object({ id: z.string(), name: z.string() }),
    items: z.array(z.string()),
    results: z.string(),
    publications: z.array(Publication),
    patents: z.array(z.string()),
    varieties: z.array(z.string()),
    contractNumber: z.string().nullable(),
    contractFen: z.number().nullable().describe('In 分.'),
  })
  .meta({ id: 'UseReport' })
