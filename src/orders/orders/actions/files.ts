import { personIdOf } from '../../../core/permission.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { asBuffer } from '../../../core/secrets.ts'
import {
  attachObjects,
  discardObjects,
  intendObjects,
  randomName,
} from '../../../files/uploads/actions/intents.ts'
import { fileNameOf } from '../../../files/pictures/rules.ts'
import { insertFile } from '../queries/parts.ts'
import { orderWords as words } from '../words/orders.ts'

export type SentFile = { name: string; bytes: Uint8Array; field: string | null }
export type Stored = SentFile & { key: string; sha256: Buffer }

/** Stores files, then does the work that attaches them; whatever is refused leaves nothing behind. */
export async function withStored<Result>(
  ctx: Context,
  files: readonly SentFile[],
  work: (stored: readonly Stored[]) => Promise<Result>,
): Promise<Result> {
  if (files.some(({ bytes }) => bytes.length === 0)) throw new Problem('invalid', words.emptyFile)
  const year = ctx.now().toString().slice(0, 4)
  const stored = await Promise.all(
    files.map(async (file) => ({
      ...file,
      key: `orders/${year}/${randomName()}`,
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

/** In the transaction of what they belong to. */
export async function attachFiles(
  trx: Trx,
  ctx: Context,
  { order, files }: { order: { instrumentId: string; id: string }; files: readonly Stored[] },
): Promise<void> {
  if (files.length === 0) return
  await attachObjects(
    trx,
    files.map(({ key }) => key),
  )
  for (const { key, name, bytes, sha256, field } of files) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await insertFile(trx, {
      instrument_id: order.instrumentId,
      order_id: order.id,
      key,
      name: fileNameOf(name),
      size_bytes: bytes.length,
      sha256,
      field,
      added_at: ctx.now(),
      added_by: personIdOf(ctx),
    })
  }
}
