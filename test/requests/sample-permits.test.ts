import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Temporal } from '../../src/core/time.ts'
import { type SampleScene, sampleScene } from '../samples/scene.ts'
import { testNow } from '../support/clock.ts'
import type { Shown } from './scene.ts'

const curator = 'demo-curator'
const Findings = z.object({
  items: z.array(
    z.object({ ruleId: z.string(), effect: z.string(), document: z.string().nullable() }),
  ),
})

type Recipient = { country: string; foreignControlled: boolean }
const domestic = { country: 'CN', foreignControlled: false }
const kazakh = { country: 'KZ', foreignControlled: false }
const controlled = { country: 'CN', foreignControlled: true }

function movingClock() {
  let now = testNow()
  return {
    now: () => now,
    wait: (span: Temporal.DurationLike) => {
      now = now.add(span)
    },
  }
}

/** A request by criteria of somebody of such an institution, that goes to a country; its samples are reserved. */
async function asked(scene: SampleScene, recipient: Recipient, destination: string) {
  const edited = await scene
    .as('demo-admin')
    .patch(`/api/v1/institutions/${scene.other}`, recipient, { 'if-match': '*' })
  if (edited.status !== 200) throw new Error(await edited.text())
  const sample = await scene.sample(await scene.donor({ uses: ['health', 'abroad'] }))
  const samples = { types: ['plasma'], purpose: 'health', uses: ['abroad'] }
  const item = { record: scene.collection, quantity: 1, unit: 'sample', target: { samples } }
  return { sample, body: { items: [item], destination } }
}

const itemOf = ({ items }: Shown) => items[0]?.id ?? ''

const findings = async (scene: SampleScene, destination: string) => {
  const path = `/api/v1/records/${scene.collection}/permits?institution=${scene.other}&destination=${destination}`
  return Findings.parse(await (await scene.as().get(path)).json()).items
}

async function show(
  scene: SampleScene,
  request: Shown,
  { document, destination, validUntil }: Record<'document' | 'destination' | 'validUntil', string>,
) {
  const rule = (await findings(scene, destination)).find((one) => one.document === document)
  const form = new FormData()
  const facts = {
    item: itemOf(request),
    rule: rule?.ruleId ?? '',
    number: '国科遗办审字〔2026〕1 号',
  }
  for (const [name, value] of Object.entries({ ...facts, issuedOn: '2026-01-05', validUntil }))
    form.append(name, value)
  const answer = await scene
    .as('demo-outsider')
    .post(`/api/v1/requests/${request.id}/permits`, form)
  if (answer.status !== 201) throw new Error(await answer.text())
}

const approval = (request: Shown) => ({
  decisions: [{ item: itemOf(request), answer: 'approved' }],
})

type Body = Awaited<ReturnType<typeof asked>>['body']

async function sent(scene: SampleScene, { items, destination }: Body): Promise<Shown> {
  const [draft] = await scene.draft(items, 'demo-outsider', { destination })
  return scene.give(draft?.id ?? '', 'submission')
}

async function pick({ post, rowOf }: SampleScene, request: Shown, sample: string) {
  const reserved = await post(
    `/requests/${request.id}/items/${itemOf(request)}/sample-reservations`,
    { samples: [sample] },
    curator,
  )
  const picked = await post(
    `/requests/${request.id}/picks`,
    { code: (await rowOf(sample)).code },
    curator,
  )
  return [reserved.status, picked.status]
}

describe('samples of people that are asked for by criteria', () => {
  test.each<[string, Recipient, string, string[]]>([
    ['a domestic institution that takes them abroad', domestic, 'KZ', ['human_export']],
    ['one from abroad', kazakh, 'KZ', ['human_cooperation', 'human_export']],
    [
      'one in China that is controlled from abroad',
      controlled,
      'KZ',
      ['human_cooperation', 'human_export'],
    ],
  ])(
    'by %s, are approved and leave with every permit alone',
    async (_, recipient, destination, documents) => {
      const { now, wait } = movingClock()
      await using scene = await sampleScene({}, { now })
      const { sample, body } = await asked(scene, recipient, destination)
      const request = await sent(scene, body)
      const needed = (await findings(scene, destination)).flatMap(({ document }) => document ?? [])
      expect(needed.toSorted()).toEqual(documents)
      for (const [n, document] of documents.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect(await scene.refused(request.id, 'decision', approval(request), curator)).toEqual([
          409,
          ...documents.slice(n).map(() => 'permit_missing'),
        ])
        // oxlint-disable-next-line no-await-in-loop
        await show(scene, request, { document, destination, validUntil: '2026-12-31' })
      }
      await scene.give(request.id, 'decision', approval(request), curator)
      expect(await pick(scene, request, sample)).toEqual([200, 200])
      wait({ hours: 24 * 60 })
      expect(await scene.refused(request.id, 'shipment', { carrier: '顺丰' }, curator)).toEqual([
        409,
        ...documents.map(() => 'permit_ended'),
      ])
      expect(await scene.rowOf(sample)).toMatchObject({ state: 'stored' })
      for (const document of documents)
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await show(scene, request, { document, destination, validUntil: '2027-12-31' })
      await scene.give(request.id, 'shipment', { carrier: '顺丰' }, curator)
      expect(await scene.rowOf(sample)).toMatchObject({ state: 'shipped' })
    },
  )

  test('stay in China with a domestic institution without any permit', async () => {
    await using scene = await sampleScene()
    const { sample, body } = await asked(scene, domestic, 'CN')
    const request = await sent(scene, body)
    await scene.give(request.id, 'decision', approval(request), curator)
    expect(await pick(scene, request, sample)).toEqual([200, 200])
    await scene.give(request.id, 'shipment', { carrier: '顺丰' }, curator)
    expect(await scene.rowOf(sample)).toMatchObject({ state: 'shipped' })
  })

  test.each([
    ['from abroad', kazakh],
    ['controlled from abroad', controlled],
  ])('are not given in China to an institution %s, whatever is shown', async (_, recipient) => {
    await using scene = await sampleScene()
    const { body } = await asked(scene, recipient, 'CN')
    const answer = await scene.post('/requests', body, 'demo-outsider')
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { objections: [{ code: 'blocked_by_law' }] },
    ])
  })

  test('of an institution that became foreign-controlled after the approval do not leave', async () => {
    await using scene = await sampleScene()
    const { sample, body } = await asked(scene, domestic, 'CN')
    const request = await sent(scene, body)
    await scene.give(request.id, 'decision', approval(request), curator)
    expect(await pick(scene, request, sample)).toEqual([200, 200])
    await scene
      .as('demo-admin')
      .patch(`/api/v1/institutions/${scene.other}`, controlled, { 'if-match': '*' })
    expect(await scene.refused(request.id, 'shipment', { carrier: '顺丰' }, curator)).toEqual([
      409,
      'blocked_by_law',
    ])
    expect(await scene.rowOf(sample)).toMatchObject({ state: 'stored' })
  })
})
