import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveCommand } from '../../src/requests/requests/actions/command.ts'
import {
  type EventType,
  eventTypes,
  isPublicEvent,
} from '../../src/requests/requests/model/events.ts'
import { eventNames } from '../../src/requests/requests/words/names.ts'
import { only } from '../charges/scene.ts'
import { aRole, aToken, houseContext, somebody } from '../support/people.ts'
import { tellWaiting } from '../support/told.ts'
import { type ConsentScene, consentScene } from './consent-scene.ts'

/** What staff do among themselves on a request, and the marks that it leaves: words and people that occur nowhere else. */

type Person = { id: string; name: string; token: string; email: string }
type Story = { id: string; marks: Record<string, string[]> }
type Scenario = (house: House, request: string) => Promise<readonly string[]>

const mark = () => `q${randomUUID().replaceAll('-', '')}`

async function household() {
  const scene = await consentScene()
  const person = async (role?: 'curator'): Promise<Person> => {
    const name = mark()
    const made = await somebody(scene.services, { email: `${name}@staff.test`, name })
    if (role) await aRole(scene.services, made.id, role, scene.own)
    return { ...made, name, token: await aToken(scene.services, made.id) }
  }
  return { ...scene, person }
}
type House = Awaited<ReturnType<typeof household>>

/** How each internal event comes about; a type without one fails. */
const scenarios: Readonly<Record<string, Scenario>> = {
  claimed: async ({ give, person }, id) => {
    const staff = await person('curator')
    await give(id, 'claim', {}, staff.token)
    await give(id, 'release', {}, staff.token)
    return [staff.name]
  },
  claim_released: async ({ give, person }, id) => {
    const [staff, other] = [await person('curator'), await person('curator')]
    await give(id, 'claim', {}, staff.token)
    await give(id, 'release', {}, staff.token)
    await give(id, 'claim', {}, other.token)
    await give(id, 'release', {}, other.token)
    return [staff.name, other.name]
  },
  labelled: async ({ give }, id) => {
    const labels = [mark(), mark()]
    await give(id, 'labels', { labels: labels.join('；') }, 'demo-curator')
    return labels
  },
  noted: async ({ as }, id) => {
    const [text, name, bytes] = [mark(), mark(), mark()]
    const form = new FormData()
    form.append('text', text)
    form.append('file', new File([bytes], name))
    const written = await as('demo-curator').post(`/api/v1/requests/${id}/notes`, form)
    if (written.status !== 201) throw new Error(await written.text())
    return [text, name]
  },
  review_asked: async ({ give, person }, id) => {
    const [reviewer, note] = [await person(), mark()]
    await give(id, 'review-request', { person: reviewer.email, note }, 'demo-curator')
    await give(id, 'review', { verdict: 'abstains', note: '好' }, reviewer.token)
    return [reviewer.name, reviewer.id, note]
  },
  reviewed: async ({ give, person }, id) => {
    const [reviewer, note] = [await person(), mark()]
    await give(id, 'review-request', { person: reviewer.email }, 'demo-curator')
    await give(id, 'review', { verdict: 'against', note }, reviewer.token)
    return [reviewer.name, note]
  },
  conflict_declared: async ({ give, person }, id) => {
    const [staff, note] = [await person('curator'), mark()]
    await give(id, 'conflict', { note }, staff.token)
    return [staff.name, note]
  },
  reassigned: async ({ give, person }, id) => {
    const [staff, note] = [await person('curator'), mark()]
    await give(id, 'reassignment', { person: staff.email, note }, 'demo-curator')
    return [staff.name, note]
  },
  escalated: async ({ services }, id) => {
    await giveCommand(houseContext(services), { id }, { command: 'escalation' })
    return []
  },
}

const internal = eventTypes.filter((type) => !isPublicEvent(type))

async function tell(house: House, id: string): Promise<Story> {
  const marks: Story['marks'] = {}
  for (const type of internal) {
    // oxlint-disable-next-line no-await-in-loop -- one request: one after the other
    marks[type] = [...((await scenarios[type]?.(house, id)) ?? [])]
  }
  return { id, marks }
}

/** A request whose supervisor is still asked, and one that the provider is to decide. */
async function tellStories(house: House) {
  const insider = await house.person('curator')
  const begin = async () => {
    const { id } = await house.asked()
    for (const person of ['researcher@hexi.example', insider.email])
      // oxlint-disable-next-line no-await-in-loop -- one request: one after the other
      await house.give(id, 'members', { person })
    return id
  }
  const waiting = await begin()
  const open = await begin()
  await house.give(open, 'consent', { given: true }, house.chief.token)
  const told = [await tell(house, waiting), await tell(house, open)]
  await house.write(open, { text: '请补充说明' }, 'demo-curator')
  await tellWaiting(house.services)
  return { insider, told }
}

type Told = Awaited<ReturnType<typeof tellStories>> & { house: House }
const all: Told[] = []
const told = () => only(all)
beforeAll(async () => {
  const house = await household()
  all.push({ house, ...(await tellStories(house)) })
}, 120_000)
afterAll(async () => {
  await all.pop()?.house[Symbol.asyncDispose]()
})

/** How a type is named in answers and on pages. */
const namesOf = (type: EventType) => [
  `"type":"${type}"`,
  ...(['zh', 'en'] as const).map((lang) => `>${eventNames[type][lang]}</strong>`),
]
const marksOf = (story: Story) => [
  ...Object.values(story.marks).flat(),
  ...internal.flatMap(namesOf),
]

