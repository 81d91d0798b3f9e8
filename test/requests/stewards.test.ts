import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { handOverRequestsJob } from '../../src/requests/leaving/jobs.ts'
import { aRole, aToken, houseContext, somebody } from '../support/people.ts'
import { type RequestScene, requestScene } from './scene.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene({ max: 8 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const run = () => handOverRequestsJob(houseContext(scene.services, 'hand_over_requests'))

/** Those who were told that requests wait for them, with how many. */
async function told() {
  const { rows } = await sql<{ payload: unknown }>`
    select payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'tell_people' and payload::text like '%requests_waiting%'`.execute(
    scene.db,
  )
  return rows.map(({ payload }) => JSON.stringify(payload))
}

const Desk = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
const idsOf = async (query: string) =>
  Desk.parse(
    await (await scene.as('demo-admin').get(`/api/v1/requests/desk${query}`)).json(),
  ).items.map(({ id }) => id)

const newSteward = async (email: string) => {
  const person = await somebody(scene.services, { email })
  await aRole(scene.services, person.id, 'steward', scene.own)
  return { ...person, token: await aToken(scene.services, person.id) }
}

test('whoever begins to decide is told once of the requests that wait', async () => {
  await run()
  const before = await told()
  await scene.sent([{ record: scene.dataset }])
  await scene.sent()
  const { id } = await newSteward('new@hexi.test')
  const elsewhere = await somebody(scene.services, { email: 'elsewhere@hexi.test' })
  await aRole(scene.services, elsewhere.id, 'steward', scene.other)
  await Promise.all([run(), run()])
  await run()
  const after = (await told()).slice(before.length)
  expect(after).toHaveLength(1)
  expect(after[0]).toContain(id)
  expect(after[0]).toContain('"count":2')
})

test('what a steward who left had claimed or was to do is anybody’s again', async () => {
  const leaving = await newSteward('leaving@hexi.test')
  const staying = await newSteward('staying@hexi.test')
  const [claimed, kept, assigned] = [
    await scene.sent([{ record: scene.dataset }]),
    await scene.sent([{ record: scene.dataset }]),
    await scene.sent([{ record: scene.dataset }]),
  ]
  await scene.give(claimed.id, 'claim', {}, leaving.token)
  await scene.give(kept.id, 'claim', {}, staying.token)
  await scene.give(assigned.id, 'reassignment', { person: leaving.id }, 'demo-curator')
  await run()
  expect(await idsOf('?handler=nobody')).not.toContain(claimed.id)
  expect(await idsOf('?handler=nobody')).not.toContain(assigned.id)
  await sql`delete from role_grant where person_id = ${leaving.id}`.execute(scene.db)
  await run()
  await run()
  const after = await scene.read(claimed.id, 'demo-curator')
  expect(after).toMatchObject({ internal: { claim: null } })
  expect(after.events.filter(({ type }) => type === 'claim_released')).toHaveLength(1)
  expect(await scene.read(kept.id, 'demo-curator')).toMatchObject({
    internal: { claim: { person: { id: staying.id } } },
  })
  const nobody = await idsOf('?handler=nobody')
  expect(nobody).toContain(claimed.id)
  expect(nobody).toContain(assigned.id)
  expect(nobody).not.toContain(kept.id)
  // Another steward may go on with it at once.
  await scene.decided(after, 'approved')
})

test('a closed account keeps no claim either', async () => {
  const leaving = await newSteward('closed@hexi.test')
  const sent = await scene.sent([{ record: scene.dataset }])
  await scene.give(sent.id, 'claim', {}, leaving.token)
  await sql`update person set disabled_at = ${scene.services.now()} where id = ${leaving.id}`.execute(
    scene.db,
  )
  await run()
  expect(await scene.read(sent.id, 'demo-curator')).toMatchObject({ internal: { claim: null } })
})
