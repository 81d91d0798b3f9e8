import type { Context } from '../core/context.ts'
import type { JobPayloads } from '../core/ports.ts'
import { reindexRecords } from './search/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    reindex_records: { after?: string }
  }
}

/** Makes every search document anew, from where a stopped run was; for changes that touch many records. */
export async function reindexRecordsJob(
  ctx: Context,
  { after }: JobPayloads['reindex_records'],
): Promise<void> {
  await reindexRecords(ctx, { ...(after && { after }) })
}