/** Every way of the app, each name in it filled with what it could be; what has no other meaning is the request. */
function doorsOf({ app, dataset, accession, own, people }: ConsentScene, id: string) {
  const values: readonly (readonly [RegExp, string])[] = [
    [/\/institutions\/:id/, own],
    [/\/people\/:id/, people['demo-outsider']],
    [/\/accessions\/:id/, accession],
    [/\/(?:records|datasets)\/:/, dataset],
  ]
  const paths = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  const ways = [...paths].filter((path) => !path.includes('*') && !isOutbox(path))
  return ways.map((path) => {
    const value = values.find(([pattern]) => pattern.test(path))?.[1] ?? id
    const filled = path.replaceAll(/:\w+(?:\{[^/]*\})?\??/g, value)
    // Who was given a role is named there too, which curators may know and which says nothing of a request.
    return filled === '/admin/audit' ? `${filled}?entity=request` : filled
  })
}

/** Letters of everybody, which anybody reads in the demo alone. */
const isOutbox = (path: string) => /\/(?:outbox|mail)(?:\/|$)/.test(path)

/** Lists of requests, as each side asks for them, and as files. */
const listsOf = (id: string) => [
  ...['requester', 'steward', 'reviewer', 'supervisor'].flatMap((role) => [
    `/requests?role=${role}`,
    `/api/v1/requests?role=${role}&limit=100`,
    `/api/v1/requests?role=${role}&format=csv`,
  ]),
  `/api/v1/requests/${id}?format=csv`,
  '/api/v1/notices?limit=100',
  '/api/v1/audit?limit=100&format=csv',
]

async function textAt(path: string, as: string | undefined, lang: 'zh' | 'en') {
  const answer = await told()
    .house.as(as)
    .get(path, { cookie: `hexi_lang=${lang}` })
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel()
    return ''
  }
  if (answer.status >= 500) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return `${JSON.stringify([...answer.headers])}\n${await answer.text()}`
}

/** Where a mark of a story stands in what somebody is answered. */
async function leaks(as: string | undefined) {
  const { house, told: stories } = told()
  const found: string[] = []
  const marks = stories.flatMap(marksOf)
  const look = async (path: string, lang: 'zh' | 'en') => {
    const text = await textAt(path, as, lang)
    for (const one of new Set(marks)) if (text.includes(one)) found.push(`${path}: ${one}`)
  }
  const doors = new Set(stories.flatMap(({ id }) => [...doorsOf(house, id), ...listsOf(id)]))
  for (const path of doors) {
    // oxlint-disable-next-line no-await-in-loop -- gently: a door at a time
    await look(path, 'zh')
    // oxlint-disable-next-line no-await-in-loop -- gently: a door at a time
    if (!path.startsWith('/api/')) await look(path, 'en')
  }
  return found
}

describe('what staff do among themselves', () => {
  test('has a scenario for every internal event', () => {
    expect(Object.keys(scenarios).toSorted()).toEqual(internal.toSorted())
  })

  test('is read by who decides: every mark of every event', async () => {
    const { house, told: stories } = told()
    for (const { id, marks } of stories) {
      // oxlint-disable-next-line no-await-in-loop -- two requests
      const answer = await textAt(`/api/v1/requests/${id}`, 'demo-curator', 'zh')
      // oxlint-disable-next-line no-await-in-loop -- two requests
      const page = await textAt(`/requests/${id}`, 'demo-curator', 'en')
      const text = answer + page
      for (const type of internal) {
        expect(text).toContain(`"type":"${type}"`)
        expect(page).toContain(`>${eventNames[type].en}<`)
        for (const one of marks[type] ?? []) expect(text).toContain(one)
      }
      // oxlint-disable-next-line no-await-in-loop -- two requests
      expect((await house.read(id)).events.every(({ isPublic }) => isPublic)).toBe(true)
    }
  })

  const sides = ['requester', 'member', 'member who is staff', 'supervisor', 'other', 'nobody']
  test.each(sides)(
    'is nowhere in what a %s is answered',
    async (side) => {
      const { house, insider } = told()
      const tokens: Record<string, string | undefined> = {
        requester: 'demo-outsider',
        member: 'demo-researcher',
        'member who is staff': insider.token,
        supervisor: house.chief.token,
        other: house.strangerToken,
      }
      expect(await leaks(tokens[side])).toEqual([])
    },
    240_000,
  )

  test('is in no letter and no notice to them', async () => {
    const { house, insider, told: stories } = told()
    const { people, db } = house
    const to = [people['demo-outsider'], people['demo-researcher'], insider.id, house.chief.id]
    const letters = await db
      .selectFrom('mail')
      .where('to_person_id', 'in', to)
      .select(['subject', 'body'])
      .execute()
    const notices = await db
      .selectFrom('notice')
      .where('person_id', 'in', to)
      .select(['subject_zh', 'subject_en', 'path'])
      .execute()
    expect(letters.length).toBeGreaterThan(4)
    expect(notices.length).toBeGreaterThan(4)
    const text = JSON.stringify([letters, notices])
    const names = internal.flatMap((type) => [
      eventNames[type].zh,
      eventNames[type].en.toLowerCase(),
    ])
    for (const one of [...stories.flatMap(marksOf), ...names]) expect(text).not.toContain(one)
  })
})
