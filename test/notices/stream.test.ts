import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { Signals } from '../../src/core/ports.ts'
import { serveApp } from '../../src/node/serve.ts'
import { openSignals } from '../../src/ports/signals.node.ts'
import { asCaller, testHouse, type TestHouse } from '../support/house.ts'
import { password, somebody, stoppedClock, aToken } from '../support/people.ts'

const path = '/api/v1/notifications/stream'

type Sent = { event: string; id: string; data: string }

/** The events of a stream, one after the other. */
function eventsOf(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<Sent | 'end'> => {
    for (;;) {
      const [block, rest] = splitOnce(text)
      if (rest !== undefined) {
        text = rest
        const sent = Object.fromEntries(
          block.split('\n').map((line) => [line.split(': ', 1)[0], line.replace(/^\w+: /, '')]),
        )
        if (sent['event']) return { event: '', id: '', data: '', ...sent }
        continue
      }
      // oxlint-disable-next-line no-await-in-loop -- what was sent, in order
      const read = await reader?.read()
      if (!read || read.done) return 'end'
      text += read.value
    }
  }
  const unread = async (count: number) => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- the same
      const sent = await next()
      if (sent === 'end') throw new Error('The stream ended.')
      if (sent.event === 'unread' && sent.data === `{"unread":${count}}`) return sent.id
    }
  }
  return { next, unread, close: async () => reader?.cancel() }
}

const splitOnce = (text: string) => {
  const at = text.indexOf('\n\n')
  return at < 0 ? ([text] as const) : ([text.slice(0, at), text.slice(at + 2)] as const)
}

/** One process more on the same database. */
function processOn(house: TestHouse, signals = openSignals({ connectionString: house.url })) {
  const app = createApp({ ...house.services, signals })
  const open = async (token: string, headers: Record<string, string> = {}) =>
    asCaller(app, token).get(path, headers)
  return { app, signals, open, [Symbol.asyncDispose]: () => signals.end() }
}

const tell = async ({ db, services, people }: TestHouse, person = people['demo-researcher']) =>
  db
    .insertInto('notice')
    .values({
      fact_id: crypto.randomUUID(),
      subject_zh: '预约已确认',
      subject_en: 'Booking confirmed',
      path: '/bookings',
      person_id: person,
      kind: 'confirmed',
      occurred_at: services.now(),
      told_at: services.now(),
      by_letter: false,
    })
    .execute()

