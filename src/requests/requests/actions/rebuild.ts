import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { putMembers, updateItem } from '../queries/log.ts'
import { lockRequest, updateRequest } from '../queries/requests.ts'
import { settleAccess } from './access.ts'
import { loadRequest } from './read.ts'
import { rowOf } from './command.ts'

/** Writes anew what follows from the events of a request: the request's own columns, items, members, entitlements. */
export async function rebuildRequest(trx: Trx, ctx: Context, id: string): Promise<void> {
  const row = await lockRequest(trx, { type: 'system', job: 'rebuild' }, id)
  if (!row) return
  const after = await loadRequest(trx, row)
  await updateRequest(trx, id, rowOf(after))
  await putMembers(trx, id, after.members)
  for (const item of after.items)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await updateItem(trx, item)
  await settleAccess(trx, ctx, { row, after })
}
