import { z } from 'zod'
import type { Temporal } from '../../core/time.ts'
import type { LocalText } from '../../core/text.ts'
import { Info, Line, mostWritten, type Reference, References } from '../calls/model.ts'

/** What a picture is served as where nothing else is accepted. */
export const servedType = 'image/jpeg'

export type ImageRow = {
  id: string
  recordId: string
  caption: LocalText
  credit: string | null
  licence: string | null
  /** Of the file as it was sent. */
  name: string
  sizeBytes: number
  width: number
  height: number
  createdAt: Temporal.Instant
  /** Whether the viewer keeps its record; nobody else is told of the file. */
  isKept: boolean
  references: Reference[]
}

/** An image as it is announced; what it is in truth is seen when its bytes arrive. */
export const ImageInput = z.looseObject({
  additionalInfo: Info,
  copyright: Line,
  description: Line,
  externalReferences: References,
  imageFileName: Line,
  imageName: Line,
  observationUnitDbId: Line,
})
export type ImageInput = z.output<typeof ImageInput>

/** Of the filters of a search those by id only: what is removed is named. */
export const ImagesToDelete = z.looseObject({
  imageDbIds: z.array(z.string().max(100)).max(mostWritten).nullish(),
})
