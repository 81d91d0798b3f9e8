import type { Quad } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { turtle } from '../../../src/exchange/dcat/rules/turtle.ts'
import { iriOf, thing } from '../../../src/exchange/dcat/rules/terms.ts'
import { hasShared } from '../../support/xsd.ts'
import { type DemoScene, demoScene } from '../demo.ts'
import { read, shapes, violationsIn } from './shapes.ts'

const dcat = 'http://www.w3.org/ns/dcat#'

let scene: DemoScene
beforeAll(async () => {
  scene = await demoScene()
}, 300_000)
afterAll(async () => scene[Symbol.asyncDispose]())

async function page(path: string) {
  const answer = await scene.as().get(path)
  expect(answer.status).toBe(200)
  return { text: await answer.text(), link: answer.headers.get('link') }
}

const subjectsOf = (quads: readonly Quad[], type: string) =>
  quads
    .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === type)
    .map(({ subject }) => subject.value)

describe('the catalogue of datasets', () => {
  test('has every public dataset of the demo once, and no draft, nothing for members, nothing withdrawn', async () => {
    const { text } = await page('/dcat.ttl')
    const shown = subjectsOf(read(text), `${dcat}Dataset`)
    const { db } = scene
    const rows = await db
      .selectFrom('record')
      .where('kind', '=', 'dataset')
      .select(['id', 'visibility', 'audience'])
      .execute()
    const open = rows.filter((row) => row.visibility === 'published' && row.audience === 'public')
    expect(open.length).toBeGreaterThan(20)
    expect(shown.toSorted()).toEqual(
      open.map(({ id }) => `https://hexi.test/records/${id}#dataset`).toSorted(),
    )
    for (const { id } of rows.filter((row) => !open.includes(row))) expect(text).not.toContain(id)
  })

  test.runIf(hasShared(shapes))('is valid by the shapes of DCAT-AP 3.0.1', async () => {
    expect(await violationsIn((await page('/dcat.ttl')).text)).toEqual([])
  })

  test('says the same as JSON-LD', async () => {
    const graph = JSON.parse((await page('/dcat.jsonld')).text)
    expect(graph['@context'].dcat).toBe(dcat)
    const [catalogue] = graph['@graph']
    const turtled = subjectsOf(read((await page('/dcat.ttl')).text), `${dcat}Dataset`)
    expect(
      catalogue['dcat:dataset'].map((one: { '@id': string }) => one['@id']).toSorted(),
    ).toEqual(turtled.toSorted())
    expect(catalogue['dcat:service']).toHaveLength(3)
  })

  test('is the same for whoever asks', async () => {
    const guest = await (await scene.as().get('/dcat.ttl')).text()
    const admin = await (await scene.as('demo-admin').get('/dcat.ttl')).text()
    expect(admin).toBe(guest)
  })

  test('refuses a cursor that is none of its own', async () => {
    expect((await scene.as().get('/dcat.ttl?after=x')).status).toBe(422)
  })
})

test('what people wrote stays one literal, and what is no address becomes none', () => {
  const text = 'a "quoted"\\ \n line\t\u0001 "@en . <x> <y> <z>'
  const [title] = read(
    turtle([thing('https://x.test/', ['dcat:Dataset'], [['dct:title', { text }]])]),
  ).filter(({ predicate }) => predicate.value.endsWith('title'))
  expect(title?.object.value).toBe(text)
  expect(iriOf('javascript:alert(1)')).toBeUndefined()
  expect(iriOf('not an address')).toBeUndefined()
  expect(iriOf('https://x.test/a>b<c"d')).not.toMatch(/[<>"]/)
})
