import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testHouse } from '../support/house.ts'

const schema = '../shared/data/instruments/pidinst/pidinst-schema-1_0.schema.json'

let house: Awaited<ReturnType<typeof testHouse>>
let full: string
let bare: string
let draft: string
beforeAll(async () => {
  house = await testHouse()
  const base = { institution: house.own, instrCategory: '010000', function: '成像' }
  full = await house.add('instrument', {
    ...base,
    title: { zh: '场发射扫描电镜 <Apreo & S>', en: 'Field emission “SEM”' },
    summary: { zh: '分辨率高。', en: 'High resolution.' },
    manufacturer: 'Thermo Fisher & Söhne',
    instrVersion: 'Apreo S',
    measuredVariables: ['形貌', '元素'],
    technical: '分辨率 < 1 nm',
    serialNumber: 'SN-1',
    assetNumber: 'GZ-2019-7',
    innerId: 'A7',
    beginDate: '2019-05-07',
    email: 'sem@hexi.example',
  })
  bare = await house.add('instrument', { ...base, title: { en: 'Scope' } })
  draft = await house.add('instrument', { ...base, title: { zh: '草稿' } }, { publish: false })
})
afterAll(() => house[Symbol.asyncDispose]())

const get = (id: string, form: string, as?: 'demo-curator') =>
  house.as(as).get(`/records/${id}.${form}`)

test.skipIf(!existsSync(schema))(
  'PIDINST is valid by its own schema, told much or little',
  async () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    formats.default(ajv)
    const validate = ajv.compile(
      z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(schema, 'utf8'))),
    )
    for (const id of [full, bare]) {
      // oxlint-disable-next-line no-await-in-loop -- two
      const answer = await get(id, 'pidinst.json')
      expect(answer.headers.get('content-type')).toContain('application/json')
      // oxlint-disable-next-line no-await-in-loop -- two
      validate(JSON.parse(await answer.text()))
      expect(validate.errors).toBeNull()
    }
  },
)

test('PIDINST says what is known, and that a manufacturer is not', async () => {
  const whole: unknown = JSON.parse(await (await get(full, 'pidinst.json')).text())
  expect(whole).toMatchObject({
    identifier: { identifierType: 'URL', identifier: `http://hexi.test/records/${full}` },
    landingPage: `http://hexi.test/records/${full}`,
    name: '场发射扫描电镜 <Apreo & S>',
    owners: [{ ownerName: '甘肃省种质资源库', ownerContact: 'sem@hexi.example' }],
    manufacturers: [{ manufacturerName: 'Thermo Fisher & Söhne' }],
    model: { modelName: 'Apreo S' },
    measuredVariables: ['形貌', '元素'],
    dates: [{ date: '2019-05-07', dateType: 'Commissioned' }],
  })
  const little: unknown = JSON.parse(await (await get(bare, 'pidinst.json')).text())
  expect(little).toMatchObject({ name: 'Scope', manufacturers: [{ manufacturerName: ':unav' }] })
  expect(little).not.toHaveProperty('dates')
})

test('DataCite has what it requires, as JSON and as XML that escapes', async () => {
  const json: unknown = JSON.parse(await (await get(full, 'datacite.json')).text())
  expect(json).toMatchObject({
    creators: [{ name: 'Thermo Fisher & Söhne' }],
    contributors: [{ name: '甘肃省种质资源库', contributorType: 'HostingInstitution' }],
    types: { resourceTypeGeneral: 'Instrument' },
    titles: [{ lang: 'zh' }, { lang: 'en', titleType: 'TranslatedTitle' }],
  })
  const answer = await get(full, 'datacite.xml')
  expect(answer.headers.get('content-type')).toBe('application/vnd.datacite.datacite+xml')
  const xml = await answer.text()
  expect(xml).toContain('<title xml:lang="zh">场发射扫描电镜 &lt;Apreo &amp; S&gt;</title>')
  for (const name of [
    'identifier',
    'creators',
    'titles',
    'publisher',
    'publicationYear',
    'resourceType',
  ])
    expect(xml).toMatch(new RegExp(`<${name}[ >]`))
  expect(opened(xml)).toEqual([])
})

/** Elements that are opened and not closed in their order: none in XML that is well formed. */
function opened(xml: string): string[] {
  const open: string[] = []
  for (const [, closes, name = ''] of xml.matchAll(/<(\/?)([A-Za-z]+)[^<>]*>/g))
    if (!closes) open.push(name)
    else if (open.at(-1) === name) open.pop()
  expect(xml.replaceAll(/<[^<>]*>/g, '')).not.toMatch(/[<>]/)
  return open
}

test('what is no published instrument has neither, and the page leads to both', async () => {
  expect((await get(draft, 'pidinst.json')).status).toBe(404)
  expect((await get(draft, 'datacite.xml', 'demo-curator')).status).toBe(404)
  expect((await get(crypto.randomUUID(), 'pidinst.json')).status).toBe(404)
  const page = await (await house.as().get(`/records/${full}`)).text()
  for (const form of ['pidinst.json', 'datacite.xml', 'datacite.json'])
    expect(page).toContain(`/records/${full}.${form}"`)
})
