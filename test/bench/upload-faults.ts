/**
 * Server, job process and sender killed at every step of an upload, its completion, publication and deletion
 * (`--rounds 3` for each three times): afterwards every file has its bytes, every object a row, and nothing published is
 * unverified. The checks do three of these points each day.
 */
import { parseArgs } from 'node:util'
import { openFaultScene } from '../faults/scene.ts'
import { findWrong, killAt, openUploadFaults, points } from '../faults/upload-points.ts'
import { setTimeout as sleep } from 'node:timers/promises'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1' } } })
const turns = Array.from({ length: Number(values.rounds) }, () => points).flat()

const scene = await openFaultScene()
const faults = await openUploadFaults(scene)
try {
  let wrong = 0
  for (const point of turns) {
    // oxlint-disable-next-line no-await-in-loop -- one fault after the other
    const { wasKilled, versions } = await killAt(faults, scene, point)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const found = await settled()
    const isWell = wasKilled && found.length === 0 && versions.length === 1
    if (!isWell) wrong += 1
    const outcome = isWell ? 'well' : `WRONG ${wasKilled ? '' : '(not killed) '}${found.join('; ')}`
    console.log(`${point.victim.padEnd(7)} ${point.name.padEnd(36)} ${outcome}`)
  }
  console.log(
    `upload-faults  ${turns.length} kills, ${wrong} wrong ${wrong === 0 ? 'reached' : 'MISSED'}`,
  )
  if (wrong > 0) process.exitCode = 1
} finally {
  await faults.close()
  await scene.close()
}

/** What is being removed at this moment is gone in the next. */
async function settled(): Promise<string[]> {
  for (let tries = 1; ; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look follows the other
    const found = await findWrong(faults, scene)
    if (found.length === 0 || tries > 40) return found
    // oxlint-disable-next-line no-await-in-loop -- the same
    await sleep(500)
  }
}
