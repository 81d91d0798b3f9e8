import type { Context } from '../core/context.ts'
import type { JobPayloads } from '../core/ports.ts'
import { redescribeAllNaming } from './records/actions/redescribe.ts'
import { judgeRecords, reindexRecords } from './search/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    reindex_records: { after?: string }
    redescribe_records: { record: string } | { institution: string }
    judge_records: Record<string, never>
  }
}

/** Makes every search document anew, from where a stopped run was; for changes that touch many records. */
export async function reindexRecordsJob(
  ctx: Context,
  { after }: JobPayloads['reindex_records'],
): Promise<void> {
  await reindexRecords(ctx, { ...(after && { after }) })
}

/** Marks as changed what names a record or an institution that changed. */
export const redescribeRecordsJob = (ctx: Context, named: JobPayloads['redescribe_records']) =>
  redescribeAllNaming(ctx, named)

/** Judges the quality of records that were written before it was kept; usually there are none. */
export async function judgeRecordsJob(ctx: Context): Promise<void> {
  await judgeRecords(ctx)
}
