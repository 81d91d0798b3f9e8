import { sql } from 'kysely'
import { z } from 'zod'
import { bookingHappened } from '../../src/bookings/jobs.ts'
import { bookingEvents } from '../../src/bookings/bookings/model.ts'
import { followUps } from '../../src/jobs.ts'
import type { Letter } from '../../src/core/ports.ts'
import { Temporal } from '../../src/core/time.ts'
import { at, bookingScene, monday } from '../bookings/scene.ts'
import { houseContext } from '../support/people.ts'
import { tellWaiting } from '../support/told.ts'

const Happened = z.object({
  instrumentId: z.string(),
  bookingId: z.string(),
  event: z.enum(bookingEvents),
  at: z.string(),
  by: z.string().nullable(),
})

/** A house whose people book; what follows from bookings happens when a test says so. */
export async function noticeScene() {
  const scene = await bookingScene()
  const [lab = ''] = (
    await scene.db
      .insertInto('lab')
      .values({ institution_id: scene.own, name_zh: '冰冻圈过程组', created_at: monday })
      .returning('id')
      .execute()
  ).map(({ id }) => id)
  await scene.db
    .insertInto('lab_member')
    .values(
      (['demo-pi', 'demo-researcher'] as const).map((token) => ({
        lab_id: lab,
        person_id: scene.people[token],
        role: token === 'demo-pi' ? 'pi' : 'member',
        created_at: monday,
      })),
    )
    .execute()
  const house = () => houseContext(scene.services)
  return {
    ...scene,
    lab,
    house,
    turnTo: (time: string) => {
      scene.clock.now = Temporal.Instant.from(at(time))
    },
    reserve: async (start: string, end: string, more: Parameters<typeof scene.book>[2] = {}) => {
      const { status, body } = await scene.book(start, end, more)
      if (status !== 201) throw new Error(JSON.stringify(body))
      return body.id ?? ''
    },
    act: async (
      id: string,
      command: string,
      { as = 'demo-researcher', ...body }: { as?: string; [field: string]: unknown } = {},
    ) => {
      const answer = await scene.as(as).post(`/api/v1/bookings/${id}/${command}`, body)
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    },
    /** Does what waits to follow from bookings, `times` over, and answers it. */
    followUp: async ({ times = 1 } = {}) => {
      const { rows } = await sql<{ payload: unknown }>`
        delete from graphile_worker._private_jobs job
        using graphile_worker._private_tasks task
        where task.id = job.task_id and task.identifier = 'booking_happened'
        returning job.payload
      `.execute(scene.db)
      const happened = rows
        .map(({ payload }) => Happened.parse(payload))
        .toSorted((one, other) => one.at.localeCompare(other.at))
      for (let time = 0; time < times; time += 1)
        for (const one of happened) await bookingHappened(house(), one, followUps)
      return happened
    },
    /** All letters since they were last asked for, oldest first. */
    letters: async () => {
      await tellWaiting(scene.services)
      const rows = await scene.db
        .deleteFrom('mail')
        .returning([
          'id',
          'to_address as to',
          'subject',
          'body',
          sql<NonNullable<Letter['attachments']>>`attachments`.as('attachments'),
        ])
        .execute()
      return rows.toSorted((one, other) => one.id.localeCompare(other.id))
    },
    [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose](),
  }
}
