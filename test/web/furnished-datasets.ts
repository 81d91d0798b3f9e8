import { z } from 'zod'
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
  for (const name of ['researcher', 'outsider', 'pi'] as const) {
    const ways = `/api/v1/datasets/${first.id}`
    const grant = { person: scene.people[`demo-${name}`], reason: `申请书 ${name}` }
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    await scene.as('demo-curator').post(`${ways}/grants`, grant)
    const link = { version: 1, note: `稿件 ${name}`, until: '2026-04-01' }
    // oxlint-disable-next-line no-await-in-loop
    await scene.as('demo-curator').post(`${ways}/reviewer-links`, link)
  }
  return { dataset: first.id, upload: await beginUploads(scene, first.id) }
}

/** Three uploads into a fourth version, which is a draft; answers the one of three parts. */
async function beginUploads(scene: ChargeScene, dataset: string): Promise<string> {
  const { number } = await addVersion(scene, dataset)
  const files = ['a', 'b', 'c'].map((name) => ({ name: `${name}.bin`, sizeBytes: 20_000_000 }))
  const at = `/api/v1/datasets/${dataset}/versions/${number}/uploads`
  const answer = await scene.as('demo-curator').post(at, { files })
  const { items } = Begun.parse(await answer.json())
  return items[0]?.id ?? ''
}

const Begun = z.object({ items: z.array(z.object({ id: z.string() })) })

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
