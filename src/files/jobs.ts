import type { Context } from '../core/context.ts'
import type { JobPayloads } from '../core/ports.ts'
import { derivePicture } from './pictures/actions/derive.ts'
import { removeObjects as removeStored, reapIntents } from './uploads/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    /** Without `sizes`, all of them. */
    derive_image: { imageId: string; sizes?: ImageSize[] }
    remove_objects: { keys: string[] }
    reap_uploads: Record<string, never>
  }
}

export const deriveImage = (ctx: Context, { imageId, sizes }: JobPayloads['derive_image']) =>
  derivePicture(ctx, imageId, sizes)

export const removeObjects = (ctx: Context, { keys }: JobPayloads['remove_objects']) =>
  removeStored(ctx, keys)

export const reapUploads = async (ctx: Context): Promise<void> => void (await reapIntents(ctx))
