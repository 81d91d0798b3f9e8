import { type Expression, type Insertable, type SqlBool, sql } from 'kysely'
import type { ClimateReadingTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { isAdministrator } from '../../core/permission.ts'
import type { Temporal } from '../../core/time.ts'
import { type Bound, preparedOne } from '../../ports/database.ts'
import type { AlarmFilter, Climate, ClimateClass } from './model.ts'
import { boundsOf } from './rules.ts'

/** What a place is kept at, and by which place that is said. */
export const findClimate = async (db: Db, placeId: string) => climateOf(db, { placeId })

const climateOf = preparedOne((db, { placeId }: Bound<{ placeId: string }>) =>
  db
    .selectFrom('store_climate')
    .where('store_climate.place_id', '=', sql<string>`climate_place(${placeId}::uuid)`)
    .select([
      sql<ClimateClass>`store_climate.class`.as('class'),
      'store_climate.celsius_from as celsiusFrom',
      'store_climate.celsius_to as celsiusTo',
      'store_climate.humidity_from as humidityFrom',
      'store_climate.humidity_to as humidityTo',
      sql<{ id: string; path: string }>`jsonb_build_object(
        'id', store_climate.place_id, 'path', place_path(store_climate.place_id)
      )`.as('of'),
    ]),
)

/** Writes what a place is kept at, instead of what it was. */
export async function writeClimate(trx: Trx, placeId: string, climate: Climate): Promise<void> {
  const { celsiusFrom, celsiusTo, humidityFrom, humidityTo } = boundsOf(climate)
  const kept = {
    class: climate.class,
    celsius_from: celsiusFrom,
    celsius_to: celsiusTo,
    humidity_from: humidityFrom,
    humidity_to: humidityTo,
  }
  await trx
    .insertInto('store_climate')
    .values({ place_id: placeId, ...kept })
    .onConflict((conflict) => conflict.column('place_id').doUpdateSet(kept))
    .execute()
}

/** Enters readings; the same moment again takes the new values. How many are new or other than they were. */
export async function enterReadings(
  trx: Trx,
  rows: readonly Insertable<ClimateReadingTable>[],
): Promise<string[]> {
  const done = await trx
    .insertInto('climate_reading')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['place_id', 'at'])
        .doUpdateSet((eb) => ({
          celsius: eb.ref('excluded.celsius'),
          humidity: eb.ref('excluded.humidity'),
          entered_at: eb.ref('excluded.entered_at'),
          entered_by: eb.ref('excluded.entered_by'),
        }))
        .where(
          sql<SqlBool>`(climate_reading.celsius, climate_reading.humidity)
            is distinct from (excluded.celsius, excluded.humidity)`,
        ),
    )
    .returning(sql<string>`climate_reading.at::text`.as('at'))
    .execute()
  return done.map(({ at }) => at)
}

