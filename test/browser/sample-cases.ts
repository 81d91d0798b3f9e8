import { z } from 'zod'
import type { PageCase } from './cases.ts'
import { asked } from './request-cases.ts'

/** A request for samples that waits for its provider, and a donor of theirs. */
export type FoundSamples = { request: string; item: string; donor: string }

const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })).min(1) })
const Made = z.looseObject({ id: z.string() })
const Drafts = z.object({
  items: z.array(z.object({ id: z.string(), items: z.array(z.looseObject({ id: z.string() })) })),
})

/** Asks as the researcher for samples of a collection of the demo. */
export async function findSamples(origin: string): Promise<FoundSamples> {
  const { record, donor } = await addDonor(origin)
  const target = { samples: { types: ['plasma'], ageFrom: 40, purpose: 'health' } }
  const items = [{ record, quantity: 5, unit: 'sample', target }]
  const [draft] = Drafts.parse(await asked(origin, '/requests', { body: { items } })).items
  await asked(origin, `/requests/${draft?.id}/submission`, { body: {} })
  return { request: draft?.id ?? '', item: draft?.items[0]?.id ?? '', donor }
}

/** In the first collection of people’s samples that takes one. */
async function addDonor(origin: string) {
  const as = 'demo-admin'
  const found = await asked(origin, '/records?kind=collection&access=on_request&limit=50')
  for (const { id: record } of Items.parse(found).items)
    try {
      const body = { code: 'W-001', sex: 'female' }
      // oxlint-disable-next-line no-await-in-loop -- until one is of people
      const made = await asked(origin, `/collections/${record}/donors`, { body, as })
      return { record, donor: Made.parse(made).id }
    } catch {
      // Samples of animals, or of soil: no donors there.
    }
  throw new Error('the demo has no collection of people’s samples on request')
}

export const sampleCases = ({ request, item, donor }: FoundSamples): PageCase[] => [
  {
    name: 'request-samples',
    path: `/requests/${request}/items/${item}/samples`,
    as: 'demo-admin',
  },
  { name: 'donor-withdrawal', path: `/donors/${donor}/withdrawal`, as: 'demo-admin' },
  { name: 'request-of-samples', path: `/requests/${request}`, as: 'demo-admin' },
]
