import { refuseUnlessWriting } from '../catalog/records/actions/input.ts'
import { getRecord } from '../catalog/records/actions/read.ts'
import { catalogWords } from '../catalog/records/words.ts'
import type { Context } from '../core/context.ts'
import { allowReading } from '../core/permission.ts'
import { Problem } from '../core/problem.ts'
import { isId } from '../core/shapes.ts'
import { type Collection, findCollection } from './queries.ts'
import { sampleWords as words } from './words/common.ts'

export type { Collection } from './queries.ts'

/** Whether the caller is staff of a collection. */
export const isStaffOf = async ({ db, actor }: Context, recordId: string): Promise<boolean> =>
  actor.type !== 'anonymous' &&
  isId(recordId) &&
  (await findCollection(db, actor, recordId)) !== undefined

/** A collection for its staff: forbidden to others who may know of it, not-found to the rest. */
export async function staffedCollection(ctx: Context, id: string): Promise<Collection> {
  allowReading(ctx)
  const found = isId(id) ? await findCollection(ctx.db, ctx.actor, id) : undefined
  if (found) return found
  await getRecord(ctx, id, 'collection')
  throw new Problem('forbidden', words.staffOnly)
}

/** The same to change what is in it: not with a token that only reads, and not once the collection is withdrawn. */
export async function writableCollection(ctx: Context, id: string): Promise<Collection> {
  refuseUnlessWriting(ctx.actor)
  const found = await staffedCollection(ctx, id)
  refuseWithdrawn(found)
  return found
}

/** What is in a withdrawn collection stays as it is. */
export function refuseWithdrawn({ withdrawnAt }: Pick<Collection, 'withdrawnAt'>): void {
  if (withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
}
