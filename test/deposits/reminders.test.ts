import { afterAll, beforeAll, expect, test } from 'vitest'
import { remindDeposits } from '../../src/deposits/jobs.ts'
import { systemContext } from '../../src/jobs.ts'
import { stoppedClock } from '../support/people.ts'
import { type DepositScene, depositScene } from './scene.ts'
import { sql } from 'kysely'

const clock = stoppedClock('2026-11-25T02:00:00Z')
let scene: DepositScene
beforeAll(async () => {
  scene = await depositScene({ now: clock.now })
})
afterAll(async () => scene[Symbol.asyncDispose]())

/** What people are to be told since it was last asked, of these deposits. */
async function told(deposit: string): Promise<string[]> {
  await remindDeposits(systemContext(scene.services, 'remind_deposits'))
  const { rows } = await sql<{ letter: string; late: string | null }>`
    delete from graphile_worker._private_jobs job
    using graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = 'tell_people'
      and job.payload -> 'facts' ->> 'depositId' = ${deposit}
    returning job.payload ->> 'letter' as letter, job.payload -> 'facts' ->> 'isLate' as late
  `.execute(scene.db)
  return rows.map(({ letter, late }) => (late === 'true' ? `${letter}, late` : letter)).toSorted()
}

test('who deposits is reminded two weeks before it is due, and once when it is late', async () => {
  const { deposit } = await scene.register({ dueOn: '2026-12-20' })
  expect(await told(deposit)).toEqual([])
  clock.pass({ hours: 24 * 12 })
  expect(await told(deposit)).toEqual(['deposit_due'])
  expect(await told(deposit)).toEqual([])
  clock.pass({ hours: 24 * 20 })
  expect(await told(deposit)).toEqual(['deposit_due, late'])
  expect(await told(deposit)).toEqual([])
})

test('the unit is told of what it has to check, then the centre, and the centre again before its days are over', async () => {
  const { deposit } = await scene.register({ dueOn: '2028-12-20' })
  await scene.lead(deposit, 'centre_check')
  expect(await told(deposit)).toEqual(['deposit_moved', 'deposit_to_check', 'deposit_to_check'])
  clock.pass({ hours: 24 * 20 })
  expect(await told(deposit)).toEqual(['deposit_overrun'])
  expect(await told(deposit)).toEqual([])
})
