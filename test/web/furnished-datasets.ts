import type { ChargeScene } from '../charges/scene.ts'
import { addDataset, addVersion, publishVersion } from '../datasets/scene.ts'

/** A dataset with three versions, the last of which has three files more than the one before. */
export async function furnishDatasets(scene: ChargeScene) {
  const filesOf = (number: number) =>
    Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`v${number}/${name}.csv`, `${name},${number}\n`]),
    )
  const first = await addDataset(scene, {
    input: { access: 'open', institution: scene.own },
    files: filesOf(1),
  })
  let last = first
  for (const number of [2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- a version follows the one before
    last = await addVersion(scene, first.id, { files: filesOf(number) })
    // oxlint-disable-next-line no-await-in-loop
    await publishVersion(scene, last)
  }
  return { dataset: first.id }
}
