import { afterAll, beforeAll, expect, test } from 'vitest'
import { datasetPoints } from './dataset-points.ts'
import { type DatasetPoint, killDuring, openDatasetFaults, type World } from './dataset-scene.ts'

let world: World
beforeAll(async () => {
  world = await openDatasetFaults()
}, 60_000)
afterAll(async () => world.close())

/** Of each victim one point, another one every day; all of them are in `npm run bench -- dataset-faults`. */
const today = Math.floor(Date.now() / 86_400_000)
const chosen = (['server', 'jobs', 'child'] as const).flatMap((victim) => {
  const own = datasetPoints.filter((point) => point.victim === victim)
  return own[today % own.length] ?? []
})

test.each(chosen.map((point): [string, string, DatasetPoint] => [point.victim, point.name, point]))(
  'with the %s killed as %s, it is done once and whole',
  { timeout: 120_000 },
  async (_victim, _name, point) => {
    expect(await killDuring(world, point)).toEqual({ wasKilled: true, wrong: [] })
  },
)
