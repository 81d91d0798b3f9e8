import { allowWriting, personIdOf } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { recordChange } from '../../audit/actions.ts'
import { getInstrument, getInstrumentAsStaff } from '../../instruments/actions.ts'
import { audienceOf, isStaffOf, type Owned } from '../../instruments/rules/standing.ts'
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
  updateService,
} from './queries.ts'
import { orderWords as words } from '../orders/words.ts'

export type { ServiceKey } from './queries.ts'

type Service = ServiceAnswer & { institutionId: string }

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
): Promise<Service> {
  const row = isId(id) ? await findService(db, id) : undefined
  const at = instrumentId ?? row?.instrumentId
  if (at === undefined) throw new Problem('not-found', words.noService)
  const instrument = await getInstrument({ ...ctx, db }, at)
  if (!row || row.instrumentId !== at || !isShown(ctx, row, instrument))
    throw new Problem('not-found', words.noService)
  return { ...row, institutionId: instrument.institutionId }
}

/** One that has ended is its staff's to see. */
const isShown = ({ actor }: Context, { active }: { active: boolean }, instrument: Owned) =>
  active || isStaffOf(actor, instrument)

/** Offers a service at an instrument; by its staff. */
export async function createService(
  ctx: Context,
  input: NewService,
  { id: instrumentId }: { id: string },
): Promise<Service> {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, instrumentId)
  return transact(ctx, (trx) => createServiceIn(trx, ctx, { instrumentId, input }))
}

/** The same inside a transaction of the caller, who asked whether the actor may. */
export async function createServiceIn(
  trx: Trx,
  ctx: Context,
  { instrumentId, input }: { instrumentId: string; input: NewService },
): Promise<Service> {
  const made = { at: ctx.now(), by: personIdOf(ctx) }
  const created = { instrument_id: instrumentId, created_at: made.at, created_by: made.by }
  const id = await insertService(trx, { ...created, version: 1 })
  await insertVersion(trx, { instrumentId, id, version: 1, ...input, ...made })
  const row = await getService(ctx, { instrumentId, id }, trx)
  const { institutionId } = row
  const audited = { entity: 'service', entityId: id, institutionId, after: input } as const
  await recordChange(trx, ctx, { action: 'service.create', ...audited })
  return row
}

type Changed = { id: string; service: string; version: number | undefined }

/** Changes a service: a new version for orders to come. */
export async function changeService(
  ctx: Context,
  change: ServiceChange,
  { id: instrumentId, service: id, version: seen }: Changed,
): Promise<Service> {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, instrumentId)
  const key = { instrumentId, id }
  await getService(ctx, key)
  return transact(ctx, async (trx) => {
    await lockService(trx, key)
    const before = await getService(ctx, key, trx)
    if (seen !== undefined && seen !== before.version) throw new Problem('stale', words.stale)
    const { institutionId } = before
    const made = { at: ctx.now(), by: personIdOf(ctx) }
    const version = before.version + 1
    const after = { ...before, ...change }
    await insertVersion(trx, { ...after, ...made, version })
    await updateService(trx, key, { version, ended_at: after.active ? null : made.at })
    const audited = { entity: 'service', entityId: id, institutionId, before, after } as const
    await recordChange(trx, ctx, { action: 'service.change', ...audited })
    return getService(ctx, key, trx)
  })
}
