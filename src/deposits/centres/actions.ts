import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowAdministrator } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { dayAt, dayIn, defaultZone, type Temporal } from '../../core/time.ts'
import { daysBetween, endOfWorkingDays, type WorkingCalendar } from '../../core/working-days.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { type Holiday, mostDays, type NewCentre, type Part } from './model.ts'
import {
  deleteHoliday,
  findCentreRow,
  holdRunningChecks,
  holidaysFrom,
  insertCentre,
  listCentres,
  listHolidays,
  listParts,
  moveCheck,
  upsertHolidays,
  upsertPart,
  yearsEntered,
} from './queries.ts'
import { centreWords as words } from './words.ts'

/** Institutions that receive deposits: everybody may know. */
export const searchCentres = ({ db }: Context, paging: Paging) => listCentres(db, paging)

export const findCentre = async (ctx: Context, id: string) =>
  isId(id) ? findCentreRow(ctx.db, id) : undefined

/** Makes an institution one that receives deposits. */
export async function addCentre(ctx: Context, input: NewCentre): Promise<{ id: string }> {
  allowAdministrator(ctx)
  return transact(ctx, (trx) => addCentreIn(trx, ctx, input))
}

async function addCentreIn(
  trx: Trx,
  ctx: Context,
  { institution, code, checkDays }: NewCentre,
): Promise<{ id: string }> {
  await getInstitution({ ...ctx, db: trx }, institution)
  const row = { institution_id: institution, code, check_days: checkDays, created_at: ctx.now() }
  await unlessBroken('deposit_centre_code_taken', words.centreTaken, () =>
    unlessBroken('deposit_centre_pkey', words.centreTaken, () => insertCentre(trx, row)),
  )
  await recordChange(trx, ctx, {
    action: 'deposit_centre.create',
    entity: 'deposit_centre',
    entityId: institution,
    institutionId: institution,
    after: { code, checkDays },
  })
  return { id: institution }
}

/** What a package consists of. */
export const searchParts = ({ db }: Context, paging: Paging) => listParts(db, paging)

export async function setPart(ctx: Context, part: Part): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    await upsertPart(trx, part)
    await recordChange(trx, ctx, {
      action: 'deposit_part.set',
      entity: 'deposit_centre',
      entityId: null,
      after: part,
    })
  })
}

export const searchHolidays = ({ db }: Context, paging: Paging) => listHolidays(db, paging)

/** Years whose holidays are not entered, of those that a check begun now or in the next months reaches into. */
export async function yearsNotEntered(ctx: Context): Promise<number[]> {
  const now = ctx.now().toZonedDateTimeISO(defaultZone)
  const years = [...new Set([now.year, now.add({ months: 3 }).year])]
  const entered = await yearsEntered(ctx.db, years)
  return years.filter((year) => !entered.includes(year))
}

/** Enters a day, or all from `day` until the last of a holiday; checks that run are counted again. */
export async function setHoliday(ctx: Context, holiday: Holiday): Promise<void> {
  allowAdministrator(ctx)
  const days = daysBetween(holiday.day, holiday.until ?? holiday.day)
  if (days.length === 0 || days.length > mostDays)
    throw invalidField('until', words.untilWrong(mostDays))
  await transact(ctx, async (trx) => {
    await upsertHolidays(trx, days, holiday)
    await recountChecks(trx)
    await recordChange(trx, ctx, {
      action: 'deposit_holiday.set',
      entity: 'deposit_centre',
      entityId: null,
      after: holiday,
    })
  })
}

export async function removeHoliday(ctx: Context, { day }: { day: string }): Promise<void> {
  allowAdministrator(ctx)
  await transact(ctx, async (trx) => {
    if (!dayIn(day) || !(await deleteHoliday(trx, day)))
      throw new Problem('not-found', words.noHoliday)
    await recountChecks(trx)
    await recordChange(trx, ctx, {
      action: 'deposit_holiday.remove',
      entity: 'deposit_centre',
      entityId: null,
      before: { day },
    })
  })
}

/** A year's holidays are often entered when checks already reach into it: their last days move. */
async function recountChecks(trx: Trx): Promise<void> {
  const running = await holdRunningChecks(trx)
  const first = running[0]?.passedAt
  if (!first) return
  const calendar = await workingDaysFrom(trx, first)
  for (const { id, passedAt, checkDays, checkUntil: until } of running) {
    const last = endOfWorkingDays(passedAt ?? first, checkDays, calendar)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (until?.epochMilliseconds !== last.epochMilliseconds) await moveCheck(trx, id, last)
  }
}

/** The end of the last day that a centre has for what reaches it now. */
export async function checkUntil(ctx: Context, trx: Trx, centreId: string) {
  const centre = await findCentreRow(trx, centreId)
  const now = ctx.now()
  return endOfWorkingDays(now, centre?.checkDays ?? 10, await workingDaysFrom(trx, now))
}

/** Which days are worked from a moment on, for everybody who counts working days: the same that were entered here. */
export async function workingDaysFrom(
  db: Db,
  from: Temporal.Instant,
  zone = defaultZone,
): Promise<WorkingCalendar> {
  return { zone, entered: await holidaysFrom(db, dayAt(from, zone)) }
}
