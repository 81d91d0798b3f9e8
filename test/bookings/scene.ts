import { sql } from 'kysely'
import { z } from 'zod'
import { Temporal } from '../../src/core/time.ts'
import { testHouse } from '../support/house.ts'

/** Monday 2 March 2026, 16:00 in Lanzhou. */
export const monday = Temporal.Instant.from('2026-03-02T08:00Z')

const shape = z.looseObject({
  id: z.string().optional(),
  status: z.int().optional(),
  objections: z.array(z.looseObject({ code: z.string(), detail: z.string() })).optional(),
  alternatives: z
    .array(z.object({ instrumentId: z.string(), start: z.string(), end: z.string() }))
    .optional(),
})

/** Who does it, and what else is sent. */
type Told = { as?: string; [field: string]: unknown }

export type Answer = { status: number; body: z.output<typeof shape>; codes: string[] }

export async function answerOf(response: Response | Promise<Response>): Promise<Answer> {
  const settled = await response
  const text = await settled.text()
  const body = text === '' ? {} : shape.parse(JSON.parse(text))
  return {
    status: settled.status,
    body,
    codes: (body.objections ?? []).map(({ code }) => code).toSorted(),
  }
}

/** A house with one published microscope whose rules a test may set, and a clock that it may turn. */
export async function bookingScene({ max }: { max?: number } = {}) {
  const clock = { now: monday }
  const house = await testHouse({ now: () => clock.now }, max === undefined ? {} : { max })
  const instrument = await house.add('instrument', {
    institution: house.own,
    title: { zh: '激光共聚焦显微镜', en: 'Confocal microscope' },
    instrCategory: '010000',
    function: '细胞成像',
  })
  return {
    ...house,
    clock,
    instrument,
    setPolicy: async (rules: object, id = instrument) => {
      const answer = await answerOf(
        house.as('demo-steward').put(`/api/v1/instruments/${id}/policy`, rules),
      )
      if (answer.status !== 200) throw new Error(JSON.stringify(answer))
    },
    /** Puts rules in force as they were once stored, also such under which nobody can book. */
    storePolicy: async (rules: object, id = instrument) => {
      await house.db
        .insertInto('booking_policy')
        .values((eb) => ({
          instrument_id: id,
          version: eb
            .selectFrom('booking_policy')
            .where('instrument_id', '=', id)
            .select(sql<number>`coalesce(max(version), 0) + 1`.as('version')),
          rules: JSON.stringify(rules),
          created_at: clock.now,
        }))
        .execute()
    },
    /** Times as `03 09:00` of March 2026, UTC, or whole. */
    book: (
      start: string,
      end: string,
      { as = 'demo-researcher', on = instrument, ...more }: Told & { on?: string } = {},
    ) =>
      answerOf(
        house.as(as).post(`/api/v1/instruments/${on}/bookings`, {
          start: at(start),
          end: at(end),
          purpose: '叶片切片',
          ...more,
        }),
      ),
    change: (id: string | undefined, change: object, { as = 'demo-researcher' } = {}) =>
      answerOf(house.as(as).patch(`/api/v1/bookings/${id}`, change)),
    cancel: (id: string | undefined, { as = 'demo-researcher', ...body }: Told = {}) =>
      answerOf(house.as(as).post(`/api/v1/bookings/${id}/cancellation`, body)),
    at,
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  }
}

export const at = (time: string) =>
  time.includes('T') ? time : `2026-03-${time.replace(' ', 'T')}Z`
