import { roleOf } from '../../bookings/bookings/actions/lock-booking.ts'
import { getBooking } from '../../bookings/bookings/actions/read.ts'
import { nextFree } from '../../bookings/openings/actions.ts'
import { getBookable } from '../../bookings/policies/actions.ts'
import { judge } from '../../bookings/verdict/actions/judge.ts'
import { bookerOf } from '../../bookings/bookings/actions/person.ts'
import { titleOfInstrument } from '../../instruments/rules/title.ts'
import { allowWriting, personIdOf } from '../../core/permission.ts'
import { recordChange } from '../../audit/actions.ts'
import {
  getInstrument,
  getInstrumentAsStaff,
  type InstrumentRow,
} from '../../instruments/actions.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { findByCode, findCode, listUses, putCode } from './queries.ts'
import { findNextOutage } from '../outages/queries.ts'
import { listProblems } from '../problems/queries.ts'
import { codeOf, kioskFacts } from './rules.ts'
import { kioskWords as words } from './words.ts'

export type { UseRow } from './queries.ts'

/** The instrument on which a code stands, and what goes on there. */
export async function kioskAt(ctx: Context, code: string) {
  const instrument = await instrumentAt(ctx, code)
  const now = ctx.now()
  const isStaff = isStaffOf(ctx.actor, instrument)
  const [uses, next, problems] = await Promise.all([
    listUses(ctx.db, { instrumentId: instrument.id, now }),
    findNextOutage(ctx.db, { instrumentId: instrument.id, now }),
    listProblems(ctx.db, { instrumentId: instrument.id, open: true, limit: 200 }),
  ])
  const outage = next?.state === 'running' ? next : undefined
  return {
    code,
    instrument,
    now,
    isStaff,
    outage,
    /** What stopped it is said already. */
    problems: problems.items.filter(({ outageId }) => !outage || outageId !== outage.id),
    ...kioskFacts(uses, { actor: ctx.actor, isStaff, now }),
  }
}
/** When somebody who has nothing to do here may book next, and what else stands in their way; undefined: not soon. */
export async function nextAtKiosk(ctx: Context, instrumentId: string) {
  const instrument = await getBookable(ctx, instrumentId)
  const [opening] = await nextFree(ctx, instrument, 1)
  if (!opening) return undefined
  const { period } = opening
  const of = await bookerOf(ctx, {})
  const { dates } = await judge(ctx, { instrumentId, of, dates: [{ period }] })
  const objections = dates.flatMap((date) => date.objections)
  return { period, objections: objections.filter(({ code }) => code !== 'project_missing') }
}
export type NextAtKiosk = Awaited<ReturnType<typeof nextAtKiosk>>

export type Kiosk = Awaited<ReturnType<typeof kioskAt>>

/** A code says where somebody stands, and gives no right: what one may not see is not there. */
export async function instrumentAt(ctx: Context, code: string): Promise<InstrumentRow> {
  const id = await findByCode(ctx.db, code.toLowerCase())
  if (!id) throw new Problem('not-found', words.noKiosk)
  return getInstrument(ctx, id)
}

/** The code of an instrument's label; for its staff. */
export async function kioskCodeOf(ctx: Context, instrumentId: string) {
  const instrument = await getInstrumentAsStaff(ctx, instrumentId)
  return { instrument, code: await findCode(ctx.db, instrument.id) }
}

/** The code of the instrument of a booking that is to be used or in use, for whose it is and for staff. */
export async function codeForBooking(ctx: Context, bookingId: string) {
  const row = await getBooking(ctx, bookingId)
  const isTo = row.state === 'confirmed' || row.state === 'in_use'
  if (!isTo || roleOf(ctx, row) === undefined) return undefined
  const code = await findCode(ctx.db, row.instrumentId)
  return code === undefined ? undefined : { code, title: titleOfInstrument(row) }
}

/** A new code, which makes the old label useless; by staff. */
export async function makeKioskCode(ctx: Context, instrumentId: string): Promise<string> {
  allowWriting(ctx)
  const instrument = await getInstrumentAsStaff(ctx, instrumentId)
  return transact(ctx, (trx) => makeKioskCodeIn(trx, ctx, instrument))
}

/** The same inside a transaction of the caller, who asked whether the actor may. */
export async function makeKioskCodeIn(
  trx: Trx,
  ctx: Context,
  { id, institutionId }: Pick<InstrumentRow, 'id' | 'institutionId'>,
): Promise<string> {
  const code = codeOf(crypto.getRandomValues(new Uint8Array(10)))
  await putCode(trx, id, { code, at: ctx.now(), by: personIdOf(ctx) })
  await recordChange(trx, ctx, {
    action: 'kiosk.make_code',
    entity: 'instrument',
    entityId: id,
    institutionId,
  })
  return code
}
