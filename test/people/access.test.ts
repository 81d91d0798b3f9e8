import { expect, test } from 'vitest'
import { aToken, linkIn, newestLetter, somebody } from '../support/people.ts'
import { scene } from './scene.ts'

const ada = 'ada@lab.example'
const fresh = 'marl osmium twelve'

/** Somebody with a token and a calendar feed, who has asked for a new password. */
async function forgetful() {
  const s = await scene()
  const { id } = await somebody(s.services, { email: ada })
  const token = await aToken(s.services, id, ['read', 'write'])
  const json = { kind: 'person' }
  const made = await (await s.ask('POST', '/api/v1/calendar-feeds', { token, json })).json()
  await s.ask('POST', '/forgot', { form: { email: ada } })
  const link = linkIn((await newestLetter(s.services, ada))?.body)
  const statuses = async () => [
    (await s.ask('GET', '/api/v1/me', { token })).status,
    (await s.ask('GET', new URL(made.url).pathname)).status,
  ]
  return { ...s, link, statuses }
}

test('a new password ends access tokens and calendar feeds', async () => {
  await using s = await forgetful()
  expect(await s.statuses()).toEqual([200, 200])
  const html = await (await s.ask('GET', s.link)).text()
  expect(html).toMatch(/<input[^>]*type="checkbox"[^>]*checked[^>]*name="endAccess"/)
  await s.ask('POST', s.link, { form: { password: fresh, asksAccess: 'true', endAccess: 'true' } })
  expect(await s.statuses()).toEqual([401, 404])
})

test('so it does for who was asked nothing', async () => {
  await using s = await forgetful()
  await s.ask('POST', s.link, { form: { password: fresh } })
  expect(await s.statuses()).toEqual([401, 404])
})

test('they stay where their owner unticks the box', async () => {
  await using s = await forgetful()
  await s.ask('POST', s.link, { form: { password: fresh, asksAccess: 'true' } })
  expect(await s.statuses()).toEqual([200, 200])
})

test('asking for a letter does the same for an address with an account and for one without', async () => {
  await using s = await scene()
  await somebody(s.services, { email: ada })
  const letters = () => s.services.db.selectFrom('mail').select('id').execute()
  const before = await letters()
  for (const email of [ada, 'nobody@lab.example'])
    for (const path of ['/forgot', '/register'])
      expect((await s.ask('POST', path, { form: { email, name: 'Ada' } })).status).toBe(200)
  // Whose address it is is looked up by the job, when everybody has been answered.
  expect(await letters()).toEqual(before)
  const { services } = s
  expect(await newestLetter(services, ada)).toMatchObject({ subject: '您已有账户' })
})
