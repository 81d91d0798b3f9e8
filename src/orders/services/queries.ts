import { type Insertable, sql, type Updateable } from 'kysely'
import type { ServiceTable } from '../../../db/schema.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { Fields } from '../forms/model.ts'
import type { Prices, Unit } from '../prices/model.ts'
import type { NewService, ServiceAnswer } from './model.ts'

export type ServiceKey = { instrumentId: string; id: string }
type Made = { at: Temporal.Instant; by: string | null }

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

export async function insertService(trx: Trx, row: Insertable<ServiceTable>): Promise<string> {
  const inserted = trx.insertInto('service').values(row).returning('id')
  return (await inserted.executeTakeFirstOrThrow()).id
}

type Version = NewService & ServiceKey & Made & { version: number }

export async function insertVersion(trx: Trx, { title, about, ...row }: Version): Promise<void> {
  const values = {
    instrument_id: row.instrumentId,
    service_id: row.id,
    number: row.version,
    title_zh: title.zh,
    title_en: title.en,
    about_zh: about.zh,
    about_en: about.en,
    unit: row.unit,
    turnaround_days: row.turnaroundDays,
    prices: JSON.stringify(row.prices),
    fields: JSON.stringify(row.fields),
    made_at: row.at,
    made_by: row.by,
  }
  await trx.insertInto('service_version').values(values).execute()
}

export async function lockService(trx: Trx, { instrumentId, id }: ServiceKey): Promise<void> {
  await trx
    .selectFrom('service')
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .select('id')
    .forNoKeyUpdate()
    .execute()
}

export async function updateService(
  trx: Trx,
  { instrumentId, id }: ServiceKey,
  change: Updateable<ServiceTable>,
): Promise<void> {
  await trx
    .updateTable('service')
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .set(change)
    .execute()
}
