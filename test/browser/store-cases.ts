import { z } from 'zod'
import type { PageCase } from './cases.ts'

/** A freezer of the demo, one of its boxes with samples, and one of these. */
export type FoundStores = { freezer: string; box: string; code: string; well: string }

const Ids = z.object({ items: z.array(z.object({ id: z.string() })) })
const Wells = z.object({
  wells: z.array(
    z.object({
      well: z.string().nullable(),
      sample: z.object({ code: z.string() }).nullable(),
    }),
  ),
})

export async function findStores(origin: string): Promise<FoundStores> {
  const headers = { authorization: 'Bearer demo-admin' }
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${origin}/api/v1${path}`, { headers })).json()
  const { items } = Ids.parse(await ask('/storage-report?limit=1'))
  // What fits best is a box that is nearly full.
  const boxes = Ids.parse(await ask('/free-wells?count=1&limit=1')).items
  const [freezer, box] = [items[0]?.id, boxes[0]?.id]
  if (!freezer || !box) throw new Error('the demo has no freezer with boxes')
  const { wells } = Wells.parse(await ask(`/places/${box}/wells`))
  const found = wells.find(({ sample }) => sample !== null)
  if (!found?.sample || found.well === null) throw new Error('the demo has no sample in its box')
  return { freezer, box, code: found.sample.code, well: found.well }
}

export const storeCases = ({ freezer, box, well }: FoundStores): PageCase[] =>
  [
    { name: 'storage map', path: '/storage' },
    { name: 'storage-freezer', path: `/places/${freezer}/storage` },
    { name: 'storage-report', path: '/storage-report' },
    { name: 'free-wells', path: '/free-wells?count=5' },
    { name: 'free-wells-none', path: '/free-wells?count=900' },
    { name: 'rack-scan', path: `/places/${box}/scan` },
    { name: 'box-moves', path: '/box-moves' },
    { name: 'box', path: `/places/${box}/box` },
    { name: 'box-well', path: `/places/${box}/box?well=${well}` },
    { name: 'container', path: `/places/${freezer}/box` },
  ].map((one): PageCase => ({ ...one, as: 'demo-admin' }))
