import { describe, expect, test } from 'vitest'
import { newestLetter, somebody } from '../support/people.ts'
import { scene } from '../people/scene.ts'

const ada = 'ada@lab.example'
const evil = { host: 'evil.example' }

const publicly = { baseUrl: 'https://hexi.example.org', ownHostOnly: true }

describe('with a public address', () => {
  test.each(['evil.example', 'hexi.example.org.evil.example', 'evil.example:443', '10.0.0.7', '@'])(
    'a request to %s is refused on pages and in the API',
    async (host) => {
      await using s = await scene(publicly)
      for (const path of ['/', '/forgot', '/api/v1/records', '/calendar/x.ics', '/oai'])
        expect((await s.ask('GET', path, { headers: { host } })).status).toBe(421)
      const refused = await s.ask('GET', '/api/v1/records', { headers: { host } })
      expect(refused.headers.get('content-type')).toBe('application/problem+json')
    },
  )

  test.each(['hexi.example.org', 'HEXI.example.org:443', 'localhost:8787', '127.0.0.1', '[::1]:1'])(
    'one to %s is answered',
    async (host) => {
      await using s = await scene(publicly)
      expect((await s.ask('GET', '/api/v1/records', { headers: { host } })).status).toBe(200)
    },
  )

  test('monitors ask by any name', async () => {
    await using s = await scene(publicly)
    expect((await s.ask('GET', '/healthz', { headers: evil })).status).toBe(200)
    expect((await s.ask('GET', '/readyz', { headers: evil })).status).not.toBe(421)
    expect((await s.ask('GET', '/metrics', { headers: evil })).status).not.toBe(421)
  })
})

test('no link in a letter leads to where a request was sent to', async () => {
  await using s = await scene({ baseUrl: 'http://127.0.0.1:8787' })
  await somebody(s.services, { email: ada })
  const asked = await s.ask('POST', '/forgot', { form: { email: ada }, headers: evil })
  expect(asked.status).toBe(200)
  const letter = await newestLetter(s.services, ada)
  expect(letter?.body).toContain('http://127.0.0.1:8787/reset/')
  expect(letter?.body).not.toContain('evil.example')
})

test('nor does the address of a calendar feed, or of a page', async () => {
  await using s = await scene({ baseUrl: 'http://127.0.0.1:8787' })
  await somebody(s.services, { email: ada })
  const cookie = await s.signIn(ada)
  const made = await s.ask('POST', '/api/v1/calendar-feeds', {
    cookie,
    json: { kind: 'person' },
    headers: evil,
  })
  expect(await made.text()).toContain('"http://127.0.0.1:8787/calendar/')
  const html = await (await s.ask('GET', '/', { headers: evil })).text()
  expect(html).not.toContain('evil.example')
})
