import { z } from 'zod'
import type { PageCase } from './cases.ts'

/** A lot of the demo’s curator, its accession, where it lies. */
export type FoundStock = { lot: string; code: string; accession: string; place: string }

const Lots = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      record: z.object({ id: z.string() }),
      place: z.object({ id: z.string() }),
    }),
  ),
})

export async function findStock(origin: string): Promise<FoundStock> {
  const headers = { authorization: 'Bearer demo-curator' }
  const answer = await fetch(`${origin}/api/v1/lots?limit=1`, { headers })
  const [found] = Lots.parse(await answer.json()).items
  if (!found) throw new Error('the demo has no lot of its curator')
  const { id, code, record, place } = found
  return { lot: id, code, accession: record.id, place: place.id }
}

export const stockCases = ({ lot, accession, place }: FoundStock): PageCase[] =>
  [
    { name: 'lots', path: '/lots' },
    { name: 'picking list', path: '/picks' },
    { name: 'lots-none', path: '/lots?code=nowhere' },
    { name: 'lot', path: `/lots/${lot}` },
    { name: 'lot-edit', path: `/lots/${lot}/edit` },
    { name: 'lot-moves', path: `/lots/${lot}/moves` },
    { name: 'lot-labels', path: `/lots/${lot}/labels?copies=3&skip=2` },
    { name: 'accession-lots', path: `/records/${accession}/lots` },
    { name: 'accession-stocked', path: `/records/${accession}` },
    { name: 'places', path: '/places' },
    { name: 'place-new', path: '/places/new' },
    { name: 'place', path: `/places/${place}` },
    { name: 'place-edit', path: `/places/${place}/edit` },
  ].map((one): PageCase => ({ ...one, as: 'demo-curator' }))
