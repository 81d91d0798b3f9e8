import { expect, test } from 'vitest'
import { noticeScene } from './scene.ts'

type Scene = Awaited<ReturnType<typeof noticeScene>>

/** Sends a form as a browser does, and answers the page that follows. */
async function submit(s: Scene, path: string, fields: Record<string, string>) {
  const answer = await s.app.request(path, {
    method: 'POST',
    headers: {
      authorization: 'Bearer demo-researcher',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, page: await answer.text() }
}

const pageOf = async (s: Scene, path: string, as: 'demo-researcher' | 'demo-steward') =>
  (await s.as(as).get(path)).text()

test('the page of feeds makes one, shows its address this once, and revokes it', async () => {
  await using s = await noticeScene()
  await s.reserve('03 01:00', '03 03:00')
  const here = '/account/calendar'
  const empty = await pageOf(s, here, 'demo-researcher')
  expect(empty).toContain('还没有日历订阅')
  expect(empty).toContain('课题组：冰冻圈过程组')
  expect(empty).toContain('仪器：激光共聚焦显微镜')
  const { status, page } = await submit(s, here, { what: `lab:${s.lab}` })
  expect(status).toBe(200)
  const address = /http:\/\/hexi\.test(\/calendar\/[\w-]{43}\.ics)/.exec(page)?.[1] ?? ''
  expect((await s.as().get(address)).status).toBe(200)
  expect(page).toContain(`webcal://hexi.test${address}`)
  const again = await pageOf(s, here, 'demo-researcher')
  expect(again).not.toContain('.ics')
  const revocation = /\/account\/calendar\/[\da-f-]{36}\/revocation/.exec(again)?.[0] ?? ''
  expect((await submit(s, revocation, {})).status).toBe(303)
  expect((await s.as().get(address)).status).toBe(404)
})

test('a choice that is none is refused beside its field', async () => {
  await using s = await noticeScene()
  for (const what of ['', 'lab:none', 'moon', `lab:${crypto.randomUUID()}`]) {
    const { status } = await submit(s, '/account/calendar', { what })
    expect([what, status]).toEqual([what, 422])
  }
})

test('the page of letters switches kinds off and on, and offers what concerns one', async () => {
  await using s = await noticeScene()
  const here = '/account/notices'
  const before = await pageOf(s, here, 'demo-researcher')
  expect(before).not.toContain('有预约待您审批')
  expect(await pageOf(s, here, 'demo-steward')).toContain('有预约待您审批')
  expect((await submit(s, here, { confirmed: 'true', reminder: 'true' })).status).toBe(303)
  const answer = await s.as('demo-researcher').get('/api/v1/me/notices')
  expect(await answer.json()).toMatchObject({
    letters: { confirmed: true, reminder: true, cancelled: false, approval_asked: true },
  })
})
