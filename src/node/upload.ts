import { constants, openAsBlob } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { z } from 'zod'
import type { CommandIo } from '../core/command.ts'
import { Problem } from '../core/problem.ts'
import { isFileName } from '../datasets/files/rules.ts'
import { fileWords } from '../datasets/files/words.ts'
import { type Door, type Outcome, Refused } from '../datasets/sending/model.ts'
import { bytesPerSecond, paceWith, type Pace, secondsLeft } from '../datasets/sending/rules/pace.ts'
import { sendFiles } from '../datasets/sending/rules/send.ts'
import { answeredPartsIn } from './answered-parts.ts'
import type { HouseCommand } from './commands.ts'
import { type Api, apiAt, doorOf, type LocalFile, sha256Of } from './upload.door.ts'
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
  async run(config, { positionals, options }, io) {
    const files = await filesUnder(positionals, io)
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
    const door = doorOf(api, {
      version,
      files: changed,
      atOnce: atOnceIn(text('at-once')),
      report: reporter(io, changed),
      answered: answeredPartsIn(join(config.dataFolder, 'sending')),
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
async function filesUnder(paths: readonly string[], io: CommandIo): Promise<LocalFile[]> {
  const found = new Map<string, { name: string; path: string }>()
  for (const each of paths) {
    // oxlint-disable-next-line no-await-in-loop -- one name after the other, as they were given
    for (const [name, path] of await readable(each, namesAt(each, io))) {
      if (!isFileName(name)) throw new Problem('invalid', words.badName(name, fileWords.badName))
      const key = name.normalize('NFC')
      const other = found.get(key)
      if (other) throw new Problem('invalid', words.sameName(other.path, path))
      found.set(key, { name, path })
    }
  }
  if (found.size === 0) throw new Problem('invalid', words.noFiles)
  const files: LocalFile[] = []
  for (const { name, path } of found.values())
    // oxlint-disable-next-line no-await-in-loop -- the same
    files.push({ name, path, bytes: await readable(path, opened(path)) })
  return files
}

async function opened(path: string): Promise<Blob> {
  await access(path, constants.R_OK)
  return openAsBlob(path)
}

async function readable<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('invalid', words.unreadable(path))
  }
}

async function namesAt(path: string, io: CommandIo): Promise<[name: string, path: string][]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Problem('not-found', words.noFile(path))
  const own = basename(resolve(path))
  if (found.isFile()) return [[own, path]]
  if (!found.isDirectory()) throw new Problem('invalid', words.noFile(path))
  const files: [name: string, path: string][] = []
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    const at = join(entry.parentPath, entry.name)
    const within = resolve(at).slice(resolve(path).length + 1)
    // A link to a file is sent as the file that it leads to; one to a folder might lead round in circles.
    // oxlint-disable-next-line no-await-in-loop -- few are links
    const isLinked = entry.isSymbolicLink() && (await stat(at).catch(() => undefined))?.isFile()
    if (entry.isFile() || isLinked) files.push([[own, ...within.split(sep)].join('/'), at])
    else if (!entry.isDirectory()) io.warn(words.leftOut(at))
  }
  return files.toSorted(([a], [b]) => (a < b ? -1 : 1))
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
async function unlessThere(
  { ask }: Api,
  version: string,
  files: LocalFile[],
): Promise<LocalFile[]> {
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
  const changed: LocalFile[] = []
  for (const file of files) {
    const known = there.get(file.name.normalize('NFC'))
    // oxlint-disable-next-line no-await-in-loop -- one file after the other: a disk reads one fastest
    const isSame = known?.sizeBytes === file.bytes.size && known.sha256 === (await sha256Of(file))
    if (!isSame) changed.push(file)
  }
  return changed
}

/** A refusal of the service ends the command with its own words. */
async function refusalsInWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Refused ? new Problem('conflict', error.detail) : error
  }
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1e6)

/** One bar over all files, with speed and time left. */
function reporter(io: CommandIo, files: readonly LocalFile[]): Door['report'] {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes.size, 0)
  const sentOf = new Map<string, number>()
  let pace: Pace = []
  let sentBytes = 0
  return ({ name, state, sentBytes: ofFile }) => {
    if (state === 'attached' || state === 'failed') return
    const more = ofFile - (sentOf.get(name) ?? 0)
    if (more === 0) return
    sentBytes += more
    sentOf.set(name, ofFile)
    pace = paceWith(pace, { atMs: performance.now(), sentBytes })
    io.progress(
      sentBytes < totalBytes ? Math.floor(sentBytes / 1e6) : megabytes(totalBytes),
      megabytes(totalBytes),
      words.progress(bytesPerSecond(pace), secondsLeft(pace, totalBytes - sentBytes)),
    )
  }
}
