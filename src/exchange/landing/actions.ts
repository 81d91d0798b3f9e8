import type { Context } from '../../core/context.ts'
import { openEntries } from '../../samples/directory/actions.ts'
import { listSitemapPart, listSitemapParts } from './queries.ts'
import { sitemapSize } from './rules/sitemap.ts'

/** Numbers of the sitemap's parts. */
export const sitemapPartsOf = (ctx: Context) => listSitemapParts(ctx.db, sitemapSize)

/** Every open biobank, network and research resource. */
export const directoryEntriesOf = async (ctx: Context) => openEntries(ctx, sitemapSize)

/** The public records of one part; none where there is no such part. */
export const sitemapPartOf = async (ctx: Context, part: number) =>
  Number.isSafeInteger(part * sitemapSize) ? listSitemapPart(ctx.db, part, sitemapSize) : []
