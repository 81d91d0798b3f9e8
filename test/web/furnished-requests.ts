import { z } from 'zod'
import type { ChargeScene } from '../charges/scene.ts'
import { publishable } from '../support/publishable.ts'

const Made = z.object({ items: z.array(z.object({ id: z.string() })).min(1) })

/** Three requests of the researcher that wait for the provider. */
export async function furnishRequests(scene: ChargeScene): Promise<void> {
  const record = await scene.add('dataset', {
    ...publishable.dataset,
    title: { zh: '冰川厚度' },
    access: 'on_request',
  })
  const { post } = scene.as('demo-researcher')
  for (const title of ['一', '二', '三']) {
    const asked = { items: [{ record }], purpose: { title } }
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    const { items } = Made.parse(await (await post('/api/v1/requests', asked)).json())
    // oxlint-disable-next-line no-await-in-loop
    const sent = await post(`/api/v1/requests/${items[0]?.id}/submission`, {})
    if (sent.status !== 200) throw new Error(await sent.text())
  }
}
