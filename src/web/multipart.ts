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
    en: 'The form did not arrive whole: send it again.',
  },
}

const tooLarge = (maxFileBytes: number) => {
  const megabytes = Math.floor(maxFileBytes / 1_000_000)
  const message = {
    zh: `文件超过 ${megabytes} MB，请缩小后再上传。`,
    en: `The file is over ${megabytes} MB: make it smaller and upload that.`,
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
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    throw new Problem('unsupported', words.notMultipart)
  const limits = {
    maxFileSize: maxFileBytes,
    maxTotalSize: maxFileBytes + bytesBesideFile,
    maxParts: 100,
  }
  try {
    for await (const part of parseMultipartRequest(c.req.raw, limits)) keep(form, part)
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
      throw tooLarge(maxFileBytes)
    if (error instanceof Problem) throw error
    // Whatever else: the sender broke off, or it is not a form.
    throw unreadableForm()
  }
  return form
}

export const unreadableForm = () => new Problem('unreadable', words.unreadable)

/** The one file of a form, in its part `file`; `missing` is shown at the input where none was chosen. */
export function fileIn({ files }: SentForm, missing: Text): SentFile {
  if (files['file']) return files['file']
  throw new Problem('invalid', missing, { issues: [{ path: 'file', message: missing }] })
}

function keep(form: SentForm, part: MultipartPart): void {
  const { name, filename } = part
  if (!name) return
  const text = part.isFile ? (filename ?? '') : part.text
  if (!part.isFile) (form.texts[name] ??= []).push(seenText(text))
  // A browser sends an empty file without a name where none was chosen.
  else if (text !== '' || part.size > 0)
    form.files[name] = { name: seenText(text), bytes: part.bytes }
  refuseNoText({ [name]: [text] })
}
