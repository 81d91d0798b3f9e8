import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Temporal } from '../../src/core/time.ts'
import type { ItemFacts, RequestFacts } from '../../src/requests/facts/model.ts'
import { paperKinds, type PrintedShipment } from '../../src/requests/papers/model.ts'
import { papersOf, sentItems, sheetsOf, tableOf } from '../../src/requests/papers/rules.ts'
import { only } from '../charges/scene.ts'
import { publishedAgreement } from './agreement-scene.ts'
import { type RequestScene, requestScene, type Shown } from './scene.ts'

const item = (change: Partial<ItemFacts> = {}): ItemFacts => ({
  id: 'i',
  recordId: 'r',
  kind: 'accession',
  title: { zh: '紫花苜蓿', en: null },
  number: 'ZXM1',
  taxon: 'Medicago sativa',
  origin: 'CHN',
  delivery: 'shipment',
  quantity: 1500,
  unit: 'gram',
  isLoan: false,
  answer: 'approved',
  isEnded: false,
  conditions: null,
  shipped: 500,
  lots: [],
  ...change,
})
const of = (...items: ItemFacts[]): RequestFacts => ({
  id: 'q',
  number: '2026-1',
  institutionId: 'p',
  collectionId: null,
  requesterId: 'a',
  provider: {
    id: 'p',
    name: { zh: '库', en: null },
    address: null,
    creditCode: null,
    wiews: null,
    country: 'CN',
    collection: null,
  },
  requester: { name: '李', email: 'li@hexi.example' },
  recipient: null,
  deliverTo: null,
  lab: null,
  purpose: null,
  submittedAt: null,
  round: 1,
  items,
})
const sentAt = Temporal.Instant.from('2026-03-04T02:00:00Z')
const shipment = (id: string, ...lines: PrintedShipment['lines']): PrintedShipment => ({
  id,
  way: 'carrier',
  carrier: '顺丰',
  tracking: 'SF1',
  collectedBy: null,
  note: null,
  sentAt,
  sentBy: null,
  receivedAt: null,
  lostAt: null,
  lines,
})
const zhOf = (
  kind: Parameters<typeof tableOf>[0],
  facts: RequestFacts,
  shipments: readonly PrintedShipment[] = [],
) =>
  sheetsOf(facts, shipments).map((sheet) =>
    tableOf(kind, sheet, true).rows.map((row) => row.map(({ zh }) => zh)),
  )

describe('what goes', () => {
  test.each<[string, Partial<ItemFacts>, number]>([
    ['approved material', {}, 1],
    ['a download', { delivery: 'download' }, 0],
    ['what is not decided', { answer: null }, 0],
    ['what is rejected', { answer: 'rejected' }, 0],
    ['what ended before it was sent', { isEnded: true, shipped: 0 }, 0],
    ['what ended after some of it was sent', { isEnded: true }, 1],
  ])('is material that is approved: %s', (_, change, count) => {
    expect(sentItems(of(item(change)))).toHaveLength(count)
  })

  test('is listed shipment by shipment, and then what has still to go', () => {
    const line = { item: 'i', quantity: 0.5, unit: 'gram' } as const
    const loan = item({ isLoan: true, conditions: '不得转让', shipped: 700 })
    const shipments = [
      shipment('2', { ...line, quantity: 0.2, lot: null }),
      shipment('1', { ...line, quantity: 0.3, lot: 'A' }, { ...line, quantity: 0.2, lot: 'B' }),
    ]
    const name = '紫花苜蓿 ZXM1（借用，须归还）'
    expect(zhOf('delivery-note', of(loan), shipments)).toEqual([
      [['1', name, 'A, B', '0.5 克', '1.5 克', '不得转让']],
      [['1', name, '', '0.2 克', '1.5 克', '不得转让']],
      [['1', name, '', '0.8 克', '1.5 克', '不得转让']],
    ])
  })

  test('is packed lot by lot with where each lies, or as a whole where no lot is chosen', () => {
    const lots = [
      { code: 'A', unit: 'gram', open: 1000, place: '冷库/3' },
      { code: 'B', unit: 'seed', open: 20, place: null },
      { code: 'C', unit: 'gram', open: 0, place: null },
    ]
    const facts = of(item({ lots }), item({ id: 'j', number: null }))
    expect(zhOf('packing-list', facts)).toEqual([
      [
        ['1', '紫花苜蓿 ZXM1', 'A', '冷库/3', '1 克', '', ''],
        ['2', '紫花苜蓿 ZXM1', 'B', '', '20 粒', '', ''],
        ['3', '紫花苜蓿', '', '', '1 克', '', ''],
      ],
    ])
    const own = sheetsOf(facts, []).flatMap((sheet) => tableOf('packing-list', sheet).columns)
    expect(own.map(({ zh }) => zh)).not.toContain('位置')
  })

  test('is described for quarantine and customs, with blanks where only people know', () => {
    const facts = of(
      item(),
      item({
        kind: 'collection',
        taxon: null,
        origin: null,
        unit: 'vial',
        quantity: 3,
        shipped: 0,
      }),
    )
    expect(zhOf('phytosanitary', facts)).toEqual([
      [['1', 'Medicago sativa', '紫花苜蓿 ZXM1', '', 'CHN', '种子或干样', '1 克', '']],
    ])
    expect(zhOf('customs', facts)).toEqual([
      [
        ['1', '紫花苜蓿 ZXM1，Medicago sativa', 'CHN', '1 克', '', ''],
        ['2', '紫花苜蓿 ZXM1', '', '3 管', '', ''],
      ],
    ])
  })
})

