import { expect } from 'vitest'
import { z } from 'zod'
import { testHouse, type TestHouse } from '../support/house.ts'

const List = z.looseObject({
  metadata: z.looseObject({
    pagination: z.object({
      currentPage: z.int(),
      pageSize: z.int(),
      totalCount: z.int(),
      totalPages: z.int(),
    }),
    status: z.array(z.object({ message: z.string(), messageType: z.string() })),
  }),
  result: z.looseObject({ data: z.array(z.unknown()) }),
})
const Things = z.array(z.record(z.string(), z.unknown()))
const Searched = z.looseObject({ result: z.looseObject({ searchResultsDbId: z.string() }) })
const Made = z.looseObject({ id: z.string() })

type Caller = ReturnType<TestHouse['as']>

/** Calls of BrAPI as one of the demo’s people, or as nobody. */
export const calling = (caller: Caller) => {
  const list = async (path: string) => {
    const answer = await caller.get(`/brapi/v2${path}`)
    const body: unknown = await answer.json()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`)
    const { metadata, result } = List.parse(body)
    return { ...metadata, data: result.data, body }
  }
  const things = async (path: string) => Things.parse((await list(path)).data)
  return {
    get: (path: string, headers: Record<string, string> = {}) =>
      caller.get(`/brapi/v2${path}`, headers),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      caller.post(`/brapi/v2${path}`, body, headers),
    put: (path: string, body: unknown) => caller.put(`/brapi/v2${path}`, body),
    list,
    things,
    one: async (path: string) => {
      const body: unknown = await (await caller.get(`/brapi/v2${path}`)).json()
      return z.looseObject({ result: z.record(z.string(), z.unknown()) }).parse(body).result
    },
    /** Things that a search finds. */
    search: async (path: string, asked: object) => {
      const answer = await caller.post(`/brapi/v2/search${path}`, asked)
      const { result } = Searched.parse(await answer.json())
      return things(`/search${path}/${result.searchResultsDbId}`)
    },
  }
}

/** Status and sentence of a refusal, which BrAPI has as a JSON text. */
export async function refused(answer: Response): Promise<[number, string]> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  return [answer.status, z.string().parse(await answer.json())]
}

/** A house with accessions of every sort, their stock, and a trial in which one was observed. */
export async function brapiScene() {
  const house = await testHouse()
  const curator = house.as('demo-curator')
  const make = async (path: string, body: object) => {
    const answer = await curator.post(`/api/v1${path}`, body)
    const text = await answer.text()
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${text}`)
    return Made.parse(JSON.parse(text)).id
  }
  const wheat = await house.add('accession', wheatPassport)
  const mother = await house.add('accession', { title: { en: 'Mother' }, accenumb: 'M 1' })
  /** Nothing but a name: a draft, for publication needs a number. */
  const bare = await house.add('accession', { title: { zh: '无名' } }, { publish: false })
  await make(`/accessions/${wheat}/parents`, { role: 'female', record: mother })
  await make(`/accessions/${wheat}/parents`, { role: 'male', name: 'Unknown father' })
  const lot = await make(`/accessions/${wheat}/lots`, { code: 'L-1', unit: 'seed', quantity: 500 })
  const trait = await make('/traits', traitHeight)
  const trial = await make('/trials', { institution: house.own, ...trialOf2025 })
  const entered = await curator.post(`/api/v1/trials/${trial}/observations`, {
    observations: [
      { accession: wheat, trait, value: '92.5', observedOn: '2026-06-01', observer: 'Li' },
      { accession: bare, trait, value: '80' },
    ],
  })
  if (entered.status >= 300) throw new Error(`${entered.status} ${await entered.text()}`)
  return {
    ...house,
    ids: { wheat, mother, bare, lot, trait, trial },
    anybody: calling(house.as()),
    curator: calling(curator),
    outsider: calling(house.as('demo-outsider')),
  }
}

export const wheatPassport = {
  title: { zh: '陇春27号', en: 'Longchun 27' },
  library: 'grain',
  profile: 'plant',
  accenumb: 'ZM 27',
  accename: ['陇春27号', 'LC27'],
  othernumb: ['CHN001:00/27'],
  puid: '10.18730/ABC12',
  instcode: 'CHN001',
  genus: 'Triticum',
  species: 'aestivum',
  spauthor: 'L.',
  cropname: 'Wheat',
  acqdate: '19990715',
  colldate: '1981----',
  collsrc: '21',
  collsite: '民勤',
  origcty: 'CHN',
  declatitude: 38.61234,
  declongitude: 103.08765,
  coorduncert: 30,
  elevation: -12,
  sampstat: '500',
  storage: ['11', '13'],
  donorcode: 'CHN002',
  donornumb: 'D 9',
  duplsite: ['CHN003'],
  mlsstat: '1',
  crossType: 'biparental',
  crossYear: 1998,
}

const traitHeight = {
  code: 'CO_321:0000020',
  name: { zh: '株高', en: 'Plant height' },
  category: 'morphological',
  scale: 'numerical',
  unit: 'cm',
  lowest: 0,
  highest: 300,
}

const trialOf2025 = {
  code: 'T-1',
  name: { zh: '小麦品比', en: 'Wheat trial' },
  season: '2025/26',
  site: '兰州',
  startsOn: '2025-10-01',
}

export type BrapiScene = Awaited<ReturnType<typeof brapiScene>>
