import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tellWaiting } from '../support/told.ts'
import { type SampleScene, sampleScene } from './scene.ts'

const asked = (collection: string) => [
  { record: collection, quantity: 2, unit: 'sample', target: { samples: { purpose: 'health' } } },
]

const withdraw = async (scene: SampleScene, id: string, as = 'demo-curator') =>
  scene.post(`/donors/${id}/withdrawal`, { note: 'W-12' }, as)

const eventsOf = async ({ db }: SampleScene, id: string) => {
  const { rows } = await sql<{ kind: string }>`
    select kind from sample_event where sample_id = ${id} order by id`.execute(db)
  return rows.map(({ kind }) => kind)
}

test('a withdrawal blocks the samples of a donor, what was made of them, and pools, and nobody else’s', async () => {
  await using scene = await sampleScene()
  const [leaving, staying] = [await scene.donor(), await scene.donor()]
  const [first, other] = [await scene.sample(leaving), await scene.sample(staying)]
  const aliquot = await scene.sample(leaving, { parents: [first] })
  const pool = await scene.sample(null, { isPooled: true, parents: [aliquot, other] })
  const ofPool = await scene.sample(null, { isPooled: true, parents: [pool] })
  const answer = await withdraw(scene, leaving)
  expect(await answer.json()).toEqual({ blocked: 4 })
  for (const id of [first, aliquot, pool, ofPool]) {
    // oxlint-disable-next-line no-await-in-loop -- a few
    expect(await scene.rowOf(id)).toMatchObject({ isBlocked: true })
    // oxlint-disable-next-line no-await-in-loop -- a few
    expect(await eventsOf(scene, id)).toEqual(['block'])
  }
  expect(await scene.rowOf(other)).toMatchObject({ isBlocked: false })
})

test('what is made of a blocked sample or of its donor afterwards is blocked from the beginning', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor()
  const first = await scene.sample(donor)
  await withdraw(scene, donor)
  const later = await scene.sample(donor)
  const pool = await scene.sample(null, { isPooled: true, parents: [first] })
  expect(await scene.rowOf(later)).toMatchObject({ isBlocked: true })
  expect(await scene.rowOf(pool)).toMatchObject({ isBlocked: true })
})

test('a blocked sample can be neither held, picked nor shipped by any statement', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor()
  const [held, loose] = [await scene.sample(donor), await scene.sample(donor)]
  const sent = await scene.sent(asked(scene.collection))
  const item = sent.items[0]?.id ?? ''
  await scene.hold(item, held)
  // As if a scanner had been quicker: the hold stays open.
  await sql`update sample set blocked_at = '2026-01-06' where id in (${held}, ${loose})`.execute(
    scene.db,
  )
  await expect(scene.hold(item, loose)).rejects.toMatchObject({ constraint: 'sample_is_blocked' })
  await expect(
    sql`update request_sample set picked_at = '2026-01-07' where sample_id = ${held}`.execute(
      scene.db,
    ),
  ).rejects.toMatchObject({ constraint: 'sample_is_blocked' })
  for (const state of ['out', 'shipped'])
    // oxlint-disable-next-line no-await-in-loop -- two
    await expect(
      sql`update sample set state = ${state} where id = ${loose}`.execute(scene.db),
    ).rejects.toMatchObject({ constraint: 'sample_is_blocked' })
})

test('a withdrawal is recorded once, by staff of the collection alone', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor()
  const as = async (who: string) => (await withdraw(scene, donor, who)).status
  expect(await as('demo-outsider')).toBe(404)
  expect(await as(scene.strangerToken)).toBe(404)
  const twice = await Promise.all([as('demo-curator'), as('demo-curator')])
  expect(twice.toSorted()).toEqual([200, 409])
  expect((await scene.post('/donors/nobody/withdrawal', {})).status).toBe(404)
  const page = await (await scene.as('demo-curator').get(`/donors/${donor}/withdrawal`)).text()
  expect(page).toContain('停用')
})

test('what was held is let go of; who has some and who decides is told once, without the donor’s code', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor()
  const [held, out] = [await scene.sample(donor), await scene.sample(donor)]
  const sent = await scene.sent(asked(scene.collection))
  const item = sent.items[0]?.id ?? ''
  await scene.hold(item, held)
  const hold = await scene.hold(item, out)
  const shipment = await sql<{ id: string }>`
    insert into shipment (request_id, way, sent_at) values (${sent.id}, 'carrier', '2026-01-06') returning id`.execute(
    scene.db,
  )
  await sql`update request_sample set picked_at = '2026-01-06', sent_amount = 500,
    shipment_id = ${shipment.rows[0]?.id} where id = ${hold}`.execute(scene.db)
  await tellWaiting(scene.services)
  const before = await letters(scene)
  await withdraw(scene, donor)
  await tellWaiting(scene.services, { times: 2 })
  const told = (await letters(scene)).slice(before.length)
  const { code: heldCode } = await scene.rowOf(held)
  const { code: outCode } = await scene.rowOf(out)
  const toAsker = told.filter(({ body }) => body.includes('归还') && !body.includes(heldCode))
  expect(toAsker).toHaveLength(1)
  expect(toAsker[0]?.body).toContain(outCode)
  const toStaff = told.filter(({ body }) => body.includes(heldCode))
  expect(new Set(toStaff.map(({ to }) => to)).size).toBe(toStaff.length)
  expect(toStaff.length).toBeGreaterThan(0)
  expect(told.map(({ body }) => body).join('\n')).not.toMatch(/D-\d/)
  const { items } = await (
    await scene.as('demo-curator').get(`/api/v1/donors/${donor}/outstanding-samples`)
  ).json()
  expect(items.map((row: { standing: string }) => row.standing).toSorted()).toEqual([
    'reserved',
    'shipped',
  ])
  const { rows } = await sql<{ endedAs: string | null }>`
    select ended_as as "endedAs" from request_sample where sample_id = ${held}`.execute(scene.db)
  expect(rows).toEqual([{ endedAs: 'blocked' }])
  const asked404 = await scene
    .as('demo-outsider')
    .get(`/api/v1/donors/${donor}/outstanding-samples`)
  expect(asked404.status).toBe(404)
})

const letters = async ({ db }: SampleScene) => {
  const { rows } = await sql<{ to: string; body: string }>`
    select to_address as to, body from mail order by id`.execute(db)
  return rows
}
