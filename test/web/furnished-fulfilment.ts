import { sql } from 'kysely'
import { publishable } from '../support/publishable.ts'
import type { ChargeScene } from '../charges/scene.ts'

type Post = (path: string, body: object, as?: 'demo-curator' | 'demo-researcher') => Promise<string>

/** An approved request for the seeds of three lots, three parcels of which left, and for six samples, three of them held. */
export async function furnishFulfilment(scene: ChargeScene, post: Post) {
  const record = await scene.add('accession', {
    ...publishable.accession,
    accenumb: 'SHIP 1',
    title: { zh: '待发种子' },
  })
  for (const code of ['P', 'Q', 'R'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await post(`/accessions/${record}/lots`, { code, unit: 'seed', quantity: 100 }, 'demo-curator')
  const { collection, donor } = await addSamples(scene)
  const samples = { purpose: 'health' }
  const items = [
    { record, quantity: 290, unit: 'seed' },
    { record: collection, quantity: 6, unit: 'sample', target: { samples } },
  ]
  const answer = await scene.as('demo-researcher').post('/api/v1/requests', { items })
  const [draft] = (await answer.json()).items
  const [request, item, ofSamples]: string[] = [draft.id, draft.items[0].id, draft.items[1].id]
  await post(`/requests/${request}/submission`, {}, 'demo-researcher')
  const decisions = [item, ofSamples].map((id) => ({ item: id, answer: 'approved' }))
  await post(`/requests/${request}/decision`, { decisions }, 'demo-curator')
  for (const carrier of ['顺丰', 'EMS', '德邦'])
    // oxlint-disable-next-line no-await-in-loop -- the newest is first
    await post(
      `/requests/${request}/shipment`,
      { lines: [{ item, quantity: 10 }], carrier },
      'demo-curator',
    )
  await post(
    `/requests/${request}/items/${ofSamples}/sample-reservations`,
    { count: 3 },
    'demo-curator',
  )
  return { request: request ?? '', item: ofSamples ?? '', donor }
}

/** A collection with six samples of one donor. */
async function addSamples({ add, db, own }: ChargeScene) {
  const collection = await add('collection', {
    ...publishable.collection,
    access: 'on_request',
    title: { zh: '血浆' },
  })
  const at = '2026-01-05T00:00:00Z'
  const { rows } = await sql<{ id: string }>`
    with added as (
      insert into donor (record_id, code, sex, created_at) values (${collection}, 'D-1', 'female', ${at})
      returning id
    ), agreed as (
      insert into donor_consent (donor_id, form, uses, given_on, created_at)
      select id, 'ICF', '{health}', '2026-01-05', ${at} from added
    )
    select id from added`.execute(db)
  const donor = rows[0]?.id ?? ''
  await sql`
    insert into sample (record_id, institution_id, code, family, type, donor_id, created_at)
    select ${collection}, ${own}, 'S-' || n, 'human', 'plasma', ${donor}, ${at}
    from generate_series(1, 6) n`.execute(db)
  return { collection, donor }
}