describe('a stream of notices', () => {
  test('has what happens in any process, by one connection that listens in each', async () => {
    await using house = await testHouse()
    await using one = processOn(house)
    await using other = processOn(house)
    const streams = await Promise.all([
      one.open('demo-researcher'),
      one.open('demo-researcher'),
      other.open('demo-researcher'),
    ])
    const read = streams.map(eventsOf)
    await Promise.all(read.map(({ unread }) => unread(0)))
    await tell(house)
    await Promise.all(read.map(({ unread }) => unread(1)))
    await expect.poll(() => one.signals.isHearing() && other.signals.isHearing()).toBe(true)
    const listening = await sql<{ count: number }>`
      select count(*)::int as count
      from pg_stat_activity
      where datname = current_database() and application_name = 'hexi-listen'
    `.execute(house.db)
    expect(listening.rows).toEqual([{ count: 2 }])
    expect(streams[0]?.headers.get('content-type')).toBe('text/event-stream')
    const reading = await house.as('demo-researcher').post('/api/v1/notifications/reading', {})
    expect([reading.status, await reading.json()]).toEqual([200, { unread: 0 }])
    await Promise.all(read.map(({ unread }) => unread(0)))
    await Promise.all(read.map(({ close }) => close()))
  })

  test('has only what its own person is told', async () => {
    await using house = await testHouse()
    await using here = processOn(house)
    const steward = eventsOf(await here.open('demo-steward'))
    await steward.unread(0)
    await tell(house)
    await tell(house, house.people['demo-steward'])
    expect(await steward.next()).toMatchObject({ event: 'notice', id: '1' })
    expect(await steward.next()).toMatchObject({ event: 'unread', data: '{"unread":1}' })
    await steward.close()
    expect((await house.as().get(path)).status).toBe(401)
  })

  test('taken up again where it broke off loses nothing and repeats nothing, however much is told at once', async () => {
    await using house = await testHouse()
    await using here = processOn(house)
    await tell(house)
    const first = eventsOf(await here.open('demo-researcher'))
    let last = await first.unread(1)
    await first.close()
    const telling = Promise.all(Array.from({ length: 40 }, () => tell(house)))
    const ids: string[] = []
    while (ids.length < 40) {
      const again = eventsOf(await here.open('demo-researcher', { 'last-event-id': last }))
      // Three of them, then the connection breaks.
      for (let read = 0; read < 3 && ids.length < 40;) {
        const sent = await again.next()
        if (sent === 'end') throw new Error('The stream ended.')
        last = sent.id
        if (sent.event !== 'notice') continue
        ids.push(sent.id)
        read += 1
      }
      await again.close()
    }
    await telling
    expect(ids).toEqual(Array.from({ length: 40 }, (_, at) => String(at + 2)))
  })

  test('that nobody reads for a while keeps no one waiting, and has everything in the end', async () => {
    await using house = await testHouse()
    await using here = processOn(house)
    const slow = eventsOf(await here.open('demo-researcher'))
    const quick = eventsOf(await here.open('demo-researcher'))
    for (let count = 1; count <= 60; count += 1) await tell(house)
    await quick.unread(60)
    expect(await slow.unread(60)).toBe('60')
    await Promise.all([slow.close(), quick.close()])
  })

  test('is open for fifty people, who hold no connection to the database', async () => {
    await using house = await testHouse({}, { max: 2 })
    await using here = processOn(house)
    const people = []
    for (let at = 0; at < 50; at += 1) {
      const { id } = await somebody(house.services, { email: `p${at}@hexi.test` })
      people.push({ id, token: await aToken(house.services, id) })
    }
    const read = await Promise.all(
      people.map(async ({ token }) => eventsOf(await here.open(token))),
    )
    await Promise.all(read.map(({ unread }) => unread(0)))
    expect((await here.app.request('/api/v1/records')).status).toBe(200)
    for (const { id } of people) await tell(house, id)
    await Promise.all(read.map(({ unread }) => unread(1)))
    await Promise.all(read.map(({ close }) => close()))
  }, 60_000)

  test('is refused where too many are open, until one of them ends', async () => {
    await using house = await testHouse()
    const connectionString = house.url
    await using here = processOn(house, openSignals({ connectionString, most: 3, mostEach: 2 }))
    const own = eventsOf(await here.open('demo-researcher'))
    const held = eventsOf(await here.open('demo-researcher'))
    expect((await here.open('demo-researcher')).status).toBe(429)
    const others = eventsOf(await here.open('demo-steward'))
    expect((await here.open('demo-curator')).status).toBe(429)
    await own.close()
    await expect.poll(async () => statusOf(await here.open('demo-curator'))).toBe(200)
    await Promise.all([held.close(), others.close()])
  })

  test('ends at once with the session, whichever process ends it, and with the token', async () => {
    await using house = await testHouse()
    await using here = processOn(house)
    const { id, email } = await somebody(house.services, { email: 'ada@hexi.test' })
    const cookie = await sessionOf(house, email)
    const token = await aToken(house.services, id)
    const bySession = eventsOf(await here.app.request(path, { headers: { cookie } }))
    const byToken = eventsOf(await here.open(token))
    await Promise.all([bySession.unread(0), byToken.unread(0)])
    await house.app.request('/sign-out', { method: 'POST', headers: { cookie } })
    expect(await bySession.next()).toBe('end')
    await house.db
      .updateTable('access_token')
      .set({ revoked_at: house.services.now() })
      .where('person_id', '=', id)
      .execute()
    expect(await byToken.next()).toBe('end')
    expect((await here.app.request(path, { headers: { cookie } })).status).toBe(401)
  })

  test('keeps no session alive, and ends when its time is over', async () => {
    const clock = stoppedClock()
    await using house = await testHouse({ now: clock.now })
    await using here = processOn(house)
    const { id, email } = await somebody(house.services, { email: 'ada@hexi.test' })
    const cookie = await sessionOf(house, email)
    const stream = eventsOf(await here.app.request(path, { headers: { cookie } }))
    await stream.unread(0)
    for (let day = 1; day <= 3; day += 1) {
      clock.pass({ hours: 24 })
      await tell(house, id)
      await stream.unread(day)
    }
    clock.pass({ hours: 24 * 400 })
    await tell(house, id)
    expect(await stream.next()).toBe('end')
  })

  test('goes on when the connection that listens breaks', async () => {
    await using house = await testHouse()
    await using here = processOn(house)
    const stream = eventsOf(await here.open('demo-researcher'))
    await expect.poll(() => here.signals.isHearing()).toBe(true)
    await sql`
      select pg_terminate_backend(pid)
      from pg_stat_activity
      where datname = current_database() and application_name = 'hexi-listen'
    `.execute(house.db)
    await expect.poll(() => here.signals.isHearing()).toBe(false)
    await tell(house)
    await stream.unread(1)
    await stream.close()
    await expect.poll(() => here.signals.isHearing(), { timeout: 20_000 }).toBe(true)
  }, 40_000)

  test('where nothing wakes it, as on a Worker, has what is new and asks to come again', async () => {
    await using house = await testHouse()
    await tell(house)
    const answer = await house.as('demo-researcher').get(path, { 'last-event-id': '0' })
    const text = await answer.text()
    expect(text).toContain('retry: 15000')
    expect(text.match(/event: \w+/g)).toEqual(['event: notice', 'event: unread'])
    // From another database, or made up.
    for (const id of ['999', '-1', 'x', '99999999999999999999']) {
      const other = await house.as('demo-researcher').get(path, { 'last-event-id': id })
      expect(await other.text()).toContain('data: {"unread":1}')
    }
  })

  test('ends when the server stops, which waits for nobody who only listens', async () => {
    await using house = await testHouse()
    const signals: Signals = openSignals({ connectionString: house.url })
    const config = { host: '127.0.0.1', port: 28_700, portIsGiven: false }
    const serving = await serveApp({ ...house.services, signals }, config)
    const answer = await fetch(serving.address + path, {
      headers: { authorization: 'Bearer demo-researcher' },
    })
    const stream = eventsOf(answer)
    await stream.unread(0)
    const began = performance.now()
    await serving.stop()
    expect(await stream.next()).toBe('end')
    // Far less than it waits for requests that are still being answered.
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})

const statusOf = async ({ status, body }: Response) => {
  await body?.cancel()
  return status
}

async function sessionOf(house: TestHouse, email: string): Promise<string> {
  const answer = await house.app.request('/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password }),
  })
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
}
