import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database } from '../../../db/schema.ts'
import type { Kind } from '../../catalog/records/model/record.ts'
import { type Db, local } from '../../core/database.ts'
import type { LocalText } from '../../core/text.ts'
import type { Answer, Delivery } from '../requests/model/events.ts'
import type { LotFacts, Organisation } from './model.ts'

/** A request with who asks whom. */
export const findRequestFacts = async (db: Db, id: string) =>
  db
    .selectFrom('request')
    .innerJoin('institution as provider', 'provider.id', 'request.institution_id')
    .leftJoin('record as collection', 'collection.id', 'request.collection_id')
    .innerJoin('person', 'person.id', 'request.requester_id')
    .leftJoin('lab', 'lab.id', 'request.lab_id')
    .where('request.id', '=', id)
    .select((eb) => [
      'request.id',
      'request.number',
      'request.institution_id as institutionId',
      'request.collection_id as collectionId',
      'request.requester_id as requesterId',
      'request.purpose',
      'request.address as deliverTo',
      'request.created_at as createdAt',
      organisation('provider').as('provider'),
      sql<LocalText | null>`case when collection.id is null then null
        else jsonb_build_object('zh', collection.title_zh, 'en', collection.title_en) end`.as(
        'collection',
      ),
      'person.name as requesterName',
      'person.email as requesterEmail',
      labName.as('lab'),
      // That of the lab, else the one that the requester has belonged to for longest.
      eb
        .selectFrom('institution as recipient')
        .where(
          sql<boolean>`recipient.id = coalesce(lab.institution_id, (
            select institution_id from membership
            where person_id = request.requester_id and approved_at is not null
            order by approved_at, institution_id
            limit 1
          ))`,
        )
        .select(organisation('recipient').as('organisation'))
        .as('recipient'),
    ])
    .executeTakeFirst()

const labName = sql<LocalText | null>`case when lab.id is null then null
  else jsonb_build_object('zh', lab.name_zh, 'en', lab.name_en) end`

/** The items of a request with what they are of, and the lots that are held back for them. */
export const listItemFacts = async (db: Db, requestId: string) =>
  db
    .selectFrom('request_item')
    .innerJoin('record', 'record.id', 'request_item.record_id')
    .leftJoin('accession', 'accession.record_id', 'record.id')
    .where('request_item.request_id', '=', requestId)
    .select((eb) => [
      'request_item.id',
      'record.id as recordId',
      sql<Kind>`record.kind`.as('kind'),
      local('record.title'),
      'accession.accenumb as number',
      sql<string | null>`nullif(concat_ws(' ', accession.genus, accession.species), '')`.as(
        'taxon',
      ),
      'accession.origcty as origin',
      sql<Delivery>`request_item.delivery`.as('delivery'),
      sql<
        number | null
      >`coalesce(request_item.approved_quantity, request_item.quantity)::float8`.as('quantity'),
      'request_item.unit',
      'request_item.is_loan as isLoan',
      sql<Answer | null>`request_item.answer`.as('answer'),
      sql<boolean>`request_item.ended is not null`.as('isEnded'),
      'request_item.conditions',
      sql<number>`request_item.shipped::float8`.as('shipped'),
      lotsOf(eb).as('lots'),
    ])
    .orderBy('request_item.position')
    .execute()

/** What is held back for an item, lot by lot. */
const lotsOf = (eb: ExpressionBuilder<Database, 'request_item'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('request_reservation')
      .innerJoin('lot', 'lot.id', 'request_reservation.lot_id')
      .innerJoin('lot_reservation', 'lot_reservation.id', 'request_reservation.reservation_id')
      .leftJoin('placement', 'placement.lot_id', 'lot.id')
      .whereRef('request_reservation.item_id', '=', 'request_item.id')
      .select([
        'lot.code',
        'lot.unit',
        sql<string | null>`place_path(placement.place_id)`.as('place'),
        sql<number>`lot_reservation.open::float8`.as('open'),
      ])
      .orderBy('lot.code')
      .$castTo<LotFacts>(),
  )

const organisation = (table: 'provider' | 'recipient') =>
  sql<Organisation>`jsonb_build_object(
    'id', ${sql.ref(`${table}.id`)},
    'country', ${sql.ref(`${table}.country`)},
    'name', jsonb_build_object('zh', ${sql.ref(`${table}.name_zh`)}, 'en', ${sql.ref(`${table}.name_en`)}),
    'address', ${sql.ref(`${table}.address`)},
    'creditCode', ${sql.ref(`${table}.credit_code`)},
    'wiews', ${sql.ref(`${table}.wiews`)}
  )`
