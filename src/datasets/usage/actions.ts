import { getRecord } from '../../catalog/records/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import { asBuffer } from '../../core/secrets.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { countDaysBefore, findSalt, insertUse, saltOf, usageByMonth } from './queries.ts'
import { totalOf, visitorOf } from './rules.ts'

export type { UsageRow } from './queries.ts'

export type Use = {
  recordId: string
  /** What was asked for: a page, a file, an archive. */
  target: string
  /** Whether files were taken; otherwise it was looked at. */
  isRequest: boolean
}

/** Writes a use down; `who` is what tells one visitor from another. `ctx.db` is writable, though a GET asks. */
export async function writeUse(ctx: Context, use: Use, who: readonly string[]): Promise<void> {
  const day = dayAt(ctx.now(), defaultZone)
  const known = await findSalt(ctx.db, day)
  const salt =
    known?.salt ?? (await saltOf(ctx.db, day, asBuffer(crypto.getRandomValues(new Uint8Array(32)))))
  await insertUse(ctx.db, {
    record_id: use.recordId,
    day,
    at: ctx.now(),
    visitor: visitorOf(salt, who),
    is_request: use.isRequest,
    target: use.target,
  })
}

/** How often a dataset was looked at and downloaded, in all and by month, the newest first. */
export async function usageOf(ctx: Context, { dataset }: { dataset: string }) {
  await getRecord(ctx, dataset, 'dataset')
  return usageIn(ctx, dataset)
}

/** The same of a dataset that was read for the actor. */
export async function usageIn({ db }: Context, dataset: string) {
  const months = await usageByMonth(db, dataset)
  return { total: totalOf(months), months }
}

/** Counts the days that are over and forgets who it was; running twice changes nothing. */
export const countUsage = async (ctx: Context): Promise<void> =>
  transact(ctx, async (trx) => countDaysBefore(trx, dayAt(ctx.now(), defaultZone)))
