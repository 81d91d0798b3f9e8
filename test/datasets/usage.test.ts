import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import { Temporal } from '../../src/core/time.ts'
import { isRobot, visitorOf } from '../../src/datasets/usage/rules.ts'
import { testHouse } from '../support/house.ts'
import { addDataset } from './scene.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const wechat =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50'

async function houseAt() {
  const clock = { now: Temporal.Instant.from('2026-11-25T00:30:00Z') }
  const house = await testHouse({ now: () => clock.now })
  const d = await addDataset(house, {
    input: { access: 'open' },
    files: { 'a.csv': 'a,b\n', 'b.csv': 'c,d\n' },
  })
  const files = `/api/v1/datasets/${d.id}/versions/1/files`
  const { items } = await (await house.as().get(files)).json()
  const [first, second] = items.map(({ id }: { id: string }) => `${files}/${id}/content`)
  const get = async (path: string, headers: Record<string, string> = {}, who?: string) =>
    (await house.as(who).get(path, { 'user-agent': firefox, ...headers })).arrayBuffer()
  const usage = async () => (await house.as().get(`/api/v1/datasets/${d.id}/usage`)).json()
  const pass = (duration: Temporal.DurationLike) => {
    clock.now = clock.now.add(duration)
  }
  return Object.assign(house, { clock, d, first, second, get, usage, pass })
}

const counts = (
  investigations: number,
  uniqueInvestigations: number,
  requests: number,
  uniqueRequests: number,
) => ({ investigations, uniqueInvestigations, requests, uniqueRequests })

test('a double click within thirty seconds is one download, and a third that follows it too', async () => {
  await using house = await houseAt()
  for (const seconds of [0, 20, 20, 40]) {
    house.pass({ seconds })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await house.get(house.first)
  }
  expect((await house.usage()).total).toEqual(counts(2, 1, 2, 1))
})

test('visitors are told apart by who signed in, or by address and program; unique is once an hour', async () => {
  await using house = await houseAt()
  await house.get(house.first)
  await house.get(house.second)
  await house.get(house.first, { 'user-agent': wechat })
  await house.get(house.first, {}, 'demo-pi')
  await house.get(house.first, { 'user-agent': wechat }, 'demo-pi')
  expect((await house.usage()).total).toEqual(counts(4, 3, 4, 3))
  house.pass({ hours: 1 })
  await house.get(house.first)
  expect((await house.usage()).total).toEqual(counts(5, 4, 5, 4))
})

test('robots, heads, what goes on in the middle, and what is refused are no downloads', async () => {
  await using house = await houseAt()
  await house.get(house.first, { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
  await house.get(house.first, { 'user-agent': '' })
  await house.get(house.first, { range: 'bytes=2-' })
  await house.app.request(house.first, { method: 'HEAD', headers: { 'user-agent': firefox } })
  await house.get(`${house.first}x`)
  expect((await house.usage()).total).toEqual(counts(0, 0, 0, 0))
  await house.get(house.first, { range: 'bytes=0-1' })
  house.pass({ minutes: 1 })
  await house.get(house.first, { 'user-agent': 'Wget/1.24.5' })
  await house.get(`/api/v1/datasets/${house.d.id}/versions/1/archive.zip`)
  expect((await house.usage()).total.requests).toBe(3)
})

test('a day that is over is counted once; nothing says any more who it was', async () => {
  await using house = await houseAt()
  await house.get(house.first)
  house.pass({ minutes: 5 })
  await house.get(house.first)
  const before = await house.usage()
  const count = async () => createJobs(house.services).count_usage({})
  await count()
  expect(await house.db.selectFrom('dataset_use').selectAll().execute()).toHaveLength(2)
  house.clock.now = Temporal.Instant.from('2026-12-01T00:30:00Z')
  await count()
  await count()
  expect(await house.usage()).toEqual(before)
  expect(await house.db.selectFrom('dataset_use').selectAll().execute()).toEqual([])
  expect(await house.db.selectFrom('usage_salt').selectAll().execute()).toEqual([])
  await house.get(house.second)
  expect(await house.usage()).toMatchObject({
    total: counts(3, 2, 3, 2),
    months: [
      { month: '2026-12', requests: 1 },
      { month: '2026-11', requests: 2 },
    ],
  })
})

test('no address of the network, no program and no person is kept with a use', async () => {
  await using house = await houseAt()
  await house.get(house.first, {}, 'demo-pi')
  const [use] = await house.db.selectFrom('dataset_use').selectAll().execute()
  expect(Object.keys(use ?? {}).toSorted()).toEqual(
    ['at', 'day', 'id', 'is_request', 'record_id', 'target', 'visitor'].toSorted(),
  )
  const salt = new Uint8Array(32)
  expect(use?.visitor).not.toEqual(visitorOf(salt, [house.people['demo-pi']]))
  expect(visitorOf(salt, ['a', 'b'])).not.toEqual(visitorOf(salt, ['ab']))
})

const list = '../shared/data/datasets/counter/COUNTER_Robots_list.json'

test.skipIf(!existsSync(list))('nearly all that COUNTER calls robots are taken for some', () => {
  const patterns: { pattern: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  const named = patterns.map(({ pattern }) => namedBy(pattern))
  const missed = named.filter(
    (name) => !isRobot(name) && !isRobot(`Mozilla/5.0 (compatible; ${name})`),
  )
  // What is left over are old browsers, programs with which people download, and three names.
  expect(missed.length / named.length).toBeLessThan(0.06)
  expect([firefox, wechat, 'Wget/1.24.5', 'aria2/1.37.0'].filter(isRobot)).toEqual([])
})

/** What a program that a pattern is of may call itself. */
const namedBy = (pattern: string) =>
  pattern
    .replaceAll(/^\^|\$$/g, '')
    .replaceAll(/\(\\s\|\\\+\)|\[\\\+\\s\]|\\s|\\\+/g, ' ')
    .replaceAll(/\\d(?:\{[^}]*\})?|\[0-9\]/g, '1')
    .replaceAll(/\.\?|\(oa\)\?/g, '')
    .replaceAll('[^a]', 'x')
    .replaceAll(/\\(.)/g, '$1')
