import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cursorOf } from '../../../src/core/paging.ts'
import { adminMailbox } from '../../../src/exchange/oai/rules/mailbox.ts'
import { addDataset, addVersion, publishVersion } from '../../datasets/scene.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { publishable } from '../../support/publishable.ts'
import { harvester, textsAt } from './scene.ts'

let house: TestHouse
let oai: ReturnType<typeof harvester>
const ids: Record<string, string> = {}
beforeAll(async () => {
  house = await testHouse({ baseUrl: 'https://hexi.example.org' })
  oai = harvester(house.app)
  const soil = { ...publishable.dataset, title: { zh: '土壤水分' }, subjects: ['170.4510'] }
  ids['soil'] = await house.add('dataset', soil)
  ids['oven'] = await house.add('instrument', { ...publishable.instrument, title: { zh: '烘箱' } })
  ids['draft'] = await house.add('dataset', soil, { publish: false })
  ids['members'] = await house.add('dataset', { ...soil, audience: 'members' })
  ids['institution'] = await house.add('dataset', { ...soil, audience: 'institution' })
})
afterAll(async () => house[Symbol.asyncDispose]())

const named = (name: string) => `oai:hexi.example.org:${ids[name]}`
const get = (name: string, prefix = 'oai_dc') =>
  `verb=GetRecord&metadataPrefix=${prefix}&identifier=${encodeURIComponent(named(name))}`

const edit = async (id: string, change: object) => {
  const curator = house.as('demo-curator')
  const { headers } = await curator.get(`/api/v1/datasets/${id}`)
  const match = { 'if-match': headers.get('etag') ?? '' }
  return (await curator.patch(`/api/v1/datasets/${id}`, change, match)).status
}
const statusOf = async (name: string) =>
  textsAt(await oai.body(get(name)), '//oai:header/@status | //oai:error/@code')

