import { type SqlBool, sql } from 'kysely'
import { keptOnly } from '../../catalog/visible.ts'
import { named } from '../../core/database.ts'
import { isId } from '../../core/shapes.ts'
import type { Temporal } from '../../core/time.ts'
import type { Unit } from '../../stock/model.ts'
import {
  type Filter,
  ids,
  names,
  nothingBy,
  referenceFilters,
  referencesOf,
  source,
  textsOf,
} from '../calls/queries.ts'
import { namedGermplasm, ofCrop } from '../germplasm/queries.ts'

/** Filters by what a lot is of. */
const contentFilters: Readonly<Record<string, Filter>> = {
  seedLotDbId: ids('lot.id'),
  commonCropName: ofCrop,
  programDbId: ids('lot.institution_id'),
  germplasmDbId: ids('lot.record_id'),
  germplasmName: textsOf(sql`coalesce(accession.accename[1], record.title_zh, record.title_en)`),
  ...nothingBy('crossDbId', 'crossName'),
}

/** Lots of accessions that the viewer keeps: to everybody else stock is not shown. */
export const seedLotSource = source({
  rows: ({ db, actor }) =>
    db
      .selectFrom('lot')
      .innerJoin('record', 'record.id', 'lot.record_id')
      .innerJoin('accession', 'accession.record_id', 'record.id')
      .innerJoin('institution', 'institution.id', 'lot.institution_id')
      .leftJoin('placement', 'placement.lot_id', 'lot.id')
      .where(keptOnly(actor))
      .select([
        'lot.id',
        'lot.code',
        sql<Unit>`lot.unit`.as('unit'),
        'lot.balance',
        'lot.note',
        'lot.origin',
        'lot.generation',
        sql<string | null>`place_path(placement.place_id)`.as('place'),
        named('institution'),
        namedGermplasm,
        'lot.created_at as createdAt',
        sql<Temporal.Instant>`coalesce(
          (select max(lot_entry.at) from lot_entry where lot_entry.lot_id = lot.id), lot.created_at
        )`.as('changedAt'),
        'lot.frozen_at as frozenAt',
        referencesOf('lot', 'lot.id'),
      ]),
  by: 'lot.id',
  filters: {
    ...contentFilters,
    programName: names('institution.name_zh', 'institution.name_en'),
    ...referenceFilters('lot', 'lot.id'),
  },
})

/**
 * What changed the balance of such lots. A move stands in the ledgers of two lots and is told once, by the one that it
 * came from.
 */
export const transactionSource = source({
  rows: ({ db, actor }) =>
    db
      .selectFrom('lot_entry')
      .innerJoin('lot', 'lot.id', 'lot_entry.lot_id')
      .innerJoin('record', 'record.id', 'lot.record_id')
      .innerJoin('accession', 'accession.record_id', 'record.id')
      .where(keptOnly(actor))
      .where('lot_entry.change', '<>', 0)
      .where(sql<SqlBool>`(lot_entry.change < 0 or lot_entry.other_lot_id is null)`)
      .select([
        'lot_entry.id',
        'lot_entry.lot_id as lotId',
        'lot_entry.other_lot_id as otherLotId',
        'lot_entry.kind',
        sql<Unit>`lot.unit`.as('unit'),
        'lot_entry.change',
        'lot_entry.reason',
        'lot_entry.at',
        referencesOf('lot_entry', 'lot_entry.id'),
      ]),
  by: 'lot_entry.id',
  filters: {
    ...contentFilters,
    transactionDbId: ids('lot_entry.id'),
    // Of either lot, whichever way it went.
    seedLotDbId: (values) => sql<SqlBool>`(
      lot.id = any(${values.filter(isId)}::uuid[])
      or lot_entry.other_lot_id = any(${values.filter(isId)}::uuid[])
    )`,
    // TO: into the named lot; FROM: out of it. Asked beside `seedLotDbId`.
    toSeedLotDbId: (values) => sql<SqlBool>`(case
      when lot_entry.change > 0 then lot.id else lot_entry.other_lot_id
    end = any(${values.filter(isId)}::uuid[]))`,
    fromSeedLotDbId: (values) =>
      sql<SqlBool>`(lot_entry.change < 0 and lot.id = any(${values.filter(isId)}::uuid[]))`,
    ...referenceFilters('lot_entry', 'lot_entry.id'),
  },
})
