import type { Text } from '../core/text.ts'
import type { Context } from '../core/context.ts'
import type { Drawing, JobPayloads } from '../core/ports.ts'
import { derivePicture } from './pictures/actions/derive.ts'
import { drawPictureOf } from './pictures/actions/draw.ts'
import { removeObjects as removeStored } from './uploads/actions/intents.ts'
import { reapIntents } from './uploads/actions/reap.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    derive_image: { imageId: string }
    remove_objects: { keys: string[] }
    /** `at`: the moment, ISO 8601, at which the demo says that the picture was added. */
    draw_demo_picture: { recordId: string; caption: Text; at: string } & Parameters<Drawing>[0]
    reap_uploads: Record<string, never>
  }
}

export const deriveImage = (ctx: Context, { imageId }: JobPayloads['derive_image']) =>
  derivePicture(ctx, imageId)

export const removeObjects = (ctx: Context, { keys }: JobPayloads['remove_objects']) =>
  removeStored(ctx, keys)

export const reapUploads = async (ctx: Context): Promise<void> => void (await reapIntents(ctx))

/** Where nobody can draw (no demo), the wish is let go. */
export const drawDemoPicture = async (
  ctx: Context,
  draw: Drawing | undefined,
  payload: JobPayloads['draw_demo_picture'],
): Promise<void> => draw && drawPictureOf(ctx, draw, payload)
