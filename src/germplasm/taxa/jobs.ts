import { reindexRecords } from '../../catalog/search/actions.ts'
import type { Context } from '../../core/context.ts'
import type { JobPayloads } from '../../core/ports.ts'
import { namesUnder } from './queries.ts'

declare module '../../core/ports.ts' {
  interface JobPayloads {
    /** `formerly`: keys that its records may still have been placed by. */
    reindex_taxon: { taxonId: string; formerly: string[] }
  }
}

/** Places the records of a changed taxon anew, and of all below it: they are found by its names as they are now. */
export async function reindexTaxon(
  ctx: Context,
  { taxonId, formerly }: JobPayloads['reindex_taxon'],
): Promise<void> {
  const names = [...formerly, ...(await namesUnder(ctx.db, taxonId))]
  await reindexRecords(ctx, { genera: [...new Set(names.map((name) => name.replace(/ .*$/, '')))] })
}
