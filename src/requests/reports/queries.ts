import { type Insertable, sql } from 'kysely'
import type { UseReportTable } from '../../../db/schema.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { Publication } from './model.ts'

export async function insertDuties(
  trx: Trx,
  rows: readonly { item_id: string; request_id: string; due_at: Temporal.Instant }[],
): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('use_report_duty')
      .values([...rows])
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** What can be reported on and was not. */
const owed = (db: Db) =>
  db
    .selectFrom('use_report_duty')
    .innerJoin('request_item', 'request_item.id', 'use_report_duty.item_id')
    .innerJoin('request', 'request.id', 'use_report_duty.request_id')
    .where('request_item.reported_at', 'is', null)
    .where('request_item.ended', 'is', null)
    .where('request.state', 'not in', ['withdrawn', 'expired'])

/** What of a request nobody reported on yet. */
export const dutiesOf = async (db: Db, requestId: string) =>
  owed(db)
    .where('use_report_duty.request_id', '=', requestId)
    .select(['use_report_duty.item_id as itemId', 'use_report_duty.due_at as dueAt'])
    .orderBy('use_report_duty.item_id')
    .execute()

/** Requests of a person with reports that are overdue, at most 20; by `request_of_requester`. */
export const overdueOf = async (db: Db, personId: string, now: Temporal.Instant) =>
  owed(db)
    .where('request.requester_id', '=', personId)
    .where('use_report_duty.due_at', '<', now)
    .select(['request.id', 'request.number'])
    .distinct()
    .orderBy('request.id')
    .limit(20)
    .execute()

/** Requests of a person with reports that are due before a moment, the first due on top, at most 20. */
export const owedBefore = async (db: Db, personId: string, before: Temporal.Instant) =>
  owed(db)
    .innerJoin('institution', 'institution.id', 'request.institution_id')
    .where('request.requester_id', '=', personId)
    .where('use_report_duty.due_at', '<', before)
    .select([
      'request.id',
      'request.number',
      'institution.name_zh as nameZh',
      'institution.name_en as nameEn',
      sql<Temporal.Instant>`min(use_report_duty.due_at)`.as('dueAt'),
    ])
    .groupBy(['request.id', 'institution.id'])
    .orderBy('dueAt')
    .limit(20)
    .execute()

export async function hasGermplasm(db: Db, recordIds: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('record')
    .where('id', '=', sql<string>`any(${[...recordIds]}::uuid[])`)
    .where('kind', '=', 'accession')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type About = { itemId: string; recordId: string }

export async function insertReport(
  trx: Trx,
  row: Insertable<UseReportTable>,
  items: readonly About[],
): Promise<void> {
  const { id } = await trx
    .insertInto('use_report')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('use_report_item')
    .values(
      items.map(({ itemId, recordId }) => ({
        report_id: id,
        item_id: itemId,
        record_id: recordId,
      })),
    )
    .execute()
}

const reports = (db: Db) =>
  db
    .selectFrom('use_report')
    .innerJoin('person', 'person.id', 'use_report.by_id')
    .select([
      'use_report.id',
      'use_report.at',
      sql<{
        id: string
        name: string
      }>`jsonb_build_object('id', person.id, 'name', person.name)`.as('by'),
      sql<string[]>`array(
        select item_id::text from use_report_item i where i.report_id = use_report.id order by 1
      )`.as('items'),
      'use_report.results',
      sql<Publication[]>`use_report.publications`.as('publications'),
      'use_report.patents',
      'use_report.varieties',
      'use_report.contract_number as contractNumber',
      'use_report.contract_fen as contractFen',
    ])

/** Of a request, the first first: at most 200. */
export const reportsOfRequest = async (db: Db, requestId: string) =>
  reports(db)
    .where('use_report.request_id', '=', requestId)
    .orderBy('use_report.id')
    .limit(200)
    .execute()

/** Published results of the use of a record, the newest first: at most 200 reports. By `use_report_of_record`. */
export const reportsOnRecord = async (db: Db, recordId: string) =>
  db
    .selectFrom('use_report')
    .where(
      'id',
      'in',
      db.selectFrom('use_report_item').where('record_id', '=', recordId).select('report_id'),
    )
    .select(['id', sql<Publication[]>`publications`.as('publications'), 'patents', 'varieties'])
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
