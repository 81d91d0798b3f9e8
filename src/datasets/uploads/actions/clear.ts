import { type Context, transact } from '../../../core/context.ts'
import {
  deleteUploads,
  expireUploads,
  isAttached,
  unclearedUploads,
  unverifiedUploads,
} from '../queries/endings.ts'
import { deleteParts, findUpload, updateUpload, type UploadRow } from '../queries/uploads.ts'
import { daysOfHistory, minutesToClear } from '../rules.ts'

const atOnce = 200

/**
 * Removes what ended uploads left in the store. As long as an address that was signed for one may hold, bytes may still
 * arrive: the row stays uncleared, and is looked at again until then.
 */
export async function clearUploads(ctx: Context, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- housekeeping takes its time, one request after the other
    const upload = await findUpload(ctx.db, id)
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (upload?.endedAt && upload.clearedAt === null) await clear(ctx, upload, upload.endedAt)
  }
}

async function clear(
  ctx: Context,
  { id, key, multipartId }: UploadRow,
  endedAt: NonNullable<UploadRow['endedAt']>,
): Promise<void> {
  if (!(await isAttached(ctx.db, key))) {
    if (multipartId !== null) await ctx.objects.abortMultipart(key, multipartId)
    await ctx.objects.remove(key)
  }
  await deleteParts(ctx.db, id)
  const sure = endedAt.add({ minutes: minutesToClear })
  if (sure.epochMilliseconds <= ctx.now().epochMilliseconds)
    await updateUpload(ctx.db, id, { cleared_at: ctx.now() })
}

/**
 * Ends uploads that nobody goes on with, asks again for what a job gave up on, clears what is left, and forgets what ended
 * long ago. Rows first, then bytes; answers how many of each.
 */
export async function reapUploads(
  ctx: Context,
): Promise<{ expired: number; cleared: number; resumed: number }> {
  const expired = await expireUploads(ctx.db, ctx.now(), 1000)
  const resumed = await unverifiedUploads(ctx.db, ctx.now().subtract({ hours: 1 }))
  await transact(ctx, async (trx) => {
    for (const uploadId of resumed)
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await ctx.jobs.add(trx, 'verify_upload', { uploadId }, { key: `verify_upload:${uploadId}` })
  })
  await clearUploads(ctx, expired)
  const before = ctx.now().subtract({ minutes: minutesToClear })
  let cleared = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the next batch is known once this one is gone
    const ids = await unclearedUploads(ctx.db, before, atOnce)
    if (ids.length === 0) break
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clearUploads(ctx, ids)
    cleared += ids.length
  }
  await deleteUploads(ctx.db, ctx.now().subtract({ hours: 24 * daysOfHistory }))
  return { expired: expired.length, cleared, resumed: resumed.length }
}
