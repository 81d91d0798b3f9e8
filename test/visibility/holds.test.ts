import { type Arbitrary, assert, asyncProperty, constantFrom, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Door, wrongAtDoors } from './door.ts'
import { type Instrument, knowsInstrument, sightOfInstrument } from './oracle.ts'
import {
  addInstrument,
  among,
  everyViewer,
  instrumentFacts,
  settleInstrument,
  someViewers,
  visibleWorld,
  type World,
} from './scene.ts'
import { names, type Viewer } from './viewers.ts'

const holders = [names.researcher, names.colleague, names.outsider, names.pi] as const
type Facts = Instrument & { person: (typeof holders)[number]; state: 'held' | 'let go' | 'expired' }

const facts: Arbitrary<Facts> = record({
  ...instrumentFacts,
  person: constantFrom(...holders),
  state: constantFrom('held', 'held', 'let go', 'expired'),
})

const usual = {
  place: 'own',
  audience: 'institution',
  inCollection: true,
  isWithdrawn: false,
  person: names.pi,
  state: 'held',
} satisfies Facts

/** Those that tell each sentence from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [usual, everyViewer],
  [{ ...usual, audience: 'public', state: 'expired' }, everyViewer],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('held time shows to who may see the instrument, whose hold it is to nobody, and nobody else ends it', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const looking = among(world, numbers)
    await world.db.deleteFrom('occupancy').where('kind', '=', 'hold').execute()
    const hold = await addHold(chosen)
    const wrong = looking.map(async (viewer) =>
      wrongAtDoors(world, doorsTo(hold, viewer, chosen), viewer),
    )
    expect((await Promise.all(wrong)).flat()).toEqual([])
    expect(await letGoBy(hold, looking)).toEqual(
      looking.flatMap(({ name }) => (name === chosen.person && isThere(chosen) ? name : [])),
    )
  })
  await assert(property, { numRuns: 8, endOnFailure: true, examples })
}, 600_000)

/** Expired holds take no time any more; a job forgets them. */
const takesTime = ({ state }: Facts) => state === 'held'
const isThere = ({ state }: Facts) => state !== 'let go'

type Hold = { id: string; instrument: string; personId: string }

const tokenOf = (name: string) => world.viewers.find((viewer) => viewer.name === name)?.token
const pathOf = ({ instrument, id }: Hold) => `/api/v1/instruments/${instrument}/holds/${id}`

async function addHold(chosen: Facts): Promise<Hold> {
  const { person, state } = chosen
  world.turnTo('02 08:00')
  const instrument = await addInstrument(world, chosen)
  const id = await world.post(
    `/instruments/${instrument}/holds`,
    { start: '2026-03-03T09:00Z', end: '2026-03-03T11:00Z' },
    tokenOf(person),
  )
  const hold = { id, instrument, personId: world.ids[person] }
  if (state === 'let go') await world.as(tokenOf(person)).delete(pathOf(hold))
  if (state === 'expired') world.turnTo('02 08:06')
  await settleInstrument(world, instrument, chosen)
  return hold
}

/** Who of them lets it go; after the one who may, there is nothing any more. */
async function letGoBy(hold: Hold, looking: readonly Viewer[]): Promise<string[]> {
  const gone: string[] = []
  for (const { name, token } of looking) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { status } = await world.as(token).delete(pathOf(hold))
    if (status === 204) gone.push(name)
  }
  return gone
}

const day = 'from=2026-03-03T00:00Z&to=2026-03-04T00:00Z'

function doorsTo({ id, instrument, personId }: Hold, viewer: Viewer, chosen: Facts): Door[] {
  const { listed } = sightOfInstrument(viewer, chosen)
  const page = knowsInstrument(viewer, chosen)
  const isMine = viewer.name === chosen.person
  const hidden = { [id]: false, ...(!isMine && { [personId]: false }) }
  const held = (isKnown: boolean) => ({
    ...hidden,
    '"kind":"hold"': isKnown && takesTime(chosen),
    '"mine":true': isKnown && takesTime(chosen) && isMine,
    '"person"': false,
  })
  const here = `/instruments/${instrument}`
  return [
    {
      name: 'occupancy',
      path: `/api/v1${here}/occupancy?${day}`,
      shows: held(page),
      found: page,
    },
    {
      name: 'timeline',
      path: `/api/v1/timeline?${day}&institution=${world[chosen.place]}&limit=200`,
      shows: held(listed),
    },
    {
      name: 'openings',
      path: `/api/v1${here}/openings?${day}&minutes=60`,
      shows: {
        ...hidden,
        '2026-03-03T08:00:00Z': page && !chosen.isWithdrawn,
        '2026-03-03T10:00:00Z': page && !chosen.isWithdrawn && !takesTime(chosen),
      },
      found: page,
    },
    { name: 'calendar', path: `${here}/calendar?view=day&date=2026-03-03`, shows: hidden },
    { name: 'form', path: `${here}/book?start=2026-03-03T09:00Z`, shows: hidden },
    {
      name: 'bookings',
      path: `/api/v1/bookings?instrument=${instrument}`,
      shows: hidden,
      total: 0,
    },
    { name: 'to decide', path: '/bookings/queue', shows: hidden },
    { name: 'record', path: `/records/${instrument}`, shows: hidden },
    { name: 'audit', path: `/api/v1/audit?entityId=${id}`, total: 0 },
  ]
}
