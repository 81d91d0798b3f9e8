import { sql } from 'kysely'
import type { Identifier, Kind } from '../../catalog/records/model/record.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'

/** What descriptions say of these institutions; by `institution_pkey`. */
export const findInstitutions = async (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('institution')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .select(['id', 'name_zh as zh', 'name_en as en', 'ror', 'website', 'region', 'wiews'])
    .execute()
export type InstitutionRow = Awaited<ReturnType<typeof findInstitutions>>[number]

export type RelatedRow = {
  recordId: string
  type: string
  isInverse: boolean
  otherId: string
  kind: Kind
  resourceType: string | null
  zh: string | null
  en: string | null
  identifiers: Identifier[]
}

/**
 * What each of these records is related to, of that which the viewer finds: the first related first, `limit` of each at
 * most. By `relation_taken` and `relation_to`.
 */
export async function relatedToEach(
  db: Db,
  actor: Actor,
  { ids, limit }: { ids: readonly string[]; limit: number },
): Promise<RelatedRow[]> {
  const { rows } = await sql<RelatedRow>`
    select related.*
    from unnest(${ids}::uuid[]) as described(id)
    cross join lateral (
      select
        described.id as "recordId",
        side.type,
        side.is_inverse as "isInverse",
        record.id as "otherId",
        record.kind,
        dataset.resource_type_general as "resourceType",
        record.title_zh as zh,
        record.title_en as en,
        coalesce((
          select jsonb_agg(jsonb_build_object('scheme', scheme, 'value', value) order by position)
          from record_identifier
          where record_identifier.record_id = record.id
        ), '[]') as identifiers
      from (
        select id, type, to_id as other_id, false as is_inverse
        from relation where from_id = described.id
        union all
        select id, type, from_id, true
        from relation where to_id = described.id
      ) side
      join record on record.id = side.other_id
      left join dataset on dataset.record_id = record.id
      where ${listedFor(actor)}
      order by side.id
      limit ${limit}
    ) related
  `.execute(db)
  return rows
}
