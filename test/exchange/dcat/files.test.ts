import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDataset } from '../../datasets/scene.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { hasShared } from '../../support/xsd.ts'
import { harvester } from '../oai/scene.ts'
import { shapes, violationsIn } from './shapes.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ baseUrl: 'https://hexi.test' })
  await addDataset(house, { input: { access: 'open' }, files: { 'data/open.csv': 'a,b\n1,2\n' } })
  for (const [name, input] of Object.entries({
    registered: { access: 'registered' },
    asked: { access: 'on_request' },
    closed: { access: 'closed' },
    embargoed: { access: 'open', protected: true, protectedUntil: '2999-01-01' },
    members: { access: 'open', audience: 'members' },
    institution: { access: 'open', audience: 'institution' },
  }))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await addDataset(house, { input, files: { [`data/secret-${name}.csv`]: `${name}\n` } })
  await addDataset(house, { state: 'draft', files: { 'data/secret-draft.csv': 'draft\n' } })
})
afterAll(async () => house[Symbol.asyncDispose]())

const doors = [
  '/dcat.ttl',
  '/dcat.jsonld',
  '/oai?verb=ListRecords&metadataPrefix=oai_dc',
  '/oai?verb=ListRecords&metadataPrefix=oai_datacite',
]

test('an open file is there with its size, its hash and where it is', async () => {
  const text = await (await house.as().get('/dcat.ttl')).text()
  expect(text).toContain('"data/open.csv"')
  expect(text).toContain('dcat:byteSize "8"^^xsd:nonNegativeInteger')
  const sha256 = createHash('sha256').update('a,b\n1,2\n').digest('hex')
  expect(text).toContain(`spdx:checksumValue "${sha256}"^^xsd:hexBinary`)
  expect(text).toContain('<https://www.iana.org/assignments/media-types/text/csv>')
  expect(text).toMatch(/dcat:downloadURL <https:\/\/hexi\.test\/[^>]+>/)
})

test('nothing of a file that a guest may not have is harvested by any door, whoever asks', async () => {
  for (const token of [undefined, 'demo-curator', 'demo-admin'])
    for (const door of doors) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await house.as(token).get(door)
      expect(answer.status).toBe(200)
      // oxlint-disable-next-line no-await-in-loop -- the same
      const text = await answer.text()
      expect(text).not.toContain('secret')
      for (const name of ['registered', 'asked', 'closed', 'embargoed', 'members', 'draft'])
        expect(text).not.toContain(createHash('sha256').update(`${name}\n`).digest('hex'))
    }
  const { body } = await harvester(house.app).ask('verb=ListIdentifiers&metadataPrefix=oai_dc')
  expect(body.match(/<header>/g)).toHaveLength(5)
})

test.runIf(hasShared(shapes))('files are valid by the shapes of DCAT-AP too', async () => {
  expect(await violationsIn(await (await house.as().get('/dcat.ttl')).text())).toEqual([])
})
