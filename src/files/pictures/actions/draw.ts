import { getRecord } from '../../../catalog/records/actions/read.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import type { Drawing, JobPayloads } from '../../../core/ports.ts'
import { Temporal } from '../../../core/time.ts'
import { addPicture } from './add.ts'
import { picturesOf } from './read.ts'

/**
 * Draws a demo record's picture and adds it as any other. One that has a picture already is left as it is, and so is
 * one that was withdrawn or deleted meanwhile.
 */
export async function drawPictureOf(
  ctx: Context,
  draw: Drawing,
  { recordId, caption, at, ...wish }: JobPayloads['draw_demo_picture'],
): Promise<void> {
  if (!(await isWanting(ctx, recordId))) return
  const bytes = await ctx.images.rasterise(draw(wish))
  await addPicture({ ...ctx, now: () => Temporal.Instant.from(at) }, recordId, {
    file: { name: `${wish.key.replace(/[^\w-]+/g, '-')}.jpg`, bytes },
    about: { caption, credit: 'Hexi demo', licence: 'CC0-1.0' },
  })
}

async function isWanting(ctx: Context, recordId: string): Promise<boolean> {
  try {
    const { row } = await getRecord(ctx, recordId)
    return row.withdrawnAt === null && (await picturesOf(ctx, recordId)).length === 0
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return false
    throw error
  }
}
