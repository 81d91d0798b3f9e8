import { z } from 'zod'
import { PreviewFacts, previewReasons } from '../core/preview.ts'
import { InstantAnswer } from '../core/time.ts'
import { FileAnswer } from '../datasets/files/model.ts'

export const pictureSizes = ['small', 'large'] as const
export type PictureSize = (typeof pictureSizes)[number]

export const PictureQuery = z.object({ size: z.enum(pictureSizes).default('large') })

export const PreviewAnswer = z
  .object({
    file: FileAnswer,
    state: z
      .enum(['waiting', 'ready', 'failed', 'unsupported'])
      .describe('`waiting` until it is made, in the background, once for all.'),
    reason: z.enum(previewReasons).nullable().describe('Why there is none.'),
    facts: PreviewFacts.nullable(),
    extent: z
      .object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() })
      .nullable()
      .describe('Where it lies, in degrees WGS84.'),
    pictures: z.array(z.object({ size: z.enum(pictureSizes), width: z.int(), height: z.int() })),
    madeAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'FilePreview' })
export type Preview = z.input<typeof PreviewAnswer>
