import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { BrapiListTable } from '../../../db/schema.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Asking } from '../calls/model.ts'
import {
  from,
  ids,
  nothingBy,
  referenceFilters,
  referencesOf,
  source,
  texts,
  until,
} from '../calls/queries.ts'
import type { ListType } from './model.ts'

/** One's own, and everybody's to an administrator. */
const shown = ({ actor }: Asking) =>
  actor.type === 'person'
    ? sql<SqlBool>`(${actor.isAdmin} or brapi_list.person_id = ${actor.personId}::uuid)`
    : sql<SqlBool>`${actor.type === 'system'}`

export const listSource = source({
  rows: (asking) =>
    asking.db
      .selectFrom('brapi_list')
      .innerJoin('person', 'person.id', 'brapi_list.person_id')
      .where(shown(asking))
      .select([
        'brapi_list.id',
        sql<ListType>`brapi_list.type`.as('type'),
        'brapi_list.name',
        'brapi_list.description',
        'brapi_list.source',
        sql<number>`cardinality(brapi_list.items)`.as('size'),
        sql<{
          id: string
          name: string
        }>`jsonb_build_object('id', person.id, 'name', person.name)`.as('owner'),
        'brapi_list.created_at as createdAt',
        'brapi_list.updated_at as updatedAt',
        referencesOf('list', 'brapi_list.id'),
      ]),
  by: 'brapi_list.id',
  filters: {
    listDbId: ids('brapi_list.id'),
    listName: texts('brapi_list.name'),
    listType: texts('brapi_list.type'),
    listSource: texts('brapi_list.source'),
    listOwnerPersonDbId: ids('brapi_list.person_id'),
    listOwnerName: texts('person.name'),
    dateCreatedRangeStart: from('brapi_list.created_at'),
    dateCreatedRangeEnd: until('brapi_list.created_at'),
    dateModifiedRangeStart: from('brapi_list.updated_at'),
    dateModifiedRangeEnd: until('brapi_list.updated_at'),
    ...nothingBy('commonCropName', 'programDbId', 'programName'),
    ...referenceFilters('list', 'brapi_list.id'),
  },
})

/** What a list of one's own holds. */
export async function itemsOf(db: Db, id: string): Promise<string[]> {
  const { items } = await db
    .selectFrom('brapi_list')
    .where('id', '=', id)
    .select('items')
    .executeTakeFirstOrThrow()
  return items
}

export async function insertList(trx: Trx, row: Insertable<BrapiListTable>): Promise<string> {
  const { id } = await trx
    .insertInto('brapi_list')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The owner and the items of a list, held until the end of the transaction. */
export const lockList = async (trx: Trx, id: string) =>
  trx
    .selectFrom('brapi_list')
    .where('id', '=', id)
    .select(['person_id as ownerId', 'items'])
    .forUpdate()
    .executeTakeFirst()

export async function updateList(trx: Trx, id: string, change: Updateable<BrapiListTable>) {
  await trx.updateTable('brapi_list').set(change).where('id', '=', id).execute()
}
