import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting, personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import {
  isOfPeople,
  refuseIdentifiers,
  refuseWithdrawn,
  staffedCollection,
  writableCollection,
} from '../actions.ts'
import type { KitFilter, NewKit } from './model.ts'
import { findKitByCode, insertKit, listKits, lockKit, setFinished } from './queries.ts'
import { kitWords as words } from './words.ts'

type Key = { id: string }
type InCollection = { collection: string }

export async function searchKits(
  ctx: Context,
  { collection: id, ...asked }: Paging & KitFilter & InCollection,
) {
  const collection = await staffedCollection(ctx, id)
  return listKits(ctx.db, ctx.actor, { ...asked, record: collection.id })
}

/** The kit of a collection by code, whom its staff may name. */
export const kitByCode = async ({ db }: Context, key: { record: string; code: string }) =>
  findKitByCode(db, key)

export async function createKit(ctx: Context, input: NewKit, key: InCollection) {
  const collection = await writableCollection(ctx, key.collection)
  if (isOfPeople(collection)) refuseIdentifiers(input)
  return unlessBroken('sample_kit_code_taken', words.codeTaken, () =>
    transact(ctx, async (trx) => {
      const kitId = await insertKit(trx, {
        record_id: collection.id,
        code: input.code,
        created_at: ctx.now(),
        created_by: personIdOf(ctx),
      })
      await recordChange(trx, ctx, {
        action: 'sample_kit.create',
        entity: 'sample_kit',
        entityId: kitId,
        institutionId: collection.institutionId,
        after: input,
      })
      return { id: kitId }
    }),
  )
}

/** Nothing more is put into a kit; answers the collection, whose list it stands in. */
export async function finishKit(ctx: Context, { id }: Key): Promise<{ id: string }> {
  allowWriting(ctx)
  return transact(ctx, async (trx) => {
    const kit = isId(id) ? await lockKit(trx, ctx.actor, id) : undefined
    if (!kit) throw new Problem('not-found', words.noKit)
    refuseWithdrawn({ withdrawnAt: kit.collectionWithdrawnAt })
    if (!kit.finishedAt) {
      await setFinished(trx, kit.id, ctx.now())
      await recordChange(trx, ctx, {
        action: 'sample_kit.finish',
        entity: 'sample_kit',
        entityId: kit.id,
        institutionId: kit.institutionId,
        after: { finished: true },
      })
    }
    return { id: kit.recordId }
  })
}
