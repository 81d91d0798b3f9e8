import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isPresent, parametersOf } from '../brapi/document.ts'
import { type FullHouse, fullHouse } from './scene.ts'
import { hostile, hostileText, idOf } from './values.ts'

const seed = 20_261_129
const rounds = 25
const callers = ['demo-curator', 'demo-curator', 'demo-outsider', undefined] as const

const ServerInfo = z.looseObject({
  result: z.looseObject({
    calls: z.array(z.object({ service: z.string(), methods: z.array(z.string()) })),
  }),
})

type Call = { service: string; method: string }
type Asked = { call: Call; address: string; as: string | undefined; body: unknown }

test(
  'no generated call of BrAPI is answered with a fault, and each refusal is a sentence',
  { timeout: 180_000 },
  async () => {
    const errors: unknown[] = []
    await using house = await fullHouse(errors)
    const info: unknown = await (await house.as().get('/brapi/v2/serverinfo')).json()
    const calls = ServerInfo.parse(info).result.calls.flatMap(({ service, methods }) =>
      methods.map((method): Call => ({ service, method })),
    )
    const counts = new Map<number, number>()
    const wrong: unknown[] = []
    let count = 0
    for (let round = 0; round < rounds; round += 1)
      for (const call of calls) {
        const asked = fc.sample(askedOf(call, house.ids), { numRuns: 1, seed: seed + count })[0]
        if (!asked) throw new Error('Nothing was generated.')
        count += 1
        errors.length = 0
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a run can be repeated
        const { status, text } = await ask(house, asked)
        counts.set(status, (counts.get(status) ?? 0) + 1)
        if (!isFitting(status, text))
          wrong.push({ asked, status, text, errors: errors.map(String) })
      }
    const statuses = [...counts].toSorted(([one], [other]) => one - other)
    console.log(
      `${count} requests to ${calls.length} calls: ${statuses.map(([status, of]) => `${of} × ${status}`).join(', ')}`,
    )
    expect(wrong).toEqual([])
    expect(counts.get(200)).toBeGreaterThan(rounds * 20)
  },
)

const Refusal = z.string().min(1)
const isFitting = (status: number, text: string) =>
  status < 300
    ? z.looseObject({ metadata: z.unknown(), result: z.unknown() }).safeParse(JSON.parse(text))
        .success
    : status < 400 || (status < 500 && Refusal.safeParse(JSON.parse(text)).success)

async function ask({ app }: FullHouse, { call, address, as, body }: Asked) {
  const isBody = body !== undefined && call.method !== 'GET'
  const answer = await app.request(address, {
    method: call.method,
    headers: {
      ...(as && { authorization: `Bearer ${as}` }),
      ...(isBody && { 'content-type': 'application/json' }),
    },
    ...(isBody && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, text: await answer.text() }
}

/** The collections of the house that calls of BrAPI lead to. */
const heldAs: Readonly<Record<string, string>> = {
  germplasm: 'accessions',
  seedlots: 'lots',
  programs: 'institutions',
  locations: 'institutions',
  people: 'people',
  trials: 'trials',
  studies: 'trials',
  attributes: 'traits',
  variables: 'traits',
  traits: 'traits',
  methods: 'traits',
  scales: 'traits',
}

function askedOf(call: Call, ids: FullHouse['ids']): fc.Arbitrary<Asked> {
  const all = [...ids.values()].flat()
  const inPath = [...call.service.matchAll(/\{\w+\}/g)]
  const [collection = ''] = call.service.split('/')
  const id = idOf(ids.get(heldAs[collection] ?? '') ?? [], all)
  return fc
    .record({
      named: fc.tuple(...inPath.map(() => id)),
      query: queryOf(call, all),
      as: fc.constantFrom(...callers),
      body: bodyOf(call, ids),
    })
    .map(({ named, query, as, body }) => {
      const values = named.values()
      const path = call.service.replaceAll(/\{\w+\}/g, () =>
        encodeURIComponent((values.next().value ?? '').toWellFormed()),
      )
      const parameters = new URLSearchParams(
        query.map(([name, value]) => [name, value.toWellFormed()]),
      )
      return { call, as, body, address: `/brapi/v2/${path}?${parameters}` }
    })
}

/** Some of what the document has for a list, each with what nobody expects. */
function queryOf(
  { service, method }: Call,
  ids: readonly string[],
): fc.Arbitrary<[string, string][]> {
  const isList = isPresent && method === 'GET' && !service.includes('{') && service !== 'serverinfo'
  const names = isList ? parametersOf(`/${service}`) : ['page', 'pageSize', 'germplasmDbId']
  const value = fc.oneof(hostileText, fc.constantFrom(...ids), fc.constantFrom('1', 'true'))
  return fc.array(fc.tuple(fc.constantFrom(...names, 'page'), value), { maxLength: 3 })
}

/** What is sent as it should be, by the call that takes it. */
const usual = (ids: FullHouse['ids']): Record<string, object> => {
  const [accession, lot, trait, trial] = ['accessions', 'lots', 'traits', 'trials'].map(
    (of) => ids.get(of)?.[0],
  )
  return {
    germplasm: {
      germplasmName: 'A',
      germplasmPUI: 'x',
      commonCropName: 'Oat',
      acquisitionDate: '2020-05-06',
      storageTypes: [{ code: '11' }],
      germplasmOrigin: [{ coordinates: { geometry: { type: 'Point', coordinates: [103, 36] } } }],
      synonyms: [{ synonym: 'B', type: 'name' }],
      additionalInfo: { profile: 'plant' },
      externalReferences: [{ referenceId: 'r', referenceSource: 's' }],
    },
    seedlots: {
      seedLotName: 'N',
      amount: 5,
      units: 'seed',
      contentMixture: [{ germplasmDbId: accession }],
      storageLocation: '203/A',
    },
    'seedlots/transactions': {
      fromSeedLotDbId: lot,
      toSeedLotDbId: null,
      amount: 1,
      units: 'seed',
    },
    images: {
      imageName: 'A',
      imageFileName: 'a.jpg',
      additionalInfo: { germplasmDbId: accession },
    },
    observations: {
      germplasmDbId: accession,
      studyDbId: trial,
      observationVariableDbId: trait,
      observationTimeStamp: '2026-06-01T08:00:00Z',
      value: '1',
      collector: 'Li',
    },
    lists: { listName: 'L', listType: 'germplasm', data: [accession], listDescription: 'D' },
    search: { germplasmDbIds: [accession], germplasmNames: ['A'], genus: ['Medicago'], page: 0 },
    'delete/images': { imageDbIds: [accession] },
  }
}

function bodyOf({ service, method }: Call, ids: FullHouse['ids']): fc.Arbitrary<unknown> {
  const bodies = usual(ids)
  const [first = ''] = service.split('/')
  const one = bodies[service] ?? bodies[first] ?? {}
  const changed = fc
    .record({
      keys: fc.subarray(Object.keys(one), { maxLength: Math.min(2, Object.keys(one).length) }),
      value: fc.oneof(hostile, fc.constantFrom<unknown>(...[...ids.values()].flat())),
    })
    .map(({ keys, value }) => ({ ...one, ...Object.fromEntries(keys.map((key) => [key, value])) }))
  const isMany = method === 'POST' && !['search', 'delete'].includes(first)
  const whole = isMany ? fc.array(changed, { minLength: 1, maxLength: 2 }) : changed
  return fc.oneof({ weight: 12, arbitrary: whole }, { weight: 1, arbitrary: hostile })
}
