import { type Arbitrary, assert, asyncProperty, constantFrom, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WaitState, waitStates } from '../../src/bookings/waitlist/model.ts'
import { promoteWaiting } from '../../src/bookings/waitlist/actions.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { houseContext } from '../support/people.ts'
import { type Door, wrongAtDoors } from './door.ts'
import {
  type Instrument,
  knowsInstrument,
  type Owned,
  reads,
  seesBooking,
  seesWait,
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

/** `asker` is the PI who asks for a member of the lab, in its name. */
type Facts = Owned & Instrument & { state: WaitState; asker: string }

const facts: Arbitrary<Facts> = record({
  ...instrumentFacts,
  ...ownedFacts,
  state: constantFrom('waiting' as const, 'waiting' as const, ...waitStates),
  asker: constantFrom('', '', names.pi),
}).map((one) =>
  ofLab({ ...one, ...(one.asker !== '' && { person: names.researcher, forLab: true }) }),
)

const usual = {
  place: 'other',
  audience: 'public',
  inCollection: true,
  isWithdrawn: false,
  person: names.researcher,
  forLab: true,
  labPlace: 'own',
  state: 'waiting',
  asker: '',
} satisfies Facts

/** Those that tell each sentence of the oracle from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [usual, everyViewer],
  [{ ...usual, place: 'own', audience: 'institution', asker: names.pi }, everyViewer],
  [{ ...usual, forLab: false }, everyViewer],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('a wait shows to those who may see it, and nobody else sees or ends it, at any door', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const looking = among(world, numbers)
    // Only one wait is alive: time that is turned back would give the others life again.
    await world.db.deleteFrom('waitlist_entry').execute()
    const wait = await addWait(chosen)
    const wrong = looking.map(async (viewer) =>
      wrongAtDoors(world, doorsTo(wait, viewer, chosen), viewer),
    )
    expect((await Promise.all(wrong)).flat()).toEqual([])
    expect(await endedBy(wait, looking)).toEqual(mayEnd(looking, chosen))
  })
  await assert(property, { numRuns: 8, endOnFailure: true, examples })
}, 600_000)

const isLive = ({ state }: Facts) => state === 'waiting'

type Wait = { id: string; instrument: string; lab: string; purpose: string }

const asked = { from: '2026-03-03T09:00Z', to: '2026-03-03T11:00Z', minutes: 60 }

/** Waits for time of 3 March that is taken, and does what leads to the state. */
async function addWait(chosen: Facts): Promise<Wait> {
  const { person, asker, forLab } = chosen
  world.turnTo('02 08:00')
  const instrument = await addInstrument(world, chosen)
  const lab = await addLab(world, chosen.labPlace)
  const bookings = `/instruments/${instrument}/bookings`
  const taken = await world.post(bookings, { start: asked.from, end: asked.to, purpose: 'taken' })
  const purpose = newWord()
  const id = await world.post(
    `/instruments/${instrument}/waitlist`,
    {
      ...asked,
      purpose,
      ...(forLab && { lab }),
      ...(asker !== '' && { onBehalfOf: world.ids[names.researcher] }),
    },
    tokenOf(asker === '' ? person : asker),
  )
  const wait = { id, instrument, lab, purpose }
  await lead(wait, chosen, taken)
  await settleInstrument(world, instrument, chosen)
  return wait
}

const tokenOf = (name: string) => world.viewers.find((viewer) => viewer.name === name)?.token
const pathOf = ({ instrument, id }: Wait) => `/api/v1/instruments/${instrument}/waitlist/${id}`

async function lead(wait: Wait, { state, person }: Facts, taken: string): Promise<void> {
  if (state === 'left') await world.as(tokenOf(person)).delete(pathOf(wait))
  if (state === 'over') world.turnTo('03 10:01')
  if (state !== 'promoted') return
  await world.post(`/bookings/${taken}/cancellation`, { reason: '样品未到' })
  expect(await promoteWaiting(houseContext(world.services), wait.instrument)).toBe(1)
}

/** Who of them ends it, each as if nobody had before. */
async function endedBy(wait: Wait, looking: readonly Viewer[]): Promise<string[]> {
  const ended: string[] = []
  for (const { name, token } of looking) {
    // oxlint-disable-next-line no-await-in-loop -- it is ended once at a time
    const { status } = await world.as(token).delete(pathOf(wait))
    if (status !== 204) continue
    ended.push(name)
    // oxlint-disable-next-line no-await-in-loop -- then the next may
    await world.db
      .updateTable('waitlist_entry')
      .set({ left_at: null })
      .where('id', '=', wait.id)
      .execute()
  }
  return ended
}

const mayEnd = (looking: readonly Viewer[], chosen: Facts): string[] =>
  looking.flatMap((viewer) => (isLive(chosen) && seesWait(viewer, chosen) ? viewer.name : []))

const day = 'from=2026-03-03T00:00Z&to=2026-03-04T00:00Z'

function doorsTo(wait: Wait, viewer: Viewer, chosen: Facts): Door[] {
  const { id, instrument, lab, purpose } = wait
  const page = knowsInstrument(viewer, chosen)
  const found = page && viewer.token !== undefined
  const seen = found && isLive(chosen) && seesWait(viewer, chosen)
  const isMine = viewer.name === chosen.person && isLive(chosen)
  // What it was waited for is the booking’s purpose once there is one.
  const booked = chosen.state === 'promoted' && seesBooking(viewer, { ...chosen, booker: '' })
  const hidden = { [id]: false, ...(!booked && { [purpose]: false }) }
  const audited = reads(viewer, chosen.place)
  const here = `/instruments/${instrument}`
  return [
    {
      name: 'waits of the instrument',
      path: `/api/v1${here}/waitlist`,
      shows: { [id]: seen, [purpose]: seen },
      found,
      total: seen ? 1 : 0,
    },
    {
      name: 'my waits',
      path: '/api/v1/waitlist',
      shows: { [id]: isMine },
      total: isMine ? 1 : 0,
    },
    { name: 'my page', path: '/bookings', shows: { [id]: isMine } },
    { name: 'bookings', path: `/api/v1/bookings?instrument=${instrument}`, shows: hidden },
    { name: 'lab’s bookings', path: `/labs/${lab}/bookings`, shows: hidden },
    { name: 'lab page', path: `/labs/${lab}`, shows: hidden },
    { name: 'to decide', path: '/bookings/queue', shows: hidden },
    { name: 'occupancy', path: `/api/v1${here}/occupancy?${day}`, shows: hidden },
    {
      name: 'timeline',
      path: `/api/v1/timeline?${day}&institution=${world[chosen.place]}&limit=200`,
      shows: hidden,
    },
    { name: 'calendar', path: `${here}/calendar?view=day&date=2026-03-03`, shows: hidden },
    { name: 'record', path: `/records/${instrument}`, shows: hidden },
    { name: 'search', path: `/api/v1/records?q=${purpose}&facets=true`, total: 0 },
    {
      name: 'audit',
      path: `/api/v1/audit?entityId=${id}`,
      shows: { 'waitlist.join': audited },
    },
    { name: 'audit page', path: '/admin/audit?limit=200', shows: audited ? {} : hidden },
  ]
}
