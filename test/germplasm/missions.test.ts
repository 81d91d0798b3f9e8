import { expect, test } from 'vitest'
import { germplasmScene } from './scene.ts'

test('a mission is entered once, and has what it collected: for each reader what they may see', async () => {
  await using house = await germplasmScene()
  const curator = house.as('demo-curator')
  const mission = {
    institution: house.own,
    code: 'CN-GS-1999',
    name: { zh: '河西走廊野生豆科考察' },
    startDay: '199907--',
    endDay: '1999',
    places: '民勤、金塔',
    permits: '甘林护（1999）12 号',
  }
  const statuses = []
  for (const who of [
    undefined,
    'demo-researcher',
    'demo-outsider',
    'demo-curator',
    'demo-curator',
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push((await house.as(who).post('/api/v1/missions', mission)).status)
  expect(statuses).toEqual([401, 403, 403, 201, 409])
  expect(
    (await curator.post('/api/v1/missions', { ...mission, code: 'X', startDay: '----07' })).status,
  ).toBe(422)
  const { items } = await (await house.as().get('/api/v1/missions?q=民勤')).json()
  const [{ id }] = items
  const path = `/api/v1/missions/${id}`
  const open = await house.accession({ collmissid: mission.code, title: { zh: '采得其一' } })
  const draft = await house.accession({ collmissid: mission.code }, { publish: false })
  await house.accession({ collmissid: 'CN-GS-2000' })
  const collected = async (as?: 'demo-curator' | 'demo-outsider') =>
    (await (await house.as(as).get(`${path}/accessions`)).json()).items.map(
      (one: { id: string }) => one.id,
    )
  expect(await collected()).toEqual([open])
  expect(await collected('demo-outsider')).toEqual([open])
  expect(await collected('demo-curator')).toEqual([open, draft])
  const page = await (await house.as().get(`/missions/${id}`)).text()
  for (const text of ['1999年7月', '甘林护', '采得其一']) expect(page).toContain(text)
  const file = await (await house.as().get('/api/v1/missions?format=csv')).text()
  expect(file).toContain(',1999-07,')
  const english = await (await house.as().get(`/missions/${id}?lang=en`)).text()
  for (const text of ['Jul 1999', 'Accessions collected', 'Permits'])
    expect(english).toContain(text)
  const record = await (await house.as().get(`/records/${open}`)).text()
  expect(record).toContain(`/missions/${id}`)
  const edited = await house.as('demo-outsider').patch(path, { note: 'x' }, { 'if-match': '"1"' })
  expect(edited.status).toBe(403)
  expect((await curator.patch(path, { note: 'x' }, { 'if-match': '"1"' })).status).toBe(200)
  expect((await curator.patch(path, { note: 'y' }, { 'if-match': '"1"' })).status).toBe(412)
})
