import { z } from 'zod'
import { line } from '../../core/shapes.ts'

export const maxDocumentBytes = 50_000_000
export const mostDocuments = 50

/** The form of an upload; `file` is the document itself. */
export const DocumentForm = z.object({
  file: z.string().meta({ format: 'binary' }),
  title: z.string().max(200).optional(),
})

export const NewDocument = z.strictObject({ title: line().max(200).default('') })

export const DocumentAnswer = z
  .object({
    id: z.string(),
    recordId: z.string(),
    title: z.string(),
    name: z.string(),
    contentType: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    addedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'Document' })
