import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { updateRecord } from '../queries/records.ts'
import { indexRecord } from '../../search/actions.ts'

/** After a record's pictures changed: it is a new version, with another main picture perhaps, and found by it. */
export async function illustrateRecord(
  trx: Trx,
  ctx: Context,
  id: string,
  { mainImageId }: { mainImageId?: string | null },
): Promise<void> {
  await updateRecord(trx, id, {
    ...(mainImageId !== undefined && { main_image_id: mainImageId }),
    updated_at: ctx.now(),
  })
  await indexRecord(trx, id)
}
