import type { ChargeScene } from '../charges/scene.ts'

/** Three kinds of access of one person, by one request: for good, until a day, and over. */
export async function furnishEntitlements({ db, own, people, services }: ChargeScene) {
  const now = services.now()
  const person = people['demo-researcher']
  const record = await db
    .selectFrom('record')
    .where('kind', '=', 'dataset')
    .select('id')
    .executeTakeFirstOrThrow()
  const request = await db
    .insertInto('request')
    .values({
      number: 'R2026-9001',
      institution_id: own,
      requester_id: person,
      created_at: now,
      turn_since: now,
      submitted_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const until of [null, now.add({ hours: 90 * 24 }), now]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const item = await db
      .insertInto('request_item')
      .values({ request_id: request.id, position: 0, record_id: record.id, delivery: 'download' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const of = { request_id: request.id, item_id: item.id, record_id: record.id, period: 0 }
    // oxlint-disable-next-line no-await-in-loop
    await db
      .insertInto('entitlement')
      .values({ ...of, person_id: person, since: now, until })
      .execute()
  }
}
