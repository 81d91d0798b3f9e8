import { type Arbitrary, assert, asyncProperty, constantFrom, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { voucherStates } from '../../src/charges/vouchers/model.ts'
import type { Place } from '../catalog/visibility/oracle.ts'
import { newWord } from '../catalog/visibility/scene.ts'
import { type Door, totalIn, wrongAtDoors } from './door.ts'
import { reads, seesVoucher } from './oracle.ts'
import {
  addLab,
  among,
  everyViewer,
  ownedFacts,
  someViewers,
  visibleWorld,
  type World,
} from './scene.ts'
import type { Viewer } from './viewers.ts'

const states = voucherStates.filter((state) => state !== 'spent')
type Facts = { labPlace: Place; giver: Place; state: (typeof states)[number] }

const facts: Arbitrary<Facts> = record({
  labPlace: ownedFacts.labPlace,
  giver: ownedFacts.labPlace,
  state: constantFrom(...states),
})

/** Those that tell each sentence of the oracle from the others; everybody looks. */
const examples: [Facts, number[]][] = [
  [{ labPlace: 'own', giver: 'other', state: 'usable' }, everyViewer],
  [{ labPlace: 'other', giver: 'own', state: 'expired' }, everyViewer],
]

let world: World
beforeAll(async () => {
  world = await visibleWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

const list = '/api/v1/vouchers'

test('a voucher shows to those who hold or gave it, and to nobody else, at any door', async () => {
  const property = asyncProperty(facts, someViewers, async (chosen, numbers) => {
    const looking = among(world, numbers)
    const before = await Promise.all(looking.map(countsFor))
    const voucher = await addVoucher(chosen)
    const wrong = looking.map(async (viewer, at) => {
      const total = (before[at] ?? 0) + (seesVoucher(viewer, chosen) ? 1 : 0)
      const all = { name: 'all vouchers', path: `${list}?limit=1`, total }
      return wrongAtDoors(world, [...doorsTo(voucher, viewer, chosen), all], viewer)
    })
    expect((await Promise.all(wrong)).flat()).toEqual([])
  })
  await assert(property, { numRuns: 6, endOnFailure: true, examples })
}, 600_000)

/** How many vouchers a viewer can count without asking for anything. */
async function countsFor({ token }: Viewer): Promise<number> {
  const answer = await world.as(token).get(`${list}?limit=1`)
  return totalIn({ status: answer.status, text: await answer.text() })
}

type Voucher = { id: string; lab: string; code: string; title: string }

const validity: Record<Facts['state'], { validFrom: string; validTo: string }> = {
  usable: { validFrom: '2026-01-01', validTo: '2026-12-31' },
  not_yet: { validFrom: '2026-06-01', validTo: '2026-12-31' },
  expired: { validFrom: '2025-01-01', validTo: '2025-12-31' },
  withdrawn: { validFrom: '2026-01-01', validTo: '2026-12-31' },
}

async function addVoucher({ labPlace, giver, state }: Facts): Promise<Voucher> {
  const lab = await addLab(world, labPlace)
  const code = newWord().toUpperCase()
  const title = newWord()
  const id = await world.post('/vouchers', {
    code,
    title: { en: title },
    institution: world[giver],
    lab,
    faceFen: 20_000,
    coverPercent: 50,
    ...validity[state],
  })
  if (state === 'withdrawn') await world.post(`/vouchers/${id}/withdrawal`)
  return { id, lab, code, title }
}

function doorsTo({ id, lab, code, title }: Voucher, viewer: Viewer, chosen: Facts): Door[] {
  const seen = seesVoucher(viewer, chosen)
  const shows = { [code]: seen, [title]: seen }
  const hidden = { [id]: false, [code]: false, [title]: false }
  const audited = reads(viewer, chosen.giver)
  return [
    {
      name: 'vouchers of the lab',
      path: `${list}?lab=${lab}`,
      shows: { ...shows, [id]: seen, [`"state":"${chosen.state}"`]: seen },
      total: seen ? 1 : 0,
    },
    ...['csv', 'xlsx'].map((format) => ({
      name: `vouchers as ${format}`,
      path: `${list}?lab=${lab}&format=${format}`,
      shows,
    })),
    { name: 'vouchers page', path: '/vouchers?limit=200', shows },
    { name: 'their page of the lab', path: `/vouchers?lab=${lab}`, shows },
    { name: 'lab', path: `/api/v1/labs/${lab}`, shows: hidden },
    { name: 'lab page', path: `/labs/${lab}`, shows: hidden },
    { name: 'statements page', path: `/labs/${lab}/statements`, shows: hidden },
    { name: 'search', path: `/api/v1/records?q=${title}&facets=true`, total: 0 },
    {
      name: 'audit',
      path: `/api/v1/audit?entity=voucher&entityId=${id}`,
      shows: { [code]: audited, 'voucher.issue': audited },
      total: audited ? (chosen.state === 'withdrawn' ? 2 : 1) : 0,
    },
    { name: 'audit page', path: '/admin/audit?limit=200', shows: audited ? {} : hidden },
  ]
}
