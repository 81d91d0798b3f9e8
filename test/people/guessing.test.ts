import { expect, test } from 'vitest'
import { somebody } from '../support/people.ts'
import { door } from './scene.ts'

const ada = 'Ada@lab.example'

test('an account takes ten wrong passwords, then makes the guesser wait a minute for each', async () => {
  await using s = await door()
  await somebody(s.services, { email: ada })
  const guess = (n: number) =>
    s.signIn({ email: ada, password: `guess ${n}` }, { 'x-forwarded-for': `198.51.100.${n}` })
  for (let n = 0; n < 10; n += 1) expect((await guess(n)).status).toBe(401)
  const refused = await guess(11)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBe(60)
  s.clock.pass({ seconds: 61 })
  expect((await guess(12)).status).toBe(401)
  expect((await guess(13)).status).toBe(429)
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
