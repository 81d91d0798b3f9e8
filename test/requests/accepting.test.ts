import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { only } from '../charges/scene.ts'
import { publishedAgreement } from './agreement-scene.ts'
import { type RequestScene, requestScene, type Shown } from './scene.ts'

type Scene = RequestScene & { agreement: string; text: string }
const scenes: Scene[] = []
const scene = () => only(scenes)

beforeAll(async () => {
  const house = await requestScene()
  scenes.push({ ...house, ...(await publishedAgreement(house, { recordKinds: ['accession'] })) })
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

const Presented = z.looseObject({ sha256: z.string() })
const read = async ({ id }: Shown, as = 'demo-outsider', text = scene().text) =>
  scene().as(as).get(`/api/v1/requests/${id}/agreements/${text}`)
const hashOf = async (request: Shown, as?: string) =>
  Presented.parse(await (await read(request, as)).json()).sha256
const approved = async (more: object = {}) =>
  scene().decided(await scene().sent(), 'approved', { quantity: 100, ...more })
const page = (request: Shown) => `/requests/${request.id}/agreements/${scene().text}`
const submit = async (
  path: string,
  body: Record<string, string> | string[][],
  as = 'demo-outsider',
) =>
  scene().app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}` },
    body: new URLSearchParams(body),
  })

describe('an approval', () => {
  test('asks for the provider’s own terms, and goes on once they are accepted', async () => {
    const request = await approved()
    expect(request.state).toBe('decided')
    const sha256 = await hashOf(request)
    const agreement = scene().text
    const after = await scene().give(request.id, 'agreement-acceptance', { agreement, sha256 })
    expect(after.state).toBe('fulfilling')
    expect(
      await scene().refused(request.id, 'agreement-acceptance', { agreement, sha256 }),
    ).toContain(409)
    const row = await scene()
      .db.selectFrom('agreement_acceptance')
      .where('request_id', '=', request.id)
      .select(['address', 'sha256', 'round'])
      .execute()
    expect(row).toEqual([{ address: null, sha256, round: 1 }])
  })

  test('asks nothing of what the terms are not about', async () => {
    const { decided, sent, dataset } = scene()
    const request = await decided(await sent([{ record: dataset }]), 'approved')
    expect(request.state).toBe('fulfilled')
  })

  test('may add a text of the provider, and none of others or that is none', async () => {
    const { text } = await publishedAgreement(scene(), { isDefault: false })
    const request = await approved({ agreements: [text] })
    expect(request.items[0]?.decision).toMatchObject({ agreements: [scene().text, text] })
    const other = await scene().sent()
    for (const wrong of ['x', scene().agreement, scene().own]) {
      const decisions = [{ item: other.items[0]?.id, answer: 'approved', agreements: [wrong] }]
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await scene().refused(other.id, 'decision', { decisions }, 'demo-curator')).toEqual([
        422,
        'agreements',
      ])
    }
  })
})

describe('an acceptance', () => {
  test('is a member’s own: others neither read nor accept', async () => {
    const request = await approved()
    const sha256 = await hashOf(request)
    const given = { agreement: scene().text, sha256 }
    expect((await read(request, 'demo-researcher')).status).toBe(404)
    expect((await read(request, 'demo-curator')).status).toBe(200)
    expect(
      (
        await scene()
          .as()
          .get(`/api/v1${page(request)}`)
      ).status,
    ).toBe(401)
    expect(
      await scene().refused(request.id, 'agreement-acceptance', given, 'demo-researcher'),
    ).toEqual([404])
    expect(
      await scene().refused(request.id, 'agreement-acceptance', given, 'demo-curator'),
    ).toEqual([403])
    expect(
      await scene().refused(
        request.id,
        'agreement-refusal',
        { agreement: scene().text },
        'demo-curator',
      ),
    ).toEqual([403])
  })

  test('of what was not shown is refused, and leaves nothing behind', async () => {
    const request = await approved()
    const given = { agreement: scene().text, sha256: '0'.repeat(64) }
    expect(await scene().refused(request.id, 'agreement-acceptance', given)).toEqual([409])
    const none = { agreement: scene().own, sha256: given.sha256 }
    expect(await scene().refused(request.id, 'agreement-acceptance', none)).toEqual([404])
    expect((await scene().read(request.id)).state).toBe('decided')
  })

  test('is one, however often it is sent at once', async () => {
    const request = await approved()
    const given = { agreement: scene().text, sha256: await hashOf(request) }
    const herd = await Promise.all(
      [1, 2, 3, 4].map(async () =>
        scene().post(`/requests/${request.id}/agreement-acceptance`, given, 'demo-outsider'),
      ),
    )
    expect(herd.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409,
    ])
    const { events } = await scene().read(request.id)
    expect(events.filter(({ type }) => type === 'terms_accepted')).toHaveLength(1)
  })
})

describe('the page', () => {
  test('shows the whole text, takes the answer, and then what was accepted', async () => {
    const request = await approved()
    const html = await (await scene().as('demo-outsider').get(page(request))).text()
    const sha256 = await hashOf(request)
    expect(html).toContain(`value="${sha256}"`)
    expect(html).toContain('100 粒')
    expect((await submit(`${page(request)}/acceptance`, { sha256: 'x' })).status).toBe(409)
    expect((await submit(`${page(request)}/acceptance`, { sha256 })).status).toBe(303)
    const after = await (await scene().as('demo-outsider').get(page(request))).text()
    expect(after).not.toContain('name="sha256"')
    expect(after).toContain(sha256)
    expect(
      await (await scene().as('demo-outsider').get(`/requests/${request.id}`)).text(),
    ).toContain('您已接受')
  })

  test('drops what was approved under terms that are refused, and only that', async () => {
    const { seeds, dataset, sent, decided } = scene()
    const request = await decided(await sent([seeds(50), { record: dataset }]), 'approved')
    expect((await submit(`${page(request)}/refusal`, {})).status).toBe(303)
    const after = await scene().read(request.id)
    expect(after.items.map(({ ended }) => ended)).toEqual(['terms_refused', null])
    expect(after.state).toBe('fulfilled')
  })
})

describe('a text that the steward adds', () => {
  test('is offered beside the decision, asked of that item alone, and drops it alone when refused', async () => {
    const more = { title: { zh: '数据使用协议', en: 'DUA' }, kind: 'dua', isDefault: false }
    const { text } = await publishedAgreement(scene(), more)
    const archived = await publishedAgreement(scene(), {
      ...more,
      title: { zh: '旧协议', en: 'Old' },
    })
    await scene().post(`/agreements/${archived.agreement}/archival`, {}, 'demo-curator')
    const sent = await scene().sent([scene().seeds(3), { record: scene().dataset }])
    const html = await (await scene().as('demo-curator').get(`/requests/${sent.id}`)).text()
    expect(html).toContain(`value="${text}"`)
    expect(html).not.toContain(`value="${archived.text}"`)
    expect(
      await (await scene().as('demo-outsider').get(`/requests/${sent.id}`)).text(),
    ).not.toContain('数据使用协议')
    const [seeds, data] = sent.items.map(({ id }) => id)
    const decided = await submit(
      `/requests/${sent.id}/decision`,
      [
        ['item', seeds ?? ''],
        ['item', data ?? ''],
        [`${seeds}.answer`, 'approved'],
        [`${data}.answer`, 'approved'],
        [`${data}.agreements`, text],
      ],
      'demo-curator',
    )
    expect(decided.status).toBe(303)
    const agreementsOf = async () =>
      (await scene().read(sent.id)).items.map(({ decision, ended }) => [
        z
          .looseObject({ agreements: z.array(z.string()) })
          .parse(decision)
          .agreements.includes(text),
        ended,
      ])
    expect(await agreementsOf()).toEqual([
      [false, null],
      [true, null],
    ])
    await scene().give(sent.id, 'agreement-refusal', { agreement: text })
    expect(await agreementsOf()).toEqual([
      [false, null],
      [true, 'terms_refused'],
    ])
  })
})
