import {
  type Expression,
  type Insertable,
  type RawBuilder,
  type SqlBool,
  sql,
  type Updateable,
} from 'kysely'
import { type Keeper, preparedForKeeper } from '../../../catalog/visible.ts'
import type { RequestTable } from '../../../../db/schema.ts'
import type { Actor, PersonActor, StandIn } from '../../../core/actor.ts'
import { type Db, isoText, pageBy, type Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import type { LocalText } from '../../../core/text.ts'
import { decidesFor } from '../../stewards/queries.ts'
import { dayAt, defaultZone, type Temporal } from '../../../core/time.ts'
import { literally } from '../../../core/like.ts'
import { type Bound, preparedOne } from '../../../ports/database.ts'
import { type RequestState, type Turn, turns } from '../model/events.ts'
import { type RequestFilter, type Role, soonHours } from '../model/request.ts'

/** Requests of which the viewer is a side. */
export const readBy = (viewer: Actor) =>
  viewer.type === 'system' || (viewer.type === 'person' && viewer.isAdmin)
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(${sql.join(
        (['requester', 'steward', 'reviewer', 'supervisor'] as const).map((role) =>
          inRole(viewer, role),
        ),
        sql` or `,
      )})`

/** Requests to which the viewer stands in a role. */
export function inRole(viewer: Actor, role: Role) {
  if (viewer.type === 'anonymous') return sql<SqlBool>`false`
  return viewer.type === 'system' ? sql<SqlBool>`true` : inRoles[role](viewer)
}

/** One id is compared by itself, so that rows are read in the order of an index; no id is nobody's. */
function among(column: RawBuilder<unknown>, given: readonly string[]): RawBuilder<SqlBool> {
  const [first, ...others] = new Set(given)
  if (first === undefined) return sql`false`
  if (others.length === 0) return sql`${column} = ${first}::uuid`
  return sql`${column} = any(${[first, ...others]}::uuid[])`
}

/** The id itself, or what stands for it in a read that is prepared. */
type PersonId = string | Expression<string>

/** What one role of somebody who is away is about; never what they asked for or consent to themselves. */
const actsFor = ({ personId, institutionId, collectionId }: StandIn) => sql`((
    request.institution_id = ${institutionId}::uuid or request.collection_id = ${collectionId}::uuid
  )
  and request.supervisor_id is distinct from ${personId}::uuid
  and not ${isMember(personId)})`

const isMember = (personId: PersonId): RawBuilder<SqlBool> => sql`(
  request.requester_id = ${personId}::uuid or exists (
    select from request_member m
    where m.request_id = request.id and m.person_id = ${personId}::uuid and m.until is null
  ))`

/** A draft is the requester's alone. */
const isSent = sql<SqlBool>`request.submitted_at is not null`

/** Roles that one has by oneself, and not for an institution. */
const own = {
  requester: isMember,
  reviewer: (personId: PersonId) =>
    sql<SqlBool>`(request.reviewer_ids @> array[${personId}::uuid])`,
  supervisor: (personId: PersonId) =>
    sql<SqlBool>`(${isSent} and request.supervisor_id = ${personId}::uuid)`,
}

const inRoles: Readonly<Record<Role, (viewer: PersonActor) => RawBuilder<SqlBool>>> = {
  steward: (viewer) => {
    const { isAll, institutionIds, collectionIds } = decidesAbout(viewer)
    return isAll
      ? isSent
      : sql`(${isSent} and (
          ${among(sql`request.institution_id`, institutionIds)}
          or ${among(sql`request.collection_id`, collectionIds)}
          ${sql.join(
            viewer.standsIn.map((one) => sql`or ${actsFor(one)}`),
            sql` `,
          )}
        ))`
  },
  requester: ({ personId }) => own.requester(personId),
  reviewer: ({ personId }) => own.reviewer(personId),
  supervisor: ({ personId }) => own.supervisor(personId),
}

/** For whom they decide by themselves, in nobody's place. */
const decidesAbout = ({ isAdmin, curates, stewards }: PersonActor): Keeper => ({
  isAll: isAdmin,
  institutionIds: [...curates.institutionIds, ...stewards.institutionIds],
  collectionIds: [...curates.collectionIds, ...stewards.collectionIds],
})

const collection = sql<{ id: string; title: LocalText } | null>`case
  when collection.id is not null then jsonb_build_object(
    'id', collection.id,
    'title', jsonb_build_object('zh', collection.title_zh, 'en', collection.title_en))
end`.as('collection')

type Person = { id: string; name: string }
const person = <Row extends Person | null = Person>(alias: string) =>
  sql<Row>`case
    when ${sql.ref(`${alias}.id`)} is not null
    then jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})
  end`

const requestRows = (db: Db) =>
  db
    .selectFrom('request')
    .innerJoin('institution', 'institution.id', 'request.institution_id')
    .innerJoin('person', 'person.id', 'request.requester_id')
    .leftJoin('record as collection', 'collection.id', 'request.collection_id')
    .select([
      'request.id',
      'request.number',
      sql<RequestState>`request.state`.as('state'),
      sql<Turn | null>`request.turn`.as('turn'),
      person('person').as('requester'),
      sql<{ id: string; name: LocalText }>`jsonb_build_object('id', institution.id,
        'name', jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en))`.as(
        'provider',
      ),
      collection,
      'request.version',
    ])

/**
 * Requests by role: those to decide by when they are due, by `request_of_provider`; others newest first, by
 * `request_of_requester`.
 */
export async function listRequests(
  db: Db,
  viewer: Actor,
  {
    role,
    state,
    turn,
    q,
    limit,
    after,
    ...asked
  }: Paging & RequestFilter & { now: Temporal.Instant },
) {
  const isDesk = role !== 'requester'
  const paging = { limit, after }
  const rows = requestRows(db)
    .leftJoin('person as claimer', 'claimer.id', 'request.claimed_by')
    .where(inRole(viewer, role))
    .$if(state !== undefined, (some) => some.where('request.state', '=', state ?? 'draft'))
    .$if(turn !== undefined, (some) => some.where('request.turn', '=', turn ?? null))
    // What has ended is found by its state.
    .$if(isDesk && state === undefined, (some) => some.where('request.ended_at', 'is', null))
    .$if(q !== undefined, (some) => some.where('request.number', 'ilike', within(q ?? '')))
    .$if(isDesk, (some) => some.where(narrowed(viewer, role, asked)))
    .select(listedColumns(viewer, role))
  return isDesk
    ? pageBy(
        db,
        {
          rows,
          by: {
            dueKey: sql<string>`coalesce(request.due_at, 'infinity')`,
            id: 'request.id',
          },
        },
        paging,
      )
    : pageBy(db, { rows, by: { id: 'request.id' }, direction: 'desc' }, paging)
}

/** How many requests wait in any of these roles, up to a hundred for each; by `request_by_turn`. */
const turnsIn = (roles: readonly (readonly [Role, RawBuilder<SqlBool>])[]) => {
  const waiting = roles.map(
    ([role, isTheirs]) => sql`(
      select count(*)::int from (
        select 1 from request
        where request.turn = ${role} and request.ended_at is null and ${isTheirs}
        limit 100
      ) waiting
    )`,
  )
  return sql<{ count: number }>`select ${sql.join(waiting, sql` + `)} as count`
}

const ownTurns = preparedOne((_, { personId }: Bound<{ personId: string }>) =>
  turnsIn([
    ['requester', own.requester(personId)],
    ['supervisor', own.supervisor(personId)],
    ['reviewer', own.reviewer(personId)],
  ]),
)

/** How many requests wait for somebody themselves: as requester, supervisor or reviewer. */
export const countOwnTurns = async (db: Db, personId: string): Promise<number> =>
  (await ownTurns(db, { personId }))?.count ?? 0

const deskTurns = preparedForKeeper((_, kept) => {
  const isTheirs = kept
    ? sql<SqlBool>`(${isSent} and (
        request.institution_id = any(${kept.institutionIds}::uuid[])
        or request.collection_id = any(${kept.collectionIds}::uuid[])
      ))`
    : isSent
  return turnsIn([['steward', isTheirs]])
})

/** How many wait for those who decide for providers. */
export async function countDeskTurns(db: Db, viewer: PersonActor): Promise<number> {
  if (viewer.standsIn.length === 0) return (await deskTurns(db, decidesAbout(viewer)))?.count ?? 0
  const { rows } = await turnsIn([['steward', inRole(viewer, 'steward')]]).execute(db)
  return rows[0]?.count ?? 0
}

const within = (text: string) => `%${literally(text)}%`

type Narrowed = Pick<RequestFilter, 'label' | 'handler' | 'kind' | 'due'> & {
  now: Temporal.Instant
}

/** What only those who decide narrow by: labels and claims are nobody else's to see. */
function narrowed(viewer: Actor, role: Role, asked: Narrowed): RawBuilder<SqlBool> {
  const { label, handler, kind } = asked
  const conditions = [
    ...(label !== undefined || handler !== undefined ? [isTheirs(viewer, role)] : []),
    ...(label === undefined ? [] : [sql`request.labels @> array[${label}::text]`]),
    ...(handler === undefined ? [] : [handledBy(viewer, handler, asked.now)]),
    ...(kind === undefined
      ? []
      : [
          sql`exists (
            select from request_item i join record on record.id = i.record_id
            where i.request_id = request.id and i.is_asked and record.kind = ${kind})`,
        ]),
    ...dueWithin(asked),
  ]
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

function handledBy(viewer: Actor, handler: 'me' | 'nobody', now: Temporal.Instant) {
  const me = viewer.type === 'person' ? viewer.personId : null
  const isClaimed = sql`coalesce(request.claimed_until > ${now}, false)`
  return handler === 'me'
    ? sql`(request.assignee_id = ${me}::uuid or (${isClaimed} and request.claimed_by = ${me}::uuid))`
    : sql`((request.assignee_id is null or not ${decidesFor('request.assignee_id', dayAt(now, defaultZone))}) and not ${isClaimed})`
}

function dueWithin({ due, now }: Pick<Narrowed, 'due' | 'now'>) {
  if (due === undefined) return []
  return due === 'soon'
    ? [sql`request.due_at < ${now.add({ hours: soonHours })}`, sql`request.due_at >= ${now}`]
    : [sql`request.due_at < ${now}`]
}

/**
 * What staff read of a request, whoever else asks: who is on its other side too does not. Where there is no supervisor
 * the comparison with one is null, which is not true.
 */
const isTheirs = (viewer: Actor, role: Role) =>
  role === 'steward' || role === 'reviewer'
    ? sql<SqlBool>`(${inRole(viewer, 'requester')} or ${inRole(viewer, 'supervisor')}) is not true`
    : sql<SqlBool>`false`

type AskedSamples = {
  id: string
  quantity: number | null
  target: Readonly<Record<string, unknown>>
}

const listedColumns = (viewer: Actor, role: Role) =>
  [
    isoText('request.turn_since').as('turnSince'),
    isoText<string | null>('request.due_at').as('dueAt'),
    isoText<string | null>('request.submitted_at').as('submittedAt'),
    sql<number>`(select count(*)::int from request_item i where i.request_id = request.id)`.as(
      'itemCount',
    ),
    sql<LocalText>`coalesce((
        select jsonb_build_object('zh', record.title_zh, 'en', record.title_en)
        from request_item i join record on record.id = i.record_id
        where i.request_id = request.id order by i.position limit 1
      ), '{"zh": null, "en": null}')`.as('firstTitle'),
    sql<AskedSamples[] | null>`(
        select jsonb_agg(jsonb_build_object('id', i.id, 'quantity', i.quantity, 'target', i.target) order by i.position)
        from (
          select * from request_item i
          where i.request_id = request.id and i.is_asked and i.unit = 'sample' order by i.position limit 3
        ) i
      )`.as('samples'),
    sql<string[]>`case when ${isTheirs(viewer, role)} then request.labels else '{}' end`.as(
      'labels',
    ),
    sql<Person | null>`case when ${isTheirs(viewer, role)} then ${person('claimer')} end`.as(
      'claimedBy',
    ),
    sql<boolean>`coalesce(case request.turn ${sql.join(
      turns.map((turn) => sql`when ${sql.lit(turn)} then ${inRole(viewer, turn)}`),
      sql` `,
    )} end, false)`.as('isYourTurn'),
    sql<string>`coalesce(request.due_at, 'infinity')::text`.as('dueKey'),
  ] as const

const whole = (db: Db) =>
  requestRows(db)
    .leftJoin('lab', 'lab.id', 'request.lab_id')
    .select([
      'request.turn_since as turnSince',
      'request.due_at as dueAt',
      'request.submitted_at as submittedAt',
      'request.institution_id as institutionId',
      'request.collection_id as collectionId',
      'request.requester_id as requesterId',
      'request.supervisor_id as supervisorId',
      'request.reviewer_ids as reviewerIds',
      'request.event_count as eventCount',
      'request.told_count as toldCount',
      'request.tell_at as tellAt',
      'request.created_at as createdAt',
      'request.lab_id as labId',
      'request.destination',
      'request.address',
      sql<Record<string, unknown>>`request.purpose`.as('purpose'),
      sql<Record<string, unknown>>`request.answers`.as('answers'),
      sql<{ id: string; name: LocalText } | null>`case when lab.id is not null then
        jsonb_build_object('id', lab.id, 'name', jsonb_build_object('zh', lab.name_zh, 'en', lab.name_en))
      end`.as('lab'),
    ])

export const findRequest = async (db: Db, viewer: Actor, id: string) =>
  whole(db).where('request.id', '=', id).where(readBy(viewer)).executeTakeFirst()

export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>

/** The same, held until the end of the transaction: two commands never see the same state. */
export const lockRequest = async (trx: Trx, viewer: Actor, id: string) =>
  whole(trx)
    .where('request.id', '=', id)
    .where(readBy(viewer))
    .forNoKeyUpdate('request')
    .executeTakeFirst()

/** The next number of a provider in a year; others wait for it until the transaction ends. */
export async function nextNumber(
  trx: Trx,
  { institutionId, year }: { institutionId: string; year: number },
): Promise<string> {
  const { last } = await trx
    .insertInto('request_numbering')
    .values({ institution_id: institutionId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['institution_id', 'year'])
        .doUpdateSet({ last: sql<number>`request_numbering.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `R${year}-${String(last).padStart(4, '0')}`
}

export async function insertRequest(trx: Trx, row: Insertable<RequestTable>): Promise<string> {
  const { id } = await trx
    .insertInto('request')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateRequest(trx: Trx, id: string, change: Updateable<RequestTable>) {
  await trx
    .updateTable('request')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Names of people by id. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['id', 'name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Principal investigators of labs: who may consent for their members. */
export const investigatorsOf = async (db: Db, labIds: readonly string[]) =>
  db
    .selectFrom('lab_member')
    .innerJoin('person', 'person.id', 'lab_member.person_id')
    .where('lab_member.lab_id', '=', sql<string>`any(${[...labIds]}::uuid[])`)
    .where('lab_member.role', '=', 'pi')
    .where('person.disabled_at', 'is', null)
    .select(['person.id', 'person.name', 'lab_member.lab_id as labId'])
    .orderBy('person.name')
    .limit(50)
    .execute()
