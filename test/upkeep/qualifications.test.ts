import { expect, test } from 'vitest'
import { remindUpkeep } from '../../src/upkeep/jobs.ts'
import { upkeepScene } from './scene.ts'

const { scene, instrument, turnTo, job, book, get, post, here, letters } = upkeepScene()

const researcher = 'researcher@hexi.example'
const grant = (body: object, as: 'demo-steward' | 'demo-pi' = 'demo-steward') =>
  post(here('/qualifications'), { email: researcher, kind: 'training', ...body }, as)

test('staff grant a qualification by address; granted again, only its end moves', async () => {
  const first = await grant({ validMonths: 12 })
  expect(first).toMatchObject({
    status: 201,
    body: {
      state: 'valid',
      expiresAt: '2027-03-02T16:00:00Z',
      person: { name: 'demo-researcher' },
    },
  })
  const again = await grant({ expiresAt: '2027-06-01T00:00Z' })
  expect(again.body).toMatchObject({ id: first.body.id, expiresAt: '2027-06-01T00:00:00Z' })
  expect((await get(here('/qualifications'), 'demo-steward')).body['items']).toHaveLength(1)
})

test('only staff grant, nobody to a stranger, and nothing into the past', async () => {
  expect((await grant({}, 'demo-pi')).status).toBe(403)
  expect((await grant({ email: 'nobody@hexi.example' })).status).toBe(422)
  expect((await grant({ expiresAt: '2026-01-01T00:00Z' })).status).toBe(422)
  expect((await post(here('/qualifications'), { kind: 'training' })).status).toBe(422)
})

test('people see their own, staff see everybody’s', async () => {
  await grant({})
  await grant({ email: 'pi@hexi.example' })
  expect((await get(here('/qualifications'), 'demo-researcher')).body['items']).toHaveLength(1)
  expect((await get(here('/qualifications'), 'demo-curator')).body['items']).toHaveLength(2)
  expect((await get(here('/qualifications'))).status).toBe(401)
})

test('with it one may book and begin; once it is revoked a booking stays and use may not begin', async () => {
  await scene().setPolicy({ qualifications: ['training'] }, here('').split('/').at(-1))
  expect(await book('03 01:00', '03 02:00')).toBe('')
  const { body } = await grant({})
  const id = await book('03 01:00', '03 02:00')
  expect(id).not.toBe('')
  const revoke = () =>
    post(here(`/qualifications/${body.id}/revocation`), { reason: '违反操作规程' })
  expect((await revoke()).body).toMatchObject({ state: 'revoked', note: '违反操作规程' })
  expect((await revoke()).status).toBe(409)
  expect(await letters()).toEqual(['researcher@hexi.example: 培训已撤销'])
  turnTo('03 01:00')
  const started = await post(`/bookings/${id}/start`, {}, 'demo-researcher')
  expect(started.codes).toEqual(['training_missing'])
  expect((await grant({})).status).toBe(201)
  expect((await post(`/bookings/${id}/start`, {}, 'demo-researcher')).status).toBe(200)
})

test('who has one that ends within a month is told once, and again for another end', async () => {
  await grant({ expiresAt: '2026-03-25T00:00Z' })
  await remindUpkeep(job())
  await remindUpkeep(job())
  expect(await letters()).toEqual([
    'researcher@hexi.example: 培训将于 2026年3月25日 08:00（Asia/Shanghai）到期',
  ])
  await grant({ expiresAt: '2026-03-28T00:00Z' })
  await remindUpkeep(job())
  expect(await letters()).toHaveLength(2)
})

test('one of some months lasts to the end of the day that is shown, and a booking on that evening is given', async () => {
  const { status, body } = await grant({ validMonths: 1 })
  expect([status, body['expiresAt']]).toEqual([201, '2026-04-02T16:00:00Z'])
  await scene().setPolicy({ qualifications: ['training'] }, instrument())
  const evening = await scene().book('2026-04-02T14:00Z', '2026-04-02T16:00Z', { on: instrument() })
  const after = await scene().book('2026-04-02T16:00Z', '2026-04-02T17:00Z', { on: instrument() })
  expect([evening.status, after.codes]).toEqual([201, ['training_expired']])
  const page = await scene().as('demo-researcher').get('/trainings', { 'accept-language': 'zh' })
  const text = await page.text()
  expect(text).toContain('2026年4月2日')
  expect(text).not.toContain('2026年4月3日')
})
