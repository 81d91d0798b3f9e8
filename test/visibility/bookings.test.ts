import { type Arbitrary, assert, asyncProperty, constantFrom, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type BookingState, bookingStates } from '../../src/bookings/bookings/model.ts'
import { makeKioskCode } from '../../src/upkeep/kiosk/actions.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { houseContext } from '../support/people.ts'
import { type Door, totalIn, wrongAtDoors } from './door.ts'
import {
  type Instrument,
  isReportedBy,
  isStaff,
  knowsInstrument,
  type Owned,
  reads,
  seesBooking,
  sightOfInstrument,
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

type Facts = Owned & Instrument & { state: BookingState; booker: string }

const facts: Arbitrary<Facts> = record({
  ...instrumentFacts,
  ...ownedFacts,
  state: constantFrom(...bookingStates),
  booker: constantFrom('', '', names.pi),
}).map((one) => ofLab({ ...one, ...(one.booker !== '' && { person: names.researcher }) }))

const usual = {
  place: 'other',
  audience: 'public',
  inCollection: true,
  isWithdrawn: false,
  person: names.researcher,
  forLab: true,
  labPlace: 'own',
  state: 'confirmed',
  booker: '',
} satisfies Facts

/** Those that tell each sentence of the oracle from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [usual, everyViewer],
  [{ ...usual, forLab: false, booker: names.pi, state: 'finished' }, everyViewer],
  // Whoever decides need not be of the instrument's audience.
  [
    { ...usual, audience: 'institution', inCollection: true, isWithdrawn: true, state: 'pending' },
    everyViewer,
  ],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('a booking shows to those who may see it, and to nobody else, at any door', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const looking = among(world, numbers)
    const before = await Promise.all(looking.map(countsFor))
    const booking = await addBooking(chosen)
    // Somebody has fifty feeds at most.
    await world.db.updateTable('calendar_feed').set({ revoked_at: world.clock.now }).execute()
    const wrong = looking.map(async (viewer, at) => {
      const doors = await doorsTo(booking, viewer, chosen)
      const added = seesBooking(viewer, chosen) ? 1 : 0
      const all = { name: 'all bookings', path: allBookings, total: (before[at] ?? 0) + added }
      return wrongAtDoors(world, [...doors, all], viewer)
    })
    expect((await Promise.all(wrong)).flat()).toEqual([])
  })
  await assert(property, { numRuns: 6, endOnFailure: true, examples })
}, 600_000)

const allBookings = '/api/v1/bookings?limit=1'

/** How many bookings a viewer can count without asking for anything. */
async function countsFor({ token }: Viewer): Promise<number> {
  const answer = await world.as(token).get(allBookings)
  return totalIn({ status: answer.status, text: await answer.text() })
}

type Booking = { id: string; instrument: string; lab: string; code: string; purpose: string }

/** Books as the facts say, and does what leads to the state; all of them at one time of 3 March. */
async function addBooking(chosen: Facts): Promise<Booking> {
  world.turnTo('02 08:00')
  const instrument = await addInstrument(world, chosen)
  const lab = await addLab(world, chosen.labPlace)
  const code = await makeKioskCode(houseContext(world.services), instrument)
  const approval = { always: chosen.state === 'pending' }
  await world.put(`/instruments/${instrument}/policy`, { approval })
  const purpose = newWord()
  const id = await book(chosen, { instrument, lab, purpose })
  await lead(id, chosen)
  await world.followUp()
  await settleInstrument(world, instrument, chosen)
  return { id, instrument, lab, code, purpose }
}

const tokenOf = (name: string) => world.viewers.find((viewer) => viewer.name === name)?.token

/** A PI who books for a member does so in the lab’s name; it may be taken out of it afterwards. */
async function book(
  { person, booker, forLab }: Facts,
  { instrument, lab, purpose }: Omit<Booking, 'id' | 'code'>,
): Promise<string> {
  const isForOther = booker !== ''
  const id = await world.post(
    `/instruments/${instrument}/bookings`,
    {
      start: '2026-03-03T09:00Z',
      end: '2026-03-03T11:00Z',
      purpose,
      ...((forLab || isForOther) && { lab }),
      ...(isForOther && { onBehalfOf: world.ids[names.researcher] }),
    },
    tokenOf(isForOther ? booker : person),
  )
  if (isForOther && !forLab) await world.patch(`/bookings/${id}`, { lab: null }, tokenOf(person))
  return id
}

async function lead(id: string, { state, person }: Facts): Promise<void> {
  const act = async (command: string, body = {}) =>
    world.post(`/bookings/${id}/${command}`, body, tokenOf(person))
  if (state === 'cancelled') await act('cancellation', { reason: '样品未到' })
  if (state === 'pending' || state === 'confirmed' || state === 'cancelled') return
  world.turnTo('03 09:05')
  if (state === 'missed') return void (await act('release'))
  await act('start')
  world.turnTo('03 10:00')
  if (state === 'finished') await act('finish')
}

const day = 'from=2026-03-03T00:00Z&to=2026-03-04T00:00Z'

async function doorsTo(booking: Booking, viewer: Viewer, chosen: Facts): Promise<Door[]> {
  return [
    ...ownDoors(booking, viewer, chosen),
    ...calendarDoors(booking, viewer, chosen),
    ...instrumentDoors(booking, viewer, chosen),
    ...reportDoors(booking, viewer, chosen),
    ...searchDoors(booking),
    ...(await feedDoors(booking, viewer, chosen)),
  ]
}

function ownDoors({ id, instrument, lab, purpose }: Booking, viewer: Viewer, chosen: Facts) {
  const seen = seesBooking(viewer, chosen)
  const ofLabSeen = seen && chosen.forLab
  const isMine = viewer.name === chosen.person
  const waits = chosen.state === 'pending' && isStaff(viewer, chosen)
  const view = viewOf[chosen.state]
  const only = (isThere: boolean) => ({ shows: { [purpose]: isThere }, total: isThere ? 1 : 0 })
  const list = '/api/v1/bookings'
  const audited = reads(viewer, chosen.place)
  return [
    { name: 'booking', path: `${list}/${id}`, shows: { [purpose]: seen }, found: seen },
    { name: 'its page', path: `/bookings/${id}`, shows: { [purpose]: seen } },
    { name: 'its form', path: `/bookings/${id}/change`, shows: seen ? {} : { [purpose]: false } },
    { name: 'its charges', path: `${list}/${id}/charges`, found: seen },
    { name: 'bookings', path: `${list}?${day}&limit=200`, shows: { [purpose]: seen } },
    { name: 'of the instrument', path: `${list}?instrument=${instrument}`, ...only(seen) },
    {
      name: 'in the state',
      path: `${list}?instrument=${instrument}&state=${chosen.state}&order=desc`,
      ...only(seen),
    },
    { name: 'of the lab', path: `${list}?lab=${lab}`, ...only(ofLabSeen) },
    { name: 'mine', path: `${list}?mine=true&instrument=${instrument}`, ...only(isMine) },
    { name: 'my page', path: `/bookings?view=${view}`, shows: { [purpose]: isMine } },
    { name: 'lab page', path: `/labs/${lab}/bookings?view=${view}`, shows: only(ofLabSeen).shows },
    { name: 'to decide', path: '/bookings/queue', shows: { [purpose]: waits } },
    {
      name: 'notices',
      path: '/api/v1/notifications?limit=200',
      shows: seen ? {} : { [id]: false },
    },
    { name: 'notices page', path: '/account/notices', shows: seen ? {} : { [id]: false } },
    { name: 'audit', path: `/api/v1/audit?entityId=${id}`, shows: { 'booking.create': audited } },
    { name: 'audit page', path: '/admin/audit?limit=200', shows: audited ? {} : { [id]: false } },
  ]
}

/** In which list of one’s own a state is. */
const viewOf: Record<BookingState, string> = {
  pending: 'coming',
  confirmed: 'coming',
  in_use: 'coming',
  finished: 'past',
  missed: 'past',
  cancelled: 'cancelled',
}

/** That time is taken is everybody’s to know; by whom and what for is not. */
function calendarDoors(
  { id, instrument, purpose }: Booking,
  viewer: Viewer,
  chosen: Facts,
): Door[] {
  const { listed } = sightOfInstrument(viewer, chosen)
  const page = knowsInstrument(viewer, chosen)
  const isTaken = takes(chosen)
  const known = isTaken && seesBooking(viewer, chosen)
  const shown = (isThere: boolean) => ({ [purpose]: isThere, [id]: isThere })
  const state = `"state":"${chosen.state}"`
  const here = `/instruments/${instrument}`
  return [
    {
      name: 'occupancy',
      path: `/api/v1${here}/occupancy?${day}`,
      shows: { ...shown(page && known), [state]: page && isTaken },
      found: page,
    },
    {
      name: 'timeline',
      path: `/api/v1/timeline?${day}&institution=${world[chosen.place]}&limit=200`,
      shows: { ...shown(listed && known), [instrument]: listed },
    },
    {
      name: 'calendar',
      path: `${here}/calendar?view=day&date=2026-03-03`,
      shows: { [purpose]: page && known },
    },
  ]
}

const takes = ({ state }: Facts) => state !== 'cancelled' && state !== 'missed'

/** Pages about the instrument, on which nobody learns of a booking what they may not know. */
function instrumentDoors(
  { id, instrument, code, purpose }: Booking,
  viewer: Viewer,
  chosen: Facts,
): Door[] {
  const page = knowsInstrument(viewer, chosen)
  const hidden = { [purpose]: false, [id]: false }
  const shows = takes(chosen) && seesBooking(viewer, chosen) ? {} : hidden
  const here = `/instruments/${instrument}`
  return [
    { name: 'calendars', path: '/calendar?view=day&date=2026-03-03', shows },
    { name: 'record', path: `/records/${instrument}`, shows },
    { name: 'door of the room', path: `/k/${code}`, shows, found: page },
    { name: 'form', path: `${here}/book?start=2026-03-03T09:00Z`, shows: hidden },
    {
      name: 'openings',
      path: `/api/v1${here}/openings?${day}&minutes=60`,
      shows: hidden,
      found: page,
    },
  ]
}

function reportDoors({ id, instrument, lab, purpose }: Booking, viewer: Viewer, chosen: Facts) {
  const { page } = sightOfInstrument(viewer, chosen)
  // Reports are of instruments that one may know of.
  const staff = page && isStaff(viewer, chosen)
  const ofLabSeen = page && chosen.forLab && (viewer.inLab !== undefined || staff)
  const what = rowsOf[chosen.state]
  const march = `instrument=${instrument}&from=2026-03-01&to=2026-03-31`
  const report = `/api/v1/reports/instrument-use?${march}`
  const rows = `/reports/use/rows?${march}&what=${what ?? 'bookings'}`
  const hidden = { [purpose]: false, [id]: false }
  const reported = chosen.state === 'finished' && isReportedBy(viewer, chosen)
  return [
    { name: 'use', path: report, shows: { ...hidden, [instrument]: page }, found: page },
    { name: 'use page', path: `/reports/use?${march}`, shows: hidden },
    ...['csv', 'xlsx'].map((format) => ({
      name: `use as ${format}`,
      path: `${report}&format=${format}`,
      shows: hidden,
    })),
    { name: 'use of labs', path: `${report}&by=lab`, shows: { ...(!staff && { [lab]: false }) } },
    { name: 'rows', path: rows, shows: { [purpose]: what !== undefined && staff } },
    {
      name: 'rows of the lab',
      path: `${rows}&lab=${lab}`,
      shows: { [purpose]: what !== undefined && ofLabSeen },
    },
    {
      name: 'national report',
      path: `/api/v1/reports/nrii/service-records?threshold=none&from=2026-03-01&to=2026-03-31`,
      shows: { [purpose]: reported },
    },
  ]
}

/** Behind which figure a state is; what is asked for only is behind none but what is reserved. */
const rowsOf: Record<BookingState, string | undefined> = {
  pending: undefined,
  confirmed: 'reserved',
  in_use: 'reserved',
  finished: 'used',
  missed: 'missed',
  cancelled: 'cancelled',
}

const searchDoors = ({ purpose }: Booking): Door[] => [
  { name: 'search', path: `/api/v1/records?q=${purpose}&facets=true`, total: 0 },
  {
    name: 'suggestions',
    path: `/api/v1/suggestions?q=${purpose.slice(0, 7)}`,
    shows: { [purpose]: false },
  },
]

const Feed = z.object({ url: z.string() })

/** Addresses that need no signing in, made by the viewer: they show what the viewer may see. */
async function feedDoors(
  { instrument, lab, purpose }: Booking,
  viewer: Viewer,
  chosen: Facts,
): Promise<Door[]> {
  // A feed only reads: it is not an administrator’s.
  const { isAdmin: _isAdmin, ...reader } = viewer
  const page = knowsInstrument(reader, chosen)
  const seen = seesBooking(reader, chosen)
  const feeds = [
    { made: { kind: 'person' }, isThere: viewer.name === chosen.person },
    { made: { kind: 'lab', lab }, isThere: viewer.inLab !== undefined && chosen.forLab },
    { made: { kind: 'instrument', instrument }, isThere: seen && page },
  ]
  const doors = feeds.map(async ({ made, isThere }): Promise<Door[]> => {
    const answer = await world.as(viewer.token).post('/api/v1/calendar-feeds', made)
    expect({ ...made, isMade: answer.status === 201 || !isThere }).toMatchObject({ isMade: true })
    if (answer.status !== 201) return []
    const { url } = Feed.parse(await answer.json())
    const name = `calendar of the ${made.kind}`
    return [{ name, path: new URL(url).pathname, shows: { [purpose]: isThere }, open: true }]
  })
  return (await Promise.all(doors)).flat()
}
