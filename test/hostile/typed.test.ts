import pMap from 'p-map'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seenText } from '../../src/core/typed-text.ts'
import { momentIn, dayIn } from '../../src/core/time.ts'
import { type FullHouse, fullHouse, idIn } from './scene.ts'

const held: FullHouse[] = []
const errors: unknown[] = []
beforeAll(async () => {
  held.push(await fullHouse(errors))
})
afterAll(() => held[0]?.[Symbol.asyncDispose]())

const house = () => {
  const [one] = held
  if (!one) throw new Error('The scene is not set')
  return one
}
const first = (collection: string) => house().ids.get(collection)?.[0] ?? ''
const get = (path: string, as = 'demo-curator') => house().as(as).get(path)

test('what nobody sees is left out of a text, and what is seen of any script stays', () => {
  expect(seenText('\u202egnp.exe')).toBe('gnp.exe')
  expect(seenText('\u2066a\u2069\u200bb\ufeff')).toBe('ab')
  expect(seenText('\u200b\u200d\u2060')).toBe('')
  expect(seenText('a\tb\r\nc\u0007')).toBe('a\tb\r\nc')
  expect(seenText('👩‍🔬 می‌خواهم 𠮷')).toBe('👩‍🔬 می‌خواهم 𠮷')
})

test('a moment and a day are of the years 1 to 9999', () => {
  expect(momentIn('0001-01-01T00:00Z')).toBeDefined()
  expect(momentIn('9999-12-31T23:59:59Z')).toBeDefined()
  for (const text of ['0000-12-31T23:59Z', '+010000-01-01T00:00Z', '-000001-01-01T00:00Z', 'x'])
    expect(momentIn(text)).toBeUndefined()
  expect(dayIn('2024-02-29')).toBeDefined()
  for (const text of ['0000-01-01', '2023-02-29', '20240229', '10000-01-01', undefined])
    expect(dayIn(text)).toBeUndefined()
})

test.for(['\u0000', '\ud800'])(
  'a text with %j is refused by the name of its field',
  async (bad) => {
    const answer = await house()
      .as('demo-curator')
      .patch(
        `/api/v1/instruments/${first('instruments')}`,
        { title: { en: `a${bad}` } },
        { 'if-match': '*' },
      )
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ issues: [{ path: 'title.en' }] })
  },
)

test('a name is kept without what nobody sees, in one line', async () => {
  const made = await house()
    .as('demo-admin')
    .post('/api/v1/labs', {
      institution: house().own,
      name: { en: '\u202eSoil\r\n \u200blab', zh: '\u200b' },
    })
  expect(made.status).toBe(201)
  const lab = await get(`/api/v1/labs/${idIn(await made.text())}`)
  expect(await lab.json()).toMatchObject({ name: { en: 'Soil lab', zh: null } })
  const unseen = await house()
    .as('demo-admin')
    .post('/api/v1/labs', { institution: house().own, name: { en: '\u200b\u200d' } })
  expect(unseen.status).toBe(422)
})

test('JSON that is nested a hundred thousand times is refused unread', async () => {
  const body = `{"purpose":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const answer = await house().app.request(`/api/v1/instruments/${first('instruments')}/bookings`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-researcher', 'content-type': 'application/json' },
    body,
  })
  expect(answer.status).toBe(400)
})

const hostile = [
  '%00',
  '0',
  '0000-01-01',
  '+275760-09-13T00%3A00Z',
  '2020..2010',
  '4904..',
  '1e308',
  '%ED%A0%80',
  'WzFlMzA4XQ',
]
const parameter = /:\w+(\{[^}]*\})?/g
const names = [
  'q',
  'after',
  'from',
  'to',
  'year',
  'date',
  'day',
  'institution',
  'lab',
  'instrument',
  'start',
  'end',
  'minutes',
  'view',
  'taxon',
  'bbox',
  'polygon',
  'page',
  'kind',
  'month',
  'zone',
  'what',
  'hour',
  'series',
  'limit',
  'email',
  'next',
  'token',
  'part',
]

test('no page answers a hostile address with a fault', { timeout: 90_000 }, async () => {
  const { app } = house()
  const paths = app.routes
    .filter(
      ({ method, path }) => method === 'GET' && !path.startsWith('/api/') && !path.includes('*'),
    )
    .map(({ path }) => path)
  const faults = new Set<string>()
  let asked = 0
  const ask = async (address: string) => {
    asked += 1
    const answer = await app.request(address, { headers: { authorization: 'Bearer demo-curator' } })
    if (answer.status >= 500 && !address.startsWith('/readyz'))
      faults.add(`${answer.status} ${address} ${String(errors.at(-1)).slice(0, 400)}`)
  }
  for (const [number, path] of [...new Set(paths)].entries()) {
    const real = path.replaceAll(parameter, (_, shape?: string) =>
      shape ? 'x' : first(path.split('/')[1] ?? '') || 'x',
    )
    // A page without a parameter in its path is the same for every value.
    const addresses = new Set([
      ...hostile.map((value) => path.replaceAll(parameter, value)),
      ...names.map((name, at) => `${real}?${name}=${hostile[(number + at) % hostile.length]}`),
    ])
    // oxlint-disable-next-line no-await-in-loop -- one page after the other; the database answers while it is drawn
    await pMap(addresses, ask, { concurrency: 6 })
  }
  console.log(`${asked} addresses of ${new Set(paths).size} pages`)
  expect([...faults]).toEqual([])
})
