import { z } from 'zod'
import type { EventData, ItemDecision } from '../../src/requests/requests/model/events.ts'
import { publishable } from '../support/publishable.ts'
import { type TestHouse, testHouse } from '../support/house.ts'

const Id = z.object({ id: z.string() })

/** A house with an accession, an agreement with a published text, and a request for a hundred seeds. */
export async function agreementScene() {
  const house = await testHouse()
  const accession = await house.add('accession', {
    ...publishable.accession,
    institution: house.own,
    title: { zh: '紫花苜蓿', en: 'Lucerne' },
    accenumb: 'ZXM000123',
  })
  const agreement = await publishedAgreement(house)
  const request = await addRequest(house, accession)
  return { ...house, accession, ...agreement, ...request }
}
export type AgreementScene = Awaited<ReturnType<typeof agreementScene>>

/** An agreement with one published text. */
export async function publishedAgreement({ as, own }: TestHouse, more: object = {}) {
  const body = {
    zh: '# 材料\n1. {{provider}}向{{requester}}提供：\n\n{{quantity}}\n\n用途：{{purpose}}，{{date}}',
    en: '# Material\n1. {{provider}} gives {{requester}}:\n\n{{quantity}}\n\nFor {{purpose}}, {{date}}',
  }
  const title = { zh: '材料转移协议', en: 'MTA' }
  const asked = { title, kind: 'mta', institution: own, isDefault: true, body, ...more }
  const made = await as('demo-curator').post('/api/v1/agreements', asked)
  const { id: agreement } = Id.parse(await made.json())
  const at = `/api/v1/agreements/${agreement}/texts/1/publication`
  const { id: text } = Id.parse(await (await as('demo-curator').post(at, {})).json())
  return { agreement, text }
}

/** A request of the demo's researcher that is submitted, as the log has it. */
export async function addRequest(house: TestHouse, record: string) {
  const { db, own, people, services } = house
  const requester = people['demo-researcher']
  const at = services.now()
  const request = await db
    .insertInto('request')
    .values({
      number: `R-${crypto.randomUUID()}`,
      institution_id: own,
      requester_id: requester,
      purpose: JSON.stringify({ text: '抗旱性评价' }),
      created_at: at,
      turn_since: at,
      state: 'submitted',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const item = await db
    .insertInto('request_item')
    .values({
      request_id: request.id,
      position: 1,
      record_id: record,
      delivery: 'shipment',
      quantity: 100,
      unit: 'seed',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('request_member')
    .values({ request_id: request.id, person_id: requester, since: at })
    .execute()
  const items = [
    {
      id: item.id,
      recordId: record,
      delivery: 'shipment' as const,
      quantity: 100,
      unit: 'seed',
      isLoan: false,
      target: {},
    },
  ]
  const scene = { request: request.id, item: item.id, items }
  await log(
    house,
    request.id,
    { type: 'submitted', items, needsConsentOf: null, purpose: { intendedUse: [] }, answers: {} },
    requester,
  )
  return scene
}

/** Writes an event down, as the last of a request. */
export async function log(
  { db, services }: Pick<TestHouse, 'db' | 'services'>,
  request: string,
  { type, ...data }: EventData,
  by: string,
): Promise<void> {
  const { count } = await db
    .selectFrom('request_event')
    .where('request_id', '=', request)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const event = { request_id: request, number: count + 1, at: services.now(), by_id: by }
  const row = { ...event, type, is_public: true, data: JSON.stringify(data) }
  await db.insertInto('request_event').values(row).execute()
}

/** An item approved under agreements. */
export const approval = (itemId: string, agreementIds: string[], quantity = 50): ItemDecision => ({
  itemId,
  answer: 'approved',
  quantity,
  conditions: null,
  reason: null,
  until: null,
  agreementIds,
})
