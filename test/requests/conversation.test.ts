import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { tellOfRequest } from '../../src/requests/conversation/jobs.ts'
import { only } from '../charges/scene.ts'
import { houseContext } from '../support/people.ts'
import { tellWaiting } from '../support/told.ts'
import { type RequestScene, requestScene } from './scene.ts'

const scenes: RequestScene[] = []
const scene = () => only(scenes)
beforeAll(async () => {
  scenes.push(await requestScene({ max: 8 }))
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

const Files = z.object({
  items: z.array(z.object({ id: z.string(), eventNumber: z.int(), name: z.string() })),
})

const sent = async () => scene().sent([{ record: scene().dataset }])
function formOf(text: string, ...names: string[]) {
  const form = new FormData()
  form.append('text', text)
  for (const name of names) form.append('file', new File([`bytes of ${name}`], name))
  return form
}
const write = (id: string, path: 'messages' | 'notes', form: FormData, as = 'demo-curator') =>
  scene().as(as).post(`/api/v1/requests/${id}/${path}`, form)
const filesOf = async (id: string, as: string) =>
  Files.parse(await (await scene().as(as).get(`/api/v1/requests/${id}/attachments`)).json()).items

describe('files of messages', () => {
  test('are read by both sides, and come back byte for byte', async () => {
    const { id } = await sent()
    expect((await write(id, 'messages', formOf('请看附件', 'a.pdf', 'b.csv'))).status).toBe(201)
    const files = await filesOf(id, 'demo-outsider')
    expect(files.map(({ name }) => name)).toEqual(['a.pdf', 'b.csv'])
    const path = `/api/v1/requests/${id}/attachments/${files[1]?.id}`
    const read = await scene().as('demo-outsider').get(path)
    expect(await read.text()).toBe('bytes of b.csv')
    const page = await (await scene().as('demo-outsider').get(`/requests/${id}`)).text()
    expect(page).toContain('a.pdf')
    expect((await scene().as('demo-researcher').get(path)).status).toBe(404)
    expect((await scene().as().get(path)).status).toBe(401)
    const other = await sent()
    const elsewhere = path.replace(id, other.id)
    expect((await scene().as('demo-outsider').get(elsewhere)).status).toBe(404)
  })

  test('are staff’s alone where they came with a note', async () => {
    const { id } = await sent()
    expect((await write(id, 'notes', formOf('内部', 'secret.pdf'))).status).toBe(201)
    const [file] = await filesOf(id, 'demo-curator')
    expect(file?.name).toBe('secret.pdf')
    expect(await filesOf(id, 'demo-outsider')).toEqual([])
    const path = `/api/v1/requests/${id}/attachments/${file?.id}`
    expect((await scene().as('demo-outsider').get(path)).status).toBe(404)
    expect((await scene().as('demo-curator').get(path)).status).toBe(200)
    const page = await (await scene().as('demo-outsider').get(`/requests/${id}`)).text()
    expect(page).not.toContain('secret.pdf')
    expect((await write(id, 'notes', formOf('x'), 'demo-outsider')).status).toBe(403)
  })

  test('are refused where there are too many or one is empty, and nothing stays', async () => {
    const { id } = await sent()
    const many = formOf('x', 'a', 'b', 'c', 'd', 'e', 'f')
    expect((await write(id, 'messages', many)).status).toBe(422)
    const empty = formOf('x')
    empty.append('file', new File([], 'empty.txt'))
    expect((await write(id, 'messages', empty)).status).toBe(422)
    expect((await write(id, 'messages', formOf(' ', 'a.pdf'))).status).toBe(422)
    expect((await scene().read(id)).events).toHaveLength(1)
    expect(await filesOf(id, 'demo-curator')).toEqual([])
  })
})

const waiting = async () =>
  (
    await sql<{ key: string; run_at: Date }>`
      select job.key, job.run_at from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'tell_request'
    `.execute(scene().db)
  ).rows
const notices = async (person: string, id: string) =>
  scene()
    .db.selectFrom('notice')
    .where('person_id', '=', person)
    .where('path', 'like', `/requests/${id}%`)
    .select(['subject_en', 'path'])
    .orderBy('id')
    .execute()

describe('letters of requests', () => {
  test('what happens within a few minutes is told in one', async () => {
    const { id } = await sent()
    const { people, services } = scene()
    await tellWaiting(services)
    await scene().write(id, { text: '一' }, 'demo-curator')
    await scene().write(id, { path: 'notes', text: '内部' }, 'demo-curator')
    await scene().write(id, { text: '二' }, 'demo-steward')
    const jobs = (await waiting()).filter(({ key }) => key.endsWith(id))
    expect(jobs).toHaveLength(1)
    await tellWaiting(services, { times: 2 })
    const told = await notices(people['demo-outsider'], id)
    expect(told).toMatchObject([{ subject_en: expect.stringMatching(/: message$/) }])
    expect(told[0]?.path).toBe(`/requests/${id}/reply`)
    await tellOfRequest(houseContext(services), { requestId: id })
    expect(await notices(people['demo-outsider'], id)).toHaveLength(1)
    // Nobody is told of what they did themselves.
    const staff = await notices(people['demo-curator'], id)
    expect(staff.map(({ subject_en }) => subject_en)).toEqual([
      expect.stringMatching(/: submitted$/),
      expect.stringMatching(/: message$/),
    ])
  })

  test('are not lost where the job is killed half-way', async () => {
    const { id } = await sent()
    const { people, services } = scene()
    const ctx = houseContext(services)
    const dying = { ...ctx, jobs: { add: async () => Promise.reject(new Error('killed')) } }
    await expect(tellOfRequest(dying, { requestId: id })).rejects.toThrow('killed')
    await tellWaiting(services)
    expect(await notices(people['demo-curator'], id)).toMatchObject([
      { subject_en: expect.stringMatching(/: submitted$/) },
    ])
  })

  test('are not put off by what happens later', async () => {
    const { id } = await sent()
    const [first] = (await waiting()).filter(({ key }) => key.endsWith(id))
    await scene().write(id, { text: 'Also this' }, 'demo-outsider')
    const [second] = (await waiting()).filter(({ key }) => key.endsWith(id))
    expect(second?.run_at).toEqual(first?.run_at)
  })

  test('lead to the answer, by way of signing in', async () => {
    const { id } = await sent()
    const path = `/requests/${id}/reply`
    const outside = await scene().as().get(path)
    expect(outside.status).toBe(303)
    expect(outside.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    const inside = await scene().as('demo-outsider').get(path)
    expect(inside.headers.get('location')).toBe(`/requests/${id}#message`)
    const page = await (await scene().as('demo-outsider').get(`/requests/${id}`)).text()
    expect(page).toContain('id="message"')
    expect((await scene().as('demo-researcher').get(path)).status).toBe(404)
  })
})

test('the time line says what was decided of what, and how much', async () => {
  const lot = await scene().lot({ code: 'TOLD', quantity: 300 })
  const request = await scene().sent([{ ...scene().seeds(120), target: { lotId: lot } }])
  await scene().decided(request, 'approved', { quantity: 100, conditions: '仅限科研' })
  const asked = { cookie: 'hexi_lang=en' }
  const page = await (
    await scene().as('demo-outsider').get(`/requests/${request.id}`, asked)
  ).text()
  expect(page).toContain('Alfalfa: Approved, 100 seeds, 仅限科研')
  expect(page).toContain('Alfalfa, 120 seeds')
})

test('there is one way to write to a request, with a file or without', async () => {
  const { id } = await sent()
  for (const path of ['message', 'note'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await scene().post(`/requests/${id}/${path}`, { text: '请补充' })).status).toBe(404)
  await scene().write(id, { text: '请补充' })
  const { events } = await scene().read(id)
  expect(events.at(-1)).toMatchObject({ type: 'message', text: '请补充' })
})
