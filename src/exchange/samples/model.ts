import { z } from 'zod'
import { InstantAnswer } from '../../core/time.ts'

export const maxSampleFileBytes = 20_000_000
/** Stored in one transaction. */
export const mostSampleRows = 20_000

export const sampleImportStates = ['checked', 'stored', 'undone'] as const
export type SampleImportState = (typeof sampleImportStates)[number]

const Counts = {
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
}

export const SampleImportAnswer = z
  .object({
    id: z.string(),
    fileName: z.string(),
    state: z.enum(sampleImportStates),
    ...Counts,
    createdAt: InstantAnswer,
  })
  .meta({ id: 'SampleImport', description: 'A table of samples, and what became of its rows.' })

export const SampleImportDetail = SampleImportAnswer.extend({
  problems: z
    .array(z.object({ row: z.int(), column: z.string(), detail: z.string() }))
    .describe('The first 200'),
}).meta({ id: 'SampleImportDetail' })

/** What is sent, as the API documents it. */
export const SampleFile = z.object({ file: z.string().meta({ format: 'binary' }) })

const Entities = z
  .array(z.looseObject({}))
  .optional()
  .describe('For the staff of the collection alone.')
export const MiabisAnswer = z
  .object({
    miabis: z.object({ core: z.string(), sample: z.string() }),
    biobank: z.looseObject({}),
    collection: z.looseObject({}),
    sampleDonors: Entities,
    samples: Entities,
    events: Entities,
  })
  .meta({ id: 'MiabisCollection' })
