import { z } from 'zod'

export const mostFiles = 5
export const maxFileBytes = 20_000_000
export const mostMessageBytes = mostFiles * maxFileBytes

/** A message to the other side, or a note among staff, with files. */
export const NewMessage = z.strictObject({ text: z.string().trim().min(1).max(5000) })

/** The same as it is sent. */
export const MessageUpload = z.object({
  text: z.string().min(1).max(5000),
  file: z
    .array(z.string().meta({ format: 'binary' }))
    .max(mostFiles)
    .optional(),
})

export const AttachmentAnswer = z
  .object({
    id: z.string(),
    eventNumber: z.int().describe('Of the message that it came with, in the time line.'),
    name: z.string(),
    sizeBytes: z.number(),
  })
  .meta({ id: 'RequestAttachment' })
