import { assert, asyncProperty } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { flawsOf } from '../../src/bookings/policies/rules/usable.ts'
import { presets } from '../../src/bookings/policies/rules/presets.ts'
import { typedOf } from '../../src/bookings/policies/rules/form.ts'
import { anyPolicy } from './policies.ts'
import { bookingScene } from './scene.ts'

let s: Awaited<ReturnType<typeof bookingScene>>
beforeAll(async () => {
  s = await bookingScene()
})
afterAll(() => s[Symbol.asyncDispose]())

const path = () => `/instruments/${s.instrument}/policy`
type Fields = Record<string, readonly string[]>

async function send(fields: Fields, as = 'demo-steward') {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  )
  const answer = await s.app.request(path(), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'accept-language': 'zh',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: body.toString(),
  })
  return { status: answer.status, text: await answer.text() }
}

const inForce = async () => {
  const answer = await s.as('demo-steward').get(`/api/v1${path()}`)
  const rules: Record<string, unknown> = JSON.parse(await answer.text())
  return rules
}
const version = async () => String((await inForce())['version'])

test('whatever the rules are, the form shows them all and saves the same', async () => {
  await assert(
    asyncProperty(anyPolicy, async (policy) => {
      const saved = await send({ ...typedOf(policy), version: [await version()], note: [''] })
      // What says nothing is not kept: a project that is not needed, an approval of nothing.
      const kept: object = JSON.parse(
        JSON.stringify(policy, (name, value) => (saysNothing(name, value) ? undefined : value)),
      )
      const isUsable = flawsOf(policy).length === 0
      expect(saved.status).toBe(isUsable ? 303 : 422)
      // Rules under which nobody can book may be in force since before they were refused: they are read as any others.
      if (!isUsable) await s.storePolicy(kept)
      const { version: _, timezone, ...rules } = await inForce()
      expect({ ...rules, timezone }).toEqual({ timezone: 'Asia/Shanghai', ...kept })
    }),
    { numRuns: 60 },
  )
}, 60_000)

const saysNothing = (name: string, value: unknown) =>
  ((name === 'needsProject' || name === 'always' || name === 'peakOnly') && value === false) ||
  (name === 'approval' && JSON.stringify(value) === '{"always":false}')

test('a preset fills the form and saves nothing; an older version fills it again', async () => {
  const before = await inForce()
  const filled = await send({ use: ['preset'], preset: ['sorter'], version: ['0'] })
  expect(filled.status).toBe(200)
  expect(filled.text).toMatch(/value="72"[^>]*name="cancelDeadlineMinutes"/)
  expect(await inForce()).toEqual(before)
  await send({ ...typedOf(presets.sorter), version: [await version()], note: ['试行'] })
  const page = await s.as('demo-steward').get(path(), { 'accept-language': 'zh' })
  const text = await page.text()
  expect(text).toContain('试行')
  expect(text).toContain('开始前 3 天内取消的，记为逾期取消。')
})

test('what is wrong is said beside its field, with all that was typed', async () => {
  const typed = { version: [await version()], maxMinutes: ['-1'], note: ['改短'], closedDays: [''] }
  const refused = await send(typed)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('value="改短"')
  const closed = await send({ ...typed, maxMinutes: ['4'], closedDays: ['2027-02-06 春节\n明年'] })
  expect([closed.status, closed.text.includes('第 2 行不是日期')]).toEqual([422, true])
})

test('rules under which nobody could book are refused beside the field, with what to do', async () => {
  const before = await inForce()
  const typed = { version: [await version()], minMinutes: ['600'], maxMinutes: ['2'] }
  const quotas = {
    'quotas.1.of': ['person'],
    'quotas.1.per': ['day'],
    'quotas.1.measure': ['minutes'],
  }
  const hours = { 'hours.1.days': ['1'], 'hours.1.from': ['09:00'], 'hours.1.to': ['12:00'] }
  const refused = await send({ ...typed, ...hours, ...quotas, 'quotas.1.max': ['3'] })
  expect(refused.status).toBe(422)
  for (const field of ['maxMinutes', 'hours.1.days', 'quotas.1.max'])
    expect(refused.text).toContain(`href="#field-${field}"`)
  expect(refused.text).toContain('按其他规则，预约最短为 10 小时，超过此处的限制。')
  expect(refused.text).toMatch(/value="600"[^>]*name="minMinutes"/)
  expect(refused.text).toMatch(/value="2"[^>]*name="maxMinutes"/)
  expect(await inForce()).toEqual(before)
})

test('the API refuses the same, also where rules are only tried', async () => {
  const as = s.as('demo-steward')
  const rules = { minMinutes: 600, maxMinutes: 120 }
  const put = await as.put(`/api/v1${path()}`, rules)
  const tried = await as.post(`/api/v1/instruments/${s.instrument}/policy-dry-runs`, { rules })
  expect([put.status, tried.status]).toEqual([422, 422])
  expect(await put.text()).toContain('"path":"maxMinutes"')
  expect(await tried.text()).toContain('"path":"rules.maxMinutes"')
})

