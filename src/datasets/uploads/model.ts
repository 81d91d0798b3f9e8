import { z } from 'zod'
import { form } from '../../core/form.ts'
import { saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { FileName } from '../files/model.ts'
import { uploadStates } from '../sending/model.ts'
import { mostFileBytes, mostFilesAtOnce, mostParts } from '../sending/rules/parts.ts'
import { uploadStateNames, uploadWords as words } from './words.ts'

const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, saying(words.badSha256))
  .transform((text) => text.toLowerCase())

const NewFile = z.strictObject({
  name: FileName,
  sizeBytes: z.int().min(0).max(mostFileBytes, saying(words.tooLarge)),
  sha256: Sha256.optional(),
})
export type NewFile = z.output<typeof NewFile>

/** One file, or many in one call. */
export const NewUploads = z
  .strictObject({
    ...NewFile.partial().shape,
    files: z.array(NewFile).min(1).max(mostFilesAtOnce).optional(),
  })
  .superRefine(({ name, sizeBytes, files }, issues) => {
    const add = (path: string, text: (typeof words)['needsName' | 'needsSize' | 'oneOrMany']) =>
      issues.addIssue({ code: 'custom', path: [path], message: text.en, params: { text } })
    if (files !== undefined) {
      if (name !== undefined || sizeBytes !== undefined) add('files', words.oneOrMany)
      return
    }
    if (name === undefined) add('name', words.needsName)
    if (sizeBytes === undefined) add('sizeBytes', words.needsSize)
  })
export type NewUploads = z.output<typeof NewUploads>

const PartTag = z.strictObject({
  number: z.int().min(1).max(mostParts),
  etag: z
    .string()
    .max(200)
    .optional()
    .describe('As the store answered it; where it cannot be read, the store is asked.'),
})

/** Parts that have arrived, and how many addresses of missing ones are wanted. */
export const ArrivedParts = z.strictObject({
  parts: z.array(PartTag).max(mostParts).default([]),
  wanted: z.int().min(0).max(200).default(0).describe('Addresses of missing parts to answer with.'),
  from: z.int().min(1).max(mostParts).default(1).describe('The first number of them.'),
})
export type ArrivedParts = z.output<typeof ArrivedParts>

export const Completion = z.strictObject({
  parts: z.array(PartTag).max(mostParts).default([]),
  sha256: Sha256.optional().describe('Of the whole file; compared with the stored bytes.'),
})
export type Completion = z.output<typeof Completion>

export const Completions = z.strictObject({
  uploads: z
    .array(z.strictObject({ id: z.string(), sha256: Sha256.optional() }))
    .min(1)
    .max(mostFilesAtOnce),
})
export type Completions = z.output<typeof Completions>

const stateNames = {
  open: uploadStateNames.open.text,
  completing: uploadStateNames.completing.text,
  verifying: uploadStateNames.verifying.text,
  attached: uploadStateNames.attached.text,
  failed: uploadStateNames.failed.text,
  cancelled: uploadStateNames.cancelled.text,
  expired: uploadStateNames.expired.text,
}

export const uploadsFilter = form(z.strictObject({ state: z.enum(uploadStates).optional() }), {
  state: { as: 'choice', label: words.state, hint: words.stateHint, names: stateNames },
})
export type UploadsFilter = z.output<typeof uploadsFilter.schema>

export const UploadAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    sizeBytes: z.int(),
    state: z.enum(uploadStates),
    failure: z.object({ zh: z.string(), en: z.string() }).nullable(),
    sha256: z.string().nullable().describe('As the sender said it, hexadecimal.'),
    partSizeBytes: z.int().describe('Of every part but the last.'),
    partCount: z.int(),
    receivedCount: z.int(),
    receivedBytes: z.int(),
    verifiedBytes: z.int().describe('How far the stored bytes were read.'),
    createdAt: InstantAnswer,
    expiresAt: InstantAnswer.describe('When it ends; moves on while parts arrive.'),
  })
  .meta({ id: 'DatasetUpload' })

const PartAddress = z.object({
  number: z.int(),
  url: z.string().describe('PUT the bytes here; relative to this service where it begins with /.'),
  headers: z.record(z.string(), z.string()).describe('To be sent with it.'),
})

export const StartedAnswer = UploadAnswer.extend({
  parts: z.array(PartAddress).describe('Missing ones, the first of them.'),
}).meta({ id: 'StartedDatasetUpload' })

/** Of one file its upload; of many, `items` in their order. */
export const StartedUploads = StartedAnswer.partial().extend({
  items: z.array(StartedAnswer).optional(),
})

export const PartAnswer = z
  .object({
    number: z.int(),
    sizeBytes: z.int(),
    receivedAt: InstantAnswer.nullable(),
    etag: z.string().nullable(),
    url: z.string().nullable().describe('Where it is sent; null of one that has arrived.'),
  })
  .meta({ id: 'DatasetUploadPart' })
