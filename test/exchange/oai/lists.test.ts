import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { type DemoScene, demoScene } from '../demo.ts'
import { hasShared, validatorOf } from '../../support/xsd.ts'
import { harvester, textsAt } from './scene.ts'

const schema = 'oai-pmh/all.xsd'

let scene: DemoScene
let oai: ReturnType<typeof harvester>
beforeAll(async () => {
  scene = await demoScene()
  oai = harvester(scene.app)
}, 300_000)
afterAll(async () => scene[Symbol.asyncDispose]())

describe.each(['oai_dc', 'oai_datacite'])('the whole demo as %s', (prefix) => {
  test('is every public record once, with those that were withdrawn as deleted, and nothing else', async () => {
    const pages = await oai.pages(`verb=ListRecords&metadataPrefix=${prefix}`)
    const harvested = pages.flatMap((page) => textsAt(page, '//oai:header/oai:identifier'))
    const known = [...(await scene.ids('published')), ...(await scene.ids('withdrawn'))]
    expect(harvested.toSorted()).toEqual(known.map((id) => `oai:hexi.test:${id}`).toSorted())
    const deleted = pages.flatMap((page) => textsAt(page, '//oai:header[@status]/oai:identifier'))
    expect(deleted).toHaveLength((await scene.ids('withdrawn')).length)
    const stamps = pages.flatMap((page) => textsAt(page, '//oai:datestamp'))
    expect(stamps).toEqual(stamps.toSorted())
  }, 120_000)

  test('is cut with tokens as the protocol has them', async () => {
    const pages = await oai.pages(`verb=ListRecords&metadataPrefix=${prefix}`)
    expect(pages.length).toBeGreaterThan(2)
    const cursors = pages.flatMap((page) => textsAt(page, '//oai:resumptionToken/@cursor'))
    expect(cursors).toEqual(pages.map((_, at) => String(at * 100)))
    const last = pages.at(-1) ?? ''
    expect(textsAt(last, '//oai:resumptionToken')).toEqual([''])
    const whole = await oai.body(`verb=ListRecords&metadataPrefix=${prefix}&set=kind:collection`)
    expect(textsAt(whole, '//oai:resumptionToken')).toEqual([])
  }, 120_000)

  test.runIf(hasShared(schema))(
    'is valid by the schemas, page by page',
    async () => {
      const objections = validatorOf(schema)
      const pages = await oai.pages(`verb=ListRecords&metadataPrefix=${prefix}`)
      for (const page of pages) expect(objections(page)).toEqual([])
    },
    120_000,
  )
})

test.runIf(hasShared(schema))('every kind of answer is valid by the schema', async () => {
  const objections = validatorOf(schema)
  const [id = ''] = await scene.ids('published')
  const [gone = ''] = await scene.ids('withdrawn')
  for (const query of [
    'verb=Identify',
    'verb=ListSets',
    'verb=ListMetadataFormats',
    `verb=ListMetadataFormats&identifier=oai:hexi.test:${id}`,
    'verb=ListIdentifiers&metadataPrefix=oai_dc',
    `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:hexi.test:${id}`,
    `verb=GetRecord&metadataPrefix=oai_datacite&identifier=oai:hexi.test:${id}`,
    `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:hexi.test:${gone}`,
    'verb=GetRecord&metadataPrefix=%3C&identifier=%22%3E',
    'verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01',
    'verb=ListRecords&resumptionToken=%3C',
    'verb=nothing',
    '',
  ])
    expect([query, objections(await oai.body(query))]).toEqual([query, []])
})

test('a list goes on where it was while records change under it, and repeats only those', async () => {
  const query = 'verb=ListIdentifiers&metadataPrefix=oai_dc&set=kind:accession'
  const before = (await oai.pages(query)).flatMap((page) => textsAt(page, '//oai:identifier'))
  const same =
    await sql`update record set updated_at = ${scene.services.now()} where kind = 'accession'`.execute(
      scene.db,
    )
  expect(Number(same.numAffectedRows)).toBeGreaterThan(100)
  // All at one moment: ids alone keep them apart.
  const pages = await oai.pages(query.replace('ListIdentifiers', 'ListRecords'))
  const after = pages.flatMap((page) => textsAt(page, '//oai:header/oai:identifier'))
  expect(after.toSorted()).toEqual(before.toSorted())
})

test('a record that cannot be written is left out of its page and named in the log', async () => {
  const logged: object[] = []
  const log = { ...scene.services.log, error: (facts: object) => void logged.push(facts) }
  const spoilt = harvester(createApp({ ...scene.services, log }))
  const query = 'verb=ListRecords&metadataPrefix=oai_datacite&set=kind:dataset'
  const before = textsAt(await spoilt.body(query), '//oai:header/oai:identifier')
  const [first = ''] = before
  const id = first.slice('oai:hexi.test:'.length)
  // What only a hand in the database could have written: a moment that is none.
  await sql`update record set created_at = 'infinity' where id = ${id}::uuid`.execute(scene.db)
  const after = textsAt(await spoilt.body(query), '//oai:header/oai:identifier')
  expect(after).toEqual(before.filter((identifier) => identifier !== first))
  expect(logged).toMatchObject([{ record: id }])
  const alone = `verb=GetRecord&metadataPrefix=oai_datacite&identifier=${first}`
  expect(await spoilt.errors(alone)).toEqual(['cannotDisseminateFormat'])
})
