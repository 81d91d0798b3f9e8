import { z } from 'zod'
import { dayAt, defaultZone } from '../../src/core/time.ts'
import type { ChargeScene } from '../charges/scene.ts'
import { publishable } from '../support/publishable.ts'

const Made = z.object({ items: z.array(z.object({ id: z.string() })).min(1) })

/** Three absences of a curator to come, for whom the steward acts. */
export async function furnishAbsences({ as, own, people, services }: ChargeScene): Promise<void> {
  const day = (days: number) => dayAt(services.now().add({ hours: 24 * days }), defaultZone)
  for (const days of [20, 30, 40]) {
    const absence = { institution: own, from: day(days), until: day(days + 2) }
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    const answer = await as('demo-curator').post('/api/v1/steward-absences', {
      ...absence,
      delegate: people['demo-steward'],
    })
    if (answer.status !== 201) throw new Error(await answer.text())
  }
}

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
