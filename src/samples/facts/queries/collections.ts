import { sql } from 'kysely'
import { keptOnly, listedFor } from '../../../catalog/visible.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { LocalText } from '../../../core/text.ts'

export type Standing = {
  isHuman: boolean
  isStaff: boolean
  smallestCell: number
  secret: string
}

/** What decides how a collection is counted. Of a mixed one the rules about people hold for all. */
export async function findStanding(db: Db, actor: Actor, recordId: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select ${isHuman} as "isHuman",
      ${keptOnly(actor)} as "isStaff",
      coalesce(sample_settings.smallest_cell, 10) as "smallestCell",
      (select secret from fact_secret) as secret
    from record
    left join collection on collection.record_id = record.id
    left join sample_settings on sample_settings.record_id = record.id
    where record.id = ${recordId}
  `.execute(db)
  const [row] = rows
  if (!row) throw new Error('A record that was read is there.')
  return row
}

const isHuman = sql<boolean>`(
  coalesce(collection.sample_source = 'human', true)
  or exists (select from donor where donor.record_id = record.id)
)`

type Found = {
  id: string
  title: LocalText
  institution: { id: string; name: LocalText }
  isHuman: boolean
  smallestCell: number
}

/** Listed collections that have samples or were counted, by title. By `record_pkey` and `sample_of_record`. */
export async function findCollections(db: Db, actor: Actor): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select record.id, jsonb_build_object('zh', record.title_zh, 'en', record.title_en) as title,
      jsonb_build_object(
        'id', institution.id,
        'name', jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en)
      ) as institution,
      ${isHuman} as "isHuman",
      coalesce(sample_settings.smallest_cell, 10) as "smallestCell"
    from record
    join institution on institution.id = record.institution_id
    left join collection on collection.record_id = record.id
    left join sample_settings on sample_settings.record_id = record.id
    where record.kind = 'collection' and ${listedFor(actor)} and (
      exists (select from fact_kept where record_id = record.id)
      or exists (select from sample where record_id = record.id)
    )
    order by coalesce(record.title_zh, record.title_en), record.id
  `.execute(db)
  return rows
}

export const findSecret = async (db: Db) =>
  (await db.selectFrom('fact_secret').select('secret').executeTakeFirstOrThrow()).secret

export const findSettings = async (db: Db, recordId: string) =>
  db
    .selectFrom('sample_settings')
    .where('record_id', '=', recordId)
    .select(['smallest_cell as smallestCell', 'version'])
    .executeTakeFirst()

/** Keeps the settings of a collection under the version that was read; undefined: somebody was faster. */
export async function putSettings(
  trx: Trx,
  { recordId, smallestCell, version }: { recordId: string; smallestCell: number; version: number },
) {
  return trx
    .insertInto('sample_settings')
    .values({ record_id: recordId, smallest_cell: smallestCell, version: 2 })
    .onConflict((conflict) =>
      conflict
        .column('record_id')
        .doUpdateSet((eb) => ({
          smallest_cell: smallestCell,
          version: eb('sample_settings.version', '+', 1),
        }))
        .where('sample_settings.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst()
}
