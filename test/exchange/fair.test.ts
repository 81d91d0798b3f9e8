import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FairAnswer } from '../../src/exchange/fair/model.ts'
import { checkFair, type FairFacts, pointsOf } from '../../src/exchange/fair/rules.ts'
import { fairTests } from '../../src/exchange/fair/words.ts'
import { addDataset } from '../datasets/scene.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { sharedData } from '../support/xsd.ts'
import { full } from './full.ts'

const facts: FairFacts = { one: full, isPublic: true, isRegistered: true, files: full.files }
const missed = (changes: Partial<FairFacts>) =>
  checkFair({ ...facts, ...changes }).flatMap(({ test: name, passed }) => (passed ? [] : name))

const metrics = `${sharedData}/fuji/fuji_server/yaml/metrics_v0.8.yaml`
test.skipIf(!existsSync(metrics))('the checks are tests of F-UJI 0.8 that it scores', () => {
  const text = readFileSync(metrics, 'utf8')
  const scoreOf = (name: string) => {
    const [, rest = ''] = text.split(`metric_test_identifier: ${name}\n`)
    return Number(/metric_test_score: ([\d.]+)/.exec(rest)?.[1] ?? 0)
  }
  expect(Object.keys(fairTests).filter((name) => scoreOf(name) === 0)).toEqual([])
})

describe('F-UJI’s points', () => {
  test('are 26, and a record with everything has them all', () => {
    expect(pointsOf(checkFair(facts))).toBe(26)
    expect(missed({})).toEqual([])
  })

  const landing = { type: 'URL', value: full.url, uri: full.url } as const
  const cstr = { type: 'CSTR', value: '11738.11.x', uri: 'https://cstr.cn/11738.11.x' } as const
  const files = ['F3-01M-2', 'A1-02MD-2', 'A1.1-01MD-2', 'A1.2-01MD-2', 'R1-01M-2', 'R1.3-02D-1']
  const [file] = full.files
  test.each<[string, Partial<FairFacts>, string[]]>([
    [
      'no identifier of its own',
      { one: { ...full, identifier: landing } },
      ['F1-02MD-1', 'F1-02MD-2'],
    ],
    ['a CSTR alone', { one: { ...full, identifier: cstr } }, ['F1-02MD-1', 'F1-02MD-2']],
    ['a DOI that is not registered', { isRegistered: false }, ['F1-02MD-2', 'A1-02MD-1']],
    [
      'nobody known as its maker',
      { one: { ...full, creators: [] } },
      ['F2-01M-2', 'F2-01M-3', 'R1.2-01M-2'],
    ],
    ['no summary', { one: { ...full, descriptions: [] } }, ['F2-01M-3']],
    ['no licence', { one: { ...full, licences: [] } }, ['R1.1-01M-1']],
    ['nothing related', { one: { ...full, related: [] } }, ['I3-01M-2']],
    ['no file for everybody', { files: [] }, files],
    [
      'files that nobody can name',
      { files: file ? [{ ...file, type: 'application/octet-stream' }] : [] },
      ['R1.3-02D-1'],
    ],
  ])('%s', (_, changes, names) => {
    expect(missed(changes)).toEqual(names.map((name) => `FsF-${name}`))
  })

  test('what is not passed says what to do, and where', () => {
    const open = checkFair({ ...facts, files: [], one: { ...full, licences: [] } })
    expect(
      open
        .filter(({ passed }) => passed)
        .every(({ remedy, link }) => remedy === null && link === null),
    ).toBe(true)
    expect(open.find(({ test: name }) => name === 'FsF-R1.1-01M-1')?.link).toBe(
      `/records/${full.id}/edit#field-rightsList`,
    )
  })
})

describe('a record’s own page of it', () => {
  let house: TestHouse
  let open: string
  let closed: string
  beforeAll(async () => {
    house = await testHouse()
    open = (await addDataset(house, { input: { access: 'open' } })).id
    closed = (await addDataset(house, { input: { access: 'closed' } })).id
  }, 60_000)
  afterAll(async () => house[Symbol.asyncDispose]())

  const fair = async (id: string) =>
    FairAnswer.parse(
      await (await house.as('demo-curator').get(`/api/v1/records/${id}/fair`)).json(),
    )

  test('is for who keeps the record', async () => {
    for (const path of [`/records/${open}/fair`, `/api/v1/records/${open}/fair`]) {
      expect((await house.as('demo-curator').get(path)).status).toBe(200)
      expect((await house.as('demo-outsider').get(path)).status).toBe(403)
      expect((await house.as().get(path)).status).toBe(path.startsWith('/api') ? 401 : 303)
    }
  })

  test('counts what the public sees, not what its keeper does', async () => {
    const passes = async (id: string) =>
      (await fair(id)).checks.find(({ test: name }) => name === 'FsF-F3-01M-2')?.passed
    expect(await passes(open)).toBe(true)
    expect(await passes(closed)).toBe(false)
    expect((await fair(open)).of).toBe(26)
  })
})
