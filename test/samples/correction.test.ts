import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Temporal } from '../../src/core/time.ts'
import { correctionDays } from '../../src/samples/withdrawals/rules.ts'
import { testNow } from '../support/clock.ts'
import { tellWaiting } from '../support/told.ts'
import { type SampleScene, sampleScene } from './scene.ts'

const curator = 'demo-curator'
const reason = { reason: '选错了供体' }

const withdraw = async (scene: SampleScene, id: string) => {
  const answer = await scene.post(`/donors/${id}/withdrawal`, {}, curator)
  if (answer.status !== 200) throw new Error(await answer.text())
}

const correct = async (scene: SampleScene, id: string, body: object = reason, as = curator) =>
  scene.post(`/donors/${id}/withdrawal/correction`, body, as)

const detailOf = async (answer: Response) => [answer.status, (await answer.json()).detail]

const blockedAmong = async (scene: SampleScene, ids: Readonly<Record<string, string>>) => {
  const rows = await Promise.all(
    Object.entries(ids).map(
      async ([name, id]) => [name, (await scene.rowOf(id)).isBlocked] as const,
    ),
  )
  return rows.flatMap(([name, isBlocked]) => (isBlocked ? [name] : []))
}

/** Two donors, with a pool of both, one of the first alone, and what was made of the pools. */
async function pools(scene: SampleScene) {
  const [first, second] = [await scene.donor(), await scene.donor()]
  const [a, b] = [await scene.sample(first), await scene.sample(second)]
  const aliquot = await scene.sample(first, { parents: [a] })
  const pool = async (parents: string[]) => scene.sample(null, { isPooled: true, parents })
  const both = await pool([aliquot, b])
  const ofBoth = await pool([both])
  const own = await pool([a, aliquot])
  return { first, second, samples: { a, b, aliquot, both, ofBoth, own } }
}

