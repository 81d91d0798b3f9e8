import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openProcessScene } from '../support/hexi-process.ts'
import { letCrowdIn, type Send } from './crowd/crowd.ts'
import { broken, type CrowdScene, crowdScene, nothing } from './crowd/scene.ts'
import { answerOf } from './scene.ts'

/** Straight into the app: every connection of its pool is used. */
const inside =
  ({ app }: CrowdScene): Send =>
  async (token, { method, path, body }) => {
    const answer = await app.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: await answer.json() }
  }

/** Over the network, to one of several processes in turn; one that is gone is a 0. */
function outside(addresses: readonly string[]): Send {
  let turn = 0
  return async (token, { method, path, body }) => {
    turn += 1
    try {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const asked = { method, headers, body: JSON.stringify(body) } satisfies RequestInit
      const answer = await fetch(`${addresses[turn % addresses.length]}${path}`, asked)
      return { status: answer.status, body: await answer.json() }
    } catch {
      return { status: 0, body: {} }
    }
  }
}

const refusedByUs = (statuses: Record<number, number>) =>
  Object.keys(statuses).filter((status) => ![200, 201, 403, 404, 409, 422].includes(Number(status)))

/** Each time; `npm run bench -- crowd` lets more in. */
const attempts = process.env['HEXI_CROWD'] ? 10_000 : 3_000

test('attempts by 32 at once leave no two live times that overlap and no quota exceeded', async () => {
  await using s = await crowdScene()
  const { statuses, worstMs } = await letCrowdIn(inside(s), s.plan({ attempts }))
  console.log('one process:', JSON.stringify(statuses), `worst wait ${Math.round(worstMs)} ms`)
  expect(refusedByUs(statuses)).toEqual([])
  expect(statuses[201]).toBeGreaterThan(200)
  expect(statuses[409]).toBeGreaterThan(1000)
  expect(await broken(s)).toEqual(nothing)
}, 240_000)

test('the same with two processes, one of which is killed in the middle and comes back', async () => {
  await using s = await crowdScene({ max: 8 })
  const scene = await openProcessScene()
  try {
    const env = { DATABASE_URL: s.url, HEXI_JOBS: 'no', DATABASE_POOL: '20' }
    const [one, other] = [
      await scene.serve(['--no-demo'], env),
      await scene.serve(['--no-demo'], env),
    ]
    const both = await letCrowdIn(
      outside([one.address, other.address]),
      s.plan({ seed: 11, attempts }),
    )
    console.log(
      'two processes:',
      JSON.stringify(both.statuses),
      `worst wait ${Math.round(both.worstMs)} ms`,
    )
    expect(refusedByUs(both.statuses)).toEqual([])
    expect(await broken(s)).toEqual(nothing)

    const crowd = letCrowdIn(outside([one.address, other.address]), s.plan({ seed: 13, attempts }))
    await sleep(3000)
    other.child.kill('SIGKILL')
    const { statuses, worstMs } = await crowd
    console.log('one killed:', JSON.stringify(statuses), `worst wait ${Math.round(worstMs)} ms`)
    expect(refusedByUs(statuses)).toEqual(['0'])
    expect(await broken(s)).toEqual(nothing)
    const { status } = await letOneBook(s, one.address)
    expect(status).toBe(201)
  } finally {
    await scene.close()
  }
}, 300_000)

test('of a herd of 32 for the same hour one wins each round; the others are told what else is free', async () => {
  await using s = await crowdScene()
  const [instrument = ''] = s.instruments
  await s.as('demo-steward').put(`/api/v1/instruments/${instrument}/policy`, {})
  const day = s.plan({}).from
  for (let round = 0; round < 20; round += 1) {
    const start = new Date(day + round * 7_200_000).toISOString()
    const end = new Date(day + round * 7_200_000 + 3_600_000).toISOString()
    // oxlint-disable-next-line no-await-in-loop -- round after round
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, who) =>
        answerOf(
          s.as(s.tokens[who % s.tokens.length]).post(`/api/v1/instruments/${instrument}/bookings`, {
            start,
            end,
            purpose: '同一时段',
          }),
        ),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const losers = answers.filter(({ status }) => status !== 201)
    for (const { status, codes, body } of losers) {
      expect([status, codes]).toEqual([409, ['slot_taken']])
      expect(body.alternatives?.length).toBeGreaterThan(0)
    }
  }
  expect((await broken(s)).overlaps).toEqual([])
}, 120_000)

test('32 who book the same two instruments together, named in either order, never wait for each other', async () => {
  await using s = await crowdScene()
  const [one = '', other = ''] = s.instruments.slice(3)
  for (const id of [one, other])
    // oxlint-disable-next-line no-await-in-loop -- two
    await s.as('demo-steward').put(`/api/v1/instruments/${id}/policy`, {})
  const { from } = s.plan({})
  const book = (token: string | undefined, n: number) => {
    const start = from + (n % 10) * 3_600_000
    return answerOf(
      s.as(token).post('/api/v1/bookings', {
        instruments: n % 2 === 0 ? [one, other] : [other, one],
        start: new Date(start).toISOString(),
        end: new Date(start + 3_600_000).toISOString(),
        purpose: '一起用',
      }),
    )
  }
  const ofOne = async (who: number) => {
    const answers = []
    for (let n = 0; n < 10; n += 1)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      answers.push(await book(s.tokens[who % s.tokens.length], who + n))
    return answers
  }
  const answers = (await Promise.all(Array.from({ length: 32 }, (_, who) => ofOne(who)))).flat()
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
  expect((await broken(s)).overlaps).toEqual([])
}, 120_000)

async function letOneBook(s: CrowdScene, address: string) {
  const { from, days } = s.plan({})
  const start = from + (days + 2) * 86_400_000
  return outside([address])(s.tokens[0] ?? '', {
    method: 'POST',
    path: `/api/v1/instruments/${s.instruments[0]}/bookings`,
    body: {
      start: new Date(start).toISOString(),
      end: new Date(start + 3_600_000).toISOString(),
      purpose: '之后',
    },
  })
}
