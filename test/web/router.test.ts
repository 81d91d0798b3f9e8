import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { RememberingRouter } from '../../src/web/router.ts'

test('an address that comes again has the same handlers and its own parameters', async () => {
  const app = new Hono({ router: new RememberingRouter() })
    .use('/records/*', async (c, next) => {
      c.header('x-passed', 'yes')
      await next()
    })
    .get('/records/:id', (c) => c.json({ ...c.req.param(), ...c.req.query() }))
    .get('/records/:id/:part{[a-z]+}', (c) => c.json(c.req.param()))
    .post('/records/:id', (c) => c.text('made'))
  const asked = ['/records/a?n=1', '/records/b', '/records/a?n=2', '/records/a/files', '/records/b']
  const answers: unknown[] = []
  for (const path of [...asked, ...asked]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await app.request(path)
    expect(answer.headers.get('x-passed')).toBe('yes')
    // oxlint-disable-next-line no-await-in-loop
    answers.push(await answer.json())
  }
  const once = [{ id: 'a', n: '1' }, { id: 'b' }, { id: 'a', n: '2' }, { id: 'a', part: 'files' }]
  expect(answers).toEqual([...once, { id: 'b' }, ...once, { id: 'b' }])
  expect(await (await app.request('/records/a', { method: 'POST' })).text()).toBe('made')
})

test('more addresses than are remembered are all found', async () => {
  const app = new Hono({ router: new RememberingRouter() }).get('/:id', (c) =>
    c.text(c.req.param('id')),
  )
  for (const id of [...Array.from({ length: 1500 }, (_, at) => `${at}`), '0', '1499'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await (await app.request(`/${id}`)).text()).toBe(id)
})
