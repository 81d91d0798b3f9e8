import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type SampleScene, sampleScene } from '../samples/scene.ts'
import type { Shown } from './scene.ts'

/** Numbers that are the same at every run. */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const curator = 'demo-curator'

/** What must hold whatever was done: who reads it sees no row where it is broken. */
const broken = async ({ db }: SampleScene) => {
  const { rows } = await sql<{ what: string }>`
    select 'held twice' as what from request_sample where ended_at is null group by sample_id having count(*) > 1
    union all
    select 'blocked and held' from request_sample
    join sample on sample.id = sample_id
    where blocked_at is not null and ended_at is null and shipment_id is null
    union all
    select 'more held than wanted' from request_sample
    join request_item on request_item.id = item_id
    where ended_at is null and shipment_id is null
    group by request_item.id
    having count(*) > coalesce(approved_quantity - shipped, quantity)
    union all
    select 'held by what has ended' from request_sample
    join request_item on request_item.id = item_id
    join request on request.id = request_id
    where request_sample.ended_at is null and shipment_id is null
      and (request.ended_at is not null or request_item.ended is not null)
    union all
    select 'left without being sent' from sample
    where state in ('out', 'shipped') and not exists (
      select from request_sample where sample_id = sample.id and shipment_id is not null and ended_at is null)
    union all
    select 'sent and still there' from request_sample
    join sample on sample.id = sample_id
    where shipment_id is not null and ended_at is null and state = 'stored'
    union all
    select 'sent uncounted' from request_item
    where shipped <> (
      select count(*) from request_sample where item_id = request_item.id and shipment_id is not null)`.execute(
    db,
  )
  return rows.map(({ what }) => what)
}

const itemOf = (request: Shown) => request.items[0]?.id ?? ''

test('whatever requesters, stewards and donors do, in any order, no sample is held twice and none that is blocked leaves', async () => {
  await using scene = await sampleScene()
  const next = random(11)
  const donors = [await scene.donor(), await scene.donor(), await scene.donor()]
  const samples: string[] = []
  for (const donor of [...donors, ...donors, ...donors])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    samples.push(await scene.sample(donor))
  const target = { samples: { purpose: 'health' } }
  const item = { record: scene.collection, unit: 'sample', target }
  const requests: Shown[] = []
  for (let n = 0; n < 4; n += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    requests.push(await scene.sent([{ ...item, quantity: 3, loan: n % 2 === 0 }]))
  const some = <T>(from: readonly T[]): T => {
    const [found] = from.slice(next(from.length))
    if (found === undefined) throw new Error('There is nothing to choose from.')
    return found
  }
  const steps: ((request: Shown) => Promise<Response>)[] = [
    (request) => at(request, `items/${itemOf(request)}/sample-reservations`, { count: 1 }),
    (request) => at(request, `items/${itemOf(request)}/sample-reservations`, {}),
    (request) =>
      at(request, `items/${itemOf(request)}/sample-reservations`, { samples: [some(samples)] }),
    async (request) =>
      scene
        .as(curator)
        .delete(`/api/v1/requests/${request.id}/sample-reservations/${some(samples)}`),
    (request) =>
      at(request, 'decision', {
        decisions: [{ item: itemOf(request), answer: 'approved', quantity: 1 + next(3) }],
      }),
    async (request) => at(request, 'picks', { code: (await scene.rowOf(some(samples))).code }),
    async (request) => at(request, 'picks', { code: (await scene.rowOf(some(samples))).code }),
    async (request) => at(request, 'picks', { code: (await scene.rowOf(some(samples))).code }),
    (request) => at(request, 'shipment', {}),
    (request) => at(request, 'shipment', { way: 'pick_up', collectedBy: '王芳' }),
    (request) => at(request, 'receipt', {}, 'demo-outsider'),
    (request) =>
      at(request, 'sample-returns', {
        sample: some(samples),
        amount: next(2) * 100,
        condition: '好',
      }),
    (request) =>
      next(6) === 0 ? at(request, 'withdrawal', {}, 'demo-outsider') : at(request, 'shipment', {}),
    async () =>
      next(12) === 0
        ? scene.post(`/donors/${some(donors)}/withdrawal`, {}, curator)
        : scene.post('/nothing', {}),
  ]
  const at = async (request: Shown, path: string, body: object, as: string = curator) =>
    scene.post(`/requests/${request.id}/${path}`, body, as)
  const statuses = new Set<number>()
  for (let n = 0; n < 140; n += 1) {
    // oxlint-disable-next-line no-await-in-loop -- two at once, then the next two
    const answers = await Promise.all([some(steps)(some(requests)), some(steps)(some(requests))])
    for (const { status } of answers) statuses.add(status)
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await broken(scene)).toEqual([])
  }
  expect([...statuses].filter((status) => status >= 500)).toEqual([])
  const { rows } = await sql<{ sent: number }>`
    select count(*)::int as sent from request_sample where shipment_id is not null`.execute(
    scene.db,
  )
  expect(rows[0]?.sent).toBeGreaterThan(2)
}, 120_000)
