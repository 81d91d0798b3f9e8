import { type Insertable, sql } from 'kysely'
import type { RequestPermitTable } from '../../../db/schema.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { DocumentKind } from '../permits/model.ts'

/**
 * Whose the recipient is, and where it goes: the institution of the request's lab, or the one that the requester belongs
 * to longest; its country unless the request names another.
 */
export const goingOf = async (db: Db, requestId: string) =>
  db
    .selectFrom('request')
    .leftJoin('lab', 'lab.id', 'request.lab_id')
    .leftJoin('institution', (join) =>
      join.on(
        'institution.id',
        '=',
        sql<string>`coalesce(lab.institution_id, (
          select membership.institution_id from membership
          where membership.person_id = request.requester_id and membership.approved_at is not null
          order by membership.approved_at, membership.institution_id limit 1
        ))`,
      ),
    )
    .where('request.id', '=', requestId)
    .select([
      'institution.id as recipientInstitutionId',
      sql<string>`coalesce(request.destination, institution.country, 'CN')`.as(
        'destinationCountry',
      ),
    ])
    .executeTakeFirstOrThrow()

type Recipient = { personId: string; labId: string | null; destination: string | null }

/** The same of what somebody is about to ask for. */
export async function goingTo(db: Db, { personId, labId, destination }: Recipient) {
  const found = await db
    .selectFrom('institution')
    .where(
      'institution.id',
      '=',
      sql<string>`coalesce((select institution_id from lab where id = ${labId}::uuid), (
        select membership.institution_id from membership
        where membership.person_id = ${personId}::uuid and membership.approved_at is not null
        order by membership.approved_at, membership.institution_id limit 1
      ))`,
    )
    .select(['institution.id', 'institution.country'])
    .executeTakeFirst()
  return {
    recipientInstitutionId: found?.id ?? null,
    destinationCountry: destination ?? found?.country ?? 'CN',
  }
}

const shownPermits = (db: Db) =>
  db
    .selectFrom('request_permit')
    .innerJoin('request_item', 'request_item.id', 'request_permit.item_id')
    .innerJoin('permit_rule', 'permit_rule.id', 'request_permit.rule_id')
    .leftJoin('person', 'person.id', 'request_permit.added_by')
    .where('request_permit.removed_at', 'is', null)
    .select([
      'request_permit.id',
      'request_item.request_id as requestId',
      'request_permit.item_id as itemId',
      'request_permit.rule_id as ruleId',
      sql<DocumentKind>`permit_rule.document`.as('document'),
      'request_permit.number',
      'request_permit.issued_on as issuedOn',
      'request_permit.valid_until as validUntil',
      'request_permit.object_key as key',
      'request_permit.file_name as fileName',
      'request_permit.size_bytes as sizeBytes',
      'request_permit.added_at as addedAt',
      sql<{ id: string; name: string } | null>`case when person.id is not null
        then jsonb_build_object('id', person.id, 'name', person.name) end`.as('addedBy'),
    ])

/** The permits of a request, the first first; by `request_permit_of_item`. */
export const permitsOfRequest = async (db: Db, requestId: string) =>
  shownPermits(db)
    .where('request_item.request_id', '=', requestId)
    .orderBy('request_permit.id')
    .execute()

export type ShownRow = Awaited<ReturnType<typeof permitsOfRequest>>[number]

export const findPermit = async (db: Db, id: string) =>
  shownPermits(db).where('request_permit.id', '=', id).executeTakeFirst()

/** What is asked for in a request. */
export const askedItems = async (db: Db, requestId: string) =>
  db
    .selectFrom('request_item')
    .where('request_id', '=', requestId)
    .where('is_asked', '=', true)
    .select(['id', 'record_id as recordId'])
    .orderBy('position')
    .execute()

export async function insertPermit(trx: Trx, row: Insertable<RequestPermitTable>): Promise<string> {
  const { id } = await trx
    .insertInto('request_permit')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function markRemoved(trx: Trx, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('request_permit')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
