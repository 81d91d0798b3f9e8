import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createJobs } from '../../../src/jobs.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { utf8 } from '../encoded.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

const Answer = z.looseObject({
  id: z.string(),
  state: z.string(),
  understood: z.string().nullable(),
  failure: z.string().nullable(),
  rows: z.object({ total: z.int(), accepted: z.int(), unchanged: z.int(), rejected: z.int() }),
  problems: z.array(z.looseObject({ field: z.string(), code: z.string(), detail: z.string() })),
  changed: z.array(z.looseObject({ field: z.string(), typed: z.string(), value: z.string() })),
})

const english = { cookie: 'hexi_lang=en' }
const curator = () => house.as('demo-curator')

/** Sends a file, lets its job run, and answers what became of it. */
async function imported(content: string | object, fields: Record<string, string> = {}) {
  const form = new FormData()
  const asked = { kind: 'dataset', publish: 'true', ...fields }
  for (const [name, value] of Object.entries(asked)) if (value !== '') form.set(name, value)
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  form.set('file', new File([Uint8Array.from(utf8(text))], 'metadata'))
  const sent = await curator().post('/api/v1/imports', form)
  expect(sent.status).toBe(202)
  const { id } = Answer.parse(await sent.json())
  await createJobs(house.services).run_import({ importId: id })
  return Answer.parse(await (await curator().get(`/api/v1/imports/${id}`, english)).json())
}

/** A record as its curator reads it, by its English or Chinese title. */
async function record(title: string) {
  const { id } = await house.db
    .selectFrom('record')
    .where((eb) => eb.or([eb('title_en', '=', title), eb('title_zh', '=', title)]))
    .select('id')
    .executeTakeFirstOrThrow()
  return z
    .looseObject({ id: z.string() })
    .parse(await (await curator().get(`/api/v1/datasets/${id}`)).json())
}

const examples = new URL(
  '../../../../shared/data/datasets/datacite/kernel-4.7/example/',
  import.meta.url,
)
const absent = !existsSync(examples)
if (absent) console.warn(`SKIPPED: the examples of DataCite are not at ${examples.pathname}`)

const datacite = (changes: object = {}) => ({
  doi: '10.5072/imported',
  titles: [{ title: 'Imported by DOI' }],
  creators: [{ name: 'Zhang, San' }],
  publisher: 'LZU',
  publicationYear: 2025,
  types: { resourceTypeGeneral: 'Dataset' },
  ...changes,
})

