import { openAsBlob } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { CommandIo } from '../core/command.ts'
import { Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import { isFileName } from '../datasets/files/rules.ts'
import { fileWords } from '../datasets/files/words.ts'
import { type Door, type Outcome, Refused, type SentFile } from '../datasets/sending/model.ts'
import { bytesPerSecond, paceWith, type Pace, secondsLeft } from '../datasets/sending/rules/pace.ts'
import { sendFiles } from '../datasets/sending/rules/send.ts'
import { newSha256 } from '../ports/sha256.node.ts'
import type { HouseCommand } from './commands.ts'
import { uploadCommandWords as words } from './upload.words.ts'

/** `hexi upload --dataset ID --token … FILE…`: files and folders into the draft of a dataset, over HTTP. */
export const uploadCommand: HouseCommand = {
  name: 'upload',
  about: words.about,
  positionals: ['FILE…'],
  options: {
    dataset: { type: 'string', needed: true, about: words.dataset },
    version: { type: 'string', about: words.version },
    url: { type: 'string', about: words.url },
    token: { type: 'string', about: words.token },
    'at-once': { type: 'string', about: words.atOnce },
  },
  async run(_config, { positionals, options }, io) {
    const files = await filesUnder(positionals)
    const text = (name: string) => (options[name] === undefined ? undefined : String(options[name]))
    const api = apiAt(
      text('url') ?? 'http://127.0.0.1:8787',
      text('token') ?? process.env['HEXI_TOKEN'],
    )
    const dataset = encodeURIComponent(text('dataset') ?? '')
    const number = text('version') ?? (await draftOf(api, dataset))
    const version = `/api/v1/datasets/${dataset}/versions/${encodeURIComponent(number)}`
    const changed = await unlessThere(api, version, files)
    if (changed.length < files.length) io.say(words.unchanged(files.length - changed.length))
    const door = doorOf(api, version, {
      atOnce: atOnceIn(text('at-once')),
      report: reporter(io, changed),
    })
    const outcomes = changed.length === 0 ? [] : await refusalsInWords(sendFiles(changed, door))
    return tell(io, outcomes)
  },
}

function tell(io: CommandIo, outcomes: readonly Outcome[]): 'done' | 'failed' {
  const failed = outcomes.filter(({ state }) => state === 'failed')
  for (const { name, detail } of failed) io.warn(words.failed(name, detail))
  io.say(words.done(outcomes.length - failed.length))
  return failed.length === 0 ? 'done' : 'failed'
}

const mostAtOnce = 16

function atOnceIn(text = '4'): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > mostAtOnce)
    throw new Problem('invalid', words.badAtOnce(mostAtOnce))
  return number
}

/** Files as they were named, and all files below folders, under the folder's own name. */
async function filesUnder(paths: readonly string[]): Promise<SentFile[]> {
  const files: SentFile[] = []
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- one name after the other, as they were given
    const names = await namesAt(path)
    for (const [name, at] of names) {
      if (!isFileName(name)) throw new Problem('invalid', words.badName(name, fileWords.badName))
      // oxlint-disable-next-line no-await-in-loop -- the same
      files.push({ name, bytes: await openAsBlob(at) })
    }
  }
  if (files.length === 0) throw new Problem('invalid', words.noFiles)
  return files
}

async function namesAt(path: string): Promise<[name: string, path: string][]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Problem('not-found', words.noFile(path))
  const own = basename(resolve(path))
  if (!found.isDirectory()) return [[own, path]]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }): [string, string] => {
      const at = join(parentPath, name)
      const within = resolve(at).slice(resolve(path).length + 1)
      return [[own, ...within.split(sep)].join('/'), at]
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

type Api = {
  base: string
  headers: Record<string, string>
  ask: (method: string, path: string, body?: object) => Promise<unknown>
}

function apiAt(base: string, token: string | undefined): Api {
  if (!URL.canParse(base)) throw new Problem('invalid', words.badUrl(base))
  const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }) }
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
      return text === '' ? undefined : JSON.parse(text)
    },
  }
}

