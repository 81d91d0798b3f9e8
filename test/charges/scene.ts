import { issueMonthlyStatements } from '../../src/charges/jobs.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { bookingHappened } from '../../src/bookings/jobs.ts'
import { bookingEvents } from '../../src/bookings/bookings/model.ts'
import { followUps } from '../../src/jobs.ts'
import { Temporal } from '../../src/core/time.ts'
import { at, bookingScene, monday } from '../bookings/scene.ts'
import { houseContext } from '../support/people.ts'

const Happened = z.object({
  instrumentId: z.string(),
  bookingId: z.string(),
  event: z.enum(bookingEvents),
  at: z.string(),
  by: z.string().nullable(),
})

export const ChargeShape = z.looseObject({
  id: z.string(),
  cause: z.string(),
  amountFen: z.int(),
  month: z.string(),
  statementId: z.string().nullable(),
  rateVersion: z.int().nullable(),
  lines: z.array(z.looseObject({ code: z.string(), amountFen: z.int(), why: z.string() })),
})
const Charges = z.object({ items: z.array(ChargeShape) })

type Who = { as?: string; on?: string; purpose?: string }

/** A house whose people book, use and pay; what follows from bookings happens when a test says so. */
export async function chargeScene() {
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
  const turnTo = (time: string) => {
    scene.clock.now = Temporal.Instant.from(at(time))
  }
  const followUp = async () => {
    const { rows } = await sql<{ payload: unknown }>`
      delete from graphile_worker._private_jobs job
      using graphile_worker._private_tasks task
      where task.id = job.task_id and task.identifier = 'booking_happened'
      returning job.payload
    `.execute(scene.db)
    const happened = rows.map(({ payload }) => Happened.parse(payload))
    for (const one of happened.toSorted((a, b) => a.at.localeCompare(b.at)))
      await bookingHappened(houseContext(scene.services), one, followUps)
    return happened
  }
  const act = async (id: string, command: string, { as = 'demo-researcher', ...body } = {}) => {
    const answer = await scene.as(as).post(`/api/v1/bookings/${id}/${command}`, body)
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  }
  const book = async (start: string, end: string, more: Who = {}) => {
    const { status, body } = await scene.book(start, end, more)
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body.id ?? ''
  }
  return {
    ...scene,
    lab,
    turnTo,
    followUp,
    act,
    reserve: book,
    /** Books, uses and finishes, with what follows. */
    use: async (
      start: string,
      end: string,
      { from = start, to = end, ...who }: Who & { from?: string; to?: string } = {},
    ) => {
      const id = await book(start, end, who)
      const by = { ...(who.as !== undefined && { as: who.as }) }
      turnTo(from)
      await act(id, 'start', by)
      turnTo(to)
      await act(id, 'finish', by)
      await followUp()
      return id
    },
    setRates: async (body: object, id = scene.instrument) => {
      const answer = await scene.as('demo-steward').put(`/api/v1/instruments/${id}/rates`, body)
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    },
    chargesOf: async (booking: string, as = 'demo-steward') => {
      const answer = await scene.as(as).get(`/api/v1/bookings/${booking}/charges`)
      return Charges.parse(await answer.json()).items
    },
    [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose](),
  }
}

export type ChargeScene = Awaited<ReturnType<typeof chargeScene>>

/** One house for the tests of a file. */
export const only = <T>(held: readonly T[]): T => {
  const [one] = held
  if (one === undefined) throw new Error('The scene is not set')
  return one
}

/** Three hours of use in March at 100 yuan, and the statement of it, issued on the first of April. */
export async function issuedScene(): Promise<ChargeScene> {
  const made = await chargeScene()
  await made.setRates({ rates: { institution: { hourFen: 10_000 } } })
  await made.use('03 01:00', '03 04:00')
  made.turnTo('2026-04-01T12:10Z')
  await issueMonthlyStatements(houseContext(made.services))
  return made
}
