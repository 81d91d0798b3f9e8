import { type Arbitrary, assert, asyncProperty, boolean, constantFrom, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds } from '../../src/catalog/records/model/record.ts'
import { type Facts as RecordFacts, sightOf } from '../catalog/visibility/oracle.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { kindDefinitions } from '../../src/kinds.ts'
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

type Facts = RecordFacts & { isRemoved: boolean }

const { place, audience, inCollection } = instrumentFacts
const facts: Arbitrary<Facts> = record({
  place,
  audience,
  inCollection,
  kind: constantFrom('instrument', 'instrument', ...kinds),
  history: constantFrom('draft', 'published', 'published', 'withdrawn', 'narrowed'),
  isRemoved: boolean(),
})

const usual = {
  place: 'own',
  audience: 'institution',
  inCollection: true,
  kind: 'instrument',
  history: 'published',
  isRemoved: false,
} satisfies Facts

/** Those that tell each sentence of the oracle from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [usual, everyViewer],
  [{ ...usual, place: 'other', history: 'draft' }, everyViewer],
  [{ ...usual, audience: 'public', history: 'withdrawn' }, everyViewer],
  [{ ...usual, audience: 'public', isRemoved: true }, everyViewer],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

test('a document shows to those who may see its record, and to nobody else, at any door', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const document = await addDocument(chosen)
    const wrong = among(world, numbers).map(async (viewer) =>
      wrongAtDoors(world, doorsTo(document, viewer, chosen), viewer),
    )
    expect((await Promise.all(wrong)).flat()).toEqual([])
  })
  await assert(property, { numRuns: 8, endOnFailure: true, examples })
}, 600_000)

type Document = {
  id: string
  record: string
  secrets: { title: string; file: string; bytes: string }
}

/** Adds a document to a record, and does to both what the facts say. */
async function addDocument(chosen: Facts): Promise<Document> {
  const { kind, history, isRemoved } = chosen
  const path = `/${kindDefinitions[kind].path}`
  const id = await world.post(path, {
    ...publishable[kind],
    institution: world[chosen.place],
    title: { en: `Record ${newWord()}` },
    audience: history === 'narrowed' ? 'public' : chosen.audience,
    ...(chosen.inCollection && { collection: world.collection }),
  })
  const secrets = { title: newWord(), file: newWord(), bytes: newWord() }
  const form = new FormData()
  form.set('file', new File([secrets.bytes], `${secrets.file}.txt`))
  form.set('title', secrets.title)
  const document = await world.post(`/records/${id}/documents`, form)
  if (history !== 'draft') await world.post(`${path}/${id}/publication`)
  if (history === 'narrowed') await world.patch(`${path}/${id}`, { audience: chosen.audience })
  if (isRemoved) await world.as('demo-admin').delete(`/api/v1/documents/${document}`)
  if (history === 'withdrawn')
    await world.post(`${path}/${id}/withdrawal`, { reason: '记录已经作废。' })
  return { id: document, record: id, secrets }
}

function doorsTo({ id, record: of, secrets }: Document, viewer: Viewer, chosen: Facts): Door[] {
  const { page, body, kept } = sightOf(viewer, chosen)
  const seen = body && !chosen.isRemoved
  const { title, file, bytes } = secrets
  const words = (isThere: boolean) => ({ [title]: isThere, [id]: isThere })
  const hidden = { ...words(false), [file]: false, [bytes]: false }
  // A tombstone names no documents, not even to those who keep them.
  const isOnPage = seen && chosen.kind === 'instrument' && chosen.history !== 'withdrawn'
  const audited = reads(viewer, chosen.place)
  return [
    {
      name: 'documents',
      path: `/api/v1/records/${of}/documents`,
      shows: words(seen),
      found: page,
      total: seen ? 1 : 0,
    },
    { name: 'document', path: `/api/v1/documents/${id}`, shows: { [bytes]: seen }, found: seen },
    { name: 'record page', path: `/records/${of}`, shows: words(isOnPage) },
    { name: 'documents page', path: `/records/${of}/documents`, shows: words(seen && kept) },
    { name: 'record', path: `/api/v1/records/${of}`, shows: hidden },
    { name: 'history', path: `/api/v1/records/${of}/history`, shows: kept ? {} : hidden },
    { name: 'history page', path: `/records/${of}/history`, shows: kept ? {} : hidden },
    { name: 'search', path: `/api/v1/records?q=${title}&facets=true`, total: 0 },
    { name: 'search in files', path: `/api/v1/records?q=${bytes}`, total: 0 },
    { name: 'suggestions', path: `/api/v1/suggestions?q=${title.slice(0, 7)}`, shows: hidden },
    {
      name: 'audit',
      path: `/api/v1/audit?entityId=${of}&action=document.add`,
      shows: { [title]: audited },
      total: audited ? 1 : 0,
    },
  ]
}