describe('metadata that is imported', () => {
  test.skipIf(absent)('makes a published dataset of DataCite’s full example, once', async () => {
    const file = readFileSync(new URL('datacite-example-full-v4.xml', examples), 'utf8')
    const checked = await imported(file, { dryRun: 'true' })
    expect(checked.rows).toEqual({ total: 1, accepted: 1, unchanged: 0, rejected: 0 })
    const done = await imported(file)
    expect(done).toMatchObject({
      understood: 'DataCite metadata, datasets: 1',
      rows: { total: 1, accepted: 1, unchanged: 0, rejected: 0 },
      problems: [],
      changed: [],
    })
    expect(await record('Example Title')).toMatchObject({
      visibility: 'published',
      identifiers: [{ scheme: 'doi', value: '10.82433/B09Z-4K37' }],
      summary: { en: 'Example Abstract' },
      publicationYear: 2024,
      creators: [{ name: 'ExampleFamilyName, ExampleGivenName' }, { name: 'ExampleOrganization' }],
      rightsList: [{ rightsIdentifier: 'CC-BY-4.0' }],
    })
    const again = await imported(file)
    expect(again.rows).toEqual({ total: 1, accepted: 0, unchanged: 1, rejected: 0 })
    const undone = await curator().post(`/api/v1/imports/${done.id}/reversal`)
    expect(undone.status).toBe(200)
    await expect(record('Example Title')).rejects.toThrow('no result')
  })

  test('changes the dataset of its DOI, whatever its title is then, and keeps what was registered here', async () => {
    await imported(datacite())
    const { id } = await record('Imported by DOI')
    await house.db
      .insertInto('record_identifier')
      .values({ record_id: id, scheme: 'cstr', value: '31253.11.hexi.1', position: 1 })
      .execute()
    const done = await imported(datacite({ titles: [{ title: 'Renamed' }], version: '2' }))
    expect(done.rows).toMatchObject({ accepted: 1, rejected: 0 })
    expect(await record('Renamed')).toMatchObject({
      id,
      datasetVersion: '2',
      identifiers: [
        { scheme: 'doi', value: '10.5072/imported' },
        { scheme: 'cstr', value: '31253.11.hexi.1' },
      ],
    })
  })

  test('leaves out what a field does not take, and names it', async () => {
    const { rows, changed, problems } = await imported(
      datacite({
        doi: '10.5072/odd',
        titles: [{ title: 'Odd values' }],
        publicationYear: 2025,
        language: 'tlh',
        rightsList: [{ rights: 'Mine', rightsUri: 'not an address' }],
        relatedIdentifiers: [
          { relatedIdentifier: '10.1/x', relatedIdentifierType: 'DOI', relationType: 'Adores' },
        ],
        horoscope: 'Leo',
      }),
    )
    expect(rows).toMatchObject({ accepted: 1 })
    expect(changed).toEqual([
      { row: 1, field: 'language', typed: 'tlh', value: '' },
      { row: 1, field: 'rightsList.0.rightsUri', typed: 'not an address', value: '' },
      { row: 1, field: 'relatedIdentifiers.0.relationType', typed: 'Adores', value: '' },
    ])
    expect(problems).toMatchObject([{ field: 'horoscope', code: 'left_out' }])
    expect(await record('Odd values')).toMatchObject({ rightsList: [{ rights: 'Mine' }] })
  })

  test('without what publication needs is returned, naming each field, and goes in as a draft', async () => {
    const bare = datacite({
      doi: '10.5072/bare',
      titles: [{ title: 'Bare' }],
      creators: [],
      publicationYear: null,
    })
    const { rows, problems } = await imported(bare)
    expect(rows).toMatchObject({ accepted: 0, rejected: 1 })
    expect(problems.map(({ field }) => field)).toEqual(['publicationYear', 'creators'])
    expect((await imported(bare, { publish: 'false' })).rows.accepted).toBe(1)
  })

  test('is of datasets: another kind is refused in words, and the format says the kind', async () => {
    const refused = await imported(datacite(), { kind: 'accession' })
    expect(refused).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('Choose “Dataset” as the kind'),
    })
    const told = await imported(datacite(), { kind: '', format: 'datacite' })
    expect(told).toMatchObject({ kind: 'dataset', state: 'done' })
  })
})

describe('a table of many datasets', () => {
  test('has names of DataCite and NCDC as headers, people by their names, and JSON where more is to be said', async () => {
    const header =
      'DOI,Title,title_cn,Creator,contributors,Publisher,PublicationYear,ResourceTypeGeneral,Subject,Description,Rights,access,relatedIdentifiers'
    const related =
      '"[{""relationType"":""Cites"",""relatedIdentifier"":""10.1/a"",""relatedIdentifierType"":""DOI""}]"'
    const done = await imported(
      [
        header,
        `10.5072/t1,Table one,表一,张三、李四,,LZU,2020,Dataset,soil;water,About one,CC-BY-4.0,open,${related}`,
        '10.5072/t2,Table two,表二,"Wang, Wu; Zhao, Liu",Qian Qi,LZU,2021,Dataset,,,See the letter,登录获取,',
        '10.5072/t1,Table one again,,Sun Ba,,LZU,2020,Dataset,,,,,',
        '10.5072/t4,Table four,,Sun Ba,,LZU,2020,Painting,,,,,"[{""wrong"":1}]"',
      ].join('\n'),
    )
    expect(done.rows).toEqual({ total: 4, accepted: 2, unchanged: 0, rejected: 2 })
    expect(done.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'identifiers duplicate_in_file',
      'resourceTypeGeneral unknown_code',
      'relatedIdentifiers unknown_column',
    ])
    expect(await record('Table one')).toMatchObject({
      title: { zh: '表一', en: 'Table one' },
      creators: [{ name: '张三' }, { name: '李四' }],
      keywords: ['soil', 'water'],
      summary: { en: 'About one' },
      access: 'open',
      rightsList: [{ rightsIdentifier: 'CC-BY-4.0' }],
      relatedIdentifiers: [{ relationType: 'Cites' }],
    })
    expect(await record('Table two')).toMatchObject({
      creators: [{ name: 'Wang, Wu' }, { name: 'Zhao, Liu' }],
      contributors: [{ contributorType: 'Other', name: 'Qian Qi' }],
      access: 'registered',
      rightsList: [{ rights: 'See the letter' }],
    })
  })
})