const ProblemBody = z.object({ detail: z.string() })

/** What the service says, in the language that it chose. */
function detailIn(text: string): Text | undefined {
  const body = text.startsWith('{') ? ProblemBody.safeParse(JSON.parse(text)).data : undefined
  return body && { zh: body.detail, en: body.detail }
}

const Versions = z.object({ items: z.array(z.object({ number: z.int(), state: z.string() })) })
const NewVersion = z.object({ number: z.int() })

/** The draft of a dataset; without one, the next version is begun. */
async function draftOf({ ask }: Api, dataset: string): Promise<string> {
  const at = `/api/v1/datasets/${dataset}/versions`
  return refusalsInWords(
    (async () => {
      const { items } = Versions.parse(await ask('GET', at))
      const draft = items.find(({ state }) => state === 'draft')
      return String((draft ?? NewVersion.parse(await ask('POST', at, {}))).number)
    })(),
  )
}

const Files = z.object({
  items: z.array(z.object({ name: z.string(), sizeBytes: z.int(), sha256: z.string() })),
  next: z.string().nullable(),
})

/** Files that the version does not have already with the very same bytes. */
async function unlessThere({ ask }: Api, version: string, files: SentFile[]): Promise<SentFile[]> {
  const there = new Map<string, { sizeBytes: number; sha256: string }>()
  for (let after: string | null = ''; after !== null;) {
    const cursor: string = after && `&after=${encodeURIComponent(after)}`
    // oxlint-disable-next-line no-await-in-loop -- the next page is named by this one
    const page = Files.parse(
      await refusalsInWords(ask('GET', `${version}/files?limit=200${cursor}`)),
    )
    for (const file of page.items) there.set(file.name.normalize('NFC'), file)
    after = page.next
  }
  const changed: SentFile[] = []
  for (const file of files) {
    const known = there.get(file.name.normalize('NFC'))
    // oxlint-disable-next-line no-await-in-loop -- one file after the other: a disk reads one fastest
    const isSame =
      known?.sizeBytes === file.bytes.size && known.sha256 === (await sha256(file.bytes))
    if (!isSame) changed.push(file)
  }
  return changed
}

async function sha256(bytes: Blob): Promise<string> {
  const hash = newSha256()
  for await (const chunk of bytes.stream()) hash.update(chunk)
  return hash.digest()
}

/** A refusal of the service ends the command with its own words. */
async function refusalsInWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Refused ? new Problem('conflict', error.detail) : error
  }
}

function doorOf(
  { base, headers, ask }: Api,
  version: string,
  { atOnce, report }: Pick<Door, 'atOnce' | 'report'>,
): Door {
  return {
    atOnce,
    report,
    signal: new AbortController().signal,
    call: async (method, path, body) => ask(method, `${version}/${path}`, body),
    async put(address, bytes, onSent) {
      const url = new URL(address.isOwn ? `${version}/${address.url}` : address.url, base)
      const sent = { ...address.headers, ...(address.isOwn && headers) }
      const answer = await fetch(url, { method: 'PUT', headers: sent, body: bytes })
      await answer.body?.cancel()
      if (answer.ok) onSent(bytes.size)
      return { status: answer.status, etag: answer.headers.get('etag') }
    },
    sha256,
    pause: async (ms) => sleep(ms),
  }
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1e6)

/** One bar over all files, with speed and time left. */
function reporter(io: CommandIo, files: readonly SentFile[]): Door['report'] {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes.size, 0)
  const sentOf = new Map<string, number>()
  let pace: Pace = []
  let sentBytes = 0
  return ({ name, state, sentBytes: ofFile }) => {
    if (state === 'attached' || state === 'failed') return
    sentBytes += ofFile - (sentOf.get(name) ?? 0)
    sentOf.set(name, ofFile)
    pace = paceWith(pace, { atMs: performance.now(), sentBytes })
    io.progress(
      megabytes(sentBytes),
      megabytes(totalBytes),
      words.progress(bytesPerSecond(pace), secondsLeft(pace, totalBytes - sentBytes)),
    )
  }
}
