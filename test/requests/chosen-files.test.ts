import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesIn } from '../../src/ports/archive.ts'
import { addDataset, type SceneDataset } from '../datasets/scene.ts'
import { aToken, somebody } from '../support/people.ts'
import { inEachBucket } from '../support/stores.ts'
import { type RequestScene, requestScene } from './scene.ts'

const files = {
  'data/a.csv': 'day,value\n2024-01-01,1\n',
  'data/b.csv': 'day,value\n2024-01-02,2\n',
  'data/c.csv': 'day,value\n2024-01-03,3\n',
  'other/d.csv': 'day,value\n2024-01-04,4\n',
  'readme.txt': 'Not asked for',
}
const base = ({ id, number }: SceneDataset) => `/api/v1/datasets/${id}/versions/${number}`

inEachBucket('a request for certain files', (store) => {
  let scene: RequestScene
  beforeAll(async () => {
    scene = await requestScene({ max: 8 }, { objects: store().objects })
  }, 60_000)
  afterAll(async () => scene[Symbol.asyncDispose]())

  type Item = { id: string; name: string }
  const listed = async (d: SceneDataset, as: string): Promise<Item[]> =>
    (await (await scene.as(as).get(`${base(d)}/files`)).json()).items
  const asked = async () => {
    const d = await addDataset(scene, { input: { access: 'on_request' }, files })
    const all = await listed(d, 'demo-curator')
    const chosen = all.filter(({ name }) => name.startsWith('data/'))
    const { id } = await somebody(scene.services, { email: `${crypto.randomUUID()}@asks.test` })
    return { d, all, chosen, token: await aToken(scene.services, id) }
  }
  const given = async () => {
    const made = await asked()
    const target = { versionId: made.d.versionId, fileIds: made.chosen.map(({ id }) => id) }
    const sent = await scene.sent([{ record: made.d.id, target }], made.token)
    const request = await scene.decided(sent, 'approved', {})
    return { ...made, request }
  }
  const status = async (as: string, path: string) => (await scene.as(as).get(path)).status

  test('opens these three and no others, at every door', async () => {
    const { d, all, chosen, token } = await given()
    expect((await listed(d, token)).map(({ name }) => name)).toEqual(chosen.map(({ name }) => name))
    const version = await (await scene.as(token).get(base(d))).json()
    expect(version).toMatchObject({ fileCount: 3 })
    for (const { id, name } of all) {
      const isGiven = name.startsWith('data/')
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      expect([name, await status(token, `${base(d)}/files/${id}/content`)]).toEqual([
        name,
        isGiven ? 200 : 404,
      ])
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect(await status(token, `${base(d)}/files/${id}`)).toBe(isGiven ? 200 : 404)
    }
    for (const path of ['checksums.sha256', 'manifest-sha256.txt', 'urls.txt']) {
      // oxlint-disable-next-line no-await-in-loop -- one list after the other
      const text = await (await scene.as(token).get(`${base(d)}/${path}`)).text()
      expect(text.trim().split('\n')).toHaveLength(3)
    }
    const page = await (
      await scene.as(token).get(`/records/${d.id}/versions/${d.number}?folder=`)
    ).text()
    expect(page).toContain('data')
    expect(page).not.toContain('readme.txt')
  })

  test('the archive has these three, though others are asked for', async () => {
    const { d, all, token } = await given()
    const whole = await scene.as(token).get(`${base(d)}/archive.zip`)
    expect(namesIn(new Uint8Array(await whole.arrayBuffer()))).toEqual([
      'data/a.csv',
      'data/b.csv',
      'data/c.csv',
    ])
    const ids = all.map(({ id }) => id.toUpperCase()).join(',')
    const named = await scene.as(token).get(`${base(d)}/archive.zip?files=${ids}`)
    expect(namesIn(new Uint8Array(await named.arrayBuffer()))).toHaveLength(3)
    const other = all.find(({ name }) => name === 'readme.txt')?.id
    expect(await status(token, `${base(d)}/archive.zip?files=${other}`)).toBe(404)
    expect(await status(token, `${base(d)}/archive.zip?folder=other`)).toBe(404)
    expect(await status('demo-outsider', `${base(d)}/archive.zip`)).toBe(403)
  })

  test('who was given some may ask for others on its page, beside the button that downloads', async () => {
    const { d, all, token } = await given()
    const page = await (await scene.as(token).get(`/records/${d.id}`)).text()
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    expect(main.match(/button-primary/g)).toHaveLength(1)
    expect(main).toContain('class="add-form"')
    const readme = all.find(({ name }) => name === 'readme.txt')?.id ?? ''
    const target = { versionId: d.versionId, fileIds: [readme] }
    const added = await scene.as(token).post('/api/v1/basket/items', { record: d.id, target })
    expect(added.status).toBe(201)
    const { items } = await (await scene.as(token).get('/api/v1/basket')).json()
    expect(items[0]).toMatchObject({ state: 'ready', target })
  })

  test('another request for the rest opens the rest, and one for the version all of it', async () => {
    const { d, all, token } = await given()
    const readme = all.find(({ name }) => name === 'readme.txt')?.id ?? ''
    const more = await scene.sent(
      [{ record: d.id, target: { versionId: d.versionId, fileIds: [readme] } }],
      token,
    )
    await scene.decided(more, 'approved', {})
    expect(await listed(d, token)).toHaveLength(4)
    const whole = await scene.sent([{ record: d.id, target: { versionId: d.versionId } }], token)
    await scene.decided(whole, 'approved', {})
    expect(await listed(d, token)).toHaveLength(5)
  })

  test('is refused where files are not of the version that is named', async () => {
    const { d, chosen, token } = await asked()
    const elsewhere = await addDataset(scene, { input: { access: 'on_request' }, files })
    const [first] = chosen
    for (const target of [
      { fileIds: [first?.id] },
      { versionId: elsewhere.versionId, fileIds: [first?.id] },
      { versionId: d.versionId, fileIds: [] },
      { versionId: d.versionId, fileIds: 'all' },
      { versionId: d.versionId, fileIds: [first?.id, crypto.randomUUID()] },
      { versionId: d.versionId, fileIds: [7] },
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await scene.post('/requests', { items: [{ record: d.id, target }] }, token)
      expect([target, answer.status]).toEqual([target, 422])
    }
  })

  test('the list of what was given names them', async () => {
    const { chosen, token } = await given()
    const { items } = await (await scene.as(token).get('/api/v1/entitlements')).json()
    expect(items[0]).toMatchObject({ version: 1, files: chosen.map(({ id }) => id) })
  })
})

const namesIn = (bytes: Uint8Array) => (filesIn(bytes) ?? []).map((file) => file.name).toSorted()
