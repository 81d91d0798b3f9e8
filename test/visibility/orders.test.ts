import { type Arbitrary, assert, asyncProperty, constantFrom, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type OrderState, orderStates } from '../../src/orders/orders/model.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { type Door, totalIn, wrongAtDoors } from './door.ts'
import { bothTitles, leadOrder } from './order-steps.ts'
import {
  type Instrument,
  isReportedBy,
  isStaff,
  knowsInstrument,
  type Owned,
  reads,
  seesOrder,
} from './oracle.ts'
import {
  addInstrument,
  addLab,
  among,
  everyViewer,
  instrumentFacts,
  ofLab,
  ownedFacts,
  settleInstrument,
  someViewers,
  visibleWorld,
  type World,
} from './scene.ts'
import { names, type Viewer } from './viewers.ts'

type Facts = Owned & Instrument & { state: OrderState }

const facts: Arbitrary<Facts> = record({
  ...instrumentFacts,
  ...ownedFacts,
  state: constantFrom(...orderStates),
}).map(ofLab)

const usual = {
  place: 'other',
  audience: 'public',
  inCollection: true,
  isWithdrawn: false,
  person: names.researcher,
  forLab: true,
  labPlace: 'own',
  state: 'closed',
} satisfies Facts

/** Those that tell each sentence of the oracle from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [usual, everyViewer],
  [{ ...usual, place: 'own', inCollection: false, state: 'quoted' }, everyViewer],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

const roles = ['requester', 'staff'] as const
const listOf = (role: (typeof roles)[number]) => `/api/v1/orders?role=${role}&limit=200`

test('an order and its files show to its two sides, and to nobody else, at any door', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const looking = among(world, numbers)
    const before = await Promise.all(looking.map(countsFor))
    const order = await addOrder(chosen)
    const wrong = looking.map(async (viewer, at) => {
      const lists = roles.map((role) => {
        const isThere = role === 'staff' ? isStaff(viewer, chosen) : viewer.name === chosen.person
        const total = (before[at]?.[role] ?? 0) + (isThere ? 1 : 0)
        return {
          name: `orders: ${role}`,
          path: listOf(role),
          shows: { [order.id]: isThere },
          total,
        }
      })
      return wrongAtDoors(world, [...doorsTo(order, viewer, chosen), ...lists], viewer)
    })
    expect((await Promise.all(wrong)).flat()).toEqual([])
  })
  await assert(property, { numRuns: 8, endOnFailure: true, examples })
}, 600_000)

/** How many orders a viewer can count on either side. */
async function countsFor({ token }: Viewer) {
  const count = async (role: (typeof roles)[number]) => {
    const answer = await world.as(token).get(listOf(role))
    return totalIn({ status: answer.status, text: await answer.text() })
  }
  return { requester: await count('requester'), staff: await count('staff') }
}

type Order = {
  id: string
  instrument: string
  service: string
  lab: string
  file: string
  /** In the answers to its form, in a file, in what the sides write to each other, in how it was rated. */
  secrets: { answer: string; file: string; note: string; rating: string }
}

const Files = z.object({ files: z.array(z.object({ id: z.string() })) })

