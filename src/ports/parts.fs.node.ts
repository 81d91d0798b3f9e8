import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Objects, PartTag, StoredPart } from '../core/ports.ts'
import { chunksOf, syncFolder, unlessFull, unlessMissing, writeDurably } from './durable.node.ts'
import {
  checkedKey,
  checkedPartNumber,
  noUpload,
  objectExists,
  orderedParts,
  partMissing,
} from './object-keys.ts'
import type { Shelf } from './shelf.node.ts'

type Multipart = Pick<
  Objects,
  'startMultipart' | 'putPart' | 'findParts' | 'completeMultipart' | 'abortMultipart'
>

/** Uploads in parts: a folder each; a part is a file named by its number and the SHA-256 of its bytes. */
export function partsOn(shelf: Shelf): Multipart {
  return {
    async startMultipart(key, { contentType }) {
      if (await shelf.findAbout(key)) throw objectExists(key)
      return { uploadId: await unlessFull(async () => start(shelf, { key, contentType })) }
    },
    async putPart(key, uploadId, number, body, sizeBytes) {
      const folder = folderOf(shelf, uploadId)
      checkedPartNumber(number)
      if (!(await findUpload(folder, key))) throw noUpload()
      const aside = shelf.newAside()
      try {
        const { sha256: etag } = await unlessFull(async () =>
          writeDurably(aside, chunksOf(body), sizeBytes),
        )
        await unlessEnded(rename(aside, join(folder, partName({ number, etag }))))
        await unlessEnded(syncFolder(folder))
        return { number, etag }
      } finally {
        await rm(aside, { force: true })
      }
    },
    async findParts(key, uploadId) {
      checkedKey(key)
      return isUploadId(uploadId) ? findParts(folderOf(shelf, uploadId)) : []
    },
    async completeMultipart(key, uploadId, parts) {
      const etag = await unlessFull(async () => complete(shelf, { key, uploadId, parts }))
      await endUpload(shelf, uploadId)
      return { etag }
    },
    async abortMultipart(key, uploadId) {
      checkedKey(key)
      if (isUploadId(uploadId)) await endUpload(shelf, uploadId)
    },
  }
}

async function start(shelf: Shelf, upload: Upload): Promise<string> {
  const uploadId = randomBytes(16).toString('hex')
  const folder = folderOf(shelf, uploadId)
  await mkdir(folder)
  await writeFile(join(folder, 'about.json'), JSON.stringify(upload), { flush: true })
  await syncFolder(shelf.uploads)
  return uploadId
}

const Upload = z.object({ key: z.string(), contentType: z.string() })
type Upload = z.output<typeof Upload>
type Completion = { key: string; uploadId: string; parts: readonly PartTag[] }

/** Upload ids come back from outside, so they are checked before they become a path. */
const isUploadId = (uploadId: string) => /^[0-9a-f]{32}$/.test(uploadId)

function folderOf(shelf: Shelf, uploadId: string): string {
  if (!isUploadId(uploadId)) throw noUpload()
  return join(shelf.uploads, uploadId)
}

async function findUpload(folder: string, key: string): Promise<Upload | undefined> {
  const text = await unlessMissing(readFile(join(folder, 'about.json'), 'utf8'))
  const upload = text === undefined ? undefined : Upload.parse(JSON.parse(text))
  return upload?.key === checkedKey(key) ? upload : undefined
}

const partName = ({ number, etag }: PartTag) => `${String(number).padStart(5, '0')}-${etag}`

/** A part that was sent twice is there twice: the younger one counts, as in S3. */
async function findParts(folder: string): Promise<StoredPart[]> {
  const names = (await unlessMissing(readdir(folder))) ?? []
  const found = await Promise.all(
    names.filter((name) => /^\d{5}-[0-9a-f]{64}$/.test(name)).map((name) => partIn(folder, name)),
  )
  const youngest = new Map<number, StoredPart>()
  const inOrder = found.filter((one) => one !== undefined).toSorted((a, b) => a.atMs - b.atMs)
  for (const { atMs: _, ...part } of inOrder) youngest.set(part.number, part)
  return [...youngest.values()].toSorted((a, b) => a.number - b.number)
}

async function partIn(folder: string, name: string) {
  const found = await unlessMissing(stat(join(folder, name)))
  return (
    found && {
      number: Number(name.slice(0, 5)),
      etag: name.slice(6),
      sizeBytes: found.size,
      atMs: found.mtimeMs,
    }
  )
}

/** An upload that is aborted while a part arrives takes its folder away. */
async function unlessEnded(work: Promise<void>): Promise<void> {
  if ((await unlessMissing(work.then(() => 'done'))) === undefined) throw noUpload()
}

async function complete(shelf: Shelf, completion: Completion): Promise<string> {
  const before = await findDone(shelf, completion)
  if (before !== undefined) return before
  try {
    return await joinParts(shelf, completion)
  } catch (error) {
    // Another completion of the same upload may have been quicker, and have cleared the parts away.
    const meanwhile = await findDone(shelf, completion)
    if (meanwhile === undefined) throw error
    return meanwhile
  }
}

/** What an earlier completion answered; refuses when the key went to another upload. */
async function findDone(shelf: Shelf, { key, uploadId }: Completion): Promise<string | undefined> {
  const about = await shelf.findAbout(key)
  if (about && about.uploadId !== uploadId) throw objectExists(key)
  return about?.etag
}

async function joinParts(shelf: Shelf, { key, uploadId, parts }: Completion): Promise<string> {
  const folder = folderOf(shelf, uploadId)
  const upload = await findUpload(folder, key)
  if (!upload) throw noUpload()
  const paths = orderedParts(parts).map((part) => pathOf(folder, part))
  const sizes = await Promise.all(paths.map(sizeOf))
  const sizeBytes = sizes.reduce((sum, size) => sum + size, 0)
  const about = { contentType: upload.contentType, sizeBytes, uploadId }
  const stored = await shelf.store(key, about, chunksOfFiles(paths))
  if (!stored) throw objectExists(key)
  return stored.etag
}

/** A part's tag comes from outside too. */
function pathOf(folder: string, part: PartTag): string {
  if (!/^[0-9a-f]{64}$/.test(part.etag)) throw partMissing()
  return join(folder, partName(part))
}

async function sizeOf(path: string): Promise<number> {
  const found = await unlessMissing(stat(path))
  if (!found) throw partMissing()
  return found.size
}

async function* chunksOfFiles(paths: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const path of paths) yield* createReadStream(path, { highWaterMark: 1024 * 1024 })
}

async function endUpload(shelf: Shelf, uploadId: string): Promise<void> {
  await rm(folderOf(shelf, uploadId), { recursive: true, force: true })
}
