import { readdirSync, rmSync, statSync } from 'node:fs'
import { access, mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bytes } from '../core/ports.ts'
import { Problem } from '../core/problem.ts'
import { newSha256 } from './digests.ts'
import { words } from './words.ts'

export type Written = { sizeBytes: number; sha256: string }

/**
 * Writes a new file and makes sure that the disk has it. More or fewer bytes than `sizeBytes` are refused;
 * what has been written by then is the caller's to throw away.
 */
export async function writeDurably(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sizeBytes: number,
): Promise<Written> {
  const file = await open(path, 'wx')
  try {
    const hash = newSha256()
    let written = 0
    for await (const chunk of chunks) {
      written += chunk.byteLength
      if (written > sizeBytes) break
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    if (written !== sizeBytes) throw new Problem('invalid', words.wrongSize, { sizeBytes, written })
    await file.sync()
    return { sizeBytes, sha256: hash.digest() }
  } finally {
    await file.close()
  }
}

/** Bytes in one piece or on their way, as something to loop over. */
export const chunksOf = (body: Uint8Array | Bytes): AsyncIterable<Uint8Array> | Uint8Array[] =>
  body instanceof Uint8Array ? [body] : body

/**
 * Moves a finished folder to its place in one step: false when something is there already.
 * A rename never replaces a folder that has something in it, so of many at once exactly one wins.
 */
export async function publishFolder(from: string, to: string): Promise<boolean> {
  await syncFolder(from)
  const made = await mkdir(dirname(to), { recursive: true })
  try {
    await rename(from, to)
  } catch (error) {
    if (await exists(to)) return false
    throw error
  }
  await syncFolder(dirname(to))
  if (made !== undefined) await syncFolder(dirname(made))
  return true
}

/** Makes new names in a folder last; Windows cannot, and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** undefined where the file or folder is not there; every other failure throws. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT'])

/** Work that writes: a full disk is refused as such. */
export async function unlessFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && fullCodes.has(String(error.code))))
      throw error
    const problem = new Problem('full', words.full)
    problem.cause = error
    throw problem
  }
}

/** Clears what processes that died left behind: entries untouched for `hours`. */
export function sweepFolder(path: string, hours: number): void {
  const before = Date.now() - hours * 3_600_000
  for (const name of readdirSync(path)) {
    const entry = join(path, name)
    // Another process may sweep at the same moment.
    const modifiedAt = statSync(entry, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (modifiedAt < before) rmSync(entry, { recursive: true, force: true })
  }
}
