import type { ChargeScene } from '../charges/scene.ts'
import { checkObjects } from '../../src/datasets/fixity/actions.ts'
import { houseContext } from '../support/people.ts'
import { addDataset, addVersion, publishVersion } from '../datasets/scene.ts'

/** A dataset with three versions, each with three files more than the one before; the bytes of the first three are lost. */
export async function furnishDatasets(scene: ChargeScene) {
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
  await damageFirst(scene)
  return { dataset: first.id }
}

const filesOf = (number: number) =>
  Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [`v${number}/${name}.csv`, `${name},${number}\n`]),
  )

/** The bytes of the first three files are lost, and that is found. */
async function damageFirst({ db, services }: ChargeScene) {
  const lost = await db.selectFrom('dataset_object').select('key').orderBy('id').limit(3).execute()
  await Promise.all(lost.map(async ({ key }) => services.objects.remove(key)))
  const later = () => services.now().add({ seconds: 1 })
  await checkObjects({ ...houseContext(services), now: later }, { all: true })
}
