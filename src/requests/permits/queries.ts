import { type Insertable, sql, type Updateable } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { PermitRuleTable } from '../../../db/schema.ts'
import { listedFor, wholeFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type {
  DestinationCode,
  DocumentKind,
  Effect,
  Material,
  PermitFilter,
  RecipientCode,
} from './model.ts'

export const findRule = async (db: Db, id: string) =>
  ruleRows(db).where('permit_rule.id', '=', id).executeTakeFirst()

export type RuleRow = NonNullable<Awaited<ReturnType<typeof findRule>>>

/** In the order in which they were entered; ended ones too. */
export async function listRules(db: Db, { material, ...paging }: Paging & PermitFilter) {
  const rows = ruleRows(db).$if(material !== undefined, (some) =>
    some.where('permit_rule.material', '=', material ?? ''),
  )
  return pageBy(db, { rows, by: { id: 'permit_rule.id' } }, paging)
}

/** Those that hold on a day, of these materials. */
export async function rulesOn(db: Db, day: string, materials: readonly Material[]) {
  if (materials.length === 0) return []
  return ruleRows(db)
    .where('permit_rule.material', 'in', materials)
    .where('permit_rule.valid_from', '<=', day)
    .where((eb) =>
      eb.or([eb('permit_rule.valid_to', 'is', null), eb('permit_rule.valid_to', '>=', day)]),
    )
    .orderBy('permit_rule.id')
    .execute()
}

export const lockRule = async (trx: Trx, id: string) =>
  ruleRows(trx).where('permit_rule.id', '=', id).forUpdate('permit_rule').executeTakeFirst()

export async function insertRule(trx: Trx, row: Insertable<PermitRuleTable>): Promise<string> {
  const { id } = await trx
    .insertInto('permit_rule')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateRule(trx: Trx, id: string, change: Updateable<PermitRuleTable>) {
  await trx
    .updateTable('permit_rule')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/**
 * Which materials these records are, for who may read their fields. Protection is of what grows or lives in the wild:
 * what is bred or grown is no wild plant, and what does not say so may be one.
 */
export async function materialsOf(db: Db, actor: Actor, recordIds: readonly string[]) {
  if (recordIds.length === 0) return []
  return db
    .selectFrom('record')
    .leftJoin('accession', 'accession.record_id', 'record.id')
    .leftJoin('accession_of_taxon', 'accession_of_taxon.record_id', 'record.id')
    .leftJoin('microbe_profile', 'microbe_profile.record_id', 'record.id')
    .leftJoin('animal_profile', 'animal_profile.record_id', 'record.id')
    .leftJoin('collection', 'collection.record_id', 'record.id')
    .leftJoin('dataset', 'dataset.record_id', 'record.id')
    .where('record.id', 'in', recordIds)
    .where(sql<boolean>`(${listedFor(actor)} or ${wholeFor(actor)})`)
    .select(['record.id', materials])
    .execute()
}

/** MCPD: landraces (300) and what is bred (400–600) are grown; 999 is other. */
const isWild = sql`(accession.sampstat is null or accession.sampstat < '300' or accession.sampstat = '999')`

const materials = sql<Material[]>`array_remove(array[
  case when record.profile = 'plant' then 'plant' end,
  case when 'mushroom' = any (microbe_profile.organism_type) then 'mushroom' end,
  case when record.profile in ('plant', 'microbe') and ${isWild} then case
    when 'national_1' in (accession.protection_level, accession_of_taxon.taxon_protection) then 'wild_plant_1'
    when 'national_2' in (accession.protection_level, accession_of_taxon.taxon_protection) then 'wild_plant_2'
  end end,
  case when record.profile = 'plant' and accession.newly_found then 'new_plant' end,
  case when ${isWild} then 'wild_medicine_' || accession.wild_medicine_class end,
  case when animal_profile.breed_protection is not null then 'listed_breed' end,
  case when record.profile = 'animal' and accession.newly_found then 'new_breed' end,
  'pathogen_' || microbe_profile.pathogen_class,
  case when collection.sample_source = 'human' then 'human_material' end,
  case when dataset.human_genetic or (collection.sample_source = 'human' and 'genomic' = any (collection.dataset_types))
    then 'human_information'
  end,
  dataset.data_grade || '_data'
], null)`.as('materials')

const ruleRows = (db: Db) =>
  db
    .selectFrom('permit_rule')
    .select([
      'permit_rule.id',
      sql<Material>`permit_rule.material`.as('material'),
      sql<RecipientCode>`permit_rule.recipient`.as('recipient'),
      sql<DestinationCode>`permit_rule.destination`.as('destination'),
      sql<Effect>`permit_rule.effect`.as('effect'),
      sql<DocumentKind | null>`permit_rule.document`.as('document'),
      inBoth('clause'),
      inBoth('sentence'),
      'permit_rule.valid_from as validFrom',
      'permit_rule.valid_to as validTo',
      'permit_rule.version',
    ])

const inBoth = <Name extends 'clause' | 'sentence'>(name: Name) =>
  jsonBuildObject({
    zh: sql.ref<string>(`permit_rule.${name}_zh`),
    en: sql.ref<string>(`permit_rule.${name}_en`),
  }).as(name)
