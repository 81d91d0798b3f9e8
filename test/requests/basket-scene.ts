import { z } from 'zod'
import { addDataset } from '../datasets/scene.ts'
import { stockScene } from '../stock/scene.ts'
import { aToken, somebody } from '../support/people.ts'
import { publishable } from '../support/publishable.ts'

export const visitor = 'visitor@hexi.test'

/** Something of every kind that can be had, or cannot, and somebody of no institution. */
export async function basketScene() {
  const made = await stockScene()
  const { add, own, other } = made
  await made.lot({ quantity: 1000, requestMax: 200 })
  const samples = await add('collection', {
    ...publishable.collection,
    institution: own,
    access: 'on_request',
    title: { zh: '血清库', en: 'Sera' },
  })
  const closed = await add('accession', {
    ...publishable.accession,
    accenumb: 'X 2',
    access: 'closed',
    title: { en: 'Closed' },
  })
  const instrument = await add('instrument', { ...publishable.instrument, title: { en: 'XRD' } })
  const dataset = await addDataset(made, { input: { access: 'on_request' } })
  const open = await addDataset(made, { input: { access: 'open' } })
  const person = await somebody(made.services, { email: visitor })
  const visitorToken = await aToken(made.services, person.id)
  return {
    ...made,
    visitorToken,
    samples,
    closed,
    instrument,
    dataset: dataset.id,
    open: open.id,
    other,
  }
}

export type BasketScene = Awaited<ReturnType<typeof basketScene>>

export const Basket = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      record: z.looseObject({ id: z.string() }),
      quantity: z.number().nullable(),
      unit: z.string().nullable(),
      state: z.string(),
    }),
  ),
  version: z.number(),
})
export const Refusal = z.looseObject({
  code: z.string().optional(),
  issues: z.array(z.looseObject({ path: z.string() })).optional(),
})
