import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { PartAddress } from '../../sending/model.ts'
import { findUpload, noteMultipart, type UploadRow } from '../queries/uploads.ts'
import { addressSeconds, isPlain, missingParts } from '../rules.ts'
import { failureWords, uploadWords as words } from '../words.ts'

/** An upload as it is shown; `receivedCount` of what is complete is all. */
export function presented({ partsNoted, bytesNoted, failureCode, ...row }: UploadRow) {
  const isSent = row.state !== 'open' && row.endedAt === null
  return {
    ...row,
    failure: failureCode === null ? null : failureWords[failureCode],
    receivedCount: isSent || row.state === 'attached' ? row.partCount : partsNoted,
    receivedBytes: isSent || row.state === 'attached' ? row.sizeBytes : bytesNoted,
  }
}

export type Presented = ReturnType<typeof presented>

export type Started = Presented & { parts: PartAddress[] }

/** An upload with the addresses of its first missing parts, begun at the store where it is not yet. */
export async function started(
  ctx: Context,
  row: UploadRow,
  wanted: number,
  { arrived = new Set<number>(), from = 1 } = {},
): Promise<Started> {
  const upload = row.state === 'open' && !isPlain(row) ? await begunAtStore(ctx, row) : row
  const { numbers } = missingParts(upload, arrived, { from, most: wanted })
  return { ...presented(upload), parts: await addressesOf(ctx, upload, numbers) }
}

/**
 * An upload in parts as the store knows it. Its row is there first, so the store's name of it is noted afterwards; of two
 * that begin it at once one is given up again.
 */
export async function begunAtStore(ctx: Context, upload: UploadRow): Promise<UploadRow> {
  if (upload.multipartId !== null) return upload
  const { id, key, contentType } = upload
  const { uploadId } = await ctx.objects.startMultipart(key, { contentType })
  const isOurs = await transact(ctx, async (trx) => noteMultipart(trx, id, uploadId))
  if (!isOurs) await ctx.objects.abortMultipart(key, uploadId)
  return getRow(ctx, id)
}

export async function getRow(ctx: Context, id: string): Promise<UploadRow> {
  const row = await findUpload(ctx.db, id)
  if (!row) throw new Problem('not-found', words.noUpload)
  return row
}

/** Where parts are sent; none of an upload that takes no more, or that the store does not know of yet. */
export async function addressesOf(
  ctx: Context,
  upload: Pick<UploadRow, 'key' | 'state' | 'multipartId' | 'contentType' | 'sizeBytes'>,
  numbers: readonly number[],
): Promise<PartAddress[]> {
  const { key, state, multipartId, contentType } = upload
  if (state !== 'open') return []
  const seconds = addressSeconds
  if (isPlain(upload)) {
    if (!numbers.includes(1)) return []
    const { address, headers } = await ctx.objects.signedPut(key, { seconds, contentType })
    return [{ number: 1, url: address, headers }]
  }
  if (multipartId === null) return []
  return Promise.all(
    numbers.map(async (number) => ({
      number,
      url: await ctx.objects.signedPart(key, multipartId, number, { seconds }),
      headers: {},
    })),
  )
}
