import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { asBuffer } from '../../core/secrets.ts'
import { discardObjects, intendObjects, randomName } from '../../files/uploads/actions.ts'
import { answerWords as words } from './words.ts'

export type SentFile = { name: string; bytes: Uint8Array; field: string | null }
export type Stored = SentFile & { key: string; sha256: Buffer }

/** Stores files, then runs the work that attaches them; discards them where anything fails. */
export async function storeFiles<Result>(
  ctx: Context,
  { folder, files }: { folder: string; files: readonly SentFile[] },
  work: (stored: readonly Stored[]) => Promise<Result>,
): Promise<Result> {
  if (files.some(({ bytes }) => bytes.length === 0)) throw new Problem('invalid', words.emptyFile)
  const year = ctx.now().toString().slice(0, 4)
  const stored = await Promise.all(
    files.map(async (file) => ({
      ...file,
      key: `${folder}/${year}/${randomName()}`,
      sha256: asBuffer(await crypto.subtle.digest('SHA-256', Uint8Array.from(file.bytes))),
    })),
  )
  const keys = stored.map(({ key }) => key)
  if (keys.length > 0) await intendObjects(ctx, keys, 'original')
  try {
    for (const { key, bytes } of stored) {
      const about = { contentType: 'application/octet-stream', sizeBytes: bytes.length }
      // oxlint-disable-next-line no-await-in-loop -- one upload after the other
      await ctx.objects.put(key, bytes, about)
    }
    return await work(stored)
  } catch (error) {
    if (keys.length > 0) await discardObjects(ctx, keys)
    throw error
  }
}
