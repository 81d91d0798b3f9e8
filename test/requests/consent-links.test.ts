import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsentScene, consentScene } from './consent-scene.ts'

let scene: ConsentScene
beforeAll(async () => {
  scene = await consentScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const sentLink = async () => {
  const request = await scene.asked()
  const letter = await scene.letter(scene.chief.email)
  return { request, path: letter?.path ?? '', letter }
}

test('a supervisor consents by the link of a letter without signing in; opening it answers nothing', async () => {
  const { request, path, letter } = await sentLink()
  expect(request).toMatchObject({ state: 'submitted', turn: 'supervisor' })
  expect(letter?.subject).toContain(request.number)
  expect(letter?.body).toContain('冰川厚度')
  const page = await scene.open(path)
  const text = await page.text()
  expect(page.status).toBe(200)
  for (const part of ['Drought &amp; roots', request.number, 'demo-outsider', 'Prof. Li'])
    expect(text).toContain(part)
  expect(page.headers.get('cache-control')).toContain('no-store')
  expect((await scene.as().head(path)).status).toBe(200)
  expect(await scene.read(request.id)).toMatchObject({ turn: 'supervisor' })
  const answered = await scene.answer(path, { given: 'yes', note: 'Good luck' })
  expect([answered.status, await answered.text()]).toEqual([
    200,
    expect.stringContaining('You consented'),
  ])
  expect(await scene.read(request.id)).toMatchObject({
    turn: 'steward',
    consent: { state: 'given', person: { name: 'Prof. Li' } },
  })
  const own = await (await scene.as('demo-outsider').get(`/requests/${request.id}`)).text()
  expect(own).toContain('Good luck')
})

test('a link works once, says so in words, and a refusal needs a reason and returns the request', async () => {
  const { request, path } = await sentLink()
  const bare = await scene.answer(path, { given: 'no', note: ' ' })
  expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('Give a reason')])
  expect(await scene.read(request.id)).toMatchObject({ turn: 'supervisor' })
  expect((await scene.answer(path, { given: 'no', note: 'Not ours' })).status).toBe(200)
  const after = await scene.read(request.id)
  expect(after).toMatchObject({ state: 'returned', consent: { state: 'refused' } })
  const again = await scene.answer(path, { given: 'yes' })
  expect([again.status, await again.text()]).toEqual([
    409,
    expect.stringContaining('This link was already used'),
  ])
  const seen = await (await scene.open(path)).text()
  expect(seen).toContain('这个链接已使用')
  expect(seen).not.toContain('Drought')
  expect(await scene.read(request.id)).toMatchObject({ state: 'returned' })
})

test('of two answers at once one counts', async () => {
  const { request, path } = await sentLink()
  const answers = await Promise.all([
    scene.answer(path, { given: 'yes' }),
    scene.answer(path, { given: 'no', note: 'No' }),
    scene.answer(path, { given: 'yes' }),
  ])
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200, 409, 409,
  ])
  const { events } = await scene.read(request.id)
  expect(events.filter(({ type }) => type.startsWith('consent'))).toHaveLength(1)
})

test('guessed, other people’s and odd links are refused', async () => {
  const { request, path } = await sentLink()
  const secret = path.split('/').at(-1) ?? ''
  for (const guess of [`${secret}x`, secret.slice(1), request.id, 'x'.repeat(5000), '%00']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await scene.open(`/consent/${guess}`)).status).toBe(404)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await scene.answer(`/consent/${guess}`, { given: 'yes' })).status).toBe(404)
  }
  // Forwarded to somebody who is signed in as somebody else: the requester above all.
  expect((await scene.open(path, 'demo-outsider')).status).toBe(403)
  expect((await scene.answer(path, { given: 'yes' }, 'demo-outsider')).status).toBe(403)
  expect((await scene.answer(path, { given: 'maybe' })).status).toBe(422)
  const elsewhere = await scene.app.request(path, {
    method: 'POST',
    body: new URLSearchParams({ given: 'yes' }),
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(elsewhere.status).toBe(403)
  expect(await scene.read(request.id)).toMatchObject({ turn: 'supervisor' })
  expect((await scene.answer(path, { given: 'yes' }, scene.chief.token)).status).toBe(200)
})

test('of the secret only a hash is kept beside the request', async () => {
  const { request, path } = await sentLink()
  const secret = path.split('/').at(-1) ?? ''
  const rows = await scene.db
    .selectFrom('consent_link')
    .where('request_id', '=', request.id)
    .selectAll()
    .execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(secret)
  const notices = await scene.db
    .selectFrom('notice')
    .where('person_id', '=', scene.chief.id)
    .selectAll()
    .execute()
  expect(JSON.stringify(notices)).not.toContain(secret)
})

test('a link is dead when it has expired, when the request was changed, ended or answered otherwise', async () => {
  const said = async (path: string) => [
    (await scene.answer(path, { given: 'yes' })).status,
    await (await scene.open(path)).text(),
  ]
  const expired = await sentLink()
  await scene.db
    .updateTable('consent_link')
    .set({ expires_at: scene.services.now().subtract({ hours: 1 }) })
    .where('request_id', '=', expired.request.id)
    .execute()
  expect(await said(expired.path)).toEqual([409, expect.stringContaining('这个链接已过期')])

  const amended = await sentLink()
  await scene.give(amended.request.id, 'amendment', {
    items: [{ record: scene.dataset }, scene.seeds(5)],
  })
  expect(await said(amended.path)).toEqual([409, expect.stringContaining('申请在发信之后有变化')])
  const second = await scene.letter(scene.chief.email)
  expect(second?.path).not.toBe(amended.path)
  expect((await scene.answer(second?.path ?? '', { given: 'yes' })).status).toBe(200)

  const ended = await sentLink()
  await scene.give(ended.request.id, 'withdrawal', {})
  expect(await said(ended.path)).toEqual([409, expect.stringContaining('这份申请已结束')])

  const otherwise = await sentLink()
  await scene.give(otherwise.request.id, 'consent', { given: true }, scene.chief.token)
  expect(await said(otherwise.path)).toEqual([409, expect.stringContaining('您已用其他方式答复')])
})

test('a link to somebody whose account is closed is as none', async () => {
  const { path } = await sentLink()
  const close = async (disabled_at: null | ReturnType<typeof scene.services.now>) =>
    scene.db.updateTable('person').set({ disabled_at }).where('id', '=', scene.chief.id).execute()
  await close(scene.services.now())
  expect((await scene.answer(path, { given: 'yes' })).status).toBe(404)
  await close(null)
  expect((await scene.answer(path, { given: 'yes' })).status).toBe(200)
})

test('whoever leads the lab for which they ask needs nobody’s consent', async () => {
  const [draft] = await scene.draft([{ record: scene.dataset }], scene.chief.token, {
    lab: scene.lab,
  })
  const sent = await scene.give(draft?.id ?? '', 'submission', {}, scene.chief.token)
  expect(sent).toMatchObject({ state: 'submitted', turn: 'steward', consent: null })
})
