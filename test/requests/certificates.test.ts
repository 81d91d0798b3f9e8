import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { only } from '../charges/scene.ts'
import { publishable } from '../support/publishable.ts'
import { type RequestScene, requestScene, type Shown } from './scene.ts'

const scenes: RequestScene[] = []
const scene = () => only(scenes)
beforeAll(async () => {
  scenes.push(await requestScene())
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

const important = async () =>
  scene().add('dataset', {
    ...publishable.dataset,
    title: { zh: '水库大坝', en: 'Dams' },
    access: 'on_request',
    dataGrade: 'important',
  })
const draftTo = async (record: string, destination?: string) => {
  const more = destination === undefined ? {} : { destination }
  const [first] = await scene().draft([{ record }], 'demo-outsider', more)
  if (!first) throw new Error('No request was made.')
  return first
}
const sentTo = async (record: string, destination?: string) =>
  scene().give((await draftTo(record, destination)).id, 'submission')

const Rules = z.object({
  items: z.array(z.object({ ruleId: z.string(), document: z.string().nullable() })),
})
const needs = async (record: string, destination: string) => {
  const path = `/api/v1/records/${record}/permits?destination=${destination}`
  return Rules.parse(await (await scene().as().get(path)).json()).items
}
const formOf = (fields: Readonly<Record<string, string>>, file?: File) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file) form.append('file', file)
  return form
}
const permit = async (request: Shown, record: string, more: object = {}) => {
  const [rule] = await needs(record, 'KZ')
  const facts = { item: request.items[0]?.id ?? '', rule: rule?.ruleId ?? '' }
  return { ...facts, number: '网信评估〔2026〕18 号', issuedOn: '2026-01-05', ...more }
}
const show = (
  id: string,
  fields: Readonly<Record<string, string>>,
  as = 'demo-outsider',
  file?: File,
) => scene().as(as).post(`/api/v1/requests/${id}/permits`, formOf(fields, file))
const approval = ({ items }: Shown) => ({
  decisions: items.map(({ id }) => ({ item: id, answer: 'approved' })),
})
const approve = ({ id, ...request }: Shown) =>
  scene().refused(id, 'decision', approval({ id, ...request }), 'demo-curator')
const Made = z.object({ id: z.string() })

describe('an item that the law asks a document for', () => {
  test('is not approved before its permit is there, and is once it is', async () => {
    const record = await important()
    const request = await sentTo(record, 'kz')
    expect(await approve(request)).toEqual([409, 'permit_missing'])
    const added = await show(request.id, await permit(request, record))
    expect(added.status).toBe(201)
    expect(await added.json()).toMatchObject({
      document: 'data_assessment',
      number: '网信评估〔2026〕18 号',
      validUntil: null,
      fileName: null,
      addedBy: { name: 'demo-outsider' },
    })
    const decided = await scene().decided(request, 'approved')
    expect(decided.items[0]?.decision?.answer).toBe('approved')
  })

  test('is not approved by a permit that has ended, or that was taken away', async () => {
    const record = await important()
    const request = await sentTo(record, 'KZ')
    const old = { issuedOn: '2020-01-01', validUntil: '2020-12-31' }
    await show(request.id, await permit(request, record, old))
    expect(await approve(request)).toEqual([409, 'permit_ended'])
    const good = Made.parse(await (await show(request.id, await permit(request, record))).json())
    const gone = await scene().as('demo-curator').delete(`/api/v1/request-permits/${good.id}`)
    expect(gone.status).toBe(204)
    expect(
      (await scene().as('demo-curator').delete(`/api/v1/request-permits/${good.id}`)).status,
    ).toBe(404)
    expect(await approve(request)).toEqual([409, 'permit_ended'])
  })

  test('is approved without one where it stays in China, and rejected in any case', async () => {
    const record = await important()
    const inside = await sentTo(record)
    expect((await scene().decided(inside, 'approved')).items[0]?.decision?.answer).toBe('approved')
    const abroad = await sentTo(record, 'KZ')
    expect(
      (await scene().decided(abroad, 'rejected', { reason: 'No.' })).items[0]?.decision?.answer,
    ).toBe('rejected')
  })
})

