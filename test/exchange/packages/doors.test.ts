import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { previewFile } from '../../../src/previews/actions.ts'
import { systemContext } from '../../../src/jobs.ts'
import { childPreviews } from '../../../src/ports/previews.child.node.ts'
import { filesIn } from '../../../src/ports/archive.ts'
import { addDataset, type SceneDataset } from '../../datasets/scene.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

const files = {
  'data/day.csv': 'station,day,value\n001,2024-01-01,1.5\n002,2024-01-02,2\n',
  'read me, 读我.txt': '说明\n',
}

let house: TestHouse
let open: SceneDataset
beforeAll(async () => {
  house = await testHouse()
  open = await addDataset(house, { input: { access: 'open' }, files })
})
afterAll(async () => house[Symbol.asyncDispose]())

const Crate = z.object({
  '@graph': z.array(z.looseObject({ '@id': z.string(), '@type': z.unknown() })),
})
const door = (id: string, extension: string) => `/records/${id}.${extension}`
const extensions = ['ro-crate.json', 'ro-crate.zip', 'datapackage.json', 'croissant.json']

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

async function unpacked(answer: Response) {
  const bytes = await bytesOf(answer)
  expect(answer.headers.get('content-length')).toBe(String(bytes.length))
  const entries = filesIn(bytes) ?? []
  return new Map(
    await Promise.all(
      entries.map(async ({ name, read }) => [name, await read()] as [string, Uint8Array]),
    ),
  )
}

const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

