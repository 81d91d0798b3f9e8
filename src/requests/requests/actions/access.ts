import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { isId } from '../../../core/shapes.ts'
import { endEntitlements, insertEntitlement, moveEnd, openEntitlements } from '../queries/log.ts'
import type { RequestRow } from '../queries/requests.ts'
import { entitlementsOf } from '../rules/projections.ts'
import type { Request } from '../rules/state.ts'

/** Makes the rows of entitlements what the events say: a new row for what is new, an end for what is no more. */
export async function settleAccess(
  trx: Trx,
  ctx: Context,
  { row, after }: { row: Pick<RequestRow, 'id'>; after: Request },
): Promise<void> {
  const wanted = entitlementsOf(after)
  const open = await openEntitlements(trx, row.id)
  await endEntitlements(
    trx,
    open.filter((one) => !wanted.some((other) => isSame(one, other))).map(({ id }) => id),
    ctx.now(),
  )
  for (const one of wanted) {
    const found = open.find((other) => isSame(one, other))
    const item = after.items.find(({ id }) => id === one.itemId)
    if (found && String(found.until ?? '') !== (one.until ?? ''))
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      await moveEnd(trx, found.id, one)
    if (!found && item)
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      await insertEntitlement(trx, {
        item_id: one.itemId,
        request_id: row.id,
        person_id: one.personId,
        record_id: item.recordId,
        ...chosenIn(item.target),
        period: one.period,
        since: one.from,
        until: one.until,
      })
  }
}

/** What of a dataset it opens: all of it, a version, or files of one. What cannot be read opens nothing. */
function chosenIn({ versionId, fileIds }: Record<string, unknown>) {
  const version = typeof versionId === 'string' ? versionId : null
  if (fileIds === undefined) return { version_id: version, file_ids: null }
  const files: unknown[] = Array.isArray(fileIds) ? fileIds : []
  const file_ids = files.flatMap((id) => (typeof id === 'string' && isId(id) ? [id] : []))
  return { version_id: version, file_ids }
}

type Keyed = { itemId: string; personId: string; period: number }

const isSame = (one: Keyed, other: Keyed) =>
  one.itemId === other.itemId && one.personId === other.personId && one.period === other.period