describe('a withdrawal that was recorded by mistake is corrected', () => {
  test('so that what it blocked can be had, picked and counted again, with an event of each sample', async () => {
    await using scene = await sampleScene()
    const { first, samples } = await pools(scene)
    await withdraw(scene, first)
    expect(await blockedAmong(scene, samples)).toEqual(['a', 'aliquot', 'both', 'ofBoth', 'own'])
    const answer = await correct(scene, first)
    expect([answer.status, await answer.json()]).toEqual([200, { unblocked: 5 }])
    expect(await blockedAmong(scene, samples)).toEqual([])
    const { rows } = await sql<{ kind: string }>`
      select kind from sample_event where sample_id = ${samples.both} order by id`.execute(scene.db)
    expect(rows.map(({ kind }) => kind)).toEqual(['block', 'unblock'])
    expect((await correct(scene, first)).status).toBe(409)
    await withdraw(scene, first)
    expect(await blockedAmong(scene, samples)).toEqual(['a', 'aliquot', 'both', 'ofBoth', 'own'])
  })

  test.each([
    ['the first of two, then the second', ['first', 'second']],
    ['the second of two, then the first', ['second', 'first']],
  ] as const)('%s: a pool stays blocked while one of its donors is withdrawn', async (_, order) => {
    await using scene = await sampleScene()
    const { samples, ...donors } = await pools(scene)
    const own = { first: ['a', 'aliquot', 'own'], second: ['b'] }
    await withdraw(scene, donors.first)
    await withdraw(scene, donors.second)
    expect(await blockedAmong(scene, samples)).toEqual(Object.keys(samples))
    const [one, other] = order
    expect(await (await correct(scene, donors[one])).json()).toEqual({
      unblocked: own[one].length,
    })
    expect(await blockedAmong(scene, samples)).toEqual(
      [...own[other], 'both', 'ofBoth'].toSorted(
        (x, y) => Object.keys(samples).indexOf(x) - Object.keys(samples).indexOf(y),
      ),
    )
    await correct(scene, donors[other])
    expect(await blockedAmong(scene, samples)).toEqual([])
  })

  test('and what was blocked at another time stays blocked', async () => {
    await using scene = await sampleScene()
    const donor = await scene.donor()
    const [earlier, own] = [await scene.sample(donor), await scene.sample(donor)]
    await sql`update sample set blocked_at = '2026-02-01' where id = ${earlier}`.execute(scene.db)
    await withdraw(scene, donor)
    await correct(scene, donor)
    expect(await blockedAmong(scene, { earlier, own })).toEqual(['earlier'])
  })

  test('by staff of the collection alone, with a reason that names nobody, which the audit keeps', async () => {
    await using scene = await sampleScene()
    const donor = await scene.donor()
    await scene.sample(donor)
    expect((await correct(scene, donor)).status).toBe(409)
    await withdraw(scene, donor)
    for (const as of ['demo-outsider', scene.strangerToken])
      // oxlint-disable-next-line no-await-in-loop -- two
      expect((await correct(scene, donor, reason, as)).status).toBe(404)
    for (const body of [{}, { reason: '' }, { reason: '张伟 13800138000' }])
      // oxlint-disable-next-line no-await-in-loop -- three
      expect((await correct(scene, donor, body)).status).toBe(422)
    const twice = await Promise.all([correct(scene, donor), correct(scene, donor)])
    expect(twice.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([200, 409])
    const { rows } = await sql<{ action: string; after: object }>`
      select action, after from audit where entity_id = ${donor} order by id desc limit 1`.execute(
      scene.db,
    )
    expect(rows).toMatchObject([
      { action: 'donor.correct_withdrawal', after: { reason: '选错了供体', unblocked: 1 } },
    ])
  })

  test('for a week, and until a sample is destroyed', async () => {
    let now = testNow()
    const wait = (span: Temporal.DurationLike) => {
      now = now.add(span)
    }
    await using scene = await sampleScene({}, { now: () => now })
    const [late, destroyed, early] = [await scene.donor(), await scene.donor(), await scene.donor()]
    const samples = [
      await scene.sample(late),
      await scene.sample(destroyed),
      await scene.sample(early),
    ]
    const destroy = async (n: number) => {
      const answer = await scene.post(`/samples/${samples[n]}/events`, { kind: 'destroy' }, curator)
      expect(answer.status).toBe(204)
    }
    await destroy(2)
    wait({ hours: 1 })
    for (const donor of [late, destroyed, early])
      // oxlint-disable-next-line no-await-in-loop -- three
      await withdraw(scene, donor)
    await destroy(1)
    expect(await detailOf(await correct(scene, destroyed))).toEqual([
      409,
      '登记之后已有样本销毁，不能再更正。',
    ])
    expect((await correct(scene, early)).status).toBe(200)
    wait({ hours: 24 * correctionDays + 1 })
    expect(await detailOf(await correct(scene, late))).toEqual([
      409,
      '登记已超过 7 天，不能再更正。',
    ])
    const page = await (await scene.as(curator).get(`/donors/${late}/withdrawal`)).text()
    expect(page).not.toContain('/withdrawal/correction')
    expect(page).toContain('登记已超过 7 天')
  })

  test('and a request does not get back what it let go of; both sides are told, who has some is not asked for it', async () => {
    await using scene = await sampleScene()
    const donor = await scene.donor()
    const [held, out] = [await scene.sample(donor), await scene.sample(donor)]
    const sent = await scene.sent([
      {
        record: scene.collection,
        quantity: 2,
        unit: 'sample',
        target: { samples: { purpose: 'health' } },
      },
    ])
    const item = sent.items[0]?.id ?? ''
    await scene.hold(item, held)
    const hold = await scene.hold(item, out)
    const { rows: shipments } = await sql<{ id: string }>`
      insert into shipment (request_id, way, sent_at) values (${sent.id}, 'carrier', '2026-01-06') returning id`.execute(
      scene.db,
    )
    await sql`update request_sample set picked_at = '2026-01-06', sent_amount = 500,
      shipment_id = ${shipments[0]?.id} where id = ${hold}`.execute(scene.db)
    await withdraw(scene, donor)
    await tellWaiting(scene.services, { times: 2 })
    const before = (await letters(scene)).length
    await correct(scene, donor)
    await tellWaiting(scene.services, { times: 2 })
    const told = await letters(scene, before)
    const [heldCode, outCode] = [(await scene.rowOf(held)).code, (await scene.rowOf(out)).code]
    const toStaff = told.filter((body) => body.includes(heldCode))
    const toAsker = told.filter((body) => body.includes(outCode) && !body.includes(heldCode))
    expect(toStaff.length).toBeGreaterThan(0)
    expect(toStaff.every((body) => body.includes('不会自动恢复'))).toBe(true)
    expect(toAsker).toHaveLength(1)
    expect(toAsker[0]).toContain('可以按原申请继续使用')
    expect(told.join('\n')).not.toMatch(/D-\d/)
    const { rows } = await sql<{ endedAs: string | null }>`
      select ended_as as "endedAs" from request_sample where item_id = ${item} order by id`.execute(
      scene.db,
    )
    expect(rows).toEqual([{ endedAs: 'blocked' }, { endedAs: null }])
    const list = await scene.as(curator).get(`/api/v1/donors/${donor}/outstanding-samples`)
    expect((await list.json()).items).toMatchObject([{ id: out, standing: 'shipped' }])
    const reserve = `/requests/${sent.id}/items/${item}/sample-reservations`
    expect((await scene.post(reserve, { samples: [held] }, curator)).status).toBe(200)
  })
})

const letters = async ({ db }: SampleScene, from = 0) => {
  const { rows } = await sql<{ body: string }>`select body from mail order by id`.execute(db)
  return rows.slice(from).map(({ body }) => body)
}
