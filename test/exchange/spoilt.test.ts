import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { recordFormats } from '../../src/exchange/landing/routes.ts'
import { type DemoScene, demoScene } from './demo.ts'

let scene: DemoScene
let datasets: string[]
/** The records that the log named. */
let named: Set<string>
const error = (facts: object) => {
  // The last resort logs the error of a request too, with its path.
  if ('record' in facts) named.add(String(facts.record))
}
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  scene = await demoScene()
  app = createApp({ ...scene.services, log: { ...scene.services.log, error } })
  const rows = await scene.db
    .selectFrom('record')
    .where('kind', '=', 'dataset')
    .where('visibility', '=', 'published')
    .where('audience', '=', 'public')
    .select('id')
    .orderBy('id')
    .execute()
  datasets = rows.map(({ id }) => id)
}, 300_000)
afterAll(async () => scene[Symbol.asyncDispose]())

const record = (id: string, change: ReturnType<typeof sql>) =>
  sql`update record set ${change} where id = ${id}::uuid`
const dataset = (id: string, change: ReturnType<typeof sql>) =>
  sql`update dataset set ${change} where record_id = ${id}::uuid`

/** What only a hand in the database could have written: no rule of ours lets it in. */
const spoilers: Record<string, (id: string) => ReturnType<typeof sql>> = {
  'a moment of its making that is none': (id) => record(id, sql`created_at = 'infinity'`),
  'a moment of its publication that is none': (id) => record(id, sql`published_at = 'infinity'`),
  'creators of numbers': (id) => dataset(id, sql`creators = '[1, null, [2], {"name": {"a": 1}}]'`),
  'a year after all years': (id) =>
    dataset(id, sql`dates = '[{"date": "99999999", "dateType": "Issued"}]'`),
  'a title that no XML holds': (id) =>
    record(id, sql`title_zh = ${'\u0001\u001b\ufffe'}, title_en = ''`),
  'subjects that are none': (id) =>
    record(id, sql`subjects = ${['\u0001', '"><x>', '170.']}::text[]`),
  'a library with colons': (id) => record(id, sql`library = '::"<'`),
  'an identifier that is none': (id) =>
    sql`insert into record_identifier (record_id, scheme, value, position)
      values (${id}::uuid, 'doi', ${'"> <\u0001'}, 90)`,
}

/** Doors to many records, and how one of them stands there. */
const doors: Record<string, (id: string) => string> = {
  '/oai?verb=ListRecords&metadataPrefix=oai_dc&set=kind:dataset': (id) => `oai:hexi.test:${id}`,
  '/oai?verb=ListRecords&metadataPrefix=oai_datacite&set=kind:dataset': (id) =>
    `oai:hexi.test:${id}`,
  '/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&set=kind:dataset': (id) => `oai:hexi.test:${id}`,
  '/dcat.ttl': (id) => `<https://hexi.test/records/${id}#dataset> a dcat:Dataset`,
  '/dcat.jsonld': (id) => `"@id":"https://hexi.test/records/${id}#dataset"`,
  '/sitemap-0.xml': (id) => `<loc>https://hexi.test/records/${id}</loc>`,
}

const spoilt: string[] = []

describe.each(Object.entries(spoilers))('a dataset with %s', (_, spoil) => {
  test('takes no other with it, by any door, and is named in the log where it is left out', async () => {
    const id = datasets[spoilt.length] ?? ''
    await spoil(id).execute(scene.db)
    spoilt.push(id)
    const others = datasets.slice(spoilt.length)
    expect(others.length).toBeGreaterThan(10)
    for (const [door, standing] of Object.entries(doors)) {
      named = new Set()
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await app.request(door)
      expect([door, answer.status]).toEqual([door, 200])
      // oxlint-disable-next-line no-await-in-loop -- the same
      const text = await answer.text()
      expect([door, others.filter((one) => !text.includes(standing(one)))]).toEqual([door, []])
      const missing = spoilt.filter((one) => !text.includes(standing(one)))
      expect([door, [...named].toSorted()]).toEqual([door, missing.toSorted()])
    }
  })

  test('is answered or refused by itself in each form, and named where it cannot be written', async () => {
    const id = spoilt.at(-1) ?? ''
    const [other = ''] = datasets.slice(spoilt.length)
    const forms = recordFormats.filter(({ kinds }) => kinds?.includes('dataset') ?? true)
    expect(forms.length).toBeGreaterThan(8)
    for (const { extension } of forms) {
      named = new Set()
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status } = await app.request(`/records/${id}${extension}`)
      expect([extension, status, [...named]]).toEqual([
        extension,
        status,
        status === 500 ? [id] : [],
      ])
      // oxlint-disable-next-line no-await-in-loop -- the same
      const beside = await app.request(`/records/${other}${extension}`)
      // A data package has files, and the demo has none.
      expect([extension, beside.status]).toEqual([
        extension,
        extension === '.datapackage.json' ? 409 : 200,
      ])
    }
  })
})
