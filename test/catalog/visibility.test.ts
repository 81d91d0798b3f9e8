import {
  type Arbitrary,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  nat,
  record,
  uniqueArray,
} from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { audiences, kinds } from '../../src/catalog/records/model/record.ts'
import { SearchAnswer } from '../../src/catalog/search/model.ts'
import { type Door, doorsTo } from './visibility/doors.ts'
import { type Facts, sightOf, type Viewer } from './visibility/oracle.ts'
import { addSubject, type Subject, visibleWorld, type World } from './visibility/scene.ts'

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

const viewerCount = 12
const facts: Arbitrary<Facts> = record({
  kind: constantFrom(...kinds),
  place: constantFrom('own', 'other'),
  audience: constantFrom(...audiences),
  inCollection: boolean(),
  history: constantFrom('draft', 'published', 'withdrawn', 'narrowed'),
  deposited: constantFrom('no', 'open', 'submitted', 'passed on'),
})
const viewers = uniqueArray(nat({ max: viewerCount - 1 }), { minLength: 3, maxLength: 3 })

test('a record shows to those who may see it, and to nobody else, at any door', async () => {
  expect(world.viewers).toHaveLength(viewerCount)
  const property = asyncProperty(facts, viewers, async (chosen, numbers) => {
    const looking = world.viewers.filter((_, number) => numbers.includes(number))
    const before = await Promise.all(looking.map(async (viewer) => countsFor(viewer)))
    const subject = await addSubject(world, chosen)
    for (const [at, viewer] of looking.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one viewer after the other: the first leak is told alone
      expect(await leaksAt(subject, { viewer, facts: chosen })).toEqual([])
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const after = await countsFor(viewer)
      const added = (subject.partId ? 1 : 0) + (sightOf(viewer, chosen).listed ? 1 : 0)
      expect(after.total).toBe((before[at]?.total ?? 0) + added)
      expect(after.facets === before[at]?.facets).toBe(added === 0)
    }
  })
  await assert(property, {
    numRuns: 30,
    endOnFailure: true,
    examples: (['draft', 'narrowed'] as const).map((history) => [passedOn(history), centreFirst()]),
  })
}, 600_000)

/** What the curators of the centre find although it is another institution's alone. */
const passedOn = (history: Facts['history']): Facts => ({
  kind: 'dataset',
  place: 'own',
  audience: 'institution',
  inCollection: false,
  history,
  deposited: 'passed on',
})

const centreFirst = () => [world.viewers.findIndex(({ curates }) => curates === 'other'), 0, 1, 2]

/** What a viewer can count without asking for anything. */
async function countsFor({ token }: Viewer) {
  const answer = await world.as(token).get('/api/v1/records?facets=true&limit=1')
  if (answer.status !== 200) throw new Error(await answer.text())
  const { total, facets } = SearchAnswer.parse(await answer.json())
  return { total: total.value, facets: JSON.stringify(facets) }
}

/** What is wrong, door by door. */
async function leaksAt(subject: Subject, looking: { viewer: Viewer; facts: Facts }) {
  const doors = doorsTo(world, subject, sightOf(looking.viewer, looking.facts))
  return (await Promise.all(doors.map(async (door) => wrongAt(door, looking.viewer)))).flat()
}

async function wrongAt({ name, path, shows, found }: Door, viewer: Viewer): Promise<object[]> {
  const answer = await world.as(viewer.token).get(path)
  const text = await answer.text()
  const report = { door: name, path, status: answer.status, viewer: viewer.name }
  const wrongly = found === undefined ? false : found === (answer.status === 404)
  return [
    ...(answer.status >= 500 || wrongly ? [report] : []),
    ...Object.entries(shows).flatMap(([word, isThere]) =>
      text.includes(word) === isThere ? [] : [{ ...report, word, isThere }],
    ),
  ]
}
