import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { asBuffer } from '../../../core/secrets.ts'
import { isId } from '../../../core/shapes.ts'
import type { VersionKey } from '../../versions/actions.ts'
import type { Completion, Completions } from '../model.ts'
import {
  findUpload,
  findUploads,
  lockUpload,
  moveUpload,
  partsOfUpload,
  type UploadRow,
} from '../queries/uploads.ts'
import { isLive, isPlain, missingParts } from '../rules.ts'
import { uploadWords as words } from '../words.ts'
import { askStore, noteTags } from './parts.ts'
import { getWritable, uploadIn, type UploadKey } from './read.ts'
import { type Presented, presented } from './start.ts'

/**
 * Says that all of a file was sent: its stored bytes are joined and verified by a job, and then it joins the version.
 * Asked twice, or at once, it answers how far that is.
 */
export async function completeUpload(
  ctx: Context,
  { parts, sha256 }: Completion,
  key: UploadKey,
): Promise<Presented> {
  allowWriting(ctx)
  const { upload } = await uploadIn(ctx, key)
  if (upload.endedAt !== null && upload.state !== 'attached')
    throw new Problem('conflict', words.isOver)
  if (upload.state === 'open') {
    await noteTags(ctx, upload, parts)
    const { missing, numbers } = await completed(ctx, upload, sha256)
    if (missing > 0)
      throw new Problem('conflict', words.partsMissing(missing), {
        code: 'parts_missing',
        parts: numbers,
      })
  }
  return presented((await uploadIn(ctx, key)).upload)
}

/** The same of many: each is answered as it is then, one that misses parts still open. */
export async function completeUploads(
  ctx: Context,
  { uploads }: Completions,
  key: VersionKey,
): Promise<{ items: Presented[] }> {
  allowWriting(ctx)
  const version = await getWritable(ctx, key)
  const ids = uploads.map(({ id }) => id)
  const hashOf = new Map(uploads.map(({ id, sha256 }) => [id, sha256]))
  const found = await rowsBy(ctx, version.id, ids)
  for (const upload of found)
    // oxlint-disable-next-line no-await-in-loop -- each has its own transaction: none holds the others up
    if (upload.state === 'open')
      await completed(ctx, upload, hashOf.get(upload.id)).catch(unlessOver)
  const now = found.some(({ state }) => state === 'open')
    ? await rowsBy(ctx, version.id, ids)
    : found
  return { items: now.map(presented) }
}

/** One that somebody ended meanwhile does not hold the others up: its state says so. */
function unlessOver(error: unknown): void {
  if (!(error instanceof Problem && error.detail === words.isOver)) throw error
}

/** In the order of the ids. */
async function rowsBy(ctx: Context, versionId: string, ids: readonly string[]) {
  const rows = new Map(
    (await findUploads(ctx.db, versionId, ids.filter(isId))).map((row) => [row.id, row]),
  )
  return ids.map((id) => {
    const row = rows.get(id)
    if (!row) throw new Problem('not-found', words.noUpload)
    return row
  })
}

/** Completes an open upload; answers how many parts are missing, and then nothing is changed. */
async function completed(
  ctx: Context,
  upload: UploadRow,
  sha256: string | undefined,
): Promise<{ missing: number; numbers: number[] }> {
  const first = await missingOf(ctx, upload)
  if (first.missing > 0) await askStore(ctx, upload)
  const { missing, numbers } = first.missing > 0 ? await missingOf(ctx, upload) : first
  if (missing === 0) await transact(ctx, async (trx) => complete(trx, ctx, { upload, sha256 }))
  return { missing, numbers }
}

async function missingOf(ctx: Context, upload: UploadRow) {
  if (isPlain(upload)) return { missing: 0, numbers: [] }
  const arrived = new Set((await partsOfUpload(ctx.db, upload.id)).map(({ number }) => number))
  const { count, numbers } = missingParts(upload, arrived, { most: 100 })
  return { missing: count, numbers }
}

async function complete(
  trx: Trx,
  ctx: Context,
  { upload, sha256 }: { upload: UploadRow; sha256: string | undefined },
): Promise<void> {
  const { id } = upload
  // Whoever was faster has completed it: that is fine. Whoever ended it is heard.
  const state = await lockUpload(trx, id)
  if (state !== 'open') {
    if (state !== undefined && (isLive(state) || state === 'attached')) return
    throw new Problem('conflict', words.isOver)
  }
  if (sha256 !== undefined && upload.sha256 !== null && sha256 !== upload.sha256)
    throw new Problem('conflict', words.otherHash)
  await moveUpload(trx, {
    id,
    to: 'completing',
    completed_at: ctx.now(),
    ...(sha256 !== undefined && { sha256: asBuffer(Buffer.from(sha256, 'hex')) }),
  })
  await ctx.jobs.add(trx, 'verify_upload', { uploadId: id }, { key: `verify_upload:${id}` })
}

/** Ends an upload at any moment before it is attached; its bytes go by a job. Done twice, it is done. */
export async function cancelUpload(
  ctx: Context,
  key: UploadKey,
): Promise<{ id: string; name: string }> {
  allowWriting(ctx)
  const { upload, version } = await uploadIn(ctx, key)
  await transact(ctx, async (trx) => {
    const ended = { ended_at: ctx.now(), ended_by: personIdOf(ctx) }
    if (!(await moveUpload(trx, { id: upload.id, to: 'cancelled', ...ended }))) {
      const { state } = (await findUpload(trx, upload.id)) ?? {}
      if (state === 'attached') throw new Problem('conflict', words.isOver)
      return
    }
    await ctx.jobs.add(trx, 'clear_uploads', { uploadIds: [upload.id] })
    await recordChange(trx, ctx, {
      action: 'upload.cancel',
      entity: 'dataset_version',
      entityId: version.id,
      institutionId: version.institutionId,
      before: { name: upload.name },
    })
  })
  return { id: upload.id, name: upload.name }
}
