import { expect, test } from 'vitest'
import { Policy } from '../../src/bookings/policies/model.ts'
import { daysInWords, policyInWords } from '../../src/bookings/policies/rules/sentences.ts'
import { lengthInWords } from '../../src/bookings/verdict/words.ts'

/** Every rule there is. */
const all = Policy.parse({
  timezone: 'Asia/Shanghai',
  hours: [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
    { days: [6], from: '09:00', to: '12:00' },
  ],
  closedDays: [{ from: '2026-02-16', to: '2026-02-23' }, { from: '2026-05-01' }],
  granularityMinutes: 15,
  minMinutes: 30,
  maxMinutes: 240,
  leadMinutes: 1440,
  horizonDays: 30,
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 20,
  gapMinutes: 120,
  editDeadlineMinutes: 60,
  cancelDeadlineMinutes: 2160,
  quotas: [
    { of: 'person', measure: 'minutes', max: 600, per: 'week' },
    { of: 'lab', measure: 'count', max: 2, per: 'day', peakOnly: true },
  ],
  maxFutureCount: 3,
  maxFutureMinutes: 480,
  peak: { windows: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' }], maxMinutes: 180 },
  approval: { always: true, audiences: ['member', 'external'], longerThanMinutes: 480 },
  qualifications: ['training', 'safety'],
  needsProject: true,
  ownLabs: [],
  audience: 'member',
  noShowMinutes: 30,
  lateCancelFeeFen: 5000,
  noShowFeeFen: 10_050,
  billBy: 'max',
  billRoundMinutes: 15,
})

/** Said by the zone that times are shown in, or by whom the instrument belongs to. */
const notSaid = new Set(['timezone', 'ownLabs'])

test('every rule is said, in both languages, and says something of its own', () => {
  const whole = policyInWords(all).flatMap(({ sentences }) => sentences)
  for (const name of Object.keys(all)) {
    const rest = Object.fromEntries(Object.entries(all).filter(([other]) => other !== name))
    const without = policyInWords(Policy.parse(rest)).flatMap(({ sentences }) => sentences)
    expect([name, whole.length > without.length]).toEqual([name, !notSaid.has(name)])
  }
  for (const { zh, en } of whole) expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\[object/)
})

test('the sentences are those of people', () => {
  const zh = policyInWords(all).flatMap(({ sentences }) => sentences.map((one) => one.zh))
  expect(zh).toContain('开放时间：周一至周五 08:00–18:00；周六 09:00–12:00。')
  expect(zh).toContain('不开放的日期：2026-02-16 – 2026-02-23、2026-05-01。')
  expect(zh).toContain('每个课题组每天最多 2 次（只计高峰时段）。')
  expect(zh).toContain('未到收费 100.50 元。')
  expect(zh).toContain('开始前 36 小时内取消的，记为逾期取消。')
})

test('no rules say nothing, and days are told by their ends', () => {
  expect(policyInWords({})).toEqual([])
  expect(daysInWords([7, 1, 2, 3]).zh).toBe('周一至周三、周日')
  expect(daysInWords([6, 7]).en).toBe('Sat, Sun')
  expect(daysInWords([1, 2, 3, 4, 5, 6, 7]).en).toBe('every day')
})

test('lengths are said in the largest unit that comes out whole, and with minutes beyond two hours', () => {
  const said = [30, 90, 120, 690, 1440, 1530, 4320].map(lengthInWords)
  expect(said.map(({ zh }) => zh)).toEqual([
    '30 分钟',
    '90 分钟',
    '2 小时',
    '11 小时 30 分钟',
    '1 天',
    '25 小时 30 分钟',
    '3 天',
  ])
  expect(said.map(({ en }) => en).slice(1, 4)).toEqual(['90 minutes', '2 hours', '11 h 30 min'])
})
