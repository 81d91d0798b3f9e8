/**
 * Server, job process and its children killed at every step of publishing, deleting and replacing, at the end of an
 * embargo, at checks and previews of files, at deposits and reviewer links (`--rounds 3` for each three times, `--only
 * 'receipt|link'` for those whose name matches): afterwards every file has its bytes, every object a row, each thing is done
 * once, and the same request under the same key is answered the same. The checks do some of these points each day.
 */
import { parseArgs } from 'node:util'
import { datasetPoints } from '../faults/dataset-points.ts'
import { killDuring, openDatasetFaults } from '../faults/dataset-scene.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
})
const chosen = datasetPoints.filter(({ name }) => new RegExp(values.only).test(name))
const turns = Array.from({ length: Number(values.rounds) }, () => chosen).flat()

const world = await openDatasetFaults()
try {
  let wrong = 0
  for (const point of turns) {
    const started = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one fault after the other
    const { wasKilled, wrong: found } = await killDuring(world, point).catch((error: unknown) => ({
      wasKilled: false,
      wrong: [String(error)],
    }))
    const isWell = wasKilled && found.length === 0
    if (!isWell) wrong += 1
    const outcome = isWell ? 'well' : `WRONG ${wasKilled ? '' : '(not killed) '}${found.join('; ')}`
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${point.victim.padEnd(7)} ${point.name.padEnd(52)} ${seconds} s ${outcome}`)
  }
  console.log(
    `dataset-faults  ${turns.length} kills, ${wrong} wrong ${wrong === 0 ? 'reached' : 'MISSED'}`,
  )
  if (wrong > 0) process.exitCode = 1
} finally {
  await world.close()
}
