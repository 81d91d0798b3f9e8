import type { Context } from '../../core/context.ts'
import { digestOf } from '../../core/digest.ts'
import { cancelUpload, completeUpload } from '../uploads/actions/complete.ts'
import { createUploads } from '../uploads/actions/create.ts'
import { receivePart } from '../uploads/actions/parts.ts'
import type { VersionKey } from '../versions/actions.ts'

/**
 * Takes a file of a form whole: announced, stored and completed as others are, in one go. What does not work leaves no
 * upload behind.
 */
export async function receiveFile(
  ctx: Context,
  { name, bytes }: { name: string; bytes: Uint8Array },
  key: VersionKey,
): Promise<void> {
  const sizeBytes = bytes.length
  const { sha256 } = await digestOf(new Response(Uint8Array.from(bytes)).body ?? emptyBody())
  const { id = '' } = await createUploads(ctx, { name, sizeBytes, sha256 }, key)
  try {
    await receivePart(ctx, { ...key, id, part: 1 }, { body: bytes, announcedBytes: sizeBytes })
    await completeUpload(ctx, { parts: [], sha256 }, { ...key, id })
  } catch (error) {
    await cancelUpload(ctx, { ...key, id })
    throw error
  }
}

const emptyBody = () => new Blob([]).stream()
