import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import { type Door, Refused, type SentFile } from '../datasets/sending/model.ts'
import { newSha256 } from '../ports/digests.ts'
import { terminalLang } from './io.ts'
import { uploadCommandWords as words } from './upload.words.ts'

export type LocalFile = SentFile & { path: string }

export type Api = {
  base: string
  headers: Record<string, string>
  ask: (method: string, path: string, body?: object) => Promise<unknown>
}

export function apiAt(base: string, token: string | undefined): Api {
  if (!URL.canParse(base)) throw new Problem('invalid', words.badUrl(base))
  const headers = {
    'accept-language': terminalLang(process.env),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  return {
    base,
    headers,
    async ask(method, path, body) {
      const answer = await fetch(new URL(path, base), {
        method,
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }).catch(() => {
        throw new Refused(undefined, words.noAnswer(base))
      })
      const text = await answer.text()
      if (!answer.ok)
        throw new Refused(answer.status, detailIn(text) ?? words.status(answer.status))
      return text === '' ? undefined : answered(text, base)
    },
  }
}

function answered(text: string, base: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(404, words.notHexi(base))
  }
}

const ProblemBody = z.object({ detail: z.string() })

/** What the service says, in the language that it chose. */
function detailIn(text: string): Text | undefined {
  const body = text.startsWith('{') ? ProblemBody.safeParse(JSON.parse(text)).data : undefined
  return body && { zh: body.detail, en: body.detail }
}

type Settings = Pick<Door, 'atOnce' | 'report' | 'answered'> & {
  version: string
  files: readonly LocalFile[]
}

/** What sending needs, in Node: parts are read from their files, which costs half of what their `Blob` does. */
export function doorOf(
  { base, headers, ask }: Api,
  { version, files, ...settings }: Settings,
): Door {
  const pathOf = new Map(files.map(({ name, path }) => [name, path]))
  const fileOf = new Map(files.map((file) => [file.bytes, file]))
  return {
    ...settings,
    signal: new AbortController().signal,
    call: async (method, path, body) => ask(method, `${version}/${path}`, body),
    async put(address, bytes, onSent) {
      const { size } = bytes
      await refuseChanged(bytes)
      const url = new URL(address.isOwn ? `${version}/${address.url}` : address.url, base)
      const sent = { ...address.headers, ...(address.isOwn && headers), 'content-length': size }
      const path = pathOf.get(address.name) ?? ''
      const answer = await put(url, sent, { path, start: address.start, size })
      if (answer.status >= 200 && answer.status < 300) onSent(size)
      return answer
    },
    sha256: async (bytes) => sha256Of({ path: fileOf.get(bytes)?.path ?? '', bytes }),
    pause: async (ms) => sleep(ms),
  }
}

/** Node reads nothing of a file that is not as it was when the command began. */
async function refuseChanged(bytes: Blob): Promise<void> {
  await bytes
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new Refused(409, words.changed)
    })
}

type Span = { path: string; start: number; size: number }

const readBytes = 1024 * 1024
/** A connection on which nothing moves for so long is given up. */
const patienceMs = 300_000

/** `fetch` needs three times the processor for a body. */
const put = async (url: URL, headers: Record<string, string | number>, span: Span) =>
  new Promise<{ status: number; etag: string | null }>((resolve, reject) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest
    const sending = request(url, { method: 'PUT', headers, timeout: patienceMs }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, etag: answer.headers.etag ?? null })
    })
    sending.on('timeout', () => sending.destroy(new Error('the connection stands still')))
    sending.on('error', reject)
    if (span.size === 0) sending.end()
    else
      createReadStream(span.path, {
        start: span.start,
        end: span.start + span.size - 1,
        highWaterMark: readBytes,
      })
        .on('error', (error) => sending.destroy(error))
        .pipe(sending)
  })

/** In one buffer from beginning to end: a stream of it would be as much garbage as the file has bytes. */
export async function sha256Of({ path, bytes }: Pick<LocalFile, 'path' | 'bytes'>) {
  await refuseChanged(bytes)
  const hash = newSha256()
  const file = await open(path)
  try {
    const buffer = new Uint8Array(readBytes)
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a piece follows the other
      const { bytesRead } = await file.read(buffer, 0, readBytes, null)
      if (bytesRead === 0) return hash.digest()
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}
