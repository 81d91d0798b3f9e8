import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookingScene, monday } from '../bookings/scene.ts'
import { tellBookings } from '../reports/scene.ts'

let s: Awaited<ReturnType<typeof bookingScene>>
beforeAll(async () => {
  s = await bookingScene()
})
afterAll(() => s[Symbol.asyncDispose]())

const rules = {
  hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }],
  granularityMinutes: 45,
}

async function pageOf(as?: string) {
  const answer = await s.as(as).get(`/records/${s.instrument}`)
  expect(answer.status).toBe(200)
  const html = await answer.text()
  return { html, text: html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') }
}

test('the page of an instrument names the next free times, each of which leads to its booking and is given', async () => {
  await s.setPolicy(rules)
  const staff = { as: 'demo-steward', override: '年度检定' }
  expect((await s.book('02 08:00', '02 10:00', staff)).status).toBe(201)
  const { html } = await pageOf()
  const links = [...html.matchAll(/\/instruments\/[^"]+\/book\?start=([^&]+)&amp;end=([^"]+)/g)]
  const times = links.map(([, start = '', end = '']) => [start, end].map(decodeURIComponent))
  expect(times).toHaveLength(5)
  expect(times[0]).toEqual(['2026-03-03T00:15:00Z', '2026-03-03T01:45:00Z'])
  const [start = '', end = ''] = times[0] ?? []
  expect((await s.book(start, end)).status).toBe(201)
  expect((await pageOf()).html).not.toContain(`start=${encodeURIComponent(start)}&amp;`)
})

test('it says the rules in words, what use costs, and how many people may run it now', async () => {
  await s.setPolicy({ ...rules, qualifications: ['training', 'operation'] })
  const put = await s.as('demo-steward').put(`/api/v1/instruments/${s.instrument}/rates`, {
    rates: { institution: { hourFen: 12_345 }, external: { hourFen: 30_000 } },
  })
  expect(put.status).toBe(200)
  const held = (token: 'demo-pi' | 'demo-researcher', kind: string, hours = 24) => ({
    instrument_id: s.instrument,
    person_id: s.people[token],
    kind,
    granted_at: monday,
    expires_at: monday.add({ hours }),
  })
  await s.db
    .insertInto('qualification')
    .values([
      held('demo-pi', 'training'),
      held('demo-pi', 'operation'),
      held('demo-researcher', 'training'),
    ])
    .execute()
  const { text } = await pageOf()
  expect(text).toMatch(/预约规则.*08:00.*18:00/)
  expect(text).toContain('123.45')
  expect(text).toContain('现有 1 人具备上机资格。')
  expect(text).not.toContain('管理：')
  expect((await pageOf('demo-steward')).text).toContain('管理：')
})

test('it shows the use of the last year once there was any', async () => {
  const chart = /<figure[^>]*class="[^"]*chart/
  expect((await pageOf()).html).not.toMatch(chart)
  const start = monday.subtract({ hours: 24 * 40 }).epochMilliseconds
  await tellBookings(s, [
    { instrumentId: s.instrument, startMs: start, endMs: start + 7_200_000, state: 'finished' },
  ])
  expect((await pageOf()).html).toMatch(chart)
})

test('its sentence and button follow the rules for who looks, and its days begin with the next to book', async () => {
  await s.setPolicy({ ...rules, approval: { always: true } })
  const guest = await pageOf()
  expect(guest.text).toContain('登录后可在线预约。预约须经审批。')
  expect(guest.text).toContain('300 元，外单位价')
  const mine = await pageOf('demo-researcher')
  expect(mine.text).toContain('可在线预约。预约须经审批。')
  expect(mine.text).toContain('每小时 123.45 元，本单位价')
  expect(mine.html).toMatch(/class="mini-week".*?datetime="2026-03-02"/s)
  const free = /class="free-slots"/
  expect(mine.html).toMatch(free)
  await s.setPolicy({ ...rules, qualifications: ['safety'], leadMinutes: 1440 })
  const refused = await pageOf('demo-researcher')
  expect(refused.text).toContain('您还不能预约：须先取得安全准入')
  expect(refused.html).not.toMatch(free)
  expect(refused.html).toMatch(/class="mini-week".*?datetime="2026-03-03"/s)
  expect((await s.book('04 01:00', '04 01:45')).codes).toEqual(['safety_missing'])
})

test('what is open all day is offered by day first', async () => {
  await s.setPolicy({ granularityMinutes: 60, leadMinutes: 600 })
  const { html } = await pageOf('demo-researcher')
  const starts = [...html.matchAll(/book\?start=([^&]+)&amp;/g)].map(([, at = '']) =>
    decodeURIComponent(at),
  )
  // At 16:00 with ten hours of notice, 02:00 would be the first.
  expect(starts[0]).toBe('2026-03-02T23:00:00Z')
})
