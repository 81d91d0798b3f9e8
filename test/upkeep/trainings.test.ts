import { expect, test } from 'vitest'
import { upkeepScene } from './scene.ts'

const { scene, turnTo, get, post, here, letters } = upkeepScene()

const announce = async (changes: object = {}) => {
  const { status, body } = await post(here('/trainings'), {
    title: '上机培训',
    place: '3 号楼 201',
    start: '2026-03-05T01:00Z',
    end: '2026-03-05T03:00Z',
    seats: 2,
    kinds: ['training', 'safety'],
    validMonths: 24,
    ...changes,
  })
  expect(status).toBe(201)
  return here(`/trainings/${body.id}`)
}
const enrol = (training: string, as: 'demo-researcher' | 'demo-pi' | 'demo-outsider') =>
  post(`${training}/enrolment`, {}, as)

test('people enrol while there are seats, and make room for others', async () => {
  const training = await announce()
  expect((await enrol(training, 'demo-researcher')).body).toMatchObject({ mine: true, enrolled: 1 })
  expect((await enrol(training, 'demo-researcher')).body).toMatchObject({ enrolled: 1 })
  expect((await enrol(training, 'demo-pi')).body).toMatchObject({ state: 'full' })
  expect((await enrol(training, 'demo-outsider')).status).toBe(409)
  expect((await post(`${training}/departure`, {}, 'demo-pi')).body).toMatchObject({ enrolled: 1 })
  expect((await enrol(training, 'demo-outsider')).status).toBe(200)
  turnTo('05 01:00')
  expect((await enrol(training, 'demo-pi')).status).toBe(409)
})

test('two who want the last seat do not both get it', async () => {
  const training = await announce({ seats: 1 })
  const answers = await Promise.all([
    enrol(training, 'demo-pi'),
    enrol(training, 'demo-researcher'),
    enrol(training, 'demo-outsider'),
  ])
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409'])
})

test('who passed holds what the training grants, for its months; once', async () => {
  const training = await announce()
  await enrol(training, 'demo-researcher')
  await post(`${training}/enrolment`, { email: 'pi@hexi.example' })
  const person = scene().people['demo-researcher']
  const pass = (passed: string[]) => post(`${training}/results`, { passed })
  expect((await pass([person])).status).toBe(409)
  turnTo('05 03:00')
  expect((await pass([scene().people['demo-admin']])).status).toBe(422)
  expect((await pass([person])).status).toBe(200)
  const again = await pass([person])
  expect(again.body['attendees']).toMatchObject([
    { person: { name: 'demo-pi' }, passedAt: null },
    { person: { name: 'demo-researcher' }, passedAt: '2026-03-05T03:00:00Z' },
  ])
  expect(await letters()).toEqual(['researcher@hexi.example: 您已通过培训'])
  const { body } = await get(here('/qualifications'), 'demo-researcher')
  expect(body['items']).toMatchObject([
    { kind: 'training', expiresAt: '2028-03-05T16:00:00Z' },
    { kind: 'safety', expiresAt: '2028-03-05T16:00:00Z' },
  ])
})

test('a training that is called off is told to who was enrolled, and is gone from the list', async () => {
  const title = `安全培训 ${crypto.randomUUID()}`
  const training = await announce({ title })
  await enrol(training, 'demo-pi')
  expect((await post(`${training}/cancellation`, {}, 'demo-pi')).status).toBe(403)
  expect((await post(`${training}/cancellation`, { reason: '教师出差' })).body).toMatchObject({
    state: 'cancelled',
  })
  expect((await post(`${training}/cancellation`)).status).toBe(409)
  expect((await enrol(training, 'demo-researcher')).status).toBe(409)
  expect(await letters(title)).toEqual([`pi@hexi.example: ${title}`])
  expect((await get('/trainings')).body['items']).not.toContainEqual(
    expect.objectContaining({ title }),
  )
})

test('who comes is for staff to see, and nobody else puts others on the list', async () => {
  const training = await announce()
  await enrol(training, 'demo-pi')
  expect((await get(training, 'demo-steward')).body['attendees']).toHaveLength(1)
  expect((await get(training, 'demo-researcher')).body).not.toHaveProperty('attendees')
  const other = await post(`${training}/enrolment`, { email: 'pi@hexi.example' }, 'demo-outsider')
  expect(other.status).toBe(403)
})

test('a training that lasts some months does not shorten what is held for longer', async () => {
  const held = { email: 'researcher@hexi.example', kind: 'training' }
  expect((await post(here('/qualifications'), held)).status).toBe(201)
  const training = await announce({ kinds: ['training', 'safety'], validMonths: 2 })
  await enrol(training, 'demo-researcher')
  turnTo('05 03:00')
  const passed = [scene().people['demo-researcher']]
  expect((await post(`${training}/results`, { passed })).status).toBe(200)
  const { body } = await get(here('/qualifications'), 'demo-researcher')
  expect(body['items']).toMatchObject([
    { kind: 'safety', expiresAt: '2026-05-05T16:00:00Z' },
    { kind: 'training', expiresAt: null },
  ])
})
