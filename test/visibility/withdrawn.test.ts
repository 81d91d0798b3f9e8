import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { knowsInstrument } from './oracle.ts'
import { addInstrument, settleInstrument, visibleWorld, type World } from './scene.ts'
import type { Viewer } from './viewers.ts'

/** Doors of the record itself, whose tombstone stays; everything else about a withdrawn instrument is gone. */
const doorsOfRecord = new Set([
  'GET /instruments/{id}',
  'PATCH /instruments/{id}',
  'DELETE /instruments/{id}',
  'POST /instruments/{id}/publication',
  'POST /instruments/{id}/withdrawal',
])

const slot = { start: '2026-03-03T09:00Z', end: '2026-03-03T11:00Z' }
const title = { zh: '测试', en: 'Test' }

/** What is right to ask at each door that takes something; a new door is missed here until it has its own. */
const bodies: Record<string, object | undefined> = {
  'POST /bookings': { ...slot, purpose: 'Isotopes' },
  'POST /booking-checks': slot,
  'POST /holds': slot,
  'DELETE /holds/{hold}': undefined,
  'PUT /policy': {},
  'POST /policy-dry-runs': { rules: {} },
  'POST /waitlist': { from: slot.start, to: slot.end, minutes: 60, purpose: 'Isotopes' },
  'DELETE /waitlist/{wait}': undefined,
  'POST /outages': { kind: 'fault', reason: 'Vacuum' },
  'PATCH /outages/{outage}': { reason: 'Pump' },
  'POST /outages/{outage}/cancellation': {},
  'POST /problems': { severity: 'note', description: 'Noise' },
  'POST /problems/{problem}/resolution': { resolution: 'Oil' },
  'POST /maintenance-plans': { name: 'Oil', kind: 'maintenance', everyDays: 30 },
  'POST /maintenance-plans/{plan}/completions': {},
  'POST /maintenance-plans/{plan}/ending': {},
  'POST /maintenance-plans/{plan}/resumption': {},
  'POST /qualifications': { email: 'labmate@elsewhere.test', kind: 'operation' },
  'POST /qualifications/{qualification}/revocation': {},
  'POST /trainings': {
    title: 'First steps',
    place: 'Room 2',
    start: '2026-03-20T09:00Z',
    end: '2026-03-20T11:00Z',
    seats: 5,
    kinds: ['operation'],
  },
  'POST /trainings/{training}/enrolment': {},
  'POST /trainings/{training}/departure': {},
  'POST /trainings/{training}/cancellation': {},
  'POST /trainings/{training}/results': { passed: [crypto.randomUUID()] },
  'PUT /rates': { rates: {} },
  'POST /estimates': slot,
  'POST /services': { title, unit: 'sample', turnaroundDays: 7, prices: {}, fields: [] },
  'PATCH /services/{service}': { turnaroundDays: 8 },
  'POST /services/{service}/orders': { answers: {} },
}

const queries: Record<string, string> = {
  '/occupancy': '?from=2026-03-03T00:00Z&to=2026-03-04T00:00Z',
  '/booking-facts': '?from=2026-03-03T00:00Z&to=2026-03-04T00:00Z',
  '/openings': '?from=2026-03-03T00:00Z&to=2026-03-04T00:00Z&minutes=60',
  '/calendar': '?view=day&date=2026-03-03',
}

/** Doors by which somebody would use an instrument anew. */
const newUses = [
  'POST /bookings',
  'POST /holds',
  'POST /waitlist',
  'POST /services/{service}/orders',
  'POST /trainings/{training}/enrolment',
]

type Door = { method: string; path: string; prefix: string; isPage: boolean }
type Subject = { id: string; parts: Record<string, string>; isDraft: boolean; place: 'own' }
const settings = [
  { state: 'withdrawn', inCollection: false },
  { state: 'withdrawn', inCollection: true },
  { state: 'draft', inCollection: false },
] as const

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
const unknownId = crypto.randomUUID()

