import { type Insertable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { UseReportFileTable, UseReportTable } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { type Bound, prepared } from '../../ports/database.ts'
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

type Owed = { personId: string; before: Temporal.Instant }

const owedToReport = prepared((db, { personId, before }: Bound<Owed>) =>
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
    .limit(20),
)

/** Requests of a person with reports that are due before a moment, the first due on top, at most 20. */
export const owedBefore = async (db: Db, personId: string, before: Temporal.Instant) =>
  owedToReport(db, { personId, before })

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
): Promise<string> {
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
  return id
}

export async function insertDerived(
  trx: Trx,
  rows: readonly { report_id: string; record_id: string; parent_id: string }[],
): Promise<void> {
  await trx
    .insertInto('use_report_derived')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertFile(trx: Trx, row: Insertable<UseReportFileTable>): Promise<string> {
  const { id } = await trx
    .insertInto('use_report_file')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Of one report, the first first; by `use_report_file_of_report`. */
export const filesOfReport = async (db: Db, reportId: string) =>
  db
    .selectFrom('use_report_file')
    .where('report_id', '=', reportId)
    .select(['id', 'object_key as key', 'file_name as name'])
    .orderBy('id')
    .execute()

const title = sql<LocalText>`jsonb_build_object('zh', record.title_zh, 'en', record.title_en)`

/** Accessions of a report that the viewer may know of. */
const derived = (db: Db, viewer: Actor) =>
  db
    .selectFrom('use_report_derived')
    .innerJoin('record', 'record.id', 'use_report_derived.record_id')
    .where(listedFor(viewer))

const reports = (db: Db, viewer: Actor) =>
  db
    .selectFrom('use_report')
    .innerJoin('person', 'person.id', 'use_report.by_id')
    .select((eb) => [
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
      jsonArrayFrom(
        derived(db, viewer)
          .where('use_report_derived.report_id', '=', sql.ref<string>('use_report.id'))
          .select(['record.id', title.as('title'), 'use_report_derived.parent_id as parent'])
          .orderBy('record.id'),
      ).as('derived'),
      jsonArrayFrom(
        eb
          .selectFrom('use_report_file')
          .whereRef('use_report_file.report_id', '=', 'use_report.id')
          .select(['id', 'file_name as name', sql<number>`size_bytes`.as('sizeBytes')])
          .orderBy('id'),
      ).as('files'),
    ])

/** Of a request, the first first: at most 200. */
export const reportsOfRequest = async (db: Db, viewer: Actor, requestId: string) =>
  reports(db, viewer)
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
    .select([
      'id',
      sql<Publication[]>`publications`.as('publications'),
      'patents',
      'varieties',
      'contract_number as contractNumber',
      sql<number | null>`contract_fen::float8`.as('contractFen'),
    ])
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

/** Accessions that came of a record, as far as the viewer may know of them: at most 200. By `use_report_derived_of_parent`. */
export const derivedFrom = async (db: Db, viewer: Actor, recordId: string) =>
  derived(db, viewer)
    .where('use_report_derived.parent_id', '=', recordId)
    .select(['record.id', title.as('title')])
    .distinctOn('record.id')
    .orderBy('record.id')
    .limit(200)
    .execute()