test('a row that is wrong is named where it stands, whatever rows are empty before it', async () => {
  const typed = { version: [await version()], 'hours.1.from': ['18:00'], 'hours.1.to': ['9 点'] }
  const refused = await send({ ...typed, 'quotas.1.max': ['-2'], peakMaxMinutes: ['2'] })
  expect(refused.status).toBe(422)
  for (const field of ['hours.1.days', 'hours.1.to', 'quotas.1.of', 'quotas.1.max', 'peak.0.days'])
    expect(refused.text).toContain(`href="#field-${field}"`)
  expect(refused.text).toContain('请至少勾选一天。')
  const more = await send({ ...typed, use: ['rows'] })
  expect([more.status, more.text.includes('name="hours.3.from"')]).toEqual([200, true])
})

test('as many hours as a policy may have are all in the form', async () => {
  const hours = Array.from({ length: 50 }, (_, at) => ({
    days: [1 + (at % 7)],
    from: '08:00',
    to: '18:00',
  }))
  const saved = await send({ ...typedOf({ hours }), version: [await version()], note: [''] })
  expect(saved.status).toBe(303)
  expect((await inForce())['hours']).toEqual(hours)
})

test('rules that somebody else saved meanwhile are overwritten only once that was seen', async () => {
  const stale = await send({ version: ['0'], maxMinutes: ['9'], note: [''] })
  expect([stale.status, stale.text.includes('value="9"')]).toEqual([412, true])
  const [, shown = ''] = /name="version" value="(\d+)"/.exec(stale.text) ?? []
  expect(shown).toBe(await version())
  const again = await send({ version: [shown], maxMinutes: ['9'], note: [''] })
  expect([again.status, (await inForce())['maxMinutes']]).toEqual([303, 540])
})

test('a dry run tells what would have been refused, and is staff’s like the page', async () => {
  await send({ version: [await version()], note: [''] })
  await s.book('03 02:00', '03 03:00')
  s.clock.now = s.clock.now.add({ hours: 24 * 30 })
  const run = await send({ use: ['dry-run'], months: ['3'], minMinutes: ['90'], version: ['0'] })
  expect([run.status, run.text.includes('1 次预约中，有 1 次将新增被拒绝')]).toEqual([200, true])
  const next = await send({ use: ['dry-run 50'], months: ['3'], minMinutes: ['90'] })
  expect(next.text).toContain('1 次预约中，有 1 次将新增被拒绝')
  expect((await s.as('demo-researcher').get(path())).status).toBe(403)
  expect((await send({}, 'demo-researcher')).status).toBe(403)
})

test('while rules are typed, the form is told what they would refuse, and what is wrong or doubtful where', async () => {
  const live = async (fields: Fields) => {
    const answer = await send({ ...fields, use: ['live'] })
    expect(answer.status).toBe(200)
    const told: unknown = JSON.parse(answer.text)
    return told
  }
  const before = await inForce()
  expect(await live({ months: ['3'], minMinutes: ['90'] })).toEqual({
    tone: 'caution',
    text: '回溯的 1 次预约中，有 1 次将新增被拒绝。',
    notes: [],
  })
  const hours = { 'hours.0.days': ['1'], 'hours.0.from': ['09:00'], 'hours.0.to': ['12:00'] }
  expect(await live({ ...hours, maxMinutes: ['8'], approvalMinutes: ['4'] })).toMatchObject({
    notes: [
      { name: 'maxMinutes', tone: 'caution', text: expect.stringContaining('最长 3 小时') },
      { name: 'approvalMinutes', tone: 'caution' },
    ],
  })
  const longer = { 'hours.0.from': ['08:30'], 'hours.0.to': ['20:00'], maxMinutes: ['12'] }
  expect(await live({ ...hours, ...longer })).toMatchObject({
    notes: [{ name: 'maxMinutes', text: expect.stringContaining('最长 11 小时 30 分钟，') }],
  })
  expect(
    await live({ minMinutes: ['600'], maxMinutes: ['2'], closedDays: ['明年\n后年'] }),
  ).toMatchObject({
    tone: 'danger',
    text: '有 3 处需要修改',
    notes: [{ name: 'closedDays' }, { name: 'closedDays' }, { name: 'maxMinutes' }],
  })
  expect(await inForce()).toEqual(before)
  expect((await send({ use: ['live'] }, 'demo-researcher')).status).toBe(403)
})

async function pageOf(rules: object) {
  await s.setPolicy(rules)
  return (await s.as('demo-steward').get(path(), { 'accept-language': 'zh' })).text()
}

const fold = (text: string) =>
  /<details class="policy-fold"( open="")?><summary>准备、清理/.exec(text)

test('rules are sentences; those seldom used are folded until they are set', async () => {
  const plain = await pageOf({ minMinutes: 60, maxMinutes: 240 })
  expect(plain.replaceAll(/<[^>]+>/g, '')).toMatch(/每次预约最短 分钟，最长 小时/)
  expect(fold(plain)?.[1]).toBeUndefined()
  expect(fold(await pageOf({ gapMinutes: 60 }))?.[1]).toBeDefined()
  expect(await pageOf({ lateCancelFeeFen: 5000 })).toContain('未填写取消期限，不会收取此费用。')
})