describe('a dataset that is open', () => {
  test('is a crate with its files, their names and their bytes', async () => {
    const answer = await house.as().get(door(open.id, 'ro-crate.zip'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const entries = await unpacked(answer)
    expect([...entries.keys()]).toEqual([
      'ro-crate-metadata.json',
      'ro-crate-preview.html',
      'data/data/day.csv',
      'data/read me, 读我.txt',
    ])
    expect(text(entries.get('data/data/day.csv'))).toBe(files['data/day.csv'])
    const graph = Crate.parse(JSON.parse(text(entries.get('ro-crate-metadata.json'))))['@graph']
    const described = graph.filter((entity) => entity['@type'] === 'File')
    for (const entity of described) {
      const bytes = entries.get(decodeURIComponent(entity['@id']))
      expect(entity).toMatchObject({
        sha256: createHash('sha256')
          .update(bytes ?? '')
          .digest('hex'),
        contentSize: String(bytes?.length),
      })
    }
    expect(described).toHaveLength(2)
  })

  test('is a crate on the web, a data package and a Croissant, with addresses that answer the bytes', async () => {
    for (const extension of extensions.filter((one) => one.endsWith('.json'))) {
      const answer = await house.as().get(door(open.id, extension))
      expect(answer.status).toBe(200)
      const written = await answer.text()
      const [address = ''] = /http:\/\/hexi\.test(\/api\/v1\/[^"]+\/content)/.exec(written) ?? []
      const path = address.replace('http://hexi.test', '')
      expect((await house.as().get(path)).status).toBe(200)
      expect(written).toContain(createHash('sha256').update(files['data/day.csv']).digest('hex'))
    }
  })

  test('names the columns of its tables once they were looked at', async () => {
    const [object] = await house.db
      .selectFrom('dataset_file')
      .where('version_id', '=', open.versionId)
      .where('path', '=', 'data/day.csv')
      .select('object_id as objectId')
      .execute()
    const ctx = systemContext(house.services, 'preview_file')
    const previews = childPreviews()
    await previewFile({ ...ctx, previews }, { objectId: object?.objectId ?? '', name: 'day.csv' })
    const written: unknown = await (await house.as().get(door(open.id, 'datapackage.json'))).json()
    expect(written).toMatchObject({
      resources: [
        {
          schema: {
            fields: [
              { name: 'station', type: 'string' },
              { name: 'day', type: 'date' },
              { name: 'value', type: 'number' },
            ],
          },
        },
        {},
      ],
    })
    const croissant: unknown = await (await house.as().get(door(open.id, 'croissant.json'))).json()
    expect(croissant).toMatchObject({ recordSet: [{ field: [{ name: 'station' }, {}, {}] }] })
  })
})

describe('a dataset whose files are not for the viewer', () => {
  const secret = 'secret-name.csv'
  const closed = async (input: object) =>
    addDataset(house, { input, files: { [secret]: 'secretcolumn\n1\n' } })

  test.each([
    ['asks for signing in', { access: 'registered' }],
    ['asks for a request', { access: 'on_request' }],
    ['is closed', { access: 'closed' }],
    ['is under embargo', { access: 'open', protected: true, protectedUntil: '2999-01-01' }],
  ])('because it %s says nothing of them at any door', async (_, input) => {
    const { id } = await closed(input)
    const hash = createHash('sha256').update('secretcolumn\n1\n').digest('hex')
    for (const extension of extensions) {
      const answer = await house.as().get(door(id, extension))
      expect(answer.status).toBe(extension === 'datapackage.json' ? 409 : 200)
      const said = text(await bytesOf(answer))
      for (const fact of [secret, 'secretcolumn', hash]) expect(said).not.toContain(fact)
    }
    const curator = await house.as('demo-curator').get(door(id, 'datapackage.json'))
    expect(await curator.text()).toContain(secret)
  })

  test('because its terms are not accepted has addresses in its crate, and no bytes', async () => {
    const { id } = await addDataset(house, {
      input: { access: 'open' },
      terms: { zh: '不得转发' },
      files: { 'a.csv': 'inside\n' },
    })
    const entries = await unpacked(await house.as().get(door(id, 'ro-crate.zip')))
    expect([...entries.keys()]).toEqual(['ro-crate-metadata.json', 'ro-crate-preview.html'])
    expect(text(entries.get('ro-crate-metadata.json'))).toContain('/content')
  })

  test('because it is a draft, withdrawn, of members or of another kind is not there', async () => {
    const draft = await addDataset(house, { state: 'draft', files: { [secret]: 'x' } })
    const gone = await closed({ access: 'open' })
    const withdrawn = await house
      .as('demo-curator')
      .post(`/api/v1/datasets/${gone.id}/withdrawal`, { reason: '有误，已撤回' })
    expect(withdrawn.status).toBe(200)
    const members = await closed({ access: 'open', audience: 'institution' })
    for (const [id, status] of [
      [draft.id, 404],
      [gone.id, 409],
      [members.id, 404],
    ] as const)
      for (const extension of extensions)
        for (const token of [undefined, 'demo-outsider'] as const) {
          const answer = await house.as(token).get(door(id, extension))
          expect([id, extension, answer.status]).toEqual([id, extension, status])
        }
    expect((await house.as().get('/records/0-0.ro-crate.json')).status).toBe(404)
  })

  test('because one is damaged is refused as a packed crate, rather than come short', async () => {
    const { id, versionId } = await addDataset(house, {
      input: { access: 'open' },
      files: { 'a.csv': 'a', 'b.csv': 'b' },
    })
    const { key } = await house.db
      .selectFrom('dataset_file')
      .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
      .where('version_id', '=', versionId)
      .where('path', '=', 'b.csv')
      .select('key')
      .executeTakeFirstOrThrow()
    await house.services.objects.remove(key)
    const answer = await house.as().get(door(id, 'ro-crate.zip'))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('b.csv')
  })
})

test('a packed crate is counted as a download, its description is not', async () => {
  const counted = async () =>
    (
      await house.db
        .selectFrom('dataset_use')
        .selectAll()
        .where('record_id', '=', open.id)
        .execute()
    ).length
  const before = await counted()
  await house.as('demo-pi').get(door(open.id, 'ro-crate.json'), browser)
  expect(await counted()).toBe(before)
  await house.as('demo-pi').get(door(open.id, 'ro-crate.zip'), browser)
  expect(await counted()).toBe(before + 1)
})
