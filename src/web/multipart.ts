import {
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  type MultipartPart,
  parseMultipartRequest,
} from '@remix-run/multipart-parser'
import type { Context as HonoContext } from 'hono'
import { Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import { refuseNoText, seenText } from '../core/typed-text.ts'

/** A form with files, as it was sent: texts by their names, and files with what their sender calls them. */
export type SentForm = {
  texts: Record<string, string[]>
  files: Record<string, SentFile>
}
export type SentFile = { name: string; bytes: Uint8Array }

const bytesBesideFile = 1_000_000

const words = {
  notMultipart: {
    zh: '请以 multipart/form-data 发送表单和文件。',
    en: 'Send the form and its file as multipart/form-data.',
  },
  unreadable: {
    zh: '没有收到完整的表单，请重新发送。',
    en: 'The form did not arrive completely. Send it again.',
  },
}

const tooLarge = (maxFileBytes: number) => {
  const megabytes = Math.floor(maxFileBytes / 1_000_000)
  const message = {
    zh: `文件超过 ${megabytes} MB，请缩小后再上传。`,
    en: `The file is over ${megabytes} MB. Upload a smaller file.`,
  }
  return new Problem('too-large', message, { issues: [{ path: 'file', message }] })
}

/**
 * Reads a form into memory, of which it takes as much as its file: refused as soon as it is too large. What came
 * before a refusal is in `form`, so that a page can show it again.
 */
export async function readForm(
  c: HonoContext,
  { maxFileBytes }: { maxFileBytes: number },
  form: SentForm = { texts: {}, files: {} },
): Promise<SentForm> {
  const limits = { maxFileBytes, maxTotalBytes: maxFileBytes + bytesBesideFile, maxParts: 1000 }
  for await (const { name, file } of partsOf(c, limits, form)) form.files[name] = file
  return form
}

/** The files of a form in order, each in memory only while it is looked at; `form` has the texts before them. */
export async function* filesOf(
  c: HonoContext,
  { maxFileBytes, maxFiles, form }: { maxFileBytes: number; maxFiles: number; form: SentForm },
): AsyncGenerator<SentFile> {
  const maxTotalBytes = maxFileBytes * maxFiles + bytesBesideFile
  const limits = { maxFileBytes, maxTotalBytes, maxParts: maxFiles + 20 }
  for await (const { file } of partsOf(c, limits, form)) yield file
}

type Limits = { maxFileBytes: number; maxTotalBytes: number; maxParts: number }

/** Files as they come; texts are kept in `form`. */
async function* partsOf(
  c: HonoContext,
  { maxFileBytes, maxTotalBytes, maxParts }: Limits,
  form: SentForm,
): AsyncGenerator<{ name: string; file: SentFile }> {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    throw new Problem('unsupported', words.notMultipart)
  const limits = { maxFileSize: maxFileBytes, maxTotalSize: maxTotalBytes, maxParts }
  const parts = parseMultipartRequest(c.req.raw, limits)
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a part follows the other
    const next = await parts.next().catch((error: unknown) => {
      throw refusalOf(error, maxFileBytes)
    })
    if (next.done) return
    const file = keep(form, next.value)
    if (file) yield file
  }
}

function refusalOf(error: unknown, maxFileBytes: number): Problem {
  if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
    return tooLarge(maxFileBytes)
  // Whatever else: the sender broke off, or it is not a form.
  return error instanceof Problem ? error : unreadableForm()
}

export const unreadableForm = () => new Problem('unreadable', words.unreadable)

/** The one file of a form, in its part `file`; `missing` is shown at the input where none was chosen. */
export function fileIn({ files }: SentForm, missing: Text): SentFile {
  if (files['file']) return files['file']
  throw new Problem('invalid', missing, { issues: [{ path: 'file', message: missing }] })
}

function keep(form: SentForm, part: MultipartPart) {
  const { name, filename } = part
  if (!name) return undefined
  const text = part.isFile ? (filename ?? '') : part.text
  if (!part.isFile) (form.texts[name] ??= []).push(seenText(text))
  refuseNoText({ [name]: [text] })
  // A browser sends an empty file without a name where none was chosen.
  if (!part.isFile || (text === '' && part.size === 0)) return undefined
  return { name, file: { name: seenText(text), bytes: part.bytes } }
}