/** How many readings of a place at these moments are outside. */
export async function countOutside(trx: Trx, placeId: string, moments: readonly string[]) {
  const { count } = await readingRows(trx, placeId)
    .where(sql<SqlBool>`climate_reading.at = any(${[...moments]}::timestamptz[])`)
    .where(isOutside)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The readings of a place, the latest first. */
export const listReadings = async (db: Db, placeId: string, paging: Paging) =>
  pageBy(
    db,
    { rows: readingRows(db, placeId), by: { at: 'climate_reading.at' }, direction: 'desc' },
    paging,
  )

export const findLatest = async (db: Db, placeId: string) => latestOf(db, { placeId })

const latestOf = preparedOne((db, { placeId }: Bound<{ placeId: string }>) =>
  readingRows(db, placeId).orderBy('climate_reading.at', 'desc').limit(1),
)

/** The temperature of a place day by day, by the clock of the province. */
export const temperatureByDay = async (
  db: Db,
  { placeId, since, zone }: { placeId: string; since: Temporal.Instant; zone: string },
) => {
  const day = sql<string>`((climate_reading.at at time zone ${zone})::date)::text`
  return db
    .selectFrom('climate_reading')
    .where('place_id', '=', placeId)
    .where('at', '>=', since)
    .where('celsius', 'is not', null)
    .select([
      day.as('day'),
      sql<number>`avg(celsius)`.as('mean'),
      sql<number>`min(celsius)`.as('lowest'),
      sql<number>`max(celsius)`.as('highest'),
    ])
    .groupBy(sql.ref('day'))
    .orderBy(sql.ref('day'))
    .execute()
}

type Since = { since: Temporal.Instant; placeId?: string }

/** Times in which places that the viewer keeps were outside, the latest first. */
export async function listAlarms(
  db: Db,
  viewer: Actor,
  { institution, since, placeId, ...paging }: Paging & AlarmFilter & Since,
) {
  const rows = db
    .selectFrom('place')
    .innerJoin('institution', 'institution.id', 'place.institution_id')
    .innerJoin(alarmsSince(since), (join) => join.onTrue())
    .where(keptBy(viewer))
    .$if(institution !== undefined, (some) =>
      some.where('place.institution_id', '=', institution ?? ''),
    )
    .$if(placeId !== undefined, (some) => some.where('place.id', '=', placeId ?? ''))
    .select([
      'place.id as placeId',
      sql<{ id: string; path: string }>`jsonb_build_object(
        'id', place.id, 'path', place_path(place.id)
      )`.as('place'),
      named('institution'),
      'alarm.beganAt',
      'alarm.lastAt',
      'alarm.isOpen',
      'alarm.readings',
      'alarm.celsiusLowest',
      'alarm.celsiusHighest',
      'alarm.humidityLowest',
      'alarm.humidityHighest',
    ])
  const by = { beganAt: 'alarm.beganAt', placeId: 'place.id' }
  return pageBy(db, { rows, by, direction: 'desc' }, paging)
}

export type AlarmRow = Awaited<ReturnType<typeof listAlarms>>['items'][number]

type Alarm = {
  beganAt: Temporal.Instant
  lastAt: Temporal.Instant
  isOpen: boolean
  readings: number
  celsiusLowest: number | null
  celsiusHighest: number | null
  humidityLowest: number | null
  humidityHighest: number | null
}

const isOutside = sql<SqlBool>`coalesce(
  climate_reading.celsius < store_climate.celsius_from
    or climate_reading.celsius > store_climate.celsius_to
    or climate_reading.humidity < store_climate.humidity_from
    or climate_reading.humidity > store_climate.humidity_to,
  false
)`

/** Readings outside that follow each other, by what the place is kept at now: a file of a logger may come late. */
const alarmsSince = (since: Temporal.Instant) =>
  sql<Alarm>`lateral (
  select
    min(at) as "beganAt",
    max(at) as "lastAt",
    max(at) = max(latest) as "isOpen",
    count(*)::int as readings,
    min(celsius) as "celsiusLowest",
    max(celsius) as "celsiusHighest",
    min(humidity) as "humidityLowest",
    max(humidity) as "humidityHighest"
  from (
    select at, celsius, humidity, outside, max(at) over () as latest,
      row_number() over (order by at) - row_number() over (partition by outside order by at) as run
    from (
      select climate_reading.at, climate_reading.celsius, climate_reading.humidity, ${isOutside} as outside
      from climate_reading
      join store_climate on store_climate.place_id = climate_place(place.id)
      where climate_reading.place_id = place.id and climate_reading.at >= ${since}::timestamptz
    ) judged
  ) runs
  where outside
  group by run
)`.as<'alarm'>('alarm')

const readingRows = (db: Db, placeId: string | Expression<string>) =>
  db
    .selectFrom('climate_reading')
    .leftJoin('store_climate', (join) =>
      join.on('store_climate.place_id', '=', sql<string>`climate_place(${placeId}::uuid)`),
    )
    .where('climate_reading.place_id', '=', placeId)
    .select([
      'climate_reading.at',
      'climate_reading.celsius',
      'climate_reading.humidity',
      sql<boolean>`${isOutside}`.as('isOutside'),
    ])

/** Of institutions that the viewer curates. */
function keptBy(viewer: Actor) {
  if (isAdministrator(viewer)) return sql<SqlBool>`true`
  const ids = viewer.type === 'person' ? [...viewer.curates.institutionIds] : []
  return sql<SqlBool>`place.institution_id = any(${ids}::uuid[])`
}
