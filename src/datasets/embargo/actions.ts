import { editRecordIn, holdRecord } from '../../catalog/records/actions/edit.ts'
import { recordChangeShape } from '../../catalog/records/model/shapes.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { embargoesBefore, findEmbargo } from './queries.ts'
import { embargoWords as words } from './words.ts'

/** Lifts an embargo by hand, by who keeps the dataset: its day is forgotten, for it did not last until then. */
export async function liftEmbargo(ctx: Context, { dataset }: { dataset: string }): Promise<void> {
  allowWriting(ctx)
  await getRecord(ctx, dataset, 'dataset')
  await transact(ctx, async (trx) => {
    await holdRecord(trx, ctx, { id: dataset })
    if (!(await findEmbargo(trx, dataset))) throw new Problem('conflict', words.isNone)
    await lift(trx, ctx, { id: dataset, change: { protected: false, protectedUntil: null } })
  })
}

/** The embargo of a dataset that the actor may know of; undefined where there is none. */
export const embargoOf = async (ctx: Context, recordId: string) => findEmbargo(ctx.db, recordId)

/**
 * Lifts every embargo whose last day is over in the province, each in a transaction of its own: the one flag that all
 * doors ask about, search, and the audit change together. One that cannot be lifted leaves the others alone.
 */
export async function liftEmbargoes(ctx: Context): Promise<void> {
  const today = dayAt(ctx.now(), defaultZone)
  const failed: unknown[] = []
  for (const { id } of await embargoesBefore(ctx.db, today)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each in its own transaction
      await transact(ctx, async (trx) => liftIfOver(trx, ctx, { id, today }))
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} embargoes stay`)
}

/** Somebody may have set another day since the list was read. */
async function liftIfOver(trx: Trx, ctx: Context, { id, today }: { id: string; today: string }) {
  await holdRecord(trx, ctx, { id })
  const embargo = await findEmbargo(trx, id)
  if (!embargo?.until || embargo.until >= today) return
  await lift(trx, ctx, { id, change: { protected: false } })
}

type Lift = { id: string; change: { protected: false; protectedUntil?: null } }

const lift = async (trx: Trx, ctx: Context, { id, change }: Lift) =>
  editRecordIn(trx, ctx, { id, input: recordChangeShape('dataset').parse(change) })
