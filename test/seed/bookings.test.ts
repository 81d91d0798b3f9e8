import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedBookings } from '../../seed/bookings.ts'
import { seedLandscape } from '../../seed/landscape.ts'
import { seedPastUse } from '../../seed/past-use.ts'
import { batchesOf, seedBatch } from '../../seed/records.ts'
import { seededIds } from '../../seed/seeded.ts'
import { stories } from '../../seed/stories.ts'
import { seedTaxa } from '../../seed/taxa.ts'
import { seedUpkeep } from '../../seed/upkeep.ts'
import { dryRunPolicy, getPolicy } from '../../src/bookings/policies/actions.ts'
import { systemContext } from '../../src/jobs.ts'
import { actorById } from '../../src/people/accounts/actions/actor.ts'
import { testDatabase } from '../support/database.ts'
import { testServices } from '../support/services.ts'
import { useStories } from '../../seed/use-plan.ts'

const instruments = stories.filter(({ kind }) => kind === 'instrument')

async function seededUse() {
  const database = await testDatabase()
  const ctx = systemContext(await testServices(database), 'seed')
  const landscape = await seedLandscape(ctx)
  await seedTaxa(ctx)
  for (const [index, batch] of batchesOf(instruments).entries())
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, as the demo does
    await seedBatch(ctx, { name: `records/${index}`, batch, landscape })
  const told = { landscape, records: await seededIds(ctx.db, 'records') }
  await seedUpkeep(ctx, told)
  await seedBookings(ctx, told)
  await seedPastUse(ctx, told)
  return { database, ctx, ...told }
}

describe('the bookings of the demo', { timeout: 180_000 }, () => {
  let s: Awaited<ReturnType<typeof seededUse>>
  beforeAll(async () => {
    s = await seededUse()
  }, 180_000)
  afterAll(() => s.database[Symbol.asyncDispose]())

  test('are refused by no rule in force, of any instrument', async () => {
    const scopes = ['admin' as const, 'read' as const]
    const actor = await actorById(s.ctx.db, s.landscape['person/lin'] ?? '', {
      type: 'token',
      scopes,
    })
    if (!actor) throw new Error('The demo has an administrator.')
    const ctx = { ...s.ctx, actor }
    const rows = await s.ctx.db.selectFrom('booking_policy').select('instrument_id as id').execute()
    let judged = 0
    for (const { id } of rows) {
      // oxlint-disable-next-line no-await-in-loop -- one instrument after the other
      const { rules } = await getPolicy(ctx, id)
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const { refused, bookings } = await dryRunPolicy(ctx, id, { policy: rules, months: 12 })
      judged += bookings
      expect(refused.map(({ objections }) => objections.map(({ code }) => code))).toEqual([])
    }
    expect(judged).toBeGreaterThan(800)
  })

  test('have nobody in two places, nobody who may not see the instrument, and purposes that it serves', async () => {
    const { rows } = await sql<{ twice: number; ahead: number; strange: number; unseen: number }>`
      select
        (
          select count(*)::int from booking a join booking b
            on a.person_id = b.person_id and a.id < b.id
            and a.starts_at < b.ends_at and b.starts_at < a.ends_at
        ) as twice,
        (select count(*)::int from booking where starts_at > ${s.ctx.now()}::timestamptz) as ahead,
        (
          select count(*)::int
          from booking
          join instrument on instrument.record_id = booking.instrument_id
          join record on record.id = booking.instrument_id
          where position(replace(purpose, '（重复测定）', '') in instrument.function) = 0
            and replace(purpose, '测定', '') <> all(instrument.measured_variables)
            and purpose <> all(${useStories.flatMap(({ purposes }) => purposes)}::text[])
            and position(lower(purpose) in lower(record.summary_en)) = 0
        ) as strange,
        (
          select count(*)::int
          from booking
          join record on record.id = booking.instrument_id
          where record.audience = 'institution' and not exists (
            select from membership
            where person_id = booking.person_id and institution_id = record.institution_id
          )
        ) as unseen
    `.execute(s.ctx.db)
    expect(rows[0]).toMatchObject({ twice: 0, strange: 0, unseen: 0 })
    expect(rows[0]?.ahead).toBeGreaterThan(40)
  })
  test('go on for weeks in a few stories: used, and booked again', async () => {
    const rows = await s.ctx.db
      .selectFrom('booking')
      .where(
        'purpose',
        'in',
        useStories.flatMap(({ purposes }) => purposes),
      )
      .select(['purpose', 'starts_at as start'])
      .execute()
    expect(rows.map(({ purpose }) => purpose).toSorted()).toEqual(
      useStories.flatMap(({ purposes }) => purposes).toSorted(),
    )
  })
})
