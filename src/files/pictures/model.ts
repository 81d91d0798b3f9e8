import { z } from 'zod'
import type { ImageSize } from '../../core/ports.ts'
import { optionalLine } from '../../core/shapes.ts'

export const maxPictureBytes = 50_000_000
export const maxPicturesOfRecord = 50

export const sizeNames = [
  'thumb',
  'small',
  'medium',
  'large',
] as const satisfies readonly ImageSize[]

const about = {
  caption: z
    .strictObject({ zh: optionalLine(500).optional(), en: optionalLine(500).optional() })
    .optional(),
  credit: optionalLine(200).optional().describe('Who made it, as it is to be named.'),
  licence: optionalLine(40).optional().describe('SPDX identifier, of vocabulary `licence`.'),
}

/** What is said of a new picture; its bytes come beside it. */
export const NewPicture = z.strictObject({
  ...about,
  main: z.boolean().optional().describe('Shown for the record in lists; the first one is anyway.'),
})
export type NewPicture = z.infer<typeof NewPicture>

/** What changes one: absent stays, null empties. */
export const PictureChange = z.strictObject({
  ...about,
  position: z
    .int()
    .min(0)
    .max(maxPicturesOfRecord - 1)
    .optional()
    .describe('Where it stands among the pictures of its record, from 0.'),
  main: z.literal(true).optional().describe('Makes it the one that lists show.'),
})
export type PictureChange = z.infer<typeof PictureChange>

/** The form of an upload, as its fields are named in multipart/form-data. */
export const UploadForm = z.object({
  file: z.string().meta({
    format: 'binary',
    description:
      'JPEG, PNG, WebP, AVIF, TIFF or GIF; 50 MB and 100 megapixels at most, fewer where a picture has to be decoded as a whole: interlaced PNG, GIF and TIFF of 32 bits 100 MB decoded, WebP 64 megapixels, AVIF 25.',
  }),
  captionZh: z.string().max(500).optional(),
  captionEn: z.string().max(500).optional(),
  credit: z.string().max(200).optional(),
  licence: z.string().max(40).optional(),
  main: z.enum(['true', 'false']).optional(),
})

export const pictureStates = ['deriving', 'ready', 'failed'] as const
export type PictureState = (typeof pictureStates)[number]

export const PictureAnswer = z
  .object({
    id: z.string(),
    recordId: z.string(),
    position: z.int(),
    main: z.boolean(),
    caption: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
    credit: z.string().nullable(),
    licence: z.string().nullable(),
    width: z.int().describe('Pixels of the original, upright.'),
    height: z.int(),
    colour: z.string().nullable().describe('Dominant colour, `#rrggbb`.'),
    thumbhash: z.string().nullable().describe('A tiny picture to show while loading, base64.'),
    levels: z
      .object({ black: z.number(), white: z.number() })
      .nullable()
      .describe(
        'Samples of the original that are shown as black and white, evenly between; null where it is shown as it is. Stretched are samples that are signed, of 32 bits or floating-point, and those of 16 bits without a profile of which none exceeds 4095.',
      ),
    state: z.enum(pictureStates).describe('Sizes are there once it is `ready`.'),
    uploadedAt: z.string(),
    original: z
      .object({
        name: z.string(),
        format: z.string(),
        sizeBytes: z.int(),
        sha256: z.string(),
      })
      .optional()
      .describe('For the curators of the record.'),
  })
  .meta({ id: 'Picture' })
export type PictureShown = z.infer<typeof PictureAnswer>
