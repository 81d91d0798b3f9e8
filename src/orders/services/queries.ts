import { sql } from 'kysely'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { Fields, NewService, Prices, ServiceAnswer, Unit } from './model.ts'

export type ServiceKey = { instrumentId: string; id: string }

/** Services of an instrument in their newest versions, those that are offered first. */
export async function listServices(
  db: Db,
  { instrumentId, offeredOnly }: { instrumentId: string; offeredOnly: boolean },
  paging: Paging,
) {
  const rows = services(db)
    .where('service.instrument_id', '=', instrumentId)
    .$if(offeredOnly, (some) => some.where('service.ended_at', 'is', null))
    .select(hasEnded.as('hasEnded'))
  return pageBy(db, { rows, by: { hasEnded, id: 'service.id' } }, paging)
}

export async function findService(db: Db, id: string) {
  return services(db).where('service.id', '=', id).executeTakeFirst()
}

const hasEnded = sql<number>`(service.ended_at is not null)::int`

const services = (db: Db) =>
  db
    .selectFrom('service')
    .innerJoin('service_version', (join) =>
      join
        .onRef('service_version.instrument_id', '=', 'service.instrument_id')
        .onRef('service_version.service_id', '=', 'service.id')
        .onRef('service_version.number', '=', 'service.version'),
    )
    .select([
      'service.id',
      'service.instrument_id as instrumentId',
      'service.version',
      local('service_version.title'),
      local('service_version.about'),
      sql<Unit>`service_version.unit`.as('unit'),
      'service_version.turnaround_days as turnaroundDays',
      sql<Prices>`service_version.prices`.as('prices'),
      sql<Fields>`service_version.fields`.as('fields'),
      sql<boolean>`service.ended_at is null`.as('active'),
      sql<ServiceAnswer['rating']>`(
        select json_build_object('mean', round(avg(o.rating), 1)::float8, 'count', count(*))
        from service_order o
        where o.instrument_id = service.instrument_id
          and o.service_id = service.id
          and o.rating is not null
        having count(*) > 0
      )`.as('rating'),
    ])

type Made = { at: Temporal.Instant; by: string | null }

export async function insertService(
  trx: Trx,
  { instrumentId, at, by }: Made & { instrumentId: string },
): Promise<string> {
  const { id } = await trx
    .insertInto('service')
    .values({ instrument_id: instrumentId, version: 1, created_at: at, created_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertVersion(
  trx: Trx,
  version: Required<NewService> & ServiceKey & Made & { number: number },
): Promise<void> {
  await trx
    .insertInto('service_version')
    .values({
      instrument_id: version.instrumentId,
      service_id: version.id,
      number: version.number,
      title_zh: version.title.zh,
      title_en: version.title.en,
      about_zh: version.about.zh,
      about_en: version.about.en,
      unit: version.unit,
      turnaround_days: version.turnaroundDays,
      prices: JSON.stringify(version.prices),
      fields: JSON.stringify(version.fields),
      made_at: version.at,
      made_by: version.by,
    })
    .execute()
}

const named = ({ instrumentId, id }: ServiceKey) =>
  sql<boolean>`instrument_id = ${instrumentId}::uuid and id = ${id}::uuid`

export async function lockService(trx: Trx, key: ServiceKey): Promise<void> {
  await trx.selectFrom('service').where(named(key)).select('id').forNoKeyUpdate().execute()
}

export async function updateService(
  trx: Trx,
  key: ServiceKey,
  change: { version: number; ended_at: Temporal.Instant | null },
): Promise<void> {
  await trx.updateTable('service').set(change).where(named(key)).execute()
}