let world: World
let doors: Door[]
beforeAll(async () => {
  world = await visibleWorld()
  doors = [...(await doorsOfApi()), ...doorsOfPages()]
})
afterAll(async () => world[Symbol.asyncDispose]())

/** Below `/instruments/{id}`, as the OpenAPI document lists them. */
async function doorsOfApi(): Promise<Door[]> {
  const answer = await world.as().get('/api/v1/openapi.json')
  return Object.entries(Document.parse(await answer.json()).paths)
    .filter(([path]) => /^\/instruments\/\{id\}(\/|$)/.test(path))
    .flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => ({ path, method: method.toUpperCase() })),
    )
    .filter(({ method, path }) => !doorsOfRecord.has(`${method} ${path}`))
    .map((door) => ({ ...door, prefix: '/api/v1', isPage: false }))
}

const doorsOfPages = (): Door[] =>
  world.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/instruments/:id/'))
    .map(({ method, path }) => ({
      method,
      path: path.replace(/:(\w+)/g, '{$1}'),
      prefix: '',
      isPage: true,
    }))

/** An instrument with something behind every door. */
async function addSubject({ state, inCollection }: (typeof settings)[number]): Promise<Subject> {
  const facts = { place: 'own', audience: 'public', inCollection, isWithdrawn: true } as const
  const isDraft = state === 'draft'
  const id = await addInstrument(world, facts)
  const at = (path: string, body?: object, as?: string) =>
    world.post(`/instruments/${id}${path}`, body, as)
  const parts = {
    service: await at('/services', bodies['POST /services']),
    training: await at('/trainings', bodies['POST /trainings']),
    hold: await at('/holds', slot, 'demo-curator'),
    wait: await at('/waitlist', bodies['POST /waitlist'], 'demo-curator'),
    problem: await at('/problems', bodies['POST /problems']),
    plan: await at('/maintenance-plans', bodies['POST /maintenance-plans']),
    qualification: await at('/qualifications', bodies['POST /qualifications']),
    outage: await at('/outages', { kind: 'fault', reason: 'Vacuum', start: '2026-03-25T09:00Z' }),
  }
  if (isDraft) await makeDraft(id)
  else await settleInstrument(world, id, facts)
  return { id, parts, isDraft, place: 'own' }
}

/** As one that was never published, though things were made there. */
const makeDraft = (id: string) =>
  world.db.updateTable('record').set({ published_at: null }).where('id', '=', id).execute()

async function ask(viewer: Viewer, { method, path, prefix, isPage }: Door, subject: Subject) {
  const below = path.replace('/instruments/{id}', '')
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'id' ? subject.id : (subject.parts[name] ?? ''),
  )
  const body = isPage ? undefined : bodies[`${method} ${below}`]
  const answer = await world.app.request(`${prefix}${address}${queries[below] ?? ''}`, {
    method,
    headers: {
      ...(viewer.token && { authorization: `Bearer ${viewer.token}` }),
      ...(body && { 'content-type': 'application/json' }),
      'if-match': '*',
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(isPage && method === 'POST' && { body: new URLSearchParams() }),
  })
  const text = (await answer.text()).replaceAll(subject.id, unknownId)
  return { status: answer.status, text: isPage ? '' : text }
}

const answersOfUnknown = new Map<string, ReturnType<typeof ask>>()

/** What the same viewer reads at the same door of an instrument that never was. */
function askUnknown(viewer: Viewer, door: Door, subject: Subject) {
  const key = `${viewer.name} ${door.method} ${door.prefix}${door.path}`
  const answer = answersOfUnknown.get(key) ?? ask(viewer, door, { ...subject, id: unknownId })
  answersOfUnknown.set(key, answer)
  return answer
}

const knows = (viewer: Viewer, { isDraft }: Subject, inCollection: boolean) =>
  isDraft
    ? viewer.isAdmin === true || viewer.curates === 'own'
    : knowsInstrument(viewer, { place: 'own', audience: 'public', inCollection, isWithdrawn: true })

