import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { auditOf, linkIn, newestLetter, sessionCookieIn, somebody } from '../support/people.ts'
import { oidcClient, startIssuer } from '../support/oidc.ts'
import { scene } from './scene.ts'

const ada = 'ada@lab.example'

const stateCookieIn = (answer: Response) =>
  /hexi_oidc=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''

async function withIssuer() {
  const issuer = await startIssuer()
  const oidc = { ...oidcClient, issuer: issuer.issuer, name: '省科研统一认证' }
  const house = await scene({ oidc, baseUrl: 'http://hexi.test' })

  /** Leaves for the issuer and comes back, as one browser. */
  async function journey({ next = '/', cookie = '' } = {}) {
    const left = await house.ask('GET', `/sign-in/oidc?next=${encodeURIComponent(next)}`, {
      cookie,
    })
    const back = await issuer.visit(left.headers.get('location') ?? '')
    const own = [cookie, stateCookieIn(left)].filter(Boolean).join('; ')
    return {
      back,
      own,
      comeBack: (c = own) => house.ask('GET', back.pathname + back.search, { cookie: c }),
    }
  }

  return {
    ...house,
    issuer,
    journey,
    [Symbol.asyncDispose]: async () => {
      await house[Symbol.asyncDispose]()
      await issuer[Symbol.asyncDispose]()
    },
  }
}

test('somebody new gets an account, and is the same person the next time', async () => {
  await using s = await withIssuer()
  s.issuer.say({ sub: 'u-1', email: 'Wang@lab.example', email_verified: true, name: '王五' })
  const first = await (await s.journey({ next: '/desk?kind=accession' })).comeBack()
  expect(first.status).toBe(303)
  expect(first.headers.get('location')).toBe('/desk?kind=accession')
  const me = await (await s.me(sessionCookieIn(first))).json()
  expect(me).toMatchObject({ name: '王五', email: 'Wang@lab.example' })
  expect(me.emailVerifiedAt).not.toBeNull()

  s.issuer.say({ sub: 'u-1', email: 'moved@lab.example', email_verified: true, name: '王五' })
  const second = await (await s.journey()).comeBack()
  expect((await (await s.me(sessionCookieIn(second))).json()).id).toBe(me.id)
  expect(await auditOf(s.services)).toEqual([
    'person.create',
    'person.link_identity',
    'session.start',
    'session.start',
  ])
})

test('an address verified on both sides says that two are one', async () => {
  await using s = await withIssuer()
  const { id } = await somebody(s.services, { email: ada })
  s.issuer.say({ sub: 'u-2', email: 'ADA@lab.example', email_verified: true })
  const answer = await (await s.journey()).comeBack()
  expect((await (await s.me(sessionCookieIn(answer))).json()).id).toBe(id)
})

test('an address that the issuer has not verified opens nobody’s account', async () => {
  await using s = await withIssuer()
  await somebody(s.services, { email: ada })
  for (const claims of [{}, { email_verified: false }, { email_verified: 'true' }]) {
    s.issuer.say({ sub: 'u-3', email: ada, ...claims })
    const answer = await (await s.journey()).comeBack()
    expect(answer.status).toBe(409)
    expect(sessionCookieIn(answer)).toBe('')
  }
})

test('an account that was never verified here is not handed over, and a reset clears its other ways in', async () => {
  await using s = await withIssuer()
  s.issuer.say({ sub: 'lurker', email: ada })
  const lurking = sessionCookieIn(await (await s.journey()).comeBack())
  expect((await (await s.me(lurking)).json()).emailVerifiedAt).toBeNull()
  s.issuer.say({ sub: 'ada', email: ada, email_verified: true })
  expect((await (await s.journey()).comeBack()).status).toBe(409)

  await s.ask('POST', '/forgot', { form: { email: ada } })
  const link = linkIn((await newestLetter(s.services, ada))?.body)
  await s.ask('POST', link, { form: { password: 'marl osmium twelve' } })
  expect((await s.me(lurking)).status).toBe(401)
  const identities = await s.services.db.selectFrom('identity').select('subject').execute()
  expect(identities).toEqual([])
})

test('an issuer without an address for the person is not enough for an account', async () => {
  await using s = await withIssuer()
  s.issuer.say({ sub: 'u-4', name: '无名' })
  const answer = await (await s.journey()).comeBack()
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('没有提供邮箱')
})

test('who is signed in links the other account to this one', async () => {
  await using s = await withIssuer()
  const { id } = await somebody(s.services, { email: ada })
  const cookie = await s.signIn(ada)
  s.issuer.say({ sub: 'u-5', email: 'private@mail.example' })
  const linked = await (await s.journey({ cookie, next: '/account' })).comeBack()
  expect(linked.headers.get('location')).toBe('/account')
  const later = await (await s.journey()).comeBack()
  expect((await (await s.me(sessionCookieIn(later))).json()).id).toBe(id)
})

test('an answer that another browser began is not taken', async () => {
  await using s = await withIssuer()
  s.issuer.say({ sub: 'evil', email: 'evil@lab.example', email_verified: true })
  const attacker = await s.journey()
  const victim = await s.journey()
  expect((await attacker.comeBack('')).status).toBe(403)
  const mixed = await attacker.comeBack(victim.own)
  expect(mixed.status).toBe(403)
  expect(sessionCookieIn(mixed)).toBe('')
})

test('the same answer is taken once, and not after a quarter of an hour', async () => {
  await using s = await withIssuer()
  s.issuer.say({ sub: 'u-6', email: 'six@lab.example', email_verified: true })
  const once = await s.journey()
  expect((await once.comeBack()).status).toBe(303)
  expect((await once.comeBack()).status).toBe(404)
  const late = await s.journey()
  s.clock.pass({ minutes: 16 })
  expect((await late.comeBack()).status).toBe(404)
})

test.each<[what: string, change: Record<string, unknown>]>([
  ['another issuer', { iss: 'https://evil.example' }],
  ['another client', { aud: 'somebody-else' }],
  ['another journey', { nonce: 'not ours' }],
  ['the past', { exp: 1_700_000_000 }],
])('an id_token of %s is refused', async (_what, change) => {
  await using s = await withIssuer()
  s.issuer.say({ sub: 'u-7', email: 'seven@lab.example', email_verified: true })
  s.issuer.tamper((claims) => ({ ...claims, ...change }))
  const answer = await (await s.journey()).comeBack()
  expect(answer.status).toBe(403)
  expect(sessionCookieIn(answer)).toBe('')
  expect(await s.services.db.selectFrom('person').select('id').execute()).toEqual([])
})

test.each(['//evil.example', 'https://evil.example', '/\\evil'])(
  'nobody is sent on to another site: %s',
  async (next) => {
    await using s = await withIssuer()
    s.issuer.say({ sub: 'u-8', email: 'eight@lab.example', email_verified: true })
    expect((await (await s.journey({ next })).comeBack()).headers.get('location')).toBe('/me')
  },
)

test('an issuer that does not answer is said to be unavailable', async () => {
  await using s = await scene()
  const oidc = { ...oidcClient, issuer: 'http://127.0.0.1:9', name: 'gone' }
  const answer = await createApp({ ...s.services, oidc }).request('/sign-in/oidc')
  expect(answer.status).toBe(503)
})

test('without an issuer there is no such way in', async () => {
  await using s = await scene()
  expect((await s.ask('GET', '/sign-in/oidc')).status).toBe(404)
  expect(await (await s.ask('GET', '/sign-in')).text()).not.toContain('/sign-in/oidc')
})
