import { expect, test } from 'vitest'
import { publishable } from '../support/publishable.ts'
import { requestScene } from './scene.ts'

test('samples are asked for, approved in part, handed over and received without any stock', async () => {
  await using scene = await requestScene()
  const samples = await scene.add('collection', {
    ...publishable.collection,
    access: 'on_request',
    title: { zh: '血清库', en: 'Sera' },
  })
  const target = { criteria: '40 岁以上，男女各半' }
  const sent = await scene.sent([{ record: samples, quantity: 12, unit: 'sample', target }])
  const [item] = sent.items
  expect(item).toMatchObject({ quantity: 12, unit: 'sample' })
  const approved = await scene.give(
    sent.id,
    'decision',
    { decisions: [{ item: item?.id, answer: 'approved', quantity: 10 }] },
    'demo-curator',
  )
  expect(approved.items[0]).toMatchObject({ decision: { quantity: 10 }, unit: 'sample', held: 0 })
  const shipment = { way: 'pick_up', collectedBy: '王芳', lines: [{ item: item?.id, quantity: 4 }] }
  const some = await scene.give(sent.id, 'shipment', shipment, 'demo-curator')
  expect(some.items[0]).toMatchObject({ shipped: 4, received: 4 })
  const rest = { way: 'carrier', carrier: '顺丰', lines: [{ item: item?.id }] }
  const out = await scene.give(sent.id, 'shipment', rest, 'demo-curator')
  expect(out.items[0]).toMatchObject({ shipped: 10 })
  const { items } = await (
    await scene.as('demo-outsider').get(`/api/v1/requests/${sent.id}/shipments`)
  ).json()
  expect(items[0].lines[0]).toMatchObject({ quantity: 6, unit: 'sample' })
  for (const as of ['demo-outsider', 'demo-curator']) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const page = await (await scene.as(as).get(`/requests/${sent.id}`)).text()
    expect(page).toContain('12 份')
    expect(page).toContain('6 份')
  }
})

test('a draft for samples is copied and changed with its unit', async () => {
  await using scene = await requestScene()
  const samples = await scene.add('collection', {
    ...publishable.collection,
    access: 'on_request',
    title: { zh: '血清库', en: 'Sera' },
  })
  const [draft] = await scene.draft([{ record: samples, quantity: 3, unit: 'sample' }])
  const page = await (await scene.as('demo-outsider').get(`/requests/${draft?.id}/edit`)).text()
  expect(page).toMatch(/<option value="sample" selected/)
})
