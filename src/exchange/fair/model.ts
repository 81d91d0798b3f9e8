import { z } from 'zod'
import { LocalAnswer } from '../../core/shapes.ts'

const Check = z.object({
  test: z.string().describe('The test of F-UJI’s metrics 0.8: `FsF-F1-01MD-1`.'),
  name: LocalAnswer,
  points: z.number(),
  passed: z.boolean(),
  remedy: LocalAnswer.nullable().describe('What to do where it is not passed.'),
  link: z.string().nullable().describe('Where that is done.'),
})

export const FairAnswer = z
  .object({ points: z.number(), of: z.number(), checks: z.array(Check) })
  .meta({ id: 'FairCheck' })