/** Orders as the facts say, and does what leads to the state. */
async function addOrder(chosen: Facts): Promise<Order> {
  world.turnTo('02 08:00')
  const instrument = await addInstrument(world, chosen)
  const lab = await addLab(world, chosen.labPlace)
  const secrets = { answer: newWord(), file: newWord(), note: newWord(), rating: newWord() }
  const services = `/instruments/${instrument}/services`
  const service = await world.post(services, {
    title: bothTitles(`Service ${newWord()}`),
    unit: 'sample',
    turnaroundDays: 7,
    prices: { external: 12_000 },
    fields: [
      { key: 'elements', type: 'text', label: bothTitles('Elements'), required: true },
      { key: 'plan', type: 'file', label: bothTitles('Plan') },
    ],
  })
  const as = world.viewers.find(({ name }) => name === chosen.person)?.token
  const form = new FormData()
  const order = { answers: { elements: secrets.answer }, lab: chosen.forLab ? lab : null }
  form.set('order', JSON.stringify(order))
  form.set('plan', new File([secrets.file], 'plan.txt'))
  const id = await world.post(`${services}/${service}/orders`, form, as)
  await world.post(`/orders/${id}/note`, { note: secrets.note }, as)
  await leadOrder(world, id, { ...chosen, as, priceFen: 12_000, rating: secrets.rating })
  const whole = await world.as('demo-admin').get(`/api/v1/orders/${id}`)
  const [file] = Files.parse(await whole.json()).files
  await settleInstrument(world, instrument, chosen)
  return { id, instrument, service, lab, file: file?.id ?? '', secrets }
}

function doorsTo(order: Order, viewer: Viewer, chosen: Facts): Door[] {
  const { id, instrument, service, lab, file, secrets } = order
  const seen = seesOrder(viewer, chosen)
  const rated = chosen.state === 'closed'
  const shows = {
    [secrets.answer]: seen,
    [secrets.note]: seen,
    [secrets.rating]: seen && rated,
    [file]: seen,
  }
  const hidden = Object.fromEntries([id, ...Object.values(secrets)].map((word) => [word, false]))
  const page = knowsInstrument(viewer, chosen)
  const audited = reads(viewer, chosen.place)
  const isMine = viewer.name === chosen.person
  const here = `/instruments/${instrument}/services`
  const content = `/api/v1/orders/${id}/files/${file}/content`
  const march = 'from=2026-03-01&to=2026-03-31'
  const reported = (chosen.state === 'delivered' || rated) && isReportedBy(viewer, chosen)
  return [
    { name: 'order', path: `/api/v1/orders/${id}`, shows, found: seen },
    { name: 'its page', path: `/orders/${id}`, shows },
    { name: 'its file', path: content, shows: { [secrets.file]: seen }, found: seen },
    {
      name: 'to the instrument',
      path: `/api/v1/orders?role=staff&instrument=${instrument}&state=${chosen.state}`,
      shows: { [id]: isStaff(viewer, chosen) },
      total: isStaff(viewer, chosen) ? 1 : 0,
    },
    { name: 'my page', path: '/orders', shows: { [id]: isMine } },
    {
      name: 'to work on',
      path: `/orders/queue?show=${showOf[chosen.state]}`,
      shows: { [id]: isStaff(viewer, chosen) },
    },
    { name: 'services', path: `/api/v1${here}`, shows: hidden, found: page },
    { name: 'service', path: `/api/v1${here}/${service}`, shows: hidden, found: page },
    { name: 'services page', path: here, shows: hidden },
    { name: 'record', path: `/records/${instrument}`, shows: hidden },
    { name: 'lab page', path: `/labs/${lab}`, shows: hidden },
    { name: 'lab’s bookings', path: `/labs/${lab}/bookings`, shows: hidden },
    {
      name: 'audit',
      path: `/api/v1/audit?entityId=${id}&limit=200`,
      shows: { 'order.submission': audited, [secrets.note]: audited },
    },
    { name: 'audit page', path: '/admin/audit', shows: audited ? {} : hidden },
    {
      name: 'national report',
      path: `/api/v1/reports/nrii/service-records?threshold=none&${march}`,
      shows: { ...hidden, [id]: reported },
    },
    { name: 'search', path: `/api/v1/records?q=${secrets.answer}&facets=true`, total: 0 },
  ]
}

/** In which list of what was received a state is. */
const showOf: Record<OrderState, string> = {
  submitted: 'todo',
  quoted: 'waiting',
  accepted: 'todo',
  in_work: 'todo',
  delivered: 'waiting',
  closed: 'over',
  declined: 'over',
  withdrawn: 'over',
  cancelled: 'over',
}