test('a request has the papers of what is approved', () => {
  const approved = { answer: 'approved', agreements: ['t'] }
  const seeds = { delivery: 'shipment', record: { kind: 'accession' }, decision: null }
  expect(papersOf([seeds])).toEqual([])
  expect(papersOf([{ ...seeds, decision: approved }])).toEqual([...paperKinds])
  const data = { delivery: 'download', record: { kind: 'dataset' }, decision: approved }
  expect(papersOf([data])).toEqual(['agreement'])
})

const scenes: RequestScene[] = []
const scene = () => only(scenes)
beforeAll(async () => {
  scenes.push(await requestScene())
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

const paper = async ({ id }: Shown, kind: string, as?: string) =>
  scene().as(as).get(`/requests/${id}/papers/${kind}`)

describe('a paper', () => {
  test('is for the sides of the request, in both languages, with a code that opens it', async () => {
    const request = await scene().decided(await scene().sent(), 'approved', { quantity: 100 })
    const address = '武威市凉州区试验站 3 号'
    await sql`update request set address = ${address} where id = ${request.id}`.execute(scene().db)
    for (const kind of paperKinds) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await paper(request, kind)).status).toBe(303)
      // oxlint-disable-next-line no-await-in-loop
      expect((await paper(request, kind, 'demo-researcher')).status).toBe(404)
      // oxlint-disable-next-line no-await-in-loop
      const html = await (await paper(request, kind, 'demo-outsider')).text()
      expect(html).toContain(request.number)
      expect(html).toMatch(
        /<a class="paper-code" href="http:\/\/hexi\.test\/requests\/[^"]+"[^>]*><svg/,
      )
    }
    const note = await (await paper(request, 'delivery-note', 'demo-curator')).text()
    for (const words of ['100 粒', address]) expect(note).toContain(words)
    expect(note).toContain('100 seeds')
    expect((await paper(request, 'invoice', 'demo-outsider')).status).toBe(404)
    expect(
      await (await scene().as('demo-outsider').get(`/requests/${request.id}`)).text(),
    ).toContain('/papers/packing-list')
  })

  test('of an agreement is the text as it was accepted, by whom and when', async () => {
    const { text } = await publishedAgreement(scene(), { recordKinds: ['accession'] })
    const request = await scene().decided(await scene().sent(), 'approved', { quantity: 70 })
    expect(await (await paper(request, 'agreement', 'demo-outsider')).text()).toContain(
      '还没有人接受协议',
    )
    const at = `/api/v1/requests/${request.id}/agreements/${text}`
    const { sha256 } = z
      .looseObject({ sha256: z.string() })
      .parse(await (await scene().as('demo-outsider').get(at)).json())
    await scene().give(request.id, 'agreement-acceptance', { agreement: text, sha256 })
    const html = await (await paper(request, 'agreement', 'demo-curator')).text()
    for (const words of [sha256, '与接受时一致', 'demo-outsider', '70 粒', '70 seeds'])
      expect(html).toContain(words)
  })
})