test('every door that takes something is tried with what it takes', () => {
  const taking = doors
    .filter(({ method, isPage }) => !isPage && method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replace('/instruments/{id}', '')}`)
  expect(taking.toSorted()).toEqual(Object.keys(bodies).toSorted())
  expect(doors.length).toBeGreaterThan(70)
})

test('what is no id names no instrument at any door', async () => {
  const parts = Object.fromEntries(
    [...new Set(doors.flatMap(({ path }) => path.match(/\w+(?=\})/g) ?? []))].map((name) => [
      name,
      unknownId,
    ]),
  )
  const wrong: object[] = []
  for (const viewer of world.viewers.filter(({ isAdmin }) => isAdmin))
    for (const door of doors) {
      const subject: Subject = { id: '-1', parts, isDraft: false, place: 'own' }
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the house serves so many at once
      const answer = await ask(viewer, door, subject)
      if (answer.status !== 404) wrong.push({ ...door, answer })
    }
  expect(wrong).toEqual([])
})

describe.each(settings)('an instrument that is $state, in a collection: $inCollection', (set) => {
  let subject: Subject
  beforeAll(async () => {
    subject = await addSubject(set)
  })

  test('is at every door as if it had never been there, for who may not know of it', async () => {
    const wrong: object[] = []
    // Nobody waits at a draft.
    const hiding = doors.filter(({ path }) => !subject.isDraft || !path.includes('{wait}'))
    for (const viewer of world.viewers.filter((one) => !knows(one, subject, set.inCollection)))
      for (const door of hiding) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other: the house serves so many at once
        const answer = await ask(viewer, door, subject)
        // oxlint-disable-next-line no-await-in-loop -- likewise
        const unknown = await askUnknown(viewer, door, subject)
        const isHidden = answer.status === unknown.status && answer.text === unknown.text
        const isRefused = viewer.token === undefined ? answer.status !== 200 : answer.status >= 400
        if (!isHidden || !isRefused) wrong.push({ viewer: viewer.name, ...door, answer, unknown })
      }
    expect(wrong).toEqual([])
  }, 180_000)

  test('is read by its staff still', async () => {
    const wrong: object[] = []
    const staff = world.viewers.filter((one) => knows(one, subject, set.inCollection))
    expect(staff.length).toBeGreaterThan(1)
    for (const viewer of staff.filter(({ isAdmin }) => isAdmin || !subject.isDraft))
      for (const door of doors.filter(({ method }) => method === 'GET')) {
        // oxlint-disable-next-line no-await-in-loop -- likewise
        const { status } = await ask(viewer, door, subject)
        const expected = door.isPage && door.path.endsWith('/order') ? 409 : 200
        if (status !== expected) wrong.push({ viewer: viewer.name, ...door, status })
      }
    expect(wrong).toEqual([])
  })

  test('takes no new booking, hold, wait, order or enrolment of anybody', async () => {
    const wrong: object[] = []
    const ways = doors.filter(({ method, path, isPage }) => {
      return !isPage && newUses.includes(`${method} ${path.replace('/instruments/{id}', '')}`)
    })
    expect(ways).toHaveLength(newUses.length)
    for (const viewer of world.viewers)
      for (const door of ways) {
        // oxlint-disable-next-line no-await-in-loop -- likewise
        const answer = await ask(viewer, door, subject)
        if (![401, 403, 404, 409].includes(answer.status))
          wrong.push({ viewer: viewer.name, ...door, answer })
      }
    expect(wrong).toEqual([])
  })
})

test('a plan of a withdrawn instrument is ended by its staff', async () => {
  const { id, parts } = await addSubject(settings[0])
  const { plan = '', outage = '' } = parts
  const steward = world.as('demo-steward')
  const ended = await steward.post(`/api/v1/instruments/${id}/maintenance-plans/${plan}/ending`, {})
  expect(ended.status).toBeLessThan(300)
  const back = await steward.post(`/api/v1/instruments/${id}/outages/${outage}/cancellation`, {})
  expect(back.status).toBeLessThan(300)
})
