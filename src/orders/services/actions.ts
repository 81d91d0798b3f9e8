import { allowWriting, personIdOf } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { recordChange } from '../../audit/actions.ts'
import { getInstrument, getInstrumentAsStaff } from '../../instruments/actions.ts'
import type { ActionOn } from '../../audit/model.ts'
import { audienceOf, isStaffOf } from '../../instruments/rules/standing.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import type { NewService, ServiceAnswer, ServiceChange } from './model.ts'
import {
  findService,
  insertService,
  insertVersion,
  listServices,
  lockService,
  type ServiceKey,
  updateService,
} from './queries.ts'
import { orderWords as words } from '../orders/words.ts'

export type { ServiceKey } from './queries.ts'

/** Services that can be ordered at an instrument; its staff see those that ended too. */
export async function searchServices(
  ctx: Context,
  { id: instrumentId, ...paging }: Paging & { id: string },
) {
  const instrument = await getInstrument(ctx, instrumentId)
  const isStaff = isStaffOf(ctx.actor, instrument)
  const audience = ctx.actor.type === 'person' ? audienceOf(ctx.actor, instrument) : undefined
  const found = await listServices(ctx.db, { instrumentId, offeredOnly: !isStaff }, paging)
  return { ...found, items: found.items.map((row) => ({ ...row, isStaff, audience })) }
}

/** A service by its id; of `instrumentId` where that is named. */
export async function getService(
  ctx: Context,
  { instrumentId, id }: { instrumentId?: string; id: string },
  db: Db = ctx.db,
): Promise<ServiceAnswer> {
  const row = isId(id) ? await findService(db, id) : undefined
  if (!row || (instrumentId !== undefined && instrumentId !== row.instrumentId))
    throw new Problem('not-found', words.noService)
  const instrument = await getInstrument({ ...ctx, db }, row.instrumentId)
  if (!row.active && !isStaffOf(ctx.actor, instrument))
    throw new Problem('not-found', words.noService)
  return row
}

export async function createService(
  ctx: Context,
  instrumentId: string,
  input: NewService,
): Promise<ServiceAnswer> {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, instrumentId)
  return transact(ctx, (trx) => createServiceIn(trx, ctx, { instrumentId, input }))
}

/** The same inside a transaction of the caller, who asked whether the actor may. */
export async function createServiceIn(
  trx: Trx,
  ctx: Context,
  { instrumentId, input }: { instrumentId: string; input: NewService },
): Promise<ServiceAnswer> {
  const made = { at: ctx.now(), by: personIdOf(ctx) }
  const id = await insertService(trx, { instrumentId, ...made })
  await insertVersion(trx, { instrumentId, id, number: 1, ...input, ...made })
  await note(trx, ctx, { action: 'service.create', key: { instrumentId, id }, after: input })
  return getService(ctx, { instrumentId, id }, trx)
}

/** Changes a service: a new version for orders to come. `seen` is the version that the writer read. */
export async function changeService(
  ctx: Context,
  key: ServiceKey,
  { change, seen }: { change: ServiceChange; seen: number | undefined },
): Promise<ServiceAnswer> {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, key.instrumentId)
  await getService(ctx, key)
  return transact(ctx, async (trx) => {
    await lockService(trx, key)
    const before = await getService(ctx, key, trx)
    if (seen !== undefined && seen !== before.version) throw new Problem('stale', words.stale)
    const after = { ...before, ...change }
    const made = { at: ctx.now(), by: personIdOf(ctx) }
    const version = before.version + 1
    await insertVersion(trx, { ...after, ...made, number: version })
    await updateService(trx, key, { version, ended_at: after.active ? null : made.at })
    await note(trx, ctx, { action: 'service.change', key, before, after })
    return getService(ctx, key, trx)
  })
}

type Noted = {
  action: ActionOn<'service'>
  key: ServiceKey
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

async function note(trx: Trx, ctx: Context, { action, key, before, after }: Noted) {
  const { institutionId } = await getInstrument({ ...ctx, db: trx }, key.instrumentId)
  await recordChange(trx, ctx, {
    action,
    entity: 'service',
    entityId: key.id,
    institutionId,
    ...(before && { before }),
    after,
  })
}
