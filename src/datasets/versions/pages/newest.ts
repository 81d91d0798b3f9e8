import type { Context } from '../../../core/context.ts'
import { wayToFiles } from '../../access/actions.ts'
import { findNewestVersion } from '../actions.ts'

/** What a dataset's page offers: its newest version, and how its reader gets the files. */
type Offered = Awaited<ReturnType<typeof readOffered>>

const offered = new WeakMap<Context, Promise<Offered>>()

/** The same for all parts of one page: it is read once. */
export function offeredFor(ctx: Context, recordId: string): Promise<Offered> {
  const known = offered.get(ctx) ?? readOffered(ctx, recordId)
  offered.set(ctx, known)
  return known
}

async function readOffered(ctx: Context, recordId: string) {
  const version = await findNewestVersion(ctx, recordId)
  return { version, way: version && (await wayToFiles(ctx, version)) }
}
