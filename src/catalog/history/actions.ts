import type { Context } from '../../core/context.ts'
import type { Page, Paging } from '../../core/paging.ts'
import { pageOfHistory } from './queries.ts'
import { readsWhole } from '../records/rules/record.ts'
import { getRecord } from '../records/actions/read.ts'

export type HistoryItem = {
  id: string
  at: string
  action: string
  /** Who did it; named to the record's curators only. */
  actor: { type: string; name: string | null }
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/**
 * How a record came to be as it is. Its curators see every change with its fields and who made it;
 * others see when it was published, changed or withdrawn, not the drafts behind.
 */
export async function historyOf(
  ctx: Context,
  id: string,
  paging: Paging,
): Promise<Page<HistoryItem>> {
  const { row } = await getRecord(ctx, id)
  const kept = readsWhole(ctx.actor, row)
  // Who may see a draft keeps it: everybody else sees a record that was published once.
  const since = kept ? undefined : (row.publishedAt ?? ctx.now())
  const page = await pageOfHistory(ctx.db, { recordId: id, since }, paging)
  return {
    ...page,
    items: page.items.map((one) => ({
      id: one.id,
      at: one.at.toString(),
      action: one.action,
      actor: { type: one.actorType, name: kept ? one.actorName : null },
      before: kept ? one.before : {},
      after: kept ? one.after : {},
    })),
  }
}
