import { sql } from 'kysely'
import { secretHash } from '../../../src/core/secrets.ts'
import { systemNow } from '../../../src/core/time.ts'
import { testHouse } from '../../support/house.ts'
import type { CrowdPlan } from './crowd.ts'

const dayMs = 86_400_000
export const mostADay = 3

/** Five instruments under quotas, one of which asks for approval, and people with tokens of their own. */
export async function crowdScene({ max = 36 } = {}) {
  // The machine's own clock, as the program keeps it that books beside the tests.
  const house = await testHouse({ now: systemNow }, { max })
  const instruments: string[] = []
  for (const number of [1, 2, 3, 4, 5]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, in their order
    const id = await house.add('instrument', {
      institution: house.own,
      title: { zh: `扫描电镜 ${number} 号` },
      instrCategory: '010000',
      function: '成像',
    })
    instruments.push(id)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, in their order
    const answer = await house.as('demo-steward').put(`/api/v1/instruments/${id}/policy`, {
      quotas: [{ of: 'person', measure: 'count', max: mostADay, per: 'day' }],
      bufferAfterMinutes: number === 2 ? 15 : 0,
      approval: { always: number === 3 },
    })
    if (answer.status !== 200) throw new Error(await answer.text())
  }
  const tokens: string[] = []
  for (const [name, personId] of Object.entries(house.people)) {
    if (name === 'demo-admin') continue
    const secret = `crowd-${name}-${crypto.randomUUID()}`
    tokens.push(secret)
    // oxlint-disable-next-line no-await-in-loop -- a handful
    await house.db
      .insertInto('access_token')
      .values({
        secret_hash: secretHash(secret),
        person_id: personId,
        name: 'crowd',
        scopes: ['read', 'write'],
        created_at: systemNow(),
      })
      .execute()
  }
  const steward = tokens[Object.keys(house.people).indexOf('demo-steward') - 1] ?? ''
  const midnight = Math.ceil(Date.now() / dayMs) * dayMs
  const plan = (changes: Partial<CrowdPlan>): CrowdPlan => ({
    attempts: 10_000,
    atOnce: 32,
    tokens,
    steward,
    instruments,
    from: midnight + dayMs,
    days: 14,
    seed: 7,
    ...changes,
  })
  return { ...house, instruments, tokens, plan, [Symbol.asyncDispose]: house[Symbol.asyncDispose] }
}

export type CrowdScene = Awaited<ReturnType<typeof crowdScene>>

/** What must hold whoever wrote: live times that overlap, and people beyond their day's quota. */
export async function broken({ db }: Pick<CrowdScene, 'db'>) {
  const { rows: overlaps } = await sql<{ one: string; other: string }>`
    select one.id as one, other.id as other
    from occupancy one
    join occupancy other
      on other.instrument_id = one.instrument_id and other.id > one.id and other.taken && one.taken
    where one.released_at is null and other.released_at is null
  `.execute(db)
  const { rows: beyond } = await sql<{ person: string; day: string; count: number }>`
    select person_id as person, day::date::text as day, count(*) as count
    from booking
    cross join lateral generate_series(
      date_trunc('day', starts_at at time zone 'Asia/Shanghai'),
      (ends_at - interval '1 millisecond') at time zone 'Asia/Shanghai',
      interval '1 day'
    ) as day
    where cancelled_at is null
    group by instrument_id, person_id, day
    having count(*) > ${mostADay}
  `.execute(db)
  const { rows: apart } = await sql<{ id: string }>`
    select b.id
    from booking b
    join occupancy o on o.instrument_id = b.instrument_id and o.id = b.id
    where (b.cancelled_at is null) <> (o.released_at is null)
      or (b.cancelled_at is null and (b.starts_at, b.ends_at) <> (o.starts_at, o.ends_at))
  `.execute(db)
  return { overlaps, beyond, apart }
}

export const nothing = { overlaps: [], beyond: [], apart: [] }
