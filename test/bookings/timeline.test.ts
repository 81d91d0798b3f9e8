import { type KyselyPlugin, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { timelineOf } from '../../src/bookings/calendar/actions/timeline.ts'
import { Temporal } from '../../src/core/time.ts'
import { houseContext } from '../support/people.ts'
import { bookingScene } from './scene.ts'

const month = { from: '2026-03-01T00:00:00+08:00', to: '2026-04-01T00:00:00+08:00' }
const period = {
  start: Temporal.Instant.from(month.from),
  end: Temporal.Instant.from(month.to),
}

const Page = z.object({
  items: z.array(
    z.object({
      instrument: z.object({ id: z.string() }),
      open: z.array(z.object({ start: z.string(), end: z.string() })),
      items: z.array(z.looseObject({ start: z.string() })),
    }),
  ),
  next: z.string().nullable(),
  total: z.object({ value: z.number() }),
})

describe('the time of many instruments side by side', () => {
  test('shows each with its bookings and hours, page by page, and whose they are to who may know', async () => {
    await using scene = await bookingScene()
    await scene.setPolicy({ hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }] })
    const other = await scene.add('instrument', {
      institution: scene.own,
      title: { zh: '质谱仪', en: 'Mass spectrometer' },
      instrCategory: '010000',
      function: '成分分析',
    })
    await scene.book('03 02:00', '03 04:00')
    await scene.book('04 02:00', '04 04:00', { on: other })

    const ask = async (query: object, as?: 'demo-researcher' | 'demo-outsider') => {
      const asked = new URLSearchParams({ ...month, ...query })
      const answer = await scene.as(as).get(`/api/v1/timeline?${asked}`)
      return Page.parse(await answer.json())
    }
    const first = await ask({ limit: '1' })
    expect(first.total.value).toBe(2)
    expect(first.items.map(({ instrument }) => instrument.id)).toEqual([scene.instrument])
    expect(first.items[0]?.items).toHaveLength(1)
    expect(first.items[0]?.open).toHaveLength(22)
    const second = await ask({ limit: '1', after: first.next ?? '' })
    expect(second.items.map(({ instrument }) => instrument.id)).toEqual([other])
    expect(second.next).toBeNull()

    expect(first.items[0]?.items[0]).not.toHaveProperty('person')
    const own = await ask({ limit: '1' }, 'demo-researcher')
    expect(own.items[0]?.items[0]).toMatchObject({ mine: true, purpose: '叶片切片' })

    const found = await ask({ q: 'confocal' })
    expect(found.items.map(({ instrument }) => instrument.id)).toEqual([scene.instrument])
    expect((await ask({ institution: scene.other })).items).toEqual([])
    expect((await ask({ q: 'nothing like it' })).items).toEqual([])
  })

  test('asks the database three questions for one instrument and three for a thousand', async () => {
    await using scene = await bookingScene()
    const counted = (limit: number) => countQueries(scene, limit)
    expect(await counted(1)).toEqual({ queries: 3, instruments: 1, bookings: 0 })
    await addMany(scene, 999)
    expect(await counted(1000)).toEqual({ queries: 3, instruments: 1000, bookings: 19_980 })
  })
})

type Scene = Awaited<ReturnType<typeof bookingScene>>

async function countQueries({ services, db }: Scene, limit: number) {
  let queries = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const ctx = { ...houseContext(services), db: db.withPlugin(counter) }
  const { items } = await timelineOf(ctx, { period, limit })
  return {
    queries,
    instruments: items.length,
    bookings: items.reduce((sum, one) => sum + one.items.length, 0),
  }
}

/** As many more published instruments, each with twenty bookings in March. */
async function addMany({ db, instrument, people }: Scene, count: number): Promise<void> {
  await sql`
    with made as (
      insert into record (kind, institution_id, title_zh, published_at, listed_at, access, audience, created_at, updated_at)
      select 'instrument', institution_id, '电镜 ' || number, published_at, listed_at, access, audience, created_at, updated_at
      from record, generate_series(1, ${count}::int) number
      where record.id = ${instrument}::uuid
      returning id
    )
    insert into instrument (record_id) select id from made
  `.execute(db)
  await sql`
    with taken as (
      insert into occupancy (instrument_id, kind, starts_at, ends_at, taken)
      select record_id, 'booking', day, day + interval '2 hours', tstzrange(day, day + interval '2 hours')
      from instrument
      cross join generate_series('2026-03-03T02:00Z'::timestamptz, '2026-03-22T02:00Z', '1 day') day
      where record_id <> ${instrument}::uuid
      returning instrument_id, id, starts_at, ends_at
    )
    insert into booking (instrument_id, id, starts_at, ends_at, person_id, purpose, audience, policy_version, created_at)
    select instrument_id, id, starts_at, ends_at, ${people['demo-researcher']}::uuid, '成像', 'institution', 0, starts_at
    from taken
  `.execute(db)
}
