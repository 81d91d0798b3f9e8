import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { XmlDocument } from 'libxml2-wasm'
import { dataciteJson, dataciteOf } from '../../src/exchange/datacite/rules/datacite.ts'
import { dataciteXml } from '../../src/exchange/datacite/rules/xml.ts'
import { describeMany } from '../../src/exchange/described/actions.ts'
import { hasShared, sharedData, validatorOf } from '../support/xsd.ts'
import { type DemoScene, demoScene } from './demo.ts'
import { full } from './full.ts'

const kernel = 'datacite/kernel-4.7'

describe.skipIf(!hasShared(kernel))('DataCite 4.7', { timeout: 180_000 }, () => {
  let demo: DemoScene
  let validate: (text: string) => string[]
  beforeAll(async () => {
    validate = validatorOf(`${kernel}/metadata.xsd`)
    demo = await demoScene()
  }, 120_000)
  afterAll(async () => demo[Symbol.asyncDispose]())

  test('the schema is asked: its own examples hold, and a record without a title does not', () => {
    const examples = readdirSync(`${sharedData}/${kernel}/example`)
    expect(examples.length).toBeGreaterThan(10)
    for (const name of examples)
      expect(validate(readFileSync(`${sharedData}/${kernel}/example/${name}`, 'utf8'))).toEqual([])
    expect(validate('<resource xmlns="http://datacite.org/schema/kernel-4"/>')).not.toEqual([])
  })

  test.each(['published', 'withdrawn'] as const)(
    'every %s record of the demo holds',
    async (state) => {
      const records = [...(await describeMany(demo.guest, await demo.ids(state))).values()]
      expect(records.length).toBeGreaterThan(0)
      const wrong = records.flatMap((record) => {
        const problems = validate(dataciteXml(dataciteOf(record)))
        return problems.length > 0 ? [{ title: record.title, problems }] : []
      })
      expect(wrong).toEqual([])
    },
  )

  test('a record with everything holds, and keeps everything', () => {
    const xml = dataciteXml(dataciteOf(full))
    expect(validate(xml)).toEqual([])
    const said = XmlDocument.fromString(xml).root.content
    const texts = ['宋疏影', 'A & B <C> "D"', '10.5072/paper', 'Nature', 'GB/T 13745-2009']
    expect(texts.filter((text) => !xml.includes(text) && !said.includes(text))).toEqual([])
    expect(xml).toContain('relationType="IsCollectedBy"')
    expect(xml).toContain('http://purl.org/coar/access_right/c_abf2')
  })

  test.each(['', '   ', 'a', 'zh_CN; drop', '中文'])(
    'an impossible language %o is left out',
    (lang) => {
      const titles = [{ text: 'x', lang, type: null }]
      const [title] = dataciteOf({ ...full, titles }).titles
      expect(validate(dataciteXml(dataciteOf({ ...full, titles })))).toEqual([])
      expect(title).toEqual(/^a$/.test(lang) ? { title: 'x', lang } : { title: 'x' })
    },
  )

  test('what XML cannot hold is left out', () => {
    const text = 'a\u0000b\u000Bc\uD800d\uFFFEe\u{1F600}<&>"'
    const xml = dataciteXml(
      dataciteOf({ ...full, descriptions: [{ text, lang: null, type: 'Abstract' }] }),
    )
    expect(validate(xml)).toEqual([])
    expect(xml).toContain('abc\uFFFDde\u{1F600}&lt;&amp;&gt;&quot;')
  })

  test('nobody known as the maker is said to be unavailable', () => {
    const one = dataciteOf({ ...full, creators: [] })
    expect(one.creators).toEqual([{ name: ':unav' }])
    expect(validate(dataciteXml(one))).toEqual([])
  })

  test('the JSON has no empty lists, and names its schema', () => {
    const json: unknown = JSON.parse(
      dataciteJson(dataciteOf({ ...full, subjects: [], related: [] })),
    )
    expect(json).toMatchObject({
      doi: '10.5072/hexi.full',
      types: { resourceTypeGeneral: 'Dataset' },
      schemaVersion: 'http://datacite.org/schema/kernel-4',
    })
    expect(json).not.toHaveProperty('subjects')
    expect(json).not.toHaveProperty('relatedIdentifiers')
  })
})
