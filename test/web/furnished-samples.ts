import { publishable } from '../support/publishable.ts'
import type { ChargeScene } from '../charges/scene.ts'

type Post = (path: string, body: object, as?: 'demo-curator') => Promise<string>

/** Three of everything that a collection has: donors, consents, kits, samples, events; and three sources. */
export async function furnishSamples(scene: ChargeScene, post: Post) {
  const collection = await scene.add('collection', {
    ...publishable.collection,
    institution: scene.own,
    title: { zh: '血浆库' },
  })
  const keep = async (path: string, body: object) => post(path, body, 'demo-curator')
  let [donor, sample] = ['', '']
  for (const number of [1, 2, 3]) {
    const code = `D-${number}`
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    donor = await keep(`/collections/${collection}/donors`, { code, sex: 'male' })
    const own = { code: `T-${number}`, family: 'human', type: 'plasma', donor: code }
    // oxlint-disable-next-line no-await-in-loop
    sample = await keep(`/collections/${collection}/samples`, own)
    // oxlint-disable-next-line no-await-in-loop
    await keep(`/collections/${collection}/kits`, { code: `K-${number}` })
  }
  for (const kind of ['collection', 'freeze', 'thaw']) {
    const consent = { form: `ICF ${kind.length}`, uses: ['general'], givenOn: '2020-01-01' }
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    await keep(`/donors/${donor}/consents`, consent)
    // oxlint-disable-next-line no-await-in-loop
    await keep(`/samples/${sample}/events`, { kind })
  }
  // Of people there are none; the list is the same.
  await scene.db
    .insertInto('sample_source')
    .values(
      ['A', 'B', 'C'].map((code) => ({
        record_id: collection,
        code,
        kind: 'animal',
        created_at: scene.services.now(),
      })),
    )
    .execute()
  await scene.db
    .insertInto('sample_import')
    .values(
      ['a.csv', 'b.csv', 'c.csv'].map((file_name) => ({
        record_id: collection,
        file_name,
        header: ['code'],
        rows: '[]',
        created_at: scene.services.now(),
      })),
    )
    .execute()
  return { collection, donor, sample }
}
