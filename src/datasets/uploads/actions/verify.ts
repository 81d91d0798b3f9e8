import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Hashing } from '../../../core/digest.ts'
import type { Trx } from '../../../core/database.ts'
import type { Bytes } from '../../../core/ports.ts'
import { Problem } from '../../../core/problem.ts'
import { asBuffer } from '../../../core/secrets.ts'
import {
  attachObjects,
  discardObjects,
  intendObjects,
  randomName,
} from '../../../files/uploads/actions.ts'
import {
  deleteFileNamed,
  deleteObjectUnused,
  insertFile,
  insertObject,
  lockVersion,
} from '../queries/attach.ts'
import {
  deleteParts,
  findUpload,
  moveUpload,
  noteVerified,
  partsOfUpload,
  type UploadRow,
} from '../queries/uploads.ts'
import { fitsPart, isPlain } from '../rules.ts'
import type { Failure } from '../words.ts'

/** How often progress is noted, and with it whether the upload was cancelled meanwhile. */
const notedEveryBytes = 64 * 1024 * 1024

/**
 * Joins what was sent, reads every stored byte, and gives the file to its version where size and SHA-256 agree. May be
 * done any number of times, also after it was killed anywhere: each step looks at what the last one left.
 */
export async function verifyUpload(
  ctx: Context,
  uploadId: string,
  newHash: () => Hashing,
): Promise<void> {
  const upload = await findUpload(ctx.db, uploadId)
  if (!upload || upload.endedAt !== null || upload.state === 'open') return
  if (upload.state === 'completing') {
    const failure = await joined(ctx, upload)
    if (failure) return fail(ctx, upload, failure)
    if (!(await moveUpload(ctx.db, { id: uploadId, to: 'verifying' }))) return
  }
  const copy = isPlain(upload) && ctx.objects.signedPutOverwrites
  if (copy) await verifyCopy(ctx, upload, newHash)
  else await verifyAt(ctx, upload, { key: upload.key, newHash })
}

/** Why the store has not got the whole; undefined where it has. */
async function joined(ctx: Context, upload: UploadRow): Promise<Failure | undefined> {
  const { id, key, multipartId } = upload
  if (isPlain(upload)) return (await ctx.objects.findHead(key)) ? undefined : 'missing'
  if (multipartId === null) return 'missing'
  try {
    await ctx.objects.completeMultipart(key, multipartId, await partsOfUpload(ctx.db, id))
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return joinedAsStored(ctx, upload, multipartId)
  }
}

/** A tag that a sender told wrongly is not the file's fault: the store knows its parts itself. */
async function joinedAsStored(
  ctx: Context,
  upload: UploadRow,
  multipartId: string,
): Promise<Failure | undefined> {
  const { key } = upload
  const stored = await ctx.objects.findParts(key, multipartId)
  if (!stored) return 'missing'
  if (stored.length !== upload.partCount || !stored.every((part) => fitsPart(upload, part)))
    return 'missing'
  try {
    await ctx.objects.completeMultipart(key, multipartId, stored)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return 'missing'
  }
}

/**
 * Where an address that was signed for these bytes still takes others, they are copied to a key that no address was
 * signed for, and it is the copy that is verified.
 */
async function verifyCopy(ctx: Context, upload: UploadRow, newHash: () => Hashing) {
  const { recordId, contentType } = upload
  const source = await ctx.objects.find(upload.key)
  if (!source) return fail(ctx, upload, 'missing')
  if (source.sizeBytes !== upload.sizeBytes) {
    await source.body.cancel()
    return fail(ctx, upload, 'size')
  }
  const key = `datasets/${recordId}/${randomName()}`
  await intendObjects(ctx, [key], 'original')
  try {
    await ctx.objects.put(key, source.body, { contentType, sizeBytes: source.sizeBytes })
    if (!(await verifyAt(ctx, upload, { key, newHash }))) await discardObjects(ctx, [key])
  } catch (error) {
    await discardObjects(ctx, [key])
    throw error
  }
}

