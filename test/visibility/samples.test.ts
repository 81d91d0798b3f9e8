import { type Arbitrary, assert, asyncProperty, boolean, constantFrom, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Facts as RecordFacts, keeps } from '../catalog/visibility/oracle.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { publishable } from '../support/publishable.ts'
import { type Door, wrongAtDoors } from './door.ts'
import { reads } from './oracle.ts'
import {
  among,
  everyViewer,
  instrumentFacts,
  someViewers,
  visibleWorld,
  type World,
} from './scene.ts'
import type { Viewer } from './viewers.ts'

type Facts = Omit<RecordFacts, 'kind'> & {
  /** The donor withdrew: lists and files leave the sample out, its own page does not. */
  isBlocked: boolean
}

const { place, audience, inCollection } = instrumentFacts
const facts: Arbitrary<Facts> = record({
  place,
  audience,
  inCollection,
  history: constantFrom('draft', 'published', 'published', 'withdrawn', 'narrowed'),
  isBlocked: boolean(),
})

const usual = {
  place: 'own',
  audience: 'public',
  inCollection: true,
  history: 'published',
  isBlocked: false,
} satisfies Facts

/** Those that tell each sentence from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [usual, everyViewer],
  [{ ...usual, isBlocked: true }, everyViewer],
  [{ ...usual, place: 'other', inCollection: false, history: 'draft' }, everyViewer],
  [{ ...usual, inCollection: false, history: 'withdrawn' }, everyViewer],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('a sample, its donor and where it stands show to the staff of its collection alone, however public that is', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const sample = await addSample(chosen)
    for (const viewer of among(world, numbers))
      // oxlint-disable-next-line no-await-in-loop -- all at once would wait longer for a connection than anybody does
      expect(await wrongAtDoors(world, doorsTo(sample, viewer, chosen), viewer)).toEqual([])
  })
  await assert(property, { numRuns: 6, endOnFailure: true, examples })
}, 600_000)

type Sample = Record<
  'id' | 'collection' | 'donor' | 'box' | 'code' | 'donorCode' | 'form' | 'kit' | 'note',
  string
>

async function addSample(chosen: Facts): Promise<Sample> {
  const { history } = chosen
  const [code, donorCode, form] = [`${newWord()}1`, `${newWord()}2`, `${newWord()}3`]
  const [kit, note, boxCode] = [`${newWord()}4`, newWord(), newWord()]
  const collection = await world.post('/collections', {
    ...publishable.collection,
    institution: world[chosen.place],
    title: { en: `Collection ${newWord()}` },
    audience: history === 'narrowed' ? 'public' : chosen.audience,
    ...(chosen.inCollection && { collection: world.collection }),
  })
  const of = `/collections/${collection}`
  const donor = await world.post(`${of}/donors`, { code: donorCode, sex: 'female' })
  const consent = { form, uses: ['health'], givenOn: '2020-05-01' }
  await world.post(`/donors/${donor}/consents`, consent)
  await world.post(`${of}/kits`, { code: kit })
  const body = { code, family: 'human', type: 'plasma', donor: donorCode, kit, note }
  const id = await world.post(`${of}/samples`, body)
  await world.post(`/samples/${id}/events`, { kind: 'freeze', note })
  const grid = { rows: 2, columns: 2 }
  const institution = world[chosen.place]
  const box = await world.post('/places', { institution, type: 'box', code: boxCode, ...grid })
  await world.post(`/places/${box}/scanned-tubes`, { code })
  if (history !== 'draft') await world.post(`${of}/publication`)
  if (history === 'narrowed') await world.patch(of, { audience: chosen.audience })
  if (chosen.isBlocked) await world.post(`/donors/${donor}/withdrawal`, { note })
  if (history === 'withdrawn') await world.post(`${of}/withdrawal`, { reason: '记录已经作废。' })
  return { id, collection, donor, box, code, donorCode, form, kit, note }
}

const countIf = (isThere: boolean, count = 1) => (isThere ? count : 0)

function doorsTo(sample: Sample, viewer: Viewer, chosen: Facts): Door[] {
  const { id, collection, donor, box, code, donorCode, form, kit, note } = sample
  const kept = keeps(viewer, { ...chosen, kind: 'collection' })
  const listed = kept && !chosen.isBlocked
  const curates = reads(viewer, chosen.place)
  // Who keeps a collection sees the boxes of its institution; in them no samples but those of what they keep.
  const seesBox = curates || (viewer.keepsCollection === true && chosen.place === 'own')
  const words = (isThere: boolean) => ({ [code]: isThere, [donorCode]: isThere })
  const hidden = { ...words(false), [form]: false, [kit]: false, [note]: false }
  const of = `/collections/${collection}`
  return [
    { name: 'sample', path: `/api/v1/samples/${id}`, shows: words(kept), found: kept },
    { name: 'sample page', path: `/samples/${id}`, shows: words(kept) },
    {
      name: 'events',
      path: `/api/v1/samples/${id}/events`,
      shows: { [note]: kept },
      total: countIf(kept, chosen.isBlocked ? 2 : 1),
    },
    { name: 'genealogy', path: `/api/v1/samples/${id}/genealogy`, found: kept },
    {
      name: 'samples of the collection',
      path: `/api/v1${of}/samples`,
      shows: words(listed),
      total: countIf(listed),
    },
    ...['csv', 'xlsx'].map((format) => ({
      name: `samples as ${format}`,
      path: `/api/v1${of}/samples?format=${format}`,
      shows: words(listed),
    })),
    { name: 'samples page', path: `${of}/samples`, shows: words(listed) },
    { name: 'labels', path: `${of}/samples/labels`, shows: { [code]: listed } },
    {
      name: 'samples by code',
      path: `/api/v1/samples?code=${code}`,
      shows: words(listed),
      total: countIf(listed),
    },
    { name: 'export', path: `/api/v1${of}/samples-export?format=csv`, shows: words(listed) },
    { name: 'MIABIS', path: `/api/v1${of}/miabis`, shows: { ...words(listed), [kit]: false } },
    {
      name: 'donor',
      path: `/api/v1/donors/${donor}`,
      shows: { [donorCode]: kept },
      found: kept,
    },
    { name: 'donor page', path: `/donors/${donor}`, shows: { ...words(kept), [form]: kept } },
    {
      name: 'donors',
      path: `/api/v1${of}/donors`,
      shows: { [donorCode]: listed },
      total: countIf(listed),
    },
    { name: 'donors page', path: `${of}/donors`, shows: { [donorCode]: listed } },
    {
      name: 'consents',
      path: `/api/v1/donors/${donor}/consents`,
      shows: { [form]: kept },
      total: countIf(kept),
    },
    { name: 'withdrawal page', path: `/donors/${donor}/withdrawal`, shows: { [donorCode]: kept } },
    {
      name: 'outstanding samples',
      path: `/api/v1/donors/${donor}/outstanding-samples`,
      found: kept,
    },
    {
      name: 'kits',
      path: `/api/v1${of}/kits`,
      shows: { [kit]: kept },
      total: countIf(kept),
    },
    {
      name: 'wells',
      path: `/api/v1/places/${box}/wells`,
      shows: { [code]: seesBox && kept },
      found: seesBox,
    },
    { name: 'box page', path: `/places/${box}/box`, shows: { [code]: seesBox && kept } },
    {
      name: 'samples of the box',
      path: `/api/v1/places/${box}/samples`,
      shows: { [code]: seesBox && kept },
    },
    { name: 'facts', path: `/api/v1${of}/facts`, shows: hidden },
    { name: 'facts page', path: `${of}/facts`, shows: hidden },
    { name: 'record page', path: `/records/${collection}`, shows: hidden },
    { name: 'record', path: `/api/v1/records/${collection}`, shows: hidden },
    { name: 'search', path: `/api/v1/records?q=${code}`, total: 0 },
    {
      name: 'audit',
      path: `/api/v1/audit?entity=sample&entityId=${id}`,
      shows: { [code]: curates },
    },
  ]
}
