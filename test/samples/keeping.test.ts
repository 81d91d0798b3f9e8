import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type KeepingHouse, keepingHouse } from './keeping.ts'

let house: KeepingHouse
let people = ''
let animals = ''
beforeAll(async () => {
  house = await keepingHouse()
  ;({ people, animals } = house.collection)
})
afterAll(async () => house[Symbol.asyncDispose]())

describe('a donor', () => {
  test('has a code alone, consents that hold or not, and samples', async () => {
    const donor = await house.addDonor()
    const consents = `/donors/${donor.id}/consents`
    const consent = { form: 'ICF 2.1', uses: ['health', 'genetic'], givenOn: '2020-05-01' }
    expect((await house.post(consents, consent)).status).toBe(201)
    const over = { ...consent, until: '2021-05-01', uses: ['disease'], diseases: ['e11.9', 'I10'] }
    expect((await house.post(consents, over)).status).toBe(201)
    expect((await house.post(consents, { ...consent, uses: ['genetic'] })).status).toBe(422)
    expect((await house.post(consents, { ...consent, diseases: 'E11' })).status).toBe(422)
    const sample = await house.addSample({ family: 'human', donor: donor.code, ageYears: 52 })
    const { body } = await house.get(consents)
    expect(body.items).toMatchObject([
      { state: 'over', diseases: ['E11.9', 'I10'], until: '2021-05-01' },
      { state: 'holds', uses: ['health', 'genetic'] },
    ])
    const page = await house.as('demo-curator').get(`/donors/${donor.id}`)
    const text = await page.text()
    expect(text).toContain(sample.code)
    const [, ended] = body.items
    expect((await house.post(`/consents/${ended.id}/ending`, {})).status).toBe(204)
    expect((await house.get(consents)).body.items[1].state).toBe('ended')
  })

  test('keeps what was typed of a consent that is refused', async () => {
    const donor = await house.addDonor()
    const form = new FormData()
    form.set('form', 'ICF 7.7')
    const answer = await house.as('demo-curator').post(`/donors/${donor.id}/consents`, form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="ICF 7.7"')
  })

  test('is of people: a collection of animals has sources instead, and their samples no donor', async () => {
    const { code } = await house.addDonor()
    const donor = { code: house.newCode('D'), sex: 'male' }
    expect((await house.post(`/collections/${animals}/donors`, donor)).status).toBe(409)
    const source = { code: house.newCode('Q'), kind: 'animal', taxon: 'Bos grunniens' }
    expect((await house.post(`/collections/${animals}/sources`, source)).status).toBe(201)
    expect((await house.post(`/collections/${people}/sources`, source)).status).toBe(409)
    await house.addSample({ source: source.code })
    const human = { code: house.newCode('S'), family: 'human', type: 'plasma' }
    expect((await house.post(`/collections/${animals}/samples`, human)).status).toBe(422)
    expect((await house.post(`/collections/${people}/samples`, human)).status).toBe(422)
    const other = { ...human, donor: `${code}-0` }
    expect((await house.post(`/collections/${people}/samples`, other)).status).toBe(422)
  })

  test('who withdrew gets no further sample, and theirs are in no list and no file', async () => {
    const donor = await house.addDonor()
    const sample = await house.addSample({ family: 'human', donor: donor.code })
    const { status } = await house.post(`/donors/${donor.id}/withdrawal`, { note: '' })
    expect(status).toBeLessThan(300)
    const again = { code: house.newCode('S'), family: 'human', type: 'plasma', donor: donor.code }
    expect((await house.post(`/collections/${people}/samples`, again)).status).toBe(409)
    const lists = [`/collections/${people}/samples`, `/samples`, `/collections/${people}/donors`]
    for (const list of lists) {
      for (const format of ['json', 'csv']) {
        const text = await (
          await house.as('demo-curator').get(`/api/v1${list}?format=${format}`)
        ).text()
        expect(text).not.toContain(`${sample.code}"`)
        expect(text).not.toMatch(new RegExp(`\\b${sample.code}\\b,`))
        expect(text).not.toMatch(new RegExp(`\\b${donor.code}\\b`))
      }
    }
    const use = await house.post(`/samples/${sample.id}/aliquots`, { count: 1, amount: 1 })
    expect(use.status).toBe(409)
    expect((await house.post(`/samples/${sample.id}/events`, { kind: 'thaw' })).status).toBe(409)
    expect((await house.post(`/samples/${sample.id}/events`, { kind: 'destroy' })).status).toBe(204)
    const scanned = await house.as('demo-curator').get(`/samples?code=${sample.code}`)
    expect(scanned.headers.get('location')).toBe(`/samples/${sample.id}`)
  })
})

describe('a sample', () => {
  test('is parted into aliquots, whose codes go on and whose whole is taken from it', async () => {
    const parent = await house.addSample({ createdOn: '2021-06', temperature: '-60to-85' })
    const at = `/samples/${parent.id}/aliquots`
    const { status, body } = await house.post(at, { count: 2, amount: 20 })
    expect(status).toBe(200)
    const more = await house.post(at, { count: 1, amount: 0.5 })
    const codes = [...body.made, ...more.body.made].map((one: { code: string }) => one.code)
    expect(codes).toEqual(['01', '02', '03'].map((part) => `${parent.code}-${part}`))
    expect((await house.post(at, { count: 2, amount: 30 })).status).toBe(409)
    expect((await house.get(`/samples/${parent.id}`)).body).toMatchObject({ amount: 59.5 })
    const part = await house.get(`/samples/${body.made[0].id}`)
    expect(part.body).toMatchObject({ amount: 20, createdOn: '2021-06', unit: 'microlitre' })
    expect((await house.post(at, { count: 1, amount: 59.5 })).status).toBe(200)
    expect((await house.get(`/samples/${parent.id}`)).body).toMatchObject({
      amount: 0,
      state: 'used_up',
    })
  })

  test('is never overdrawn by two at once, and no code is given twice', async () => {
    const parent = await house.addSample()
    const all = await Promise.all(
      Array.from({ length: 6 }, async () =>
        house.post(`/samples/${parent.id}/aliquots`, { count: 3, amount: 10 }),
      ),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(all.filter(({ status }) => status === 409)).toHaveLength(3)
    const codes = all.flatMap(({ body }) =>
      (body.made ?? []).map((one: { code: string }) => one.code),
    )
    expect(new Set(codes).size).toBe(9)
    expect((await house.get(`/samples/${parent.id}`)).body.amount).toBe(10)
  })

  test('has a genealogy over derivatives and pools', async () => {
    const [one, other] = [
      await house.addSample(),
      await house.addSample({ useConditions: ['collaboration'] }),
    ]
    const made = await house.post(`/samples/${one.id}/derivatives`, {
      code: house.newCode('DNA'),
      type: 'dna',
      amount: 5,
      unit: 'microgram',
      taken: 10,
    })
    const dna = made.body.made[0]
    const pooled = await house.post(`/collections/${animals}/pools`, {
      code: house.newCode('P'),
      codes: `${one.code}, ${other.code}`,
      taken: 40,
    })
    expect(pooled.status).toBe(201)
    expect(pooled.body).toMatchObject({ isPooled: true, amount: 80, unit: 'microlitre' })
    expect(pooled.body.useConditions).toHaveLength(1)
    const { body } = await house.get(`/samples/${one.id}/genealogy`)
    expect(body.ancestors).toEqual([])
    const below = body.descendants.map(({ code }: { code: string }) => code)
    expect(new Set(below)).toEqual(new Set([dna.code, pooled.body.code]))
    const page = await house.as('demo-curator').get(`/samples/${pooled.body.id}`)
    expect(await page.text()).toContain(other.code)
    const unlike = { code: house.newCode('P'), codes: `${one.code} ${dna.code}`, taken: 1 }
    expect((await house.post(`/collections/${animals}/pools`, unlike)).status).toBe(422)
  })

  test('has events with a date or an age; a thaw is counted, a use takes its amount', async () => {
    const { id } = await house.addSample()
    const at = `/samples/${id}/events`
    expect(
      (await house.post(at, { kind: 'collection', happenedOn: '2021-06-03T09:30' })).status,
    ).toBe(204)
    expect((await house.post(at, { kind: 'thaw', age: 3, ageUnit: 'years' })).status).toBe(204)
    expect((await house.post(at, { kind: 'use', amount: 30 })).status).toBe(204)
    const both = { kind: 'freeze', happenedOn: '2021', age: 3, ageUnit: 'years' }
    expect((await house.post(at, both)).status).toBe(422)
    expect((await house.post(at, { kind: 'use', amount: 300 })).status).toBe(409)
    expect((await house.get(`/samples/${id}`)).body).toMatchObject({ freezeThaws: 1, amount: 70 })
    expect((await house.get(at)).body.items.map((one: { kind: string }) => one.kind)).toEqual([
      'use',
      'thaw',
      'collection',
    ])
  })

  test('has a code of SPREC that its type agrees with, or whose first element follows from it', async () => {
    const { id } = await house.addSample({ type: 'serum', sprec: 'SST-B-A-N-B-D' })
    expect((await house.get(`/samples/${id}`)).body.sprec).toBe('SER-SST-B-A-N-B-D')
    for (const sprec of ['BLD-SST-B-A-N-B-D', 'SER-SST', 'serum'])
      await expect(house.addSample({ type: 'serum', sprec })).rejects.toThrow('sprec')
  })

  test('is changed under the version that was read', async () => {
    const { id, code } = await house.addSample()
    const patch = async (version: string) =>
      house
        .as('demo-curator')
        .patch(`/api/v1/samples/${id}`, { note: '管盖开裂' }, { 'if-match': version })
    expect((await patch('"1"')).status).toBe(200)
    expect((await patch('"1"')).status).toBe(412)
    expect((await house.get(`/samples/${id}`)).body).toMatchObject({
      code,
      note: '管盖开裂',
      version: 2,
    })
  })

  test('has labels of its tube, and so have all of a filter', async () => {
    const { id, code } = await house.addSample()
    const curator = house.as('demo-curator')
    const one = await (await curator.get(`/samples/${id}/labels?sheet=tube`)).text()
    expect(one).toContain(`<b>${code}</b>`)
    const all = await curator.get(`/collections/${animals}/samples/labels?codes=${code}&sheet=cap`)
    const text = await all.text()
    expect(text.match(/class="label-symbol"/g)).toHaveLength(1)
    expect(text).toContain(`<b>${code}</b>`)
  })
})

test('a finished kit takes no further sample', async () => {
  const code = house.newCode('K')
  const { body } = await house.post(`/collections/${animals}/kits`, { code })
  await house.addSample({ kit: code })
  expect((await house.post(`/kits/${body.id}/finishing`, {})).status).toBe(204)
  await expect(house.addSample({ kit: code })).rejects.toThrow('kit')
  expect((await house.get(`/collections/${animals}/kits?code=${code}`)).body.items).toMatchObject([
    { code, samples: 1 },
  ])
})
