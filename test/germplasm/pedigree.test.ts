import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pedigree } from '../../src/germplasm/pedigree/model.ts'
import { ancestorsOf, progenyOf, type Relative } from '../../src/germplasm/pedigree/rules.ts'
import { germplasmScene, type GermplasmScene } from './scene.ts'

let house: GermplasmScene
beforeAll(async () => {
  house = await germplasmScene()
})
afterAll(async () => house[Symbol.asyncDispose]())

type Who = 'demo-curator' | 'demo-outsider' | 'demo-researcher'
const add = (child: string, parent: object, as: Who | undefined = 'demo-curator') =>
  house.as(as).post(`/api/v1/accessions/${child}/parents`, parent)
const pedigree = async (id: string, as?: Who): Promise<Pedigree> =>
  (await house.as(as).get(`/api/v1/accessions/${id}/pedigree`)).json()

const node = (id: string) => ({ id, title: { zh: id, en: null } })

const edge = (childId: string, id: string, depth: number) => ({
  id: `${childId}<${id}`,
  childId,
  role: 'population' as const,
  parent: node(id),
  name: null,
  depth,
})

describe('A pedigree as a tree', () => {
  const shape = (relatives: readonly Relative[]): unknown =>
    relatives.map(({ record, name, isRepeated, beyond }) => [
      record?.id ?? name,
      ...(isRepeated ? ['again'] : []),
      ...(beyond.length > 0 ? [shape(beyond)] : []),
    ])

  test('has each relative once with what is beyond it, however many ways lead there', () => {
    const ancestors = [
      edge('a', 'b', 1),
      edge('a', 'c', 1),
      edge('b', 'd', 2),
      edge('c', 'd', 2),
      edge('d', 'e', 3),
      edge('d', 'e', 4),
    ]
    const outside = { ...edge('e', '', 4), parent: null, name: '地方种' }
    const found = { ancestors: [...ancestors, outside], progeny: [], isWhole: true }
    expect(shape(ancestorsOf('a', found))).toEqual([
      ['b', [['d', [['e', [['地方种']]]]]]],
      ['c', [['d', 'again']]],
    ])
    expect(progenyOf('a', found)).toEqual([])
  })
})

