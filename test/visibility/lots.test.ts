import { type Arbitrary, assert, asyncProperty, constantFrom, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Facts as RecordFacts, sightOf } from '../catalog/visibility/oracle.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { publishable } from '../support/publishable.ts'
import { type Door, wrongAtDoors } from './door.ts'
import { isStaff, reads } from './oracle.ts'
import {
  among,
  everyViewer,
  instrumentFacts,
  someViewers,
  visibleWorld,
  type World,
} from './scene.ts'
import type { Viewer } from './viewers.ts'

type Facts = Omit<RecordFacts, 'kind'>

const { place, audience, inCollection } = instrumentFacts
const facts: Arbitrary<Facts> = record({
  place,
  audience,
  inCollection,
  history: constantFrom('draft', 'published', 'published', 'withdrawn', 'narrowed'),
})

const usual = {
  place: 'own',
  audience: 'institution',
  inCollection: true,
  history: 'published',
} satisfies Facts

/** Those that tell each sentence of the oracle from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [usual, everyViewer],
  [{ ...usual, place: 'other', history: 'draft' }, everyViewer],
  [{ ...usual, audience: 'public', history: 'withdrawn' }, everyViewer],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('a lot shows to who keeps its accession and to its stewards, its place to who keeps that; others learn about how much can be had', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const lot = await addLot(chosen)
    for (const viewer of among(world, numbers))
      // oxlint-disable-next-line no-await-in-loop -- all at once would wait longer for a connection than anybody does
      expect(await wrongAtDoors(world, doorsTo(lot, viewer, chosen), viewer)).toEqual([])
  })
  await assert(property, { numRuns: 6, endOnFailure: true, examples })
}, 600_000)

type Lot = {
  id: string
  tested: string
  accession: string
  room: string
  code: string
  roomCode: string
  purpose: string
}

async function addLot(chosen: Facts): Promise<Lot> {
  const { history } = chosen
  const [code, roomCode, purpose] = [newWord(), newWord(), newWord()]
  const accession = await world.post('/accessions', {
    ...publishable.accession,
    institution: world[chosen.place],
    title: { en: `Accession ${newWord()}` },
    audience: history === 'narrowed' ? 'public' : chosen.audience,
    ...(chosen.inCollection && { collection: world.collection }),
  })
  const room = { institution: world[chosen.place], type: 'room', code: roomCode }
  const roomId = await world.post('/places', room)
  const body = { code, unit: 'seed', quantity: 1500, criticalReserve: 250, place: roomCode }
  const id = await world.post(`/accessions/${accession}/lots`, body)
  await world.post(`/lots/${id}/entries`, { kind: 'reserve', quantity: 50, reason: purpose })
  const result = { testedOn: '2025-06-01', percent: 93, note: purpose }
  const tested = await world.post(`/lots/${id}/viability-results`, result)
  const deposit = { holder: purpose, depositedOn: '2025-06-01' }
  await world.post(`/lots/${id}/safety-duplicates`, deposit)
  if (history !== 'draft') await world.post(`/accessions/${accession}/publication`)
  if (history === 'narrowed')
    await world.patch(`/accessions/${accession}`, { audience: chosen.audience })
  if (history === 'withdrawn')
    await world.post(`/accessions/${accession}/withdrawal`, { reason: '记录已经作废。' })
  return { id, tested, accession, room: roomId, code, roomCode, purpose }
}

const countIf = (isThere: boolean, count = 1) => (isThere ? count : 0)

function doorsTo(lot: Lot, viewer: Viewer, chosen: Facts): Door[] {
  const { id, tested, accession, room, code, roomCode, purpose } = lot
  const { body, kept, page } = sightOf(viewer, { ...chosen, kind: 'accession' })
  const isWithdrawn = chosen.history === 'withdrawn'
  // Stewards decide about what is asked of it; a draft is its curators’ alone.
  const isRead = kept || (page && isStaff(viewer, { ...chosen, isWithdrawn }))
  // Places are an institution’s, lots the record’s. Who keeps a collection puts its samples into boxes: they see the
  // rooms of its institution, and no lots in them but those of what they keep.
  const keepsPlace = reads(viewer, chosen.place)
  const seesPlace = keepsPlace || (viewer.keepsCollection === true && chosen.place === 'own')
  const words = (isThere: boolean) => ({ [code]: isThere, [roomCode]: isThere })
  const hidden = { ...words(false), [purpose]: false }
  return [
    { name: 'lot', path: `/api/v1/lots/${id}`, shows: words(isRead), found: isRead },
    { name: 'lot page', path: `/lots/${id}`, shows: { ...words(isRead), [purpose]: isRead } },
    {
      name: 'ledger',
      path: `/api/v1/lots/${id}/entries`,
      shows: { [purpose]: isRead },
      found: isRead,
      total: countIf(isRead, 2),
    },
    ...['csv', 'xlsx'].map((format) => ({
      name: `ledger as ${format}`,
      path: `/api/v1/lots/${id}/entries?format=${format}`,
      shows: { [purpose]: isRead },
    })),
    {
      name: 'viability',
      path: `/api/v1/lots/${id}/viability`,
      shows: { [code]: isRead },
      found: isRead,
    },
    {
      name: 'viability test',
      path: `/api/v1/viability-tests/${tested}`,
      shows: { [purpose]: kept, [code]: kept },
      found: kept,
    },
    {
      name: 'viability tests',
      path: `/api/v1/lots/${id}/viability-tests`,
      shows: { [purpose]: kept },
      total: countIf(kept),
    },
    {
      name: 'viability test by label',
      path: `/api/v1/viability-tests?code=${code}%401`,
      shows: { [purpose]: kept },
      total: countIf(kept),
    },
    { name: 'viability test page', path: `/viability-tests/${tested}`, shows: { [code]: kept } },
    {
      name: 'safety duplicates',
      path: `/api/v1/lots/${id}/safety-duplicates`,
      shows: { [purpose]: isRead },
      total: countIf(isRead),
    },
    {
      name: 'climate of the place',
      path: `/api/v1/places/${room}/climate`,
      found: seesPlace,
    },
    { name: 'labels', path: `/lots/${id}/labels`, shows: { [code]: isRead } },
    {
      name: 'BrAPI seed lot',
      path: `/brapi/v2/seedlots/${id}`,
      shows: words(kept),
      found: kept,
    },
    { name: 'BrAPI seed lots', path: '/brapi/v2/seedlots', shows: words(kept) },
    {
      name: 'BrAPI transactions',
      path: `/brapi/v2/seedlots/transactions?germplasmDbId=${accession}`,
      shows: { [id]: kept },
    },
    {
      name: 'picking list',
      path: `/api/v1/stock-reservations?purpose=${purpose}`,
      shows: { [purpose]: kept, [roomCode]: kept },
      total: countIf(kept),
    },
    { name: 'moves', path: `/lots/${id}/moves`, shows: { [code]: kept } },
    {
      name: 'lots by code',
      path: `/api/v1/lots?code=${code}`,
      shows: words(isRead),
      total: countIf(isRead),
    },
    {
      name: 'lots of the accession',
      path: `/api/v1/accessions/${accession}/lots`,
      shows: words(isRead),
      total: countIf(isRead),
    },
    {
      name: 'lots page of the accession',
      path: `/records/${accession}/lots`,
      shows: words(isRead),
    },
    {
      name: 'place',
      path: `/api/v1/places/${room}`,
      shows: { [roomCode]: seesPlace },
      found: seesPlace,
    },
    { name: 'place page', path: `/places/${room}`, shows: { [roomCode]: seesPlace } },
    {
      name: 'lots at the place',
      path: `/api/v1/places/${room}/lots`,
      shows: { [code]: isRead },
      total: countIf(isRead),
    },
    {
      name: 'availability',
      path: `/api/v1/records/${accession}/availability`,
      shows: { ...hidden, '1,200': page && !isWithdrawn },
      found: page,
    },
    {
      name: 'record page',
      path: `/records/${accession}`,
      shows: { ...words(isRead && !isWithdrawn), '1,200': body && !isWithdrawn },
    },
    { name: 'record', path: `/api/v1/records/${accession}`, shows: hidden },
    { name: 'search', path: `/api/v1/records?q=${code}`, total: 0 },
    {
      name: 'audit',
      path: `/api/v1/audit?entity=lot&entityId=${id}`,
      shows: { [code]: keepsPlace },
      total: countIf(keepsPlace, 4),
    },
  ]
}
