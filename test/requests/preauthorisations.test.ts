import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type ConsentScene, consentScene } from './consent-scene.ts'

let scene: ConsentScene
beforeAll(async () => {
  scene = await consentScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const Made = z.looseObject({ id: z.string() })
const path = '/api/v1/preauthorisations'
const member = 'outsider@demo.hexi.example'

const give = async (body: object, as = scene.chief.token) => scene.as(as).post(path, body)
const given = async (body: object, as?: string) => {
  const answer = await give(body, as)
  const text = await answer.text()
  if (answer.status !== 201) throw new Error(text)
  return Made.parse(JSON.parse(text)).id
}
const revoke = async (id: string, as = scene.chief.token) =>
  scene.as(as).post(`${path}/${id}/revocation`, {})
const person = () => scene.people['demo-outsider']

test('who is authorised by their lab asks nobody for consent, until that is revoked', async () => {
  const id = await given({ person: person(), lab: scene.lab })
  const sent = await scene.asked()
  expect(sent).toMatchObject({ turn: 'steward', consent: { state: 'given' } })
  expect(sent.events).toContainEqual(
    expect.objectContaining({ type: 'consent_given', preauthorised: true }),
  )
  const own = await (await scene.as('demo-outsider').get(`/requests/${sent.id}`)).text()
  expect(own).toContain('负责人已预先授权')
  expect((await revoke(id)).status).toBe(200)
  expect((await revoke(id)).status).toBe(409)
  expect(await scene.asked()).toMatchObject({ turn: 'supervisor', consent: { state: 'asked' } })
})

test('what is over, of another lab, or of a lab that the person left does not count', async () => {
  const over = await given({ person: person(), lab: scene.lab, until: '2027-01-01' }).catch(
    async () => given({ person: person(), lab: scene.lab }),
  )
  const now = scene.services.now()
  await scene.db
    .updateTable('preauthorisation')
    .set({ since: now.subtract({ hours: 48 }), until: now.subtract({ hours: 24 }) })
    .where('id', '=', over)
    .execute()
  expect(await scene.asked()).toMatchObject({ turn: 'supervisor' })
  const other = await scene.addLab('另一组', [
    [scene.chief.id, 'pi'],
    [person(), 'member'],
  ])
  const elsewhere = await given({ person: person(), lab: other })
  expect(await scene.asked()).toMatchObject({ turn: 'supervisor' })
  expect(await scene.asked({ lab: other })).toMatchObject({ turn: 'steward' })
  await scene.db.deleteFrom('lab_member').where('lab_id', '=', other).execute()
  expect((await revoke(elsewhere, 'demo-admin')).status).toBe(200)
})

test('an institution authorises for all of its labs', async () => {
  await given({ person: person(), institution: scene.other }, scene.strangerToken).then(
    async (id) => {
      expect(await scene.asked()).toMatchObject({ turn: 'steward' })
      expect((await revoke(id, scene.strangerToken)).status).toBe(200)
    },
  )
  expect(await scene.asked()).toMatchObject({ turn: 'supervisor' })
})

test('only who leads the lab or keeps the institution authorises, members only, a year at most, once', async () => {
  const body = { person: person(), lab: scene.lab }
  const statusOf = async (more: object, as?: string) =>
    (await give({ ...body, ...more }, as)).status
  expect((await scene.as().post(path, body)).status).toBe(401)
  expect(await statusOf({}, 'demo-outsider')).toBe(403)
  expect(await statusOf({}, 'demo-curator')).toBe(403)
  expect(await statusOf({ person: scene.people['demo-researcher'] })).toBe(422)
  expect(await statusOf({ person: scene.chief.id })).toBe(422)
  expect(await statusOf({ person: 'nobody@nowhere.test' })).toBe(422)
  expect(await statusOf({ until: '2020-01-01' })).toBe(422)
  expect(await statusOf({ until: '2099-01-01' })).toBe(422)
  expect(await statusOf({ institution: scene.other })).toBe(422)
  expect(await statusOf({ lab: undefined })).toBe(422)
  const both = await Promise.all([give(body), give(body)])
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
})

test('one sees what is one’s own to see', async () => {
  const seen = async (as: string) => {
    const answer = await scene.as(as).get(`${path}?limit=200`)
    return z.object({ items: z.array(Made) }).parse(await answer.json()).items.length
  }
  expect((await scene.as().get(path)).status).toBe(401)
  expect(await seen('demo-researcher')).toBe(0)
  expect(await seen('demo-outsider')).toBeGreaterThan(0)
  const [first] = z
    .object({ items: z.array(Made) })
    .parse(await (await scene.as(scene.chief.token).get(path)).json()).items
  expect((await revoke(first?.id ?? '', 'demo-researcher')).status).toBe(404)
  expect((await revoke(first?.id ?? '', 'demo-outsider')).status).toBe(403)
  const page = await scene.as(scene.chief.token).get('/consents')
  expect(await page.text()).toContain('demo-outsider')
  expect((await scene.as().get('/consents')).status).not.toBe(200)
  expect((await scene.as('demo-researcher').get('/consents')).status).toBe(200)
})

test('the form shows again what was typed', async () => {
  const answer = await scene.app.request('/consents', {
    method: 'POST',
    body: new URLSearchParams({ person: member, until: 'soon' }),
    headers: { authorization: `Bearer ${scene.chief.token}` },
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(member)
})
