import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import { FormFacts } from '../../src/bookings/model/form-facts.ts'
import type { Policy } from '../../src/bookings/model/policy.ts'
import { bookingFacts } from '../../src/bookings/rules/facts.ts'
import { objectionsToBooking } from '../../src/bookings/rules/objections.ts'
import { periodOf } from '../../src/bookings/rules/periods.ts'
import { Temporal } from '../../src/core/time.ts'
import { bookingScene, monday } from './scene.ts'
import { anyPolicy } from './policies.ts'

type Scene = Awaited<ReturnType<typeof bookingScene>>

const anyWish = record({
  as: constantFrom('demo-researcher', 'demo-pi', 'demo-outsider'),
  /** Quarters of an hour from an hour ago on, over two weeks. */
  start: integer({ min: -4, max: 14 * 96 }),
  quarters: integer({ min: 1, max: 40 }),
  hasProject: boolean(),
})
type Wish = { as: string; start: number; quarters: number; hasProject: boolean }

const quarter = 900_000
const periodAsked = ({ start, quarters }: Wish) => {
  const from = monday.epochMilliseconds + start * quarter
  return periodOf(from, from + quarters * quarter)
}

/** What a form says before anything is sent, by the facts that it was given. */
async function saidByForm(scene: Scene, wish: Wish): Promise<string[]> {
  const period = periodAsked(wish)
  const asked = new URLSearchParams({
    from: period.start.toString(),
    to: period.end.toString(),
  })
  const path = `/api/v1/instruments/${scene.instrument}/booking-facts?${asked}`
  const facts = FormFacts.parse(await (await scene.as(asToken(wish.as)).get(path)).json())
  return objectionsToBooking(
    period,
    bookingFacts(facts, {
      now: Temporal.Instant.from(facts.now),
      audience: facts.audience,
      hasProject: wish.hasProject,
    }),
  )
    .map(({ code }) => code)
    .toSorted()
}

const asToken = (name: string) => {
  if (name === 'demo-pi' || name === 'demo-outsider') return name
  return 'demo-researcher'
}

async function saidByServer(scene: Scene, wish: Wish): Promise<string[]> {
  const { start, end } = periodAsked(wish)
  const { status, codes } = await scene.book(start.toString(), end.toString(), {
    as: wish.as,
    ...(wish.hasProject && { project: '62301' }),
  })
  expect([201, 409]).toContain(status)
  return codes
}

test('what the rules accept is never refused, and what they refuse is refused for the same reasons', async () => {
  await using scene = await bookingScene()
  let accepted = 0
  let refused = 0
  await assert(
    asyncProperty(
      anyPolicy,
      array(anyWish, { minLength: 1, maxLength: 8 }),
      async (policy, wishes) => {
        await scene.db.deleteFrom('occupancy').execute()
        await scene.setPolicy(policy satisfies Policy)
        for (const wish of wishes) {
          // oxlint-disable-next-line no-await-in-loop -- each changes what the next is judged by
          const said = await saidByForm(scene, wish)
          // oxlint-disable-next-line no-await-in-loop -- each changes what the next is judged by
          expect(await saidByServer(scene, wish)).toEqual(said)
          if (said.length === 0) accepted += 1
          else refused += 1
        }
      },
    ),
    { numRuns: 60 },
  )
  expect(accepted).toBeGreaterThan(10)
  expect(refused).toBeGreaterThan(10)
}, 60_000)
