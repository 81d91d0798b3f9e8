import type { Context } from '../../core/context.ts'
import type { Drawing, JobPayloads } from '../../core/ports.ts'
import { picturesOf } from './read.ts'
import { addPicture } from './add.ts'

/** Draws a demo record's picture and adds it as any other; one that has a picture already is left as it is. */
export async function drawPictureOf(
  ctx: Context,
  draw: Drawing,
  { recordId, caption, ...wish }: JobPayloads['draw_demo_picture'],
): Promise<void> {
  if ((await picturesOf(ctx, recordId)).length > 0) return
  const bytes = await ctx.images.rasterise(draw(wish))
  await addPicture(ctx, recordId, {
    file: { name: `${wish.key.replace(/[^\w-]+/g, '-')}.jpg`, bytes },
    about: {
      caption,
      credit: 'Hexi demo',
      licence: 'CC0-1.0',
    },
  })
}
