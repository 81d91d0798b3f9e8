import { publishable } from '../support/publishable.ts'
import type { ChargeScene } from '../charges/scene.ts'

type Post = (path: string, body: object, as?: 'demo-curator' | 'demo-researcher') => Promise<string>

/** An approved request for the seeds of three lots, three parcels of which left. */
export async function furnishFulfilment(scene: ChargeScene, post: Post) {
  const record = await scene.add('accession', {
    ...publishable.accession,
    accenumb: 'SHIP 1',
    title: { zh: '待发种子' },
  })
  for (const code of ['P', 'Q', 'R'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await post(`/accessions/${record}/lots`, { code, unit: 'seed', quantity: 100 }, 'demo-curator')
  const items = [{ record, quantity: 290, unit: 'seed' }]
  const answer = await scene.as('demo-researcher').post('/api/v1/requests', { items })
  const [draft] = (await answer.json()).items
  const [request, item]: string[] = [draft.id, draft.items[0].id]
  await post(`/requests/${request}/submission`, {}, 'demo-researcher')
  const decisions = [{ item, answer: 'approved' }]
  await post(`/requests/${request}/decision`, { decisions }, 'demo-curator')
  for (const carrier of ['顺丰', 'EMS', '德邦'])
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    await post(
      `/requests/${request}/shipment`,
      { lines: [{ item, quantity: 10 }], carrier },
      'demo-curator',
    )
  return { request: request ?? '' }
}
