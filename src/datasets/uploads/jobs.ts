import type { Context } from '../../core/context.ts'
import type { JobPayloads } from '../../core/ports.ts'
import { newSha256 } from '../../ports/digests.ts'
import { clearUploads as clear, reapUploads as reap } from './actions/clear.ts'
import { verifyUpload as verify } from './actions/verify.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    verify_upload: { uploadId: string }
    clear_uploads: { uploadIds: string[] }
    expire_uploads: Record<string, never>
  }
}

export const verifyUpload = (ctx: Context, { uploadId }: JobPayloads['verify_upload']) =>
  verify(ctx, uploadId, newSha256)

export const clearUploads = (ctx: Context, { uploadIds }: JobPayloads['clear_uploads']) =>
  clear(ctx, uploadIds)

export const expireUploads = async (ctx: Context): Promise<void> => void (await reap(ctx))