/** Answers whether the file joined its version. */
async function verifyAt(
  ctx: Context,
  upload: UploadRow,
  { key, newHash }: { key: string; newHash: () => Hashing },
): Promise<boolean> {
  const found = await ctx.objects.find(key)
  if (!found) return failed(ctx, upload, 'missing')
  if (found.sizeBytes !== upload.sizeBytes) {
    await found.body.cancel()
    return failed(ctx, upload, 'size')
  }
  const read = await hashed(ctx, upload.id, { body: found.body, hash: newHash() })
  if (!read) return false
  if (read.sizeBytes !== upload.sizeBytes) return failed(ctx, upload, 'size')
  if (upload.sha256 !== null && read.sha256 !== upload.sha256) return failed(ctx, upload, 'sha256')
  return transact(ctx, async (trx) => attach(trx, ctx, { upload, key, sha256: read.sha256 }))
}

/** Reads all of it; undefined where the upload is over meanwhile. */
async function hashed(ctx: Context, id: string, { body, hash }: { body: Bytes; hash: Hashing }) {
  let [sizeBytes, notedBytes] = [0, 0]
  for await (const chunk of body) {
    hash.update(chunk)
    sizeBytes += chunk.length
    if (sizeBytes - notedBytes < notedEveryBytes) continue
    notedBytes = sizeBytes
    if (!(await noteVerified(ctx.db, id, sizeBytes))) return undefined
  }
  return { sizeBytes, sha256: hash.digest() }
}

type Verified = { upload: UploadRow; key: string; sha256: string }

/** One transaction: the object, the file in place of one of that name, and the end of the upload. */
async function attach(trx: Trx, ctx: Context, verified: Verified): Promise<boolean> {
  const { upload, key } = verified
  const version = upload.versionId === null ? undefined : await lockVersion(trx, upload.versionId)
  if (!version) return false
  if (version.publishedAt !== null) {
    await failIn(trx, ctx, upload, 'published')
    return false
  }
  const isCopy = key !== upload.key
  const ended = { ended_at: ctx.now(), verified_bytes: upload.sizeBytes }
  const cleared = isCopy ? {} : { cleared_at: ctx.now() }
  if (!(await moveUpload(trx, { id: upload.id, to: 'attached', ...ended, ...cleared })))
    return false
  if (isCopy) {
    await attachObjects(trx, [key])
    await ctx.jobs.add(trx, 'clear_uploads', { uploadIds: [upload.id] })
  }
  await deleteParts(trx, upload.id)
  const { isReplaced } = await putFile(trx, ctx, { ...verified, version })
  await recordChange(trx, ctx, {
    action: isReplaced ? 'file.replace' : 'file.add',
    entity: 'dataset_version',
    entityId: version.id,
    institutionId: version.institutionId,
    after: { name: upload.name, sizeBytes: upload.sizeBytes, sha256: verified.sha256 },
  })
  return true
}

type Held = NonNullable<Awaited<ReturnType<typeof lockVersion>>>

/** The bytes that no version has any more go by a job. */
async function putFile(
  trx: Trx,
  ctx: Context,
  { upload, key, sha256, version }: Verified & { version: Held },
): Promise<{ isReplaced: boolean }> {
  const at = ctx.now()
  const objectId = await insertObject(trx, {
    record_id: version.recordId,
    key,
    size_bytes: upload.sizeBytes,
    sha256: asBuffer(Buffer.from(sha256, 'hex')),
    verified_at: at,
    checked_at: at,
  })
  await ctx.jobs.add(
    trx,
    'preview_file',
    { objectId, name: upload.name },
    { key: `preview/${objectId}`, once: true, maxTries: 5, priority: 1 },
  )
  const before = await deleteFileNamed(trx, version.id, upload.name)
  await insertFile(trx, {
    version_id: version.id,
    object_id: objectId,
    path: upload.name,
    content_type: upload.contentType,
    description: before?.description ?? null,
    added_at: at,
    added_by: upload.createdBy,
  })
  const unused = before && (await deleteObjectUnused(trx, before.objectId))
  if (unused !== undefined) await ctx.jobs.add(trx, 'remove_objects', { keys: [unused] })
  return { isReplaced: before !== undefined }
}

async function failed(ctx: Context, upload: UploadRow, failure: Failure): Promise<false> {
  await fail(ctx, upload, failure)
  return false
}

const fail = async (ctx: Context, upload: UploadRow, failure: Failure): Promise<void> =>
  transact(ctx, async (trx) => failIn(trx, ctx, upload, failure))

async function failIn(trx: Trx, ctx: Context, { id }: UploadRow, failure: Failure): Promise<void> {
  if (await moveUpload(trx, { id, to: 'failed', failure, ended_at: ctx.now() }))
    await ctx.jobs.add(trx, 'clear_uploads', { uploadIds: [id] })
}
