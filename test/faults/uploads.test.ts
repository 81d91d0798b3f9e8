import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FaultScene, openFaultScene } from './scene.ts'
import {
  findWrong,
  killAt,
  openUploadFaults,
  type Point,
  points,
  type UploadFaults,
} from './upload-points.ts'

let scene: FaultScene
let faults: UploadFaults
beforeAll(async () => {
  scene = await openFaultScene()
  faults = await openUploadFaults(scene)
}, 60_000)
afterAll(async () => {
  await faults.close()
  await scene.close()
})

/** Of each victim one point, another one every day; all of them are in `npm run bench -- upload-faults`. */
const today = Math.floor(Date.now() / 86_400_000)
const chosen = (['server', 'jobs', 'client'] as const).flatMap((victim) => {
  const own = points.filter((point) => point.victim === victim)
  return own[today % own.length] ?? []
})

test.each(chosen.map((point): [string, string, Point] => [point.victim, point.name, point]))(
  'with the %s killed as %s, every file has its bytes and every object a row',
  { timeout: 120_000 },
  async (_victim, _name, point) => {
    const done = await killAt(faults, scene, point)
    expect(done).toEqual({ wasKilled: true, versions: [{ published: true, files: 2 }] })
    // What is being removed at this moment is gone in the next.
    await expect.poll(async () => findWrong(faults, scene), { timeout: 20_000 }).toEqual([])
  },
)
