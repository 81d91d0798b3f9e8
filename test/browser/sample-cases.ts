import { z } from 'zod'
import type { PageCase } from './cases.ts'
import { asked } from './request-cases.ts'

/** A request for samples that waits for its provider. */
export type FoundSamples = { request: string; item: string }

const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })).min(1) })
const Drafts = z.object({
  items: z.array(z.object({ id: z.string(), items: z.array(z.looseObject({ id: z.string() })) })),
})

/** Asks as the researcher for samples of a collection of the demo. */
export async function findSamples(origin: string): Promise<FoundSamples> {
  const found = await asked(origin, '/records?kind=collection&access=on_request&limit=1')
  const record = Items.parse(found).items[0]?.id
  const target = { samples: { types: ['plasma'], ageFrom: 40, purpose: 'health' } }
  const items = [{ record, quantity: 5, unit: 'sample', target }]
  const [draft] = Drafts.parse(await asked(origin, '/requests', { body: { items } })).items
  await asked(origin, `/requests/${draft?.id}/submission`, { body: {} })
  return { request: draft?.id ?? '', item: draft?.items[0]?.id ?? '' }
}

export const sampleCases = ({ request, item }: FoundSamples): PageCase[] => [
  {
    name: 'request-samples',
    path: `/requests/${request}/items/${item}/samples`,
    as: 'demo-admin',
  },
  { name: 'request-of-samples', path: `/requests/${request}`, as: 'demo-admin' },
]
