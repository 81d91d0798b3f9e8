import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { noteForRegistries } from '../../identifiers/actions/note.ts'
import { indexRecords } from '../../search/actions.ts'
import { idsNaming, isNamed, type Named, touchShown } from '../queries/naming.ts'

/**
 * In the transaction of a change to what is said of shown records beside their own fields: harvesters, search and
 * registries see them as changed, while whoever edits one of them has no newer version to read.
 */
export async function redescribe(trx: Trx, ctx: Context, ids: readonly string[]): Promise<void> {
  const touched = await touchShown(trx, ids, ctx.now())
  await indexRecords(trx, touched)
  for (const id of touched)
    // oxlint-disable-next-line no-await-in-loop -- on one connection
    await noteForRegistries(trx, ctx, id)
}

/**
 * In the transaction of a change to the title, the identifiers or the visibility of a record: a job marks those that
 * name it, however many they are.
 */
export async function redescribeNaming(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  if (await isNamed(trx, { record: recordId }))
    await addRedescribing(trx, ctx, { record: recordId })
}

const addRedescribing = (trx: Trx, ctx: Context, named: Named) =>
  ctx.jobs.add(trx, 'redescribe_records', named, {
    key: `redescribe-${'record' in named ? named.record : named.institution}`,
  })

const batchSize = 200
const firstId = '00000000-0000-0000-0000-000000000000'

/** For the job: marks all that name a record or an institution, batch by batch, so that no transaction is long. */
export async function redescribeAllNaming(ctx: Context, named: Named): Promise<void> {
  for (let after = firstId; ;) {
    // oxlint-disable-next-line no-await-in-loop -- batch after batch
    const ids = await idsNaming(ctx.db, named, { after, limit: batchSize })
    const last = ids.at(-1)
    if (last === undefined) return
    // oxlint-disable-next-line no-await-in-loop -- the same
    await transact(ctx, (trx) => redescribe(trx, ctx, ids))
    after = last
  }
}
