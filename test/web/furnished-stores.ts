import type { ChargeScene } from '../charges/scene.ts'
import { publishable } from '../support/publishable.ts'

type Post = (path: string, body: object, as?: 'demo-curator') => Promise<string>

/** Three freezers, three sparse boxes beside one with room, and three samples that lie in the place itself. */
export async function furnishStores(scene: ChargeScene, post: Post, place: string) {
  const { own, services } = scene
  const record_id = await scene.add('collection', {
    ...publishable.collection,
    title: { zh: '黄土样品', en: 'Loess samples' },
  })
  const codes = Array.from({ length: 11 }, (_, number) => `LOESS-${number}`)
  await services.db
    .insertInto('sample')
    .values(
      codes.map((code) => ({
        record_id,
        institution_id: own,
        code,
        family: 'geological',
        type: 'other',
        created_at: services.now(),
      })),
    )
    .execute()
  const boxes: string[] = []
  for (const number of [1, 2, 3, 4]) {
    const store = { institution: own, type: 'freezer', code: `F-${number}` }
    await post('/places', store, 'demo-curator')
    const grid = { type: 'box', parent: place, rows: 3, columns: 3 }
    boxes.push(
      await post('/places', { institution: own, code: `X-${number}`, ...grid }, 'demo-curator'),
    )
  }
  const put = async (box: string, wells: object[]) => {
    const answer = await scene.as('demo-curator').put(`/api/v1/places/${box}/wells`, { wells })
    if (answer.status !== 200) throw new Error(await answer.text())
  }
  const [full = '', ...sparse] = boxes
  await put(
    full,
    ['A1', 'A2', 'A3', 'B1', 'B2'].map((well, at) => ({ well, code: codes[at] })),
  )
  for (const [at, box] of sparse.entries()) await put(box, [{ well: 'A1', code: codes[5 + at] }])
  await put(
    place,
    codes.slice(8).map((code) => ({ code })),
  )
}
