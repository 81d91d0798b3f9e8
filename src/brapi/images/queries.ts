import { type Insertable, type SqlBool, sql } from 'kysely'
import type { BrapiImageTable } from '../../../db/schema.ts'
import { keptOnly, listedFor } from '../../catalog/visible.ts'
import { type Db, local, type Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import {
  type Filter,
  from,
  ids,
  names,
  nothingBy,
  referenceFilters,
  referencesOf,
  source,
  texts,
  until,
} from '../calls/queries.ts'
import { ofCrop } from '../germplasm/queries.ts'
import { servedType } from './model.ts'

const bound =
  (column: string, sign: '<=' | '>='): Filter =>
  ([value = '']) =>
    sql<SqlBool>`${sql.ref(column)} ${sql.raw(sign)} ${Number(value) || 0}::float8`

/** By what only the keepers of a record are told of its files. */
const forKeepers =
  (filter: Filter): Filter =>
  (values, asking) =>
    sql<SqlBool>`(${keptOnly(asking.actor)} and ${filter(values, asking)})`

/** Pictures of accessions that the viewer finds. */
export const imageSource = source({
  rows: ({ db, actor }) =>
    db
      .selectFrom('image')
      .innerJoin('record', 'record.id', 'image.record_id')
      .where('record.kind', '=', 'accession')
      .where('image.removed_at', 'is', null)
      .where(listedFor(actor))
      .select([
        'image.id',
        'image.record_id as recordId',
        local('image.caption'),
        'image.credit',
        'image.licence',
        'image.original_name as name',
        'image.size_bytes as sizeBytes',
        'image.width',
        'image.height',
        'image.created_at as createdAt',
        sql<boolean>`${keptOnly(actor)}`.as('isKept'),
        referencesOf('image', 'image.id'),
      ]),
  by: 'image.id',
  filters: {
    imageDbId: ids('image.id'),
    imageName: names('image.caption_zh', 'image.caption_en'),
    imageFileName: forKeepers(texts('image.original_name')),
    imageFileSizeMin: forKeepers(bound('image.size_bytes', '>=')),
    imageFileSizeMax: forKeepers(bound('image.size_bytes', '<=')),
    imageWidthMin: bound('image.width', '>='),
    imageWidthMax: bound('image.width', '<='),
    imageHeightMin: bound('image.height', '>='),
    imageHeightMax: bound('image.height', '<='),
    imageTimeStampRangeStart: from('image.created_at'),
    imageTimeStampRangeEnd: until('image.created_at'),
    mimeType: (values) => sql<SqlBool>`${values.includes(servedType)}`,
    commonCropName: ofCrop,
    programDbId: ids('record.institution_id'),
    ...nothingBy(
      'observationUnitDbId',
      'observationDbId',
      'descriptiveOntologyTerm',
      'imageLocation',
      'programName',
    ),
    ...referenceFilters('image', 'image.id'),
  },
})

/** Keeps what was announced, and drops what got no bytes within a week. */
export async function insertAnnounced(
  trx: Trx,
  row: Insertable<BrapiImageTable> & { created_at: Temporal.Instant },
): Promise<string> {
  const weekAgo = row.created_at.subtract({ hours: 7 * 24 })
  await trx.deleteFrom('brapi_image').where('created_at', '<', weekAgo).execute()
  const { id } = await trx
    .insertInto('brapi_image')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What somebody announced, until its bytes arrive. */
export const findAnnounced = async (db: Db, { id, personId }: { id: string; personId: string }) =>
  db
    .selectFrom('brapi_image')
    .where('id', '=', id)
    .where('created_by', '=', personId)
    .where(sql<SqlBool>`not exists (select from image where image.id = brapi_image.id)`)
    .select(['id', 'record_id as recordId', 'described'])
    .executeTakeFirst()

export const dropAnnounced = async (trx: Trx, id: string): Promise<void> => {
  await trx.deleteFrom('brapi_image').where('id', '=', id).execute()
}