describe('a request that is wrong', () => {
  test.each([
    ['', 'badVerb'],
    ['verb=', 'badVerb'],
    ['verb=identify', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&from=2026-01-01', 'badArgument'],
    ['verb=ListSets&set=kind:dataset', 'badArgument'],
    ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=%3Cx%3E', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=yesterday', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00.5Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00%2B08:00', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=0000-01-01', 'badArgument'],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-02-01T00:00:00Z',
      'badArgument',
    ],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-01&until=2026-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=kind:collection', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=nothing', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=a%20b', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=', 'badArgument'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=', 'badResumptionToken'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=GetRecord&identifier=x', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=x', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&identifier=oai:elsewhere.org:1', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&metadataPrefix=oai_dc', 'badArgument'],
  ])('%s is answered 200 with %s', async (query, code) => {
    const { status, type, body } = await oai.ask(query)
    expect({ status, type }).toEqual({ status: 200, type: 'text/xml; charset=utf-8' })
    expect(textsAt(body, '//oai:error/@code')).toEqual([code])
    const isRepeated = code !== 'badVerb' && code !== 'badArgument'
    expect(textsAt(body, '//oai:request/@verb')).toHaveLength(isRepeated ? 1 : 0)
  })

  test('names both what is wrong with an identifier and with a format', async () => {
    expect(await oai.errors('verb=GetRecord&metadataPrefix=x&identifier=y')).toEqual([
      'idDoesNotExist',
      'cannotDisseminateFormat',
    ])
    expect(await oai.errors(get('soil', 'x'))).toEqual(['cannotDisseminateFormat'])
  })

  test('does not have its bad identifier, set or token repeated', async () => {
    const bad = '%22%3E%3Cscript%3E'
    for (const query of [
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=${bad}`,
      `verb=ListRecords&metadataPrefix=oai_dc&set=${bad}`,
      `verb=ListRecords&resumptionToken=${bad}`,
      `verb=${bad}`,
      `verb=Identify&${bad}=1`,
    ])
      expect(await oai.body(query)).not.toContain('script')
  })

  test('with a token that somebody made is refused, whatever is in it', async () => {
    const id = ids['soil'] ?? ''
    const good = ['1', 'oai_dc', null, null, null, '2026-01-01T00:00:00.000001Z', id, 100]
    const wrong = [
      good.with(0, '2'),
      good.with(1, 'marc'),
      good.with(2, 'x'),
      good.with(4, 'a b'),
      good.with(5, '99999-01-01T00:00:00Z'),
      good.with(6, "x' or 1=1"),
      good.with(7, -1),
      good.slice(1),
    ]
    for (const token of wrong.map(cursorOf))
      expect(await oai.errors(`verb=ListRecords&resumptionToken=${token}`)).toEqual([
        'badResumptionToken',
      ])
    expect(await oai.errors(`verb=ListRecords&resumptionToken=${cursorOf(good)}`)).toEqual([])
  })
})

describe('a harvester', () => {
  test('is told who answers', async () => {
    const body = await oai.body('verb=Identify')
    const facts = ['protocolVersion', 'deletedRecord', 'granularity', 'adminEmail', 'baseURL']
    expect(facts.map((name) => textsAt(body, `//oai:${name}`)[0])).toEqual([
      '2.0',
      'persistent',
      'YYYY-MM-DDThh:mm:ssZ',
      'postmaster@hexi.example.org',
      'https://hexi.example.org/oai',
    ])
    const [earliest = ''] = textsAt(body, '//oai:earliestDatestamp')
    const stamps = textsAt(
      await oai.body('verb=ListIdentifiers&metadataPrefix=oai_dc'),
      '//oai:datestamp',
    )
    expect(stamps.toSorted()[0]).toBe(earliest)
  })

  test('asks by POST as by GET, from any site', async () => {
    const answer = await house.app.request('/oai', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://harvester.example',
        'sec-fetch-site': 'cross-site',
      },
      body: get('soil'),
    })
    expect(answer.status).toBe(200)
    expect(textsAt(await answer.text(), '//dc:title')).toContain('土壤水分')
  })

  test('is shown what everybody may see, whoever asks', async () => {
    for (const token of [undefined, 'demo-curator', 'demo-admin']) {
      const headers = token ? { authorization: `Bearer ${token}` } : undefined
      const { body } = await oai.ask('verb=ListIdentifiers&metadataPrefix=oai_dc', headers)
      expect(textsAt(body, '//oai:identifier')).toEqual([named('soil'), named('oven')])
      for (const hidden of ['draft', 'members', 'institution']) {
        expect(body).not.toContain(ids[hidden])
        const one = await oai.ask(get(hidden), headers)
        expect(textsAt(one.body, '//oai:error/@code')).toEqual(['idDoesNotExist'])
      }
    }
  })

  test('selects by kind, institution and subject, narrow or wide', async () => {
    const inSet = async (set: string) =>
      textsAt(
        await oai.body(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=${set}`),
        '//oai:identifier',
      )
    const [soil, oven] = [named('soil'), named('oven')]
    expect(await inSet('kind:dataset')).toEqual([soil])
    expect(await inSet('kind:instrument')).toEqual([oven])
    expect(await inSet(`institution:${house.own}`)).toEqual([soil, oven])
    expect(await inSet('subject:170')).toEqual([soil])
    expect(await inSet('subject:170:170.45')).toEqual([soil])
    expect(await inSet('subject:170:170.45:170.4510')).toEqual([soil])
    expect(await inSet('subject:170:170.15')).toEqual([])
    const { body } = await oai.ask('verb=ListSets')
    const sets = textsAt(body, '//oai:setSpec')
    expect(sets).toContain('kind:dataset')
    expect(sets).toContain(`institution:${house.own}`)
    expect(sets).not.toContain(`institution:${house.other}`)
    expect(new Set(sets).size).toBe(sets.length)
    const header = textsAt(await oai.body(get('soil')), '//oai:setSpec')
    for (const set of header) expect(sets).toContain(set)
  })

  test('finds by seconds and by days, both ends included', async () => {
    const [stamp = ''] = textsAt(await oai.body(get('soil')), '//oai:datestamp')
    const found = async (from: string, until: string) =>
      textsAt(
        await oai.body(`verb=ListIdentifiers&metadataPrefix=oai_dc&from=${from}&until=${until}`),
        '//oai:identifier',
      ).length
    expect(await found(stamp, stamp)).toBeGreaterThan(0)
    expect(await found(stamp.slice(0, 10), stamp.slice(0, 10))).toBe(2)
  })
})

test('a new version of its files, or one withdrawn, is a change that harvesters are told of', async () => {
  const dataset = await addDataset(house, { input: { access: 'open' } })
  ids['versions'] = dataset.id
  const at = async () =>
    house.db
      .selectFrom('record')
      .select(['updated_at', 'version'])
      .where('id', '=', dataset.id)
      .executeTakeFirstOrThrow()
  const before = await at()
  await publishVersion(house, await addVersion(house, dataset.id, { files: { 'b.csv': 'b\n' } }))
  const published = await at()
  expect(published.version).toBeGreaterThan(before.version)
  const path = `/api/v1/datasets/${dataset.id}/versions/2/withdrawal`
  const withdrawn = await house.as('demo-curator').post(path, { reason: '数据有误，作废' })
  expect(withdrawn.status).toBe(200)
  expect((await at()).version).toBeGreaterThan(published.version)
})

describe('what is gone', () => {
  const shown = { ...publishable.dataset, title: { zh: '降水' } }

  test('was withdrawn, and is a deleted header for ever', async () => {
    const id = await house.add('dataset', shown)
    ids['rain'] = id
    const withdrawn = await house
      .as('demo-curator')
      .post(`/api/v1/datasets/${id}/withdrawal`, { reason: '读数有误，作废' })
    expect(withdrawn.status).toBe(200)
    const body = await oai.body(get('rain'))
    expect(textsAt(body, '//oai:header/@status')).toEqual(['deleted'])
    expect(textsAt(body, '//oai:metadata')).toEqual([])
    expect(body).not.toContain('降水')
    const list = await oai.body('verb=ListRecords&metadataPrefix=oai_datacite')
    expect(textsAt(list, '//oai:header[@status]/oai:identifier')).toEqual([named('rain')])
    const formats = `verb=ListMetadataFormats&identifier=${named('rain')}`
    expect(await oai.errors(formats)).toEqual(['noMetadataFormats'])
  })

  test('is for members only now: a deleted header, until everybody may see it again', async () => {
    ids['snow'] = await house.add('dataset', shown)
    expect(await edit(ids['snow'], { audience: 'members' })).toBe(200)
    expect(await statusOf('snow')).toEqual(['deleted'])
    expect(await edit(ids['snow'], { audience: 'institution' })).toBe(200)
    expect(await statusOf('snow')).toEqual(['deleted'])
    expect(await edit(ids['snow'], { audience: 'public' })).toBe(200)
    expect(await statusOf('snow')).toEqual([])
  })

  test('was never public: nothing is told of it', async () => {
    expect(await edit(ids['members'] ?? '', { audience: 'institution' })).toBe(200)
    expect(await statusOf('members')).toEqual(['idDoesNotExist'])
  })
})

test('a mailbox at this machine is none that somebody could write to', () => {
  expect(adminMailbox(undefined, 'http://127.0.0.1:8787')).toBe('postmaster@hexi.invalid')
  expect(adminMailbox('Hexi <hexi@localhost>', 'http://localhost')).toBe('postmaster@hexi.invalid')
  expect(adminMailbox('Hexi <hexi@example.org>', 'http://localhost')).toBe('hexi@example.org')
  expect(adminMailbox(undefined, 'https://hexi.example.org')).toBe('postmaster@hexi.example.org')
})
