import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { Unit } from './model.ts'

type Key = { instrumentId: string; id: string }

export type ServiceRow = {
  id: string
  instrumentId: string
  version: number
  titleZh: string | null
  titleEn: string | null
  aboutZh: string | null
  aboutEn: string | null
  unit: Unit
  turnaroundDays: number
  prices: unknown
  fields: unknown
  endedAt: Temporal.Instant | null
  ratingMean: number | null
  ratingCount: number
}

type Asked = { instrumentId: string; id?: string; offeredOnly?: boolean }

/** Services of an instrument in their newest versions, those that are offered first; 100 at most. */
export async function listServices(
  db: Db,
  { instrumentId, id, offeredOnly = false }: Asked,
): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select
      s.id,
      s.instrument_id as "instrumentId",
      s.version,
      v.title_zh as "titleZh",
      v.title_en as "titleEn",
      v.about_zh as "aboutZh",
      v.about_en as "aboutEn",
      v.unit,
      v.turnaround_days as "turnaroundDays",
      v.prices,
      v.fields,
      s.ended_at as "endedAt",
      rated.mean as "ratingMean",
      rated.count as "ratingCount"
    from service s
    join service_version v
      on v.instrument_id = s.instrument_id
      and v.service_id = s.id
      and v.number = s.version
    cross join lateral (
      select avg(o.rating)::float8 as mean, count(*)::int as count
      from service_order o
      where o.instrument_id = s.instrument_id
        and o.service_id = s.id
        and o.rating is not null
    ) rated
    where s.instrument_id = ${instrumentId}::uuid
      and ${id === undefined ? sql`true` : sql`s.id = ${id}::uuid`}
      and ${offeredOnly ? sql`s.ended_at is null` : sql`true`}
    order by s.ended_at is not null, s.id
    limit 100
  `.execute(db)
  return rows
}

export async function insertService(
  trx: Trx,
  service: { instrumentId: string; at: Temporal.Instant; by: string | null },
): Promise<string> {
  const { id } = await trx
    .insertInto('service')
    .values({
      instrument_id: service.instrumentId,
      version: 1,
      created_at: service.at,
      created_by: service.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Version = Key & {
  number: number
  title: LocalText
  about: LocalText
  unit: Unit
  turnaroundDays: number
  prices: unknown
  fields: unknown
  at: Temporal.Instant
  by: string | null
}

export async function insertVersion(trx: Trx, version: Version): Promise<void> {
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

export async function lockService(trx: Trx, { instrumentId, id }: Key): Promise<void> {
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
  { instrumentId, id }: Key,
  { version, endedAt }: { version: number; endedAt: Temporal.Instant | null },
): Promise<void> {
  await trx
    .updateTable('service')
    .set({ version, ended_at: endedAt })
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}
