import { allowWriting, personIdOf } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { recordChange } from '../../audit/actions.ts'
import { getInstrument, getInstrumentAsStaff } from '../../instruments/actions.ts'
import type { ActionOn } from '../../audit/model.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { Fields, type NewService, Prices, type ServiceAnswer, type ServiceChange } from './model.ts'
import {
  insertService,
  insertVersion,
  listServices,
  lockService,
  type ServiceRow,
  updateService,
} from './queries.ts'
import { orderWords as words } from '../orders/words.ts'

export type ServiceKey = { instrumentId: string; id: string }

/** Services that can be ordered at an instrument; its staff see those that ended too. */
export async function servicesOf(ctx: Context, instrumentId: string): Promise<ServiceAnswer[]> {
  const instrument = await getInstrument(ctx, instrumentId)
  const offeredOnly = !isStaffOf(ctx.actor, instrument)
  const rows = await listServices(ctx.db, { instrumentId: instrument.id, offeredOnly })
  return rows.map(shownService)
}

export async function getService(
  ctx: Context,
  { instrumentId, id }: ServiceKey,
  db: Db = ctx.db,
): Promise<ServiceAnswer> {
  const instrument = await getInstrument({ ...ctx, db }, instrumentId)
  const [row] = isId(id) ? await listServices(db, { instrumentId: instrument.id, id }) : []
  if (!row || (row.endedAt && !isStaffOf(ctx.actor, instrument)))
    throw new Problem('not-found', words.noService)
  return shownService(row)
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
    const { active = before.active, ...content } = change
    const made = { at: ctx.now(), by: personIdOf(ctx) }
    const number = before.version + 1
    await insertVersion(trx, { ...before, ...given(content), ...key, ...made, number })
    await updateService(trx, key, { version: number, endedAt: active ? null : made.at })
    await note(trx, ctx, { action: 'service.change', key, before, after: { ...before, ...change } })
    return getService(ctx, key, trx)
  })
}

type Content = Omit<ServiceChange, 'active'>

/** What is said of a change; what is not said stays. */
const given = ({ title, about, unit, turnaroundDays, prices, fields }: Content) => ({
  ...(title && { title }),
  ...(about && { about }),
  ...(unit && { unit }),
  ...(turnaroundDays !== undefined && { turnaroundDays }),
  ...(prices && { prices }),
  ...(fields && { fields }),
})

const shownService = (row: ServiceRow): ServiceAnswer => ({
  id: row.id,
  instrumentId: row.instrumentId,
  version: row.version,
  title: { zh: row.titleZh, en: row.titleEn },
  about: { zh: row.aboutZh, en: row.aboutEn },
  unit: row.unit,
  turnaroundDays: row.turnaroundDays,
  prices: Prices.parse(row.prices),
  fields: Fields.parse(row.fields),
  active: row.endedAt === null,
  rating:
    row.ratingMean === null
      ? null
      : { mean: Math.round(row.ratingMean * 10) / 10, count: row.ratingCount },
})

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
