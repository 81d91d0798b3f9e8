import type { Context } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { personIdOf } from '../../../core/permission.ts'
import { endUploads, openUploadsOf } from '../queries/endings.ts'

/** What is still on its way into a version: some of the names, and how many. */
export const openUploadsIn = async (db: Db, versionId: string) => openUploadsOf(db, versionId)

/** Before a version or a record is deleted: ends what is on its way into it; the bytes go by a job. */
export async function endUploadsOf(
  trx: Trx,
  ctx: Context,
  of: { versionId: string } | { recordId: string },
): Promise<void> {
  const ending = { state: 'cancelled', at: ctx.now(), by: personIdOf(ctx) } as const
  const uploadIds = await endUploads(trx, of, ending)
  if (uploadIds.length > 0) await ctx.jobs.add(trx, 'clear_uploads', { uploadIds })
}
