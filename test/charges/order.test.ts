import { expect, test } from 'vitest'
import { chargeOrderIn } from '../../src/charges/charges/actions.ts'
import { transact } from '../../src/core/context.ts'
import { houseContext } from '../support/people.ts'
import { chargeScene } from './scene.ts'

test('a service order is charged once, whoever asks for it how often', async () => {
  await using scene = await chargeScene()
  const ctx = houseContext(scene.services)
  const order = {
    instrumentId: scene.instrument,
    orderId: crypto.randomUUID(),
    institutionId: scene.own,
    personId: scene.people['demo-researcher'],
    labId: scene.lab,
    zone: 'Asia/Shanghai',
    amountFen: 60_000,
    why: { zh: '切片测定 12 份', en: 'Sections of 12 samples' },
  }
  const charged = await Promise.all(
    Array.from('1234', () => transact(ctx, (trx) => chargeOrderIn(trx, ctx, order))),
  )
  expect(charged.filter(Boolean)).toHaveLength(1)
  const seen = await scene.as('demo-pi').get(`/api/v1/charges/${charged.find(Boolean)}`)
  expect(await seen.json()).toMatchObject({ cause: 'order', amountFen: 60_000, month: '2026-03' })
})
