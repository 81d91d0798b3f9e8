import { expect, test } from 'vitest'
import { upkeepScene } from './scene.ts'

const { scene, get, post, here } = upkeepScene()

/** Every name of a list, asked for one by one. */
async function paged(path: string, name: string) {
  const names: unknown[] = []
  let after = ''
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const { body } = await get(`${path}?limit=1${after && `&after=${after}`}`, 'demo-steward')
    const [item] = [body['items']].flat()
    names.push(item && typeof item === 'object' && Reflect.get(item, name))
    expect(body['total']).toMatchObject({ relation: 'eq' })
    after = typeof body['next'] === 'string' ? body['next'] : ''
  } while (after)
  return names
}

test('plans, outages, trainings and qualifications go on page by page, each in its order', async () => {
  const plan = (name: string, more: object) =>
    post(here('/maintenance-plans'), { kind: 'maintenance', name, ...more })
  await plan('按小时', { everyUseHours: 100 })
  await plan('以后', { everyDays: 30 })
  await plan('过期', { everyDays: 10, lastDoneAt: '2026-01-01T00:00Z' })
  expect(await paged(here('/maintenance-plans'), 'name')).toEqual(['过期', '以后', '按小时'])
  for (const day of ['05', '04', '06']) {
    const times = { start: `2026-03-${day}T01:00Z`, end: `2026-03-${day}T02:00Z` }
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await post(here('/outages'), { kind: 'other', reason: day, ...times })
    const training = { title: day, place: '201', seats: 2, kinds: ['training'], ...times }
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await post(here('/trainings'), training)
  }
  expect(await paged(here('/outages'), 'reason')).toEqual(['04', '05', '06'])
  expect(await paged(here('/trainings'), 'title')).toEqual(['04', '05', '06'])
  const email = 'researcher@hexi.example'
  await post(here('/qualifications'), { email, kind: 'safety' })
  await post(here('/qualifications'), { email, kind: 'training', validMonths: 6 })
  expect(await paged(here('/qualifications'), 'kind')).toEqual(['training', 'safety'])
})

test('an outage in a file is an interval that other programs read', async () => {
  await post(here('/outages'), {
    kind: 'maintenance',
    reason: '换灯丝',
    start: '2026-03-03T01:00Z',
    end: '2026-03-03T02:00Z',
  })
  const file = await scene()
    .as('demo-steward')
    .get(`/api/v1${here('/outages')}?format=csv`)
  expect(await file.text()).toContain('2026-03-03T01:00:00Z/2026-03-03T02:00:00Z')
})
