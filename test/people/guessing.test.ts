import { expect, test } from 'vitest'
import { somebody } from '../support/people.ts'
import { door } from './scene.ts'

const ada = 'Ada@lab.example'

test('an account takes ten wrong passwords, then makes the guesser wait longer and longer', async () => {
  await using s = await door()
  await somebody(s.services, { email: ada })
  const guess = (n: number) =>
    s.signIn({ email: ada, password: `guess ${n}` }, { 'x-forwarded-for': `198.51.100.${n}` })
  for (let n = 0; n < 10; n += 1) expect((await guess(n)).status).toBe(401)
  const waits: number[] = []
  for (let n = 11; n < 22; n += 1) {
    const refused = await guess(n)
    expect(refused.status).toBe(429)
    const wait = Number(refused.headers.get('retry-after'))
    waits.push(wait)
    s.clock.pass({ seconds: wait })
    expect((await guess(n + 20)).status).toBe(401)
    expect((await guess(n + 40)).status).toBe(429)
  }
  expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 14])
  expect(waits.at(-1)).toBe(60)
})

test('whoever guesses does not keep the owner out: it takes a second, and none where they are signed in', async () => {
  await using s = await door()
  await somebody(s.services, { email: ada })
  const home = { 'x-forwarded-for': '192.0.2.1' }
  expect((await s.signIn({ email: ada }, home)).status).toBe(303)
  for (let n = 0; n < 10; n += 1)
    await s.signIn({ email: ada, password: 'x' }, { 'x-forwarded-for': `198.51.100.${n}` })
  const elsewhere = { 'x-forwarded-for': '192.0.2.77' }
  expect((await s.signIn({ email: ada }, elsewhere)).headers.get('retry-after')).toBe('1')
  expect((await s.signIn({ email: ada }, home)).status).toBe(303)
  s.clock.pass({ seconds: 1 })
  expect((await s.signIn({ email: ada }, elsewhere)).status).toBe(303)
})

test('a refused guess does not fill the bucket further: the owner gets in a minute later', async () => {
  await using s = await door()
  await somebody(s.services, { email: ada })
  for (let n = 0; n < 40; n += 1)
    await s.signIn({ email: ada, password: 'x' }, { 'x-forwarded-for': `198.51.100.${n}` })
  s.clock.pass({ seconds: 61 })
  expect((await s.signIn({ email: ada })).status).toBe(303)
  // Signing in proves to be no guesser: the turns are given back.
  expect((await s.signIn({ email: ada })).status).toBe(303)
})

test('one address tries many accounts thirty times at most', async () => {
  await using s = await door()
  const tried = await Promise.all(
    Array.from({ length: 40 }, (_, n) => s.signIn({ email: `p${n}@lab.example` })),
  )
  const statuses = tried.map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(30)
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
})

test('who a proxy says it is counts only by the proxy’s own last word', async () => {
  await using s = await door()
  for (let n = 0; n < 30; n += 1)
    await s.signIn(
      { email: `p${n}@lab.example` },
      { 'x-forwarded-for': `10.9.8.${n}, 203.0.113.9` },
    )
  const answer = await s.signIn(
    { email: 'last@lab.example' },
    { 'x-forwarded-for': '10.1.1.1, 203.0.113.9' },
  )
  expect(answer.status).toBe(429)
})
