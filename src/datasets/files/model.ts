import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, optionalLine, saying } from '../../core/shapes.ts'
import { isFileName } from './rules.ts'
import { fileWords as words } from './words.ts'

/** A file's name in a version, with its folders. */
export const FileName = z.string().refine(isFileName, saying(words.badName))

export const fileForm = form(
  z.strictObject({ name: FileName, description: optionalLine(1000).optional() }),
  {
    name: { as: 'text', label: words.name, hint: words.nameHint },
    description: { as: 'text', label: words.description },
  },
)
export type FileChange = z.output<typeof fileForm.edit.schema>

/** Files to take out of a draft: by their ids, and all in some folders and below. */
export const Removal = z.strictObject({
  files: z.array(z.string()).max(1000).optional(),
  folders: z.array(z.string().min(1).max(1000)).max(1000).optional(),
})
export type Removal = z.output<typeof Removal>

export const filesFilter = form(
  z.strictObject({
    q: line().max(200).optional(),
    folder: line().max(1000).optional(),
  }),
  {
    q: { as: 'text', label: words.find, type: 'search' },
    folder: { as: 'text', label: words.folder },
  },
)
export type FilesFilter = z.output<typeof filesFilter.schema>

const InstantText = z.string().meta({ format: 'date-time' })

export const FileAnswer = z
  .object({
    id: z.string(),
    name: z.string().describe('With its folders, as it was uploaded.'),
    sizeBytes: z.int(),
    sha256: z.string().describe('Of the stored bytes, hexadecimal.'),
    contentType: z.string(),
    description: z.string().nullable(),
    addedAt: InstantText,
    verifiedAt: InstantText.describe('When the stored bytes were read and had this SHA-256.'),
    damagedAt: InstantText.nullable(),
  })
  .meta({ id: 'DatasetFile' })
