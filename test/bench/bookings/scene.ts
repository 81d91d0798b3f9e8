import { sql } from 'kysely'
import type { Context } from '../../../src/core/context.ts'
import { secretHash } from '../../../src/core/secrets.ts'
import { systemNow } from '../../../src/core/time.ts'
import { actorById } from '../../../src/people/accounts/actions/actor.ts'
import { connect, type Connection } from '../../../src/ports/database.ts'
import { testServices } from '../../support/services.ts'

/** One institution with many instruments under one policy, and somebody who books. */
export async function openScene(url: string, { instruments }: { instruments: number }) {
  const connection = connect({ connectionString: url, max: 36 })
  const { db } = connection
  const at = systemNow()
  const institution = await db
    .insertInto('institution')
    .values({
      name_zh: '兰州大学',
      name_en: 'Lanzhou University',
      region: '620100',
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const people = await Promise.all(
    Array.from({ length: 32 }, () => addPerson(connection, institution.id)),
  )
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into record (
        kind, institution_id, title_zh, published_at, listed_at, access, audience, created_at, updated_at
      )
      select 'instrument', ${institution.id}::uuid, '扫描电镜 ' || number, ${at}, ${at}, 'open', 'public', ${at}, ${at}
      from generate_series(1, ${instruments}::int) number
      returning id
    ), told as (
      insert into instrument (record_id, instr_category)
      select id, '020400' from made
    ), ruled as (
      insert into booking_policy (instrument_id, version, rules, created_at)
      select id, 1, ${JSON.stringify(rules)}::jsonb, ${at} from made
    )
    select id from made order by id
  `.execute(db)
  return {
    ...connection,
    people,
    ids: rows.map(({ id }) => id),
    ctx: await contextOf(connection, people[0]?.id ?? ''),
  }
}
export type BenchScene = Awaited<ReturnType<typeof openScene>>

/** Somebody of the institution, with a token. */
async function addPerson({ db }: Connection, institutionId: string) {
  const at = systemNow()
  const token = `bench-${crypto.randomUUID()}`
  const { id } = await db
    .insertInto('person')
    .values({ name: '程序', email: `${token}@example.org`, email_verified_at: at, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('membership')
    .values({ person_id: id, institution_id: institutionId, created_at: at, approved_at: at })
    .execute()
  await db
    .insertInto('access_token')
    .values({
      secret_hash: secretHash(token),
      person_id: id,
      name: 'bench',
      scopes: ['read', 'write'],
      created_at: at,
    })
    .execute()
  return { id, token }
}

/** As the server has it for this person's token. */
async function contextOf(connection: Connection, personId: string): Promise<Context> {
  const services = await testServices(connection)
  const via = { type: 'token', scopes: ['read', 'write'] } as const
  const actor = await actorById(connection.db, personId, via)
  if (!actor) throw new Error('Somebody was added, and nobody is there.')
  return {
    ...services,
    actor,
    lang: 'zh',
    baseUrl: 'http://127.0.0.1',
    requestId: 'bench',
  }
}

/** What a facility of some size asks for: hours, limits, quotas and a horizon. */
const rules = {
  granularityMinutes: 15,
  maxMinutes: 480,
  bufferAfterMinutes: 0,
  horizonDays: 366,
  quotas: [{ of: 'person', measure: 'count', max: 100_000, per: 'day' }],
}

/** So many bookings spread over the instruments and the days from tomorrow on, two hours each with gaps between. */
export async function addBookings(
  { db, ids, people }: BenchScene,
  count: number,
  from: string,
): Promise<void> {
  await sql`
    with slot as (
      select
        id as instrument_id,
        ${from}::timestamptz + make_interval(hours => (number * 4)::int) + make_interval(mins => (number % 3 * 30)::int) as starts_at
      from unnest(${ids}::uuid[]) as id
      cross join generate_series(0, ${Math.ceil(count / ids.length) - 1}::int) as number
    ), taken as (
      insert into occupancy (instrument_id, kind, starts_at, ends_at, taken)
      select instrument_id, 'booking', starts_at, starts_at + interval '2 hours', tstzrange(starts_at, starts_at + interval '2 hours')
      from slot
      returning instrument_id, id, starts_at, ends_at
    )
    insert into booking (
      instrument_id, id, starts_at, ends_at, person_id, purpose, audience, policy_version, created_at, confirmed_at
    )
    select instrument_id, id, starts_at, ends_at, ${people[0]?.id ?? ''}::uuid, '成像', 'institution', 1, ${from}, ${from}
    from taken
  `.execute(db)
  await sql`analyze occupancy, booking`.execute(db)
}
