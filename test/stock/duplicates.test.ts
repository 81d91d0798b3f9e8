import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CoverageAnswer } from '../../src/stock/duplicates/model.ts'
import { objectionsToDuplicate } from '../../src/stock/duplicates/rules.ts'
import { publishable } from '../support/publishable.ts'
import { type StockScene, stockScene } from './scene.ts'

let scene: StockScene
/** Of the keeper’s accession of the same species, and of another. */
let [theirs, otherSpecies] = ['', '']
beforeAll(async () => {
  scene = await stockScene({ max: 8 })
  const add = async (species: string, accenumb: string) => {
    const input = { ...publishable.accession, species, accenumb, title: { en: accenumb } }
    const id = await scene.made(
      '/accessions',
      { ...input, institution: scene.other },
      scene.strangerToken,
    )
    return id
  }
  theirs = await add('sativa', 'D 1')
  otherSpecies = await add('falcata', 'D 2')
})
afterAll(async () => scene[Symbol.asyncDispose]())

const there = async (accession: string, code: string, quantity = 500) =>
  scene.made(`/accessions/${accession}/lots`, { code, unit: 'seed', quantity }, scene.strangerToken)
const declared = { depositedOn: '2026-01-15', document: 'SD-7' }
const declare = async (lot: string, more: object = { institution: scene.other }) =>
  scene.made(`/lots/${lot}/safety-duplicates`, { ...declared, ...more })
const confirm = async (id: string, lot: string, as = scene.strangerToken) =>
  (await scene.post(`/safety-duplicates/${id}/confirmation`, { lot }, as)).status
const listed = async (lot: string) =>
  (await scene.as('demo-curator').get(`/api/v1/lots/${lot}/safety-duplicates`)).json()
const coverage = async () => {
  const answer = await scene.as('demo-curator').get('/api/v1/safety-coverage')
  const { items } = z.object({ items: z.array(CoverageAnswer) }).parse(await answer.json())
  return items.find(({ institution, collection }) => institution.id === scene.own && !collection)
}

describe('a safety duplicate', () => {
  test('is declared by who keeps the lot, and confirmed by its keeper who names the lot there', async () => {
    const lot = await scene.lot()
    await there(theirs, 'KEPT-1')
    expect(await coverage()).toMatchObject({ confirmed: 0, declared: 0, none: 1, percent: 0 })
    const id = await declare(lot)
    expect(await coverage()).toMatchObject({ confirmed: 0, declared: 1, none: 0 })
    const kept = await scene.as(scene.strangerToken).get('/api/v1/safety-duplicates?state=declared')
    expect(await kept.json()).toMatchObject({
      items: [{ id, state: 'declared', document: 'SD-7' }],
    })
    expect(await confirm(id, 'KEPT-1', 'demo-curator')).toBe(403)
    expect(await confirm(id, 'KEPT-1', 'demo-researcher')).toBe(404)
    expect(await confirm(id, 'NOWHERE')).toBe(422)
    expect(await confirm(id, 'kept-1#2')).toBe(200)
    expect(await confirm(id, 'KEPT-1')).toBe(409)
    expect(await listed(lot)).toMatchObject({
      items: [{ state: 'confirmed', duplicate: { code: 'KEPT-1' }, keeper: { id: scene.other } }],
    })
    expect(await coverage()).toMatchObject({
      accessions: 1,
      confirmed: 1,
      declared: 0,
      percent: 100,
    })
  })

  test('counts no more once its keeper has nothing of it, or it ended', async () => {
    const lot = await scene.lot()
    const id = await declare(lot)
    const copy = await there(theirs, 'KEPT-2', 100)
    expect(await confirm(id, 'KEPT-2')).toBe(200)
    const out = { kind: 'out', quantity: 100 }
    await scene.post(`/lots/${copy}/entries`, out, scene.strangerToken)
    const end = async (as?: string) =>
      (await scene.post(`/safety-duplicates/${id}/ending`, { reason: 'Used up' }, as)).status
    expect(await end('demo-researcher')).toBe(404)
    expect(await end()).toBe(200)
    expect(await end()).toBe(409)
    expect(await listed(lot)).toMatchObject({ items: [{ state: 'ended', endedReason: 'Used up' }] })
    // It may be sent there again.
    await declare(lot)
  })

  test('is elsewhere, of the same species, and not empty', async () => {
    const lot = await scene.lot()
    const path = `/lots/${lot}/safety-duplicates`
    expect(await scene.refusedBy(path, { ...declared, institution: scene.own })).toEqual([
      422,
      'institution',
    ])
    expect(await scene.refusedBy(path, declared)).toEqual([422, 'holder'])
    const both = { ...declared, institution: scene.other, holder: 'NOR051' }
    expect(await scene.refusedBy(path, both)).toEqual([422, 'holder'])
    const id = await declare(lot)
    const again = { ...declared, institution: scene.other }
    expect(await scene.refusedBy(path, again)).toEqual([409])
    await there(otherSpecies, 'OTHER-1')
    await there(theirs, 'EMPTY-1', 0)
    expect(await confirm(id, 'OTHER-1')).toBe(409)
    expect(await confirm(id, 'EMPTY-1')).toBe(409)
    // One lot there is the duplicate of one lot.
    expect(await confirm(id, 'KEPT-1')).toBe(409)
  })

  test('with a keeper outside of the catalogue is declared, and nobody confirms it', async () => {
    const lot = await scene.lot()
    const id = await declare(lot, { holder: 'NOR051' })
    expect(await confirm(id, 'KEPT-1', 'demo-admin')).toBe(409)
    expect(await listed(lot)).toMatchObject({ items: [{ holder: 'NOR051', keeper: null }] })
  })

  test('that two confirm at once is confirmed once', async () => {
    const ids = await Promise.all([1, 2].map(async () => declare(await scene.lot())))
    await there(theirs, 'RACE-1')
    const statuses = await Promise.all(ids.map(async (id) => confirm(id, 'RACE-1')))
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 409])
  })
})

test('others neither see nor write them', async () => {
  const lot = await scene.lot()
  const path = `/lots/${lot}/safety-duplicates`
  const reads = await Promise.all(
    [undefined, 'demo-researcher', scene.strangerToken].map(
      async (who) => (await scene.as(who).get(`/api/v1${path}`)).status,
    ),
  )
  expect(reads).toEqual([401, 404, 404])
  const body = { ...declared, holder: 'NOR051' }
  expect((await scene.post(path, body, scene.strangerToken)).status).toBe(404)
  expect((await scene.as().get('/api/v1/safety-coverage')).status).toBe(401)
})

test('pages open', async () => {
  const lot = await scene.lot()
  for (const path of ['/safety-coverage', `/lots/${lot}/safety-duplicates/new`, `/lots/${lot}`])
    expect([path, (await scene.as('demo-curator').get(path)).status]).toEqual([path, 200])
})

const copy = { institutionId: 'b', taxon: 'Medicago sativa', balance: 10, frozenAt: null }
test.each([
  ['fits', {}, 0],
  ['fits by a name written otherwise', { taxon: 'medicago sativa' }, 0],
  ['fits where its species is not known', { taxon: null }, 0],
  ['species differs', { taxon: 'Medicago falcata' }, 1],
  [
    'is in the same institution, frozen and empty',
    { institutionId: 'a', balance: 0, frozenAt: 1 },
    3,
  ],
])('a lot that %s', (_, more, reasons) => {
  const original = { institutionId: 'a', taxon: 'Medicago sativa' }
  expect(objectionsToDuplicate(original, { ...copy, ...more })).toHaveLength(reasons)
})
