import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { zonedMoment } from '../../core/letters.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, personIdOf } from '../../core/permission.ts'
import { invalidField } from '../../core/problem.ts'
import { defaultZone, isLater } from '../../core/time.ts'
import { tellPeople } from '../../mail/actions.ts'
import { oneLine } from '../../mail/rules.ts'
import { getKeptPlace, getPlace } from '../places/actions.ts'
import {
  type AlarmFilter,
  type Climate,
  climateForm,
  type NewReadings,
  type Reading,
} from './model.ts'
import {
  countOutside,
  enterReadings,
  findClimate,
  findLatest,
  listAlarms,
  listReadings,
  temperatureByDay,
  writeClimate,
} from './queries.ts'
import { climateWords as words } from './words.ts'

export type { AlarmRow } from './queries.ts'

type Key = { id: string }

/** What a place is kept at, and how it is now; for curators of its institution. */
export async function getClimate(ctx: Context, { id }: Key) {
  const place = await getPlace(ctx, id)
  const [found, latest] = await Promise.all([
    findClimate(ctx.db, place.id),
    findLatest(ctx.db, place.id),
  ])
  return {
    class: null,
    celsiusFrom: null,
    celsiusTo: null,
    humidityFrom: null,
    humidityTo: null,
    of: null,
    ...found,
    id: place.id,
    latest: latest ?? null,
  }
}

export type PlaceClimate = Awaited<ReturnType<typeof getClimate>>

/** Says what a place is kept at, with all inside. */
export async function setClimate(ctx: Context, climate: Climate, { id }: Key) {
  const place = await getKeptPlace(ctx, id)
  await transact(ctx, async (trx) => {
    const found = await findClimate(trx, place.id)
    const { of: _, ...before } = found?.of.id === place.id ? found : { of: null }
    await writeClimate(trx, place.id, climate)
    await recordClimate(trx, ctx, {
      action: 'place.set_climate',
      of: place,
      before,
      after: climateForm.whole(climate),
    })
  })
}

/** The readings of a place, the latest first. */
export async function readingsAt(ctx: Context, { id, ...paging }: Paging & Key) {
  const place = await getPlace(ctx, id)
  return listReadings(ctx.db, place.id, paging)
}

/** Enters readings of a place, all or nothing; the same moment again takes the new values. */
export async function addReadings(ctx: Context, { readings }: NewReadings, { id }: Key) {
  const place = await getKeptPlace(ctx, id)
  const now = ctx.now()
  const late = readings.findIndex(({ at }) => isLater(at, now))
  if (late >= 0) throw invalidField(`readings.${late}.at`, words.future)
  const byMoment = new Map(readings.map((reading) => [reading.at.toString(), reading]))
  return transact(ctx, async (trx) => {
    const entered = { place_id: place.id, entered_at: now, entered_by: personIdOf(ctx) }
    const rows = [...byMoment.values()].map((reading) => ({ ...entered, ...columnsOf(reading) }))
    const moments = await enterReadings(trx, rows)
    const done = { entered: moments.length, outside: await countOutside(trx, place.id, moments) }
    if (done.entered > 0)
      await recordClimate(trx, ctx, { action: 'place.enter_climate', of: place, after: done })
    if (done.outside > 0) await tellOfAlarm(trx, ctx, { place, moments: new Set(byMoment.keys()) })
    return { id: place.id, ...done }
  })
}

type Entered = { place: { id: string; institutionId: string }; moments: ReadonlySet<string> }

/** Tells curators of an alarm that goes on and began with what was entered: once for each. */
async function tellOfAlarm(trx: Trx, ctx: Context, { place, moments }: Entered): Promise<void> {
  const asked = { placeId: place.id, since: daysAgo(ctx, alarmDays), limit: 1 }
  const { items } = await listAlarms(trx, ctx.actor, asked)
  const [alarm] = items
  if (!alarm?.isOpen || !moments.has(alarm.beganAt.toString())) return
  await tellPeople(trx, ctx, {
    letter: 'store_alarm',
    to: { curatorsOf: place.institutionId },
    facts: {
      placeId: place.id,
      place: oneLine(alarm.place.path),
      celsius: rangeText(alarm.celsiusLowest, alarm.celsiusHighest),
      humidity: rangeText(alarm.humidityLowest, alarm.humidityHighest),
      began: zonedMoment(alarm.beganAt, defaultZone),
    },
  })
}

/** `-9.5`, or `-9.5…-4`. */
const rangeText = (lowest: number | null, highest: number | null) =>
  lowest === null ? null : [...new Set([lowest, highest])].join('…')

const columnsOf = ({ at, celsius, humidity }: Reading) => ({
  at,
  celsius: celsius ?? null,
  humidity: humidity ?? null,
})

/** How far back alarms are looked for, and the chart goes. */
const alarmDays = 90
const chartDays = 30
const daysAgo = (ctx: Context, days: number) => ctx.now().subtract({ hours: days * 24 })

/** When places that the actor keeps were outside of their class. */
export async function searchAlarms(ctx: Context, asked: Paging & AlarmFilter) {
  allowReading(ctx)
  return listAlarms(ctx.db, ctx.actor, { ...asked, since: daysAgo(ctx, alarmDays) })
}

/** The same of one place. */
export async function alarmsAt(ctx: Context, { id, ...paging }: Paging & Key) {
  const place = await getPlace(ctx, id)
  const since = daysAgo(ctx, alarmDays)
  return listAlarms(ctx.db, ctx.actor, { ...paging, placeId: place.id, since })
}

/** The temperature of a place by days, for its chart; whoever asks was asked whether they may. */
export const temperatureOf = async (ctx: Context, placeId: string) =>
  temperatureByDay(ctx.db, { placeId, since: daysAgo(ctx, chartDays), zone: defaultZone })

type Change = {
  action: 'place.set_climate' | 'place.enter_climate'
  of: { id: string; institutionId: string }
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

const recordClimate = async (trx: Trx, ctx: Context, { action, of, ...fields }: Change) =>
  recordChange(trx, ctx, {
    action,
    entity: 'place',
    entityId: of.id,
    institutionId: of.institutionId,
    ...fields,
  })
