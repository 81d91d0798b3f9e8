import { sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Text } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { readBy } from '../requests/queries/requests.ts'
import type { GivenAnswer } from './model.ts'

/** Which of these requests the viewer may see. */
export async function requestsSeen(
  db: Db,
  viewer: Actor,
  ids: readonly string[],
): Promise<{ id: string; number: string; requester: string }[]> {
  return db
    .selectFrom('request')
    .innerJoin('person', 'person.id', 'request.requester_id')
    .where('request.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(readBy(viewer))
    .select(['request.id', 'request.number', 'person.name as requester'])
    .orderBy('request.number')
    .execute()
}

type New = {
  personId: string
  asAdministrator: boolean
  answer: GivenAnswer
  requests: readonly string[]
  at: Temporal.Instant
}

export async function insertBulkDecision(trx: Trx, row: New): Promise<string> {
  const { id } = await trx
    .insertInto('bulk_decision')
    .values({
      person_id: row.personId,
      as_administrator: row.asAdministrator,
      answer: JSON.stringify(row.answer),
      created_at: row.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('bulk_decision_request')
    .values(
      row.requests.map((request, position) => ({
        bulk_decision_id: id,
        request_id: request,
        position,
      })),
    )
    .execute()
  return id
}

export const findBulkDecision = async (db: Db, id: string) =>
  db
    .selectFrom('bulk_decision')
    .where('id', '=', id)
    .select([
      'id',
      'person_id as personId',
      'as_administrator as asAdministrator',
      sql<GivenAnswer>`answer`.as('answer'),
      'created_at as createdAt',
    ])
    .executeTakeFirst()
export type BulkDecisionRow = NonNullable<Awaited<ReturnType<typeof findBulkDecision>>>

/** Its requests in order, and what became of each. */
export const requestsOf = async (db: Db, id: string) =>
  db
    .selectFrom('bulk_decision_request')
    .innerJoin('request', 'request.id', 'bulk_decision_request.request_id')
    .where('bulk_decision_id', '=', id)
    .select([
      'request.id',
      'request.number',
      sql<'pending' | 'decided' | 'refused'>`coalesce(outcome, 'pending')`.as('outcome'),
      sql<Text | null>`refusal`.as('detail'),
    ])
    .orderBy('position')
    .execute()

type Key = { id: string; request: string }

/** Whether a request is still to do; held until the end of the transaction, so that two runs never do it twice. */
export async function holdPending(trx: Trx, { id, request }: Key): Promise<boolean> {
  const row = await trx
    .selectFrom('bulk_decision_request')
    .where('bulk_decision_id', '=', id)
    .where('request_id', '=', request)
    .where('outcome', 'is', null)
    .select('position')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Says once what became of a request. */
export async function putOutcome(
  trx: Trx,
  { id, request }: Key,
  { refusal, at }: { refusal: Text | null; at: Temporal.Instant },
): Promise<void> {
  await trx
    .updateTable('bulk_decision_request')
    .set({
      outcome: refusal ? 'refused' : 'decided',
      refusal: refusal && JSON.stringify(refusal),
      ended_at: at,
    })
    .where('bulk_decision_id', '=', id)
    .where('request_id', '=', request)
    .where('outcome', 'is', null)
    .execute()
}
