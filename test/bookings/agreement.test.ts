import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import { FormFacts } from '../../src/bookings/verdict/model/form-facts.ts'
import type { Objection } from '../../src/bookings/verdict/model/facts.ts'
import { qualificationKinds } from '../../src/bookings/policies/model.ts'
import { bookingFacts } from '../../src/bookings/verdict/rules/facts.ts'
import { objectionsToBooking } from '../../src/bookings/verdict/rules/objections.ts'
import { periodOf } from '../../src/core/periods.ts'
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
  by: constantFrom('api' as const, 'page' as const),
})
type Wish = {
  as: string
  start: number
  quarters: number
  hasProject: boolean
  by: 'api' | 'page'
}

const quarter = 900_000
const periodAsked = ({ start, quarters }: Wish) => {
  const from = monday.epochMilliseconds + start * quarter
  return periodOf(from, from + quarters * quarter)
}

/** What a form says before anything is sent, by the facts that it was given. */
async function saidByForm(scene: Scene, wish: Wish): Promise<Objection[]> {
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
}

/** What says the same is said once. */
const sentences = (said: readonly Objection[]) => new Set(said.map(({ detail }) => detail.zh)).size

const asToken = (name: string) => {
  if (name === 'demo-pi' || name === 'demo-outsider') return name
  return 'demo-researcher'
}

async function saidByApi(scene: Scene, wish: Wish): Promise<string[]> {
  const { start, end } = periodAsked(wish)
  const { status, codes } = await scene.book(start.toString(), end.toString(), {
    as: wish.as,
    ...(wish.hasProject && { project: '62301' }),
  })
  expect([201, 409]).toContain(status)
  return codes
}

/** How many reasons the page names; none where it goes on to the booking. */
async function countedByPage(scene: Scene, wish: Wish): Promise<number> {
  const { start, end } = periodAsked(wish)
  const answer = await scene.app.request(`/instruments/${scene.instrument}/book`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${wish.as}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      start: start.toString(),
      end: end.toString(),
      purpose: '叶片切片',
      project: wish.hasProject ? '62301' : '',
    }).toString(),
  })
  expect([303, 409]).toContain(answer.status)
  const [, reasons = ''] = /<ul class="reasons">(.*?)<\/ul>/.exec(await answer.text()) ?? []
  return reasons.split('<li>').length - 1
}

const compare = async (scene: Scene, wish: Wish, said: readonly Objection[]): Promise<void> =>
  wish.by === 'api'
    ? expect(await saidByApi(scene, wish)).toEqual(said.map(({ code }) => code).toSorted())
    : expect(await countedByPage(scene, wish)).toBe(sentences(said))

/** Of two who book, one may all that can be asked for and one only a part, and that part ends soon. */
const qualify = async ({ db, instrument, people }: Scene): Promise<void> => {
  const granted = { instrument_id: instrument, granted_at: monday.subtract({ hours: 24 }) }
  await db
    .insertInto('qualification')
    .values([
      ...qualificationKinds.map((kind) => ({
        ...granted,
        person_id: people['demo-researcher'],
        kind,
      })),
      {
        ...granted,
        person_id: people['demo-pi'],
        kind: 'safety',
        expires_at: monday.add({ hours: 96 }),
      },
    ])
    .execute()
}

test('what the rules accept is never refused, and what they refuse is refused for the same reasons', async () => {
  await using scene = await bookingScene()
  await qualify(scene)
  let accepted = 0
  let refused = 0
  await assert(
    asyncProperty(
      anyPolicy,
      array(anyWish, { minLength: 1, maxLength: 8 }),
      async (policy, wishes) => {
        await scene.db.deleteFrom('occupancy').execute()
        await scene.storePolicy(policy)
        for (const wish of wishes) {
          // oxlint-disable-next-line no-await-in-loop -- each changes what the next is judged by
          const said = await saidByForm(scene, wish)
          // oxlint-disable-next-line no-await-in-loop -- each changes what the next is judged by
          await compare(scene, wish, said)
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
