import { signedIn } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import type { Context } from '../../../core/context.ts'
import { badCursor, type Page, pageOf, readCursor } from '../../../core/paging.ts'
import { countNotices, listNotices, type NoticeRow } from '../queries/notices.ts'

export type { NoticeRow } from '../queries/notices.ts'

const countedTo = 10_000

/** What I was told of bookings, newest first, whether by letter or not. */
export async function myNotices(
  ctx: Context,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<Page<NoticeRow>> {
  const { personId } = signedIn(ctx)
  const before = after === undefined ? undefined : String(readCursor(after, 1)[0])
  if (before !== undefined && !isId(before)) throw badCursor()
  const rows = await listNotices(ctx.db, { personId, limit, after: before })
  const count = await countNotices(ctx.db, personId, countedTo + 1)
  return {
    ...pageOf(rows, limit, ({ id }) => [id]),
    total: { value: Math.min(count, countedTo), relation: count > countedTo ? 'gte' : 'eq' },
  }
}
