import { z } from 'zod'
import { form } from '../../core/form.ts'
import { fen } from '../../core/money.ts'
import { line, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { TitledRecord } from '../../stock/model.ts'
import { derivedOf, linesOf, publicationOf } from './rules.ts'
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
    derived: lines(20_000)
      .refine(
        (text) => linesOf(text).every((one) => derivedOf(one) !== undefined),
        saying(words.badDerived),
      )
      .optional()
      .describe(
        'Accessions, one to a line: its id or address, and that of its parent after a space.',
      ),
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
  derived: { as: 'long', label: words.derived, hint: words.derivedHint },
})

export const Publication = z.object({ text: z.string(), doi: z.string().nullable() })
export type Publication = z.output<typeof Publication>

const DerivedAnswer = z.object({ ...TitledRecord.shape, parent: z.string() })

export const maxFileBytes = 20_000_000
export const mostFiles = 20

export const ReportFileUpload = z.object({ file: z.string().meta({ format: 'binary' }) })

export const ReportFileAnswer = z
  .object({ id: z.string(), name: z.string(), sizeBytes: z.number() })
  .meta({ id: 'UseReportFile' })

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
    derived: z.array(DerivedAnswer).describe('Accessions that came of it.'),
    files: z.array(ReportFileAnswer),
  })
  .meta({ id: 'UseReport' })
