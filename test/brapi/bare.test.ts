import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faultIn, isPresent } from './document.ts'
import { brapiScene, type BrapiScene } from './scene.ts'

let s: BrapiScene
beforeAll(async () => {
  s = await brapiScene()
})
afterAll(async () => s[Symbol.asyncDispose]())

const Made = z.looseObject({ id: z.string() })
const Searched = z.looseObject({ result: z.looseObject({ searchResultsDbId: z.string() }) })

const searched = [
  '/germplasm',
  '/pedigree',
  '/attributes',
  '/attributevalues',
  '/images',
  '/lists',
  '/locations',
  '/observations',
  '/observationunits',
  '/people',
  '/programs',
  '/studies',
  '/trials',
  '/variables',
]

/** A thing of every sort with no more than has to be said of it: its path, and its id. */
async function bareThings(): Promise<[path: string, id: string, value: string][]> {
  const { bare } = s.ids
  const curator = s.as('demo-curator')
  const make = async (path: string, body: object) =>
    Made.parse(await (await curator.post(`/api/v1${path}`, body)).json()).id
  const named = { code: 'BARE', name: { zh: '无名' } }
  const lot = await make(`/accessions/${bare}/lots`, { code: 'BARE', unit: 'seed' })
  const trait = await make('/traits', { ...named, category: 'agronomic', scale: 'text' })
  const trial = await make('/trials', { ...named, institution: s.own, season: '2026' })
  const observations = [{ accession: bare, trait, value: 'x' }]
  await curator.post(`/api/v1/trials/${trial}/observations`, { observations })
  await s.curator.post('/lists', [{ listName: 'A', listType: 'germplasm' }])
  const idOf = async (path: string, id: string) =>
    String((await s.curator.things(path)).at(0)?.[id])
  return [
    ['/germplasm', 'germplasmDbId', bare],
    ['/seedlots', 'seedLotDbId', lot],
    ['/trials', 'trialDbId', trial],
    ['/studies', 'studyDbId', trial],
    ['/variables', 'observationVariableDbId', trait],
    ['/attributes', 'attributeDbId', trait],
    ['/traits', 'traitDbId', trait],
    ['/methods', 'methodDbId', trait],
    ['/scales', 'scaleDbId', trait],
    ['/lists', 'listDbId', await idOf('/lists', 'listDbId')],
    ['/observationunits', 'observationUnitDbId', `${trial}_${bare}_1`],
    [
      '/observations',
      'observationDbId',
      await idOf(`/observations?studyDbId=${trial}`, 'observationDbId'),
    ],
    [
      '/attributevalues',
      'attributeValueDbId',
      await idOf(`/attributevalues?attributeDbId=${trait}`, 'attributeValueDbId'),
    ],
  ]
}

describe.skipIf(!isPresent)('What has nothing but a name', () => {
  test('is as the document has it in every list, alone, and in every search', async () => {
    for (const [path, id, value] of await bareThings()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { body, data } = await s.curator.list(`${path}?${id}=${value}`)
      expect([path, data.length, faultIn({ path }, body)]).toEqual([path, 1, undefined])
      // oxlint-disable-next-line no-await-in-loop -- the same
      const one: unknown = await (await s.curator.get(`${path}/${value}`)).json()
      expect(faultIn({ path: `${path}/{${id}}` }, one)).toBeUndefined()
    }
    for (const path of searched) {
      // oxlint-disable-next-line no-await-in-loop -- the same
      const asked: unknown = await (await s.curator.post(`/search${path}`, {})).json()
      const { result } = Searched.parse(asked)
      // oxlint-disable-next-line no-await-in-loop -- the same
      const { body } = await s.curator.list(`/search${path}/${result.searchResultsDbId}`)
      expect(faultIn({ path: `/search${path}/{searchResultsDbId}` }, body)).toBeUndefined()
    }
  })
})
