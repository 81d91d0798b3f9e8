import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { releaseKeys } from '../queries/derivatives.ts'
import { orderedPictures } from '../queries/pictures.ts'

/** Before a record's row goes: lets the bytes of its pictures go with it, by a job. */
export async function releasePictures(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  const pictures = await orderedPictures(trx, recordId)
  const keys = await releaseKeys(
    trx,
    pictures.map(({ id }) => id),
  )
  if (keys.length > 0) await ctx.jobs.add(trx, 'remove_objects', { keys })
}