test('parents are said by the curators of the child, by record or by name', async () => {
  const [child, mother] = [await house.accession(), await house.accession()]
  const body = { role: 'female', record: mother }
  const statuses = []
  for (const who of [undefined, 'demo-researcher', 'demo-outsider', 'demo-curator'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push((await house.as(who).post(`/api/v1/accessions/${child}/parents`, body)).status)
  expect(statuses).toEqual([401, 403, 403, 201])
  expect((await add(child, { role: 'male', name: '澳洲美利奴羊' })).status).toBe(201)
  expect((await add(child, { role: 'male', name: '另一只' })).status).toBe(409)
  expect((await add(child, { role: 'population', name: '甲', record: mother })).status).toBe(422)
  expect((await add(child, { role: 'population' })).status).toBe(422)
  expect((await add(child, { role: 'population', record: 'nowhere' })).status).toBe(422)
  const { ancestors, isWhole } = await pedigree(child)
  expect(ancestors).toMatchObject([
    { role: 'female', parent: { id: mother }, name: null, depth: 1 },
    { role: 'male', parent: null, name: '澳洲美利奴羊', depth: 1 },
  ])
  expect(isWhole).toBe(true)
  expect((await pedigree(mother)).progeny).toMatchObject([{ role: 'female', child: { id: child } }])
})

test('six generations are shown each way, and no circle is closed', async () => {
  const line: string[] = []
  for (let generation = 0; generation < 8; generation += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    line.push(await house.accession())
    if (generation > 0)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await add(line[generation] ?? '', { role: 'female', record: line[generation - 1] })
  }
  const [first = '', , , , , , , last = ''] = line
  expect((await pedigree(last)).ancestors.map(({ depth }) => depth)).toEqual([1, 2, 3, 4, 5, 6])
  expect((await pedigree(first)).progeny.map(({ depth }) => depth)).toEqual([1, 2, 3, 4, 5, 6])
  expect((await add(first, { role: 'female', record: last })).status).toBe(422)
  expect((await add(first, { role: 'female', record: first })).status).toBe(422)
})

test('two writers who would close a circle together: one does not', async () => {
  for (let round = 0; round < 5; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one pair after the other
    const [one, other] = [await house.accession(), await house.accession()]
    // oxlint-disable-next-line no-await-in-loop -- the same
    const answers = await Promise.all([
      add(one, { role: 'female', record: other }),
      add(other, { role: 'female', record: one }),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
  }
})

test('a relative that is not for the reader leaves no trace, nor does what is beyond it', async () => {
  const [child, grandmother] = [
    await house.accession(),
    await house.accession({ title: { zh: '祖母本' } }),
  ]
  const draft = await house.accession({ title: { zh: '未公开的母本' } }, { publish: false })
  await add(child, { role: 'female', record: draft })
  await add(draft, { role: 'female', record: grandmother })
  expect((await pedigree(child, 'demo-curator')).ancestors).toHaveLength(2)
  for (const who of [undefined, 'demo-outsider'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await pedigree(child, who)).toEqual({ ancestors: [], progeny: [], isWhole: true })
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect((await pedigree(grandmother, who)).progeny).toEqual([])
  }
  const foreign = await house.as('demo-outsider').post(`/api/v1/accessions/${draft}/parents`, {
    role: 'male',
    name: '乙',
  })
  expect(foreign.status).toBe(404)
})

test('what is withdrawn has no pedigree and gets none', async () => {
  const [child, mother] = [await house.accession(), await house.accession()]
  await add(child, { role: 'female', record: mother })
  await house
    .as('demo-curator')
    .post(`/api/v1/accessions/${child}/withdrawal`, { reason: '材料已经丧失' })
  expect(await pedigree(child)).toEqual({ ancestors: [], progeny: [], isWhole: true })
  expect((await pedigree(mother)).progeny).toEqual([])
  expect((await add(child, { role: 'male', name: '乙' })).status).toBe(409)
})

test('the page shows it in both languages, takes a parent by its address and back again', async () => {
  const [child, mother] = [
    await house.accession(),
    await house.accession({ title: { zh: '母本甲' } }),
  ]
  const curator = house.as('demo-curator')
  const send = (path: string, form: Record<string, string>) =>
    house.app.request(path, {
      method: 'POST',
      headers: { authorization: 'Bearer demo-curator', origin: 'http://hexi.test' },
      body: new URLSearchParams(form),
    })
  const added = await send(`/records/${child}/pedigree`, {
    role: 'female',
    record: `http://hexi.test/records/${mother}?lang=en`,
  })
  expect([added.status, added.headers.get('location')]).toEqual([303, `/records/${child}/pedigree`])
  const page = await (await house.as().get(`/records/${child}`)).text()
  for (const text of ['系谱', '母本甲', `/records/${mother}`]) expect(page).toContain(text)
  const english = await (await house.as().get(`/records/${mother}?lang=en`)).text()
  for (const text of ['Pedigree', 'Progeny', 'Female parent']) expect(english).toContain(text)
  const { ancestors } = await pedigree(child)
  const editing = await (await curator.get(`/records/${child}/pedigree`)).text()
  expect(editing).toContain(`/parents/${ancestors[0]?.id}/removal`)
  expect((await send(`/parents/${ancestors[0]?.id}/removal`, {})).status).toBe(303)
  expect((await pedigree(child)).ancestors).toEqual([])
  const history = await (await curator.get(`/records/${child}/history`)).text()
  for (const text of ['添加亲本', '移除亲本', '母本甲']) expect(history).toContain(text)
})
