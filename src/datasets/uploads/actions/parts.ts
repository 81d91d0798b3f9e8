import { type Context, transact } from '../../../core/context.ts'
import { allowWriting } from '../../../core/permission.ts'
import type { Bytes, StoredPart } from '../../../core/ports.ts'
import { Problem } from '../../../core/problem.ts'
import { partAt } from '../../sending/rules/parts.ts'
import type { ArrivedParts } from '../model.ts'
import {
  lockUpload,
  noteParts,
  partsOfUpload,
  updateUpload,
  type UploadRow,
} from '../queries/uploads.ts'
import { daysToFinish, fitsPart, isLive, isPlain } from '../rules.ts'
import { uploadWords as words } from '../words.ts'
import { begunAtStore, getRow, type Started, started } from './start.ts'
import { uploadIn, type UploadKey } from './read.ts'

/**
 * Notes parts that have arrived, and answers addresses of missing ones. Sent without parts, or with one whose tag could
 * not be read, the store itself is asked what it has: so a sender that was killed goes on without sending a part twice.
 */
export async function noteArrived(
  ctx: Context,
  { parts, wanted, from }: ArrivedParts,
  key: UploadKey,
): Promise<Started> {
  allowWriting(ctx)
  const { upload } = await uploadIn(ctx, key)
  if (isLive(upload.state)) {
    await noteTags(ctx, upload, parts)
    if (parts.length === 0 && from === 1) await askStore(ctx, upload)
  } else if (parts.length > 0) throw new Problem('conflict', words.isOver)
  const row = await getRow(ctx, upload.id)
  const arrived = wanted === 0 ? [] : await partsOfUpload(ctx.db, upload.id)
  const numbers = new Set(arrived.map(({ number }) => number))
  return started(ctx, row, wanted, { arrived: numbers, from })
}

type Tags = ArrivedParts['parts']

/** Notes the tags that a sender was answered. */
export async function noteTags(ctx: Context, upload: UploadRow, parts: Tags): Promise<void> {
  if (parts.length === 0 || isPlain(upload)) return
  if (parts.some(({ number }) => number > upload.partCount))
    throw new Problem('invalid', words.noPart)
  const tagged = parts.flatMap(({ number, etag }) =>
    etag === undefined
      ? []
      : [{ number, etag: etag.replaceAll('"', ''), sizeBytes: partAt(upload, number).sizeBytes }],
  )
  await keepParts(ctx, upload, tagged)
  if (tagged.length < parts.length) await askStore(ctx, upload)
}

/** Notes what the store has of an upload in parts, whoever sent it. */
export async function askStore(ctx: Context, upload: UploadRow): Promise<void> {
  const { key, multipartId, state } = upload
  if (multipartId === null || state !== 'open') return
  const stored = (await ctx.objects.findParts(key, multipartId)) ?? []
  await keepParts(
    ctx,
    upload,
    stored.filter((part) => fitsPart(upload, part)),
  )
}

async function keepParts(
  ctx: Context,
  { id }: UploadRow,
  parts: readonly StoredPart[],
): Promise<void> {
  if (parts.length === 0) return
  await transact(ctx, async (trx) => {
    const state = await lockUpload(trx, id)
    // What is complete has all its parts: a late note of one changes nothing.
    if (state !== 'open') {
      if (state === undefined || !isLive(state)) throw new Problem('conflict', words.isOver)
      return
    }
    await noteParts(trx, id, { parts, at: ctx.now() })
    await updateUpload(trx, id, { expires_at: ctx.now().add({ hours: 24 * daysToFinish }) })
  })
}

type Body = { body: Bytes | Uint8Array; announcedBytes: number | undefined }

/**
 * Takes the bytes of a part through the service, for senders that cannot reach the store: passed on as they come, and as
 * many as the part has.
 */
export async function receivePart(
  ctx: Context,
  { part, ...key }: UploadKey & { part: number },
  { body, announcedBytes }: Body,
): Promise<{ number: number; etag: string }> {
  allowWriting(ctx)
  const { upload } = await uploadIn(ctx, key)
  if (!Number.isInteger(part) || part < 1 || part > upload.partCount)
    throw new Problem('not-found', words.noPart)
  if (upload.state !== 'open')
    throw new Problem('conflict', isLive(upload.state) ? words.isComplete : words.isOver)
  const { sizeBytes } = partAt(upload, part)
  if (announcedBytes !== sizeBytes) throw new Problem('unreadable', words.wrongLength(sizeBytes))
  if (isPlain(upload)) return { number: part, etag: await putWhole(ctx, upload, body) }
  const { key: at, multipartId } = await begunAtStore(ctx, upload)
  const tag = await ctx.objects.putPart(at, multipartId ?? '', part, body, sizeBytes)
  await keepParts(ctx, upload, [{ ...tag, sizeBytes }])
  return tag
}

/** An earlier try whose answer was lost had stored the file whole; what it holds is verified later. */
async function putWhole(ctx: Context, upload: UploadRow, body: Body['body']): Promise<string> {
  const { key, contentType, sizeBytes } = upload
  try {
    return (await ctx.objects.put(key, body, { contentType, sizeBytes })).etag
  } catch (error) {
    const isThere = error instanceof Problem && error.facts['code'] === 'object_exists'
    const head = isThere ? await ctx.objects.findHead(key) : undefined
    if (!head) throw error
    return head.etag
  }
}
