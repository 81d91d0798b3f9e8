import type { Context } from '../../../core/context.ts'
import { wayToFiles } from '../../access/actions.ts'
import { findNewestVersion } from '../actions.ts'

/** What a dataset's page offers: its newest version, and how its reader gets the files. */
type Offered = Awaited<ReturnType<typeof readOffered>>

const offered = new WeakMap<Context, Map<string, Promise<Offered>>>()

/** The same for all parts of one page: it is read once. */
export function offeredFor(ctx: Context, recordId: string): Promise<Offered> {
  const ofRequest = offered.get(ctx) ?? new Map<string, Promise<Offered>>()
  offered.set(ctx, ofRequest)
  const known = ofRequest.get(recordId) ?? readOffered(ctx, recordId)
  ofRequest.set(recordId, known)
  return known
}

async function readOffered(ctx: Context, recordId: string) {
  const version = await findNewestVersion(ctx, recordId)
  return { version, way: version && (await wayToFiles(ctx, version)) }
}