test('what the law blocks is not even sent: tissue for what is controlled from abroad', async () => {
  const tissue = await scene().add('collection', {
    ...publishable.collection,
    title: { en: 'Tissue' },
    access: 'on_request',
  })
  const asked = [{ record: tissue, quantity: 2, unit: 'vial' }]
  const [draft] = await scene().draft(asked)
  const change = { foreignControlled: true }
  const path = `/api/v1/institutions/${scene().other}`
  const admin = scene().as('demo-admin')
  expect((await admin.patch(path, change, { 'if-match': '*' })).status).toBe(200)
  const answer = await scene()
    .as('demo-outsider')
    .post(`/api/v1/requests/${draft?.id}/submission`, {})
  expect(answer.status).toBe(409)
  const refused = z
    .object({ detail: z.string(), objections: z.array(z.object({ code: z.string() })) })
    .parse(await answer.json())
  expect(refused.objections.map(({ code }) => code)).toEqual(['blocked_by_law'])
  expect(refused.detail).toContain('第七条')
  await admin.patch(path, { foreignControlled: false }, { 'if-match': '*' })
  expect((await scene().give(draft?.id ?? '', 'submission')).state).toBe('submitted')
})

describe('permits of a request', () => {
  test('are shown and added by its sides alone', async () => {
    const record = await important()
    const request = await sentTo(record, 'KZ')
    const facts = await permit(request, record)
    const file = new File(['%PDF-1.7'], '评估结果.pdf')
    const { id } = Made.parse(await (await show(request.id, facts, 'demo-outsider', file)).json())
    for (const [as, status] of [
      ['demo-researcher', 404],
      ['demo-pi', 404],
      ['demo-curator', 200],
      ['demo-outsider', 200],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await scene().as(as).get(`/api/v1/request-permits/${id}`)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const list = await scene().as(as).get(`/api/v1/requests/${request.id}/permits`)
      expect([as, seen.status, list.status]).toEqual([as, status, status])
    }
    expect((await scene().as().get(`/api/v1/request-permits/${id}`)).status).toBe(401)
    expect((await scene().as().get(`/api/v1/requests/${request.id}/permits`)).status).toBe(401)
    expect((await show(request.id, facts, 'demo-researcher')).status).toBe(404)
    const bytes = await scene().as('demo-curator').get(`/api/v1/request-permits/${id}`)
    expect(await bytes.text()).toBe('%PDF-1.7')
    expect((await show(request.id, facts, 'demo-curator')).status).toBe(201)
    const removed = await scene().as('demo-outsider').delete(`/api/v1/request-permits/${id}`)
    expect(removed.status).toBe(204)
    const audit = await scene()
      .as('demo-admin')
      .get(`/api/v1/audit?entity=request&entityId=${request.id}&limit=2`)
    expect(await audit.json()).toMatchObject({
      items: [{ action: 'request.permit_remove' }, { action: 'request.permit_add' }],
    })
  })

  test('are of its own items and of rules that ask for a document, while it goes on', async () => {
    const record = await important()
    const [request, other] = [await sentTo(record, 'KZ'), await sentTo(record, 'KZ')]
    const status = async (more: object) =>
      (await show(request.id, await permit(request, record, more))).status
    expect(await status({ item: other.items[0]?.id })).toBe(422)
    expect(await status({ item: 'nonsense' })).toBe(422)
    expect(await status({ rule: request.id })).toBe(404)
    expect(await status({ number: '' })).toBe(422)
    expect(await status({ number: 'a\u0000b' })).toBe(422)
    expect(await status({ issuedOn: '2026-02-30' })).toBe(422)
    expect(await status({ validUntil: '2026-01-04' })).toBe(422)
    const empty = new File([], 'empty.pdf')
    expect(
      (await show(request.id, await permit(request, record), 'demo-outsider', empty)).status,
    ).toBe(422)
    const draft = await draftTo(record, 'KZ')
    expect((await show(draft.id, await permit(draft, record))).status).toBe(409)
    await scene().give(request.id, 'withdrawal')
    expect(await status({})).toBe(409)
  })

  test('are on its page, with what is missing, and a form that says again what was typed', async () => {
    const record = await important()
    const request = await sentTo(record, 'KZ')
    const page = async (as: string) =>
      (await scene().as(as).get(`/requests/${request.id}`, { cookie: 'hexi_lang=en' })).text()
    expect(await page('demo-outsider')).toContain('Data Security Law, article 31')
    expect(await page('demo-outsider')).toContain('Missing')
    const { item, rule, ...facts } = await permit(request, record)
    const send = (fields: object) =>
      scene()
        .as('demo-outsider')
        .post(
          `/requests/${request.id}/permits`,
          formOf({ ...facts, need: `${item} ${rule}`, ...fields }),
        )
    const refused = await send({ issuedOn: '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('网信评估〔2026〕18 号')
    expect((await send({})).status).toBe(303)
    expect(await page('demo-curator')).toContain('网信评估〔2026〕18 号')
    expect(await page('demo-curator')).not.toContain('Missing')
  })
})
