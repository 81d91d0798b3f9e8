import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Context, transact } from '../../src/core/context.ts'
import {
  presentAgreement,
  sealAcceptance,
  sealedOf,
} from '../../src/requests/agreements/actions/seal.ts'
import { only } from '../charges/scene.ts'
import { houseContext } from '../support/people.ts'
import {
  addRequest,
  type AgreementScene,
  agreementScene,
  approval,
  log,
  publishedAgreement,
} from './agreement-scene.ts'

const scenes: AgreementScene[] = []
const scene = () => only(scenes)

beforeAll(async () => {
  scenes.push(await agreementScene())
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

/** The demo's researcher, or another of its people, at a moment. */
function as(token: keyof AgreementScene['people'] = 'demo-researcher', days = 0): Context {
  const { services, people } = scene()
  const context = houseContext(services)
  const now = () => services.now().add({ hours: 24 * days })
  const none = { institutionIds: [], collectionIds: [] }
  const person = { type: 'person', personId: people[token], name: token, email: '' } as const
  const roles = {
    isAdmin: false,
    institutionIds: [],
    curates: none,
    stewards: none,
    standsIn: [],
    labs: [],
  }
  const via = { type: 'session', sessionId: '' } as const
  return { ...context, now, actor: { ...person, ...roles, lang: 'zh', via } }
}

/** A request of its own, decided or not. */
async function asked({ isDecided = false } = {}) {
  const { accession, text, db } = scene()
  const made = await addRequest(scene(), accession)
  if (isDecided) {
    const decisions = [approval(made.item, [text])]
    await log(
      scene(),
      made.request,
      { type: 'items_decided', decisions },
      scene().people['demo-steward'],
    )
    await db
      .updateTable('request_item')
      .set({ answer: 'approved', approved_quantity: 50 })
      .where('id', '=', made.item)
      .execute()
  }
  return { requestId: made.request, textId: text }
}

const accept = async (
  ctx: Context,
  {
    address = '203.0.113.9',
    ...given
  }: { requestId: string; textId: string; sha256: string; address?: string },
) => transact(ctx, (trx) => sealAcceptance(trx, ctx, { ...given, address }))

describe('a text that is presented', () => {
  test('says what is asked for, and what was approved once it is decided', async () => {
    const open = await presentAgreement(as(), await asked())
    expect(open.shown.zh).toEqual([
      { type: 'heading', level: 1, text: '材料' },
      { type: 'list', start: 1, items: ['甘肃省种质资源库向demo-researcher提供：'] },
      { type: 'list', start: null, items: ['紫花苜蓿 ZXM000123：100 粒'] },
      { type: 'paragraph', text: expect.stringMatching(/^用途：抗旱性评价，\d{4}年/) },
    ])
    const decided = await presentAgreement(as(), await asked({ isDecided: true }))
    expect(decided.shown.en[2]).toEqual({
      type: 'list',
      start: null,
      items: ['Lucerne ZXM000123: 50 seeds'],
    })
  })

  test('is a published one', async () => {
    const { requestId } = await asked()
    const draft = await scene()
      .as('demo-curator')
      .post(`/api/v1/agreements/${scene().agreement}/texts`, {})
    const { id } = await draft.json()
    await expect(presentAgreement(as(), { requestId, textId: id })).rejects.toThrow(
      'This version of the agreement does not exist',
    )
    for (const textId of [scene().own, 'x'])
      // oxlint-disable-next-line no-await-in-loop
      await expect(presentAgreement(as(), { requestId, textId })).rejects.toThrow(
        'This version of the agreement does not exist',
      )
  })
})

describe('an acceptance', () => {
  test('keeps what was shown, who accepted it, when and from where', async () => {
    const about = await asked({ isDecided: true })
    const { sha256, shown } = await presentAgreement(as(), about)
    await accept(as(), { ...about, sha256 })
    const [sealed] = await sealedOf(as(), about.requestId)
    expect(sealed).toMatchObject({ shown, sha256, isIntact: true, round: 1, textId: about.textId })
    const row = await scene()
      .db.selectFrom('agreement_acceptance')
      .where('request_id', '=', about.requestId)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      person_id: scene().people['demo-researcher'],
      address: '203.0.113.9',
    })
    const { db } = scene()
    const change = db
      .updateTable('agreement_acceptance')
      .set({ sha256: '0'.repeat(64) })
      .execute()
    await expect(change).rejects.toThrow('never changed')
    await expect(db.deleteFrom('agreement_acceptance').execute()).rejects.toThrow('never changed')
  })

  test.each(['', 'x', '0'.repeat(64)])('of something else is refused: %j', async (sha256) => {
    const about = await asked()
    await expect(accept(as(), { ...about, sha256 })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await sealedOf(as(), about.requestId)).toEqual([])
  })

  test('of a text that has changed since is refused in words: another day, another quantity', async () => {
    const about = await asked()
    const { sha256 } = await presentAgreement(as(), about)
    const refusal = { kind: 'conflict', detail: { en: expect.stringContaining('changed after') } }
    await expect(accept(as('demo-researcher', 1), { ...about, sha256 })).rejects.toMatchObject(
      refusal,
    )
    await scene()
      .db.updateTable('request_item')
      .set({ quantity: 99 })
      .where('request_id', '=', about.requestId)
      .execute()
    await expect(accept(as(), { ...about, sha256 })).rejects.toMatchObject(refusal)
  })

  test('is of one’s own name: what somebody else was shown is another text', async () => {
    const { text: textId } = await publishedAgreement(scene(), {
      body: { zh: '{{signer}}', en: '{{signer}}' },
    })
    const { requestId } = await asked()
    const added = { type: 'member_added', personId: scene().people['demo-pi'] } as const
    await log(scene(), requestId, added, scene().people['demo-researcher'])
    const { sha256 } = await presentAgreement(as('demo-pi'), { requestId, textId })
    await expect(accept(as(), { requestId, textId, sha256 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await accept(as('demo-pi'), { requestId, textId, sha256 })
  })

  test('counts once, however often it is sent at once', async () => {
    const about = await asked()
    const { sha256 } = await presentAgreement(as(), about)
    const herd = await Promise.allSettled(
      [1, 2, 3, 4, 5].map(async () => accept(as(), { ...about, sha256 })),
    )
    expect(herd.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await sealedOf(as(), about.requestId)).toHaveLength(1)
  })

  test('is asked again once the request was changed', async () => {
    const about = await asked()
    const { sha256 } = await presentAgreement(as(), about)
    await accept(as(), { ...about, sha256 })
    const [item] = await scene()
      .db.selectFrom('request_item')
      .where('request_id', '=', about.requestId)
      .selectAll()
      .execute()
    const items = [
      {
        id: item?.id ?? '',
        recordId: item?.record_id ?? '',
        delivery: 'shipment' as const,
        quantity: 7,
        unit: 'seed',
        isLoan: false,
        target: {},
      },
    ]
    await log(
      scene(),
      about.requestId,
      { type: 'amended', items, needsConsentOf: null, purpose: { intendedUse: [] }, answers: {} },
      scene().people['demo-researcher'],
    )
    const again = await presentAgreement(as(), about)
    expect(again.round).toBe(2)
    await accept(as(), { ...about, sha256: again.sha256 })
    expect((await sealedOf(as(), about.requestId)).map(({ round }) => round)).toEqual([1, 2])
  })

  test('of who is not signed in is refused', async () => {
    const about = await asked()
    const { sha256 } = await presentAgreement(as(), about)
    const nobody: Context = { ...as(), actor: { type: 'anonymous' } }
    await expect(accept(nobody, { ...about, sha256 })).rejects.toMatchObject({
      kind: 'unauthenticated',
    })
  })
})
