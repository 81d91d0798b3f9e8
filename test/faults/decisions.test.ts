import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { publishable } from '../support/publishable.ts'
import { type FaultScene, openFaultScene } from './scene.ts'
import { arm, openUploadFaults, type Point, type UploadFaults } from './upload-points.ts'

const requestCount = 200
const seedsEach = 5

let scene: FaultScene
let faults: UploadFaults
beforeAll(async () => {
  scene = await openFaultScene()
  faults = await openUploadFaults(scene)
}, 60_000)
afterAll(async () => {
  await faults.close()
  await scene.close()
})

const Made = z.looseObject({ id: z.string() })
const Drafts = z.looseObject({ items: z.array(Made) })

async function ask(
  path: string,
  body: object,
  { token = 'demo-curator', key = randomUUID() } = {},
) {
  const headers = { 'idempotency-key': key }
  const { status, text } = await faults.call('POST', path, body, { token, headers })
  if (status > 299) throw new Error(`${path}: ${status} ${text}`)
  return JSON.parse(text)
}

async function rows<Row extends object>(query: string, ...values: unknown[]): Promise<Row[]> {
  return (await faults.database.query<Row>(query, values)).rows
}

/** One line of figures, each a whole number. */
const figures = async (query: string, ...values: unknown[]) =>
  (await rows<Record<string, number>>(query, ...values))[0]

/** Requests for a few seeds each of one lot, which has enough for all of them and none over. */
async function sentRequests(): Promise<{ lot: string; requests: string[] }> {
  const fields = { ...publishable.accession, title: { en: 'Killed' }, institution: scene.house.own }
  const accession = Made.parse(await ask('/accessions', fields)).id
  await ask(`/accessions/${accession}/publication`, {})
  const quantity = requestCount * seedsEach
  const lot = Made.parse(
    await ask(`/accessions/${accession}/lots`, { code: 'LOT-1', unit: 'seed', quantity }),
  ).id
  const requests: string[] = []
  const asOutsider = { token: 'demo-outsider' }
  const send = async () => {
    const items = [{ record: accession, quantity: seedsEach, unit: 'seed' }]
    const [draft] = Drafts.parse(await ask('/requests', { items }, asOutsider)).items
    if (!draft) throw new Error('No request was made.')
    await ask(`/requests/${draft.id}/submission`, {}, asOutsider)
    requests.push(draft.id)
  }
  // oxlint-disable-next-line no-await-in-loop -- eight at a time
  while (requests.length < requestCount) await Promise.all(Array.from({ length: 8 }, send))
  return { lot, requests }
}

/** Does the work and kills meanwhile, at the point; fails where nothing was killed. */
async function killedAt<T>(point: Point, work: () => Promise<T>): Promise<T> {
  const killing = arm(faults, point)
  await killing.placed
  const answer = await work()
  for (let tries = 0; tries < 300 && !killing.wasKilled(); tries += 1)
    // oxlint-disable-next-line no-await-in-loop -- one look follows the other
    await sleep(100)
  await killing.end()
  expect([point.name, killing.wasKilled()]).toEqual([point.name, true])
  return answer
}

const outcome = { on: 'update on bulk_decision_request', victim: 'jobs' } as const
/** In order: each lies behind the one before, as the decision comes to it. */
const points: Point[] = [
  { name: 'a request is done', ...outcome, when: 'new.position = 25' },
  { name: 'seeds are held back', on: 'insert on lot_entry', victim: 'jobs' },
  { name: 'a request was done', ...outcome, when: 'new.position = 70', at: 'commit' },
  {
    name: 'a decision is written',
    on: 'insert on request_event',
    when: `new.type = 'items_decided'`,
    victim: 'jobs',
  },
  { name: 'a request is audited', on: 'insert on audit', victim: 'jobs' },
  { name: 'the last request was done', ...outcome, when: 'new.position = 199', at: 'commit' },
]
const lettersPoints: Point[] = [
  {
    name: 'it was noted that somebody was told',
    on: 'update on request',
    when: 'new.told_count > old.told_count',
    at: 'commit',
    victim: 'jobs',
  },
  { name: 'a letter is written', on: 'insert on mail', victim: 'jobs' },
]

const letterJobs = `graphile_worker._private_jobs job
  join graphile_worker._private_tasks task on task.id = job.task_id
    and task.identifier in ('tell_request', 'tell_people')`

/** Letters that wait for what else happens are written now. */
const hurryLetters = async () =>
  rows(`update graphile_worker._private_jobs job set run_at = now()
    from graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = 'tell_request'`)

async function lettersWritten(): Promise<void> {
  await hurryLetters()
  await expect
    .poll(
      async () => (await figures(`select count(*)::int as left from ${letterJobs}`))?.['left'],
      {
        timeout: 60_000,
      },
    )
    .toBe(0)
}

/** How many letters each subject had for each person. */
const letters = async () =>
  rows<{ letters: number }>(`select count(*)::int as letters from mail
    where to_address like 'outsider%' group by subject`)

test(
  'of two hundred requests that are decided at once, each is decided once though the processes are killed again and again',
  { timeout: 300_000 },
  async () => {
    const { lot, requests } = await sentRequests()
    await lettersWritten()
    await rows('delete from mail')

    const key = randomUUID()
    const body = { requests, answer: 'approved', conditions: 'Cite it' }
    // Nothing is done of it before the first of the points is set.
    process.kill(faults.pidOf('jobs'), 'SIGSTOP')
    // The server is killed once it has begun the decision and before anybody hears of it: the same is asked again.
    const begun = { on: 'insert on bulk_decision', at: 'commit', victim: 'server' } as const
    await killedAt({ name: 'a decision was begun', ...begun }, async () =>
      ask('/request-decisions', body, { key }),
    )
    for (const point of points)
      // oxlint-disable-next-line no-await-in-loop -- one kill follows the other
      await killedAt(point, async () => process.kill(faults.pidOf('jobs'), 'SIGCONT'))
    await expect
      .poll(async () =>
        figures(`select count(*)::int as left from bulk_decision_request
        where outcome is null`),
      )
      .toEqual({ left: 0 })
    expect(
      await rows('select outcome, count(*)::int from bulk_decision_request group by outcome'),
    ).toEqual([{ outcome: 'decided', count: requestCount }])
    expect(
      await figures(
        `select count(*)::int as decisions, count(distinct request_id)::int as requests
         from request_event where type = 'items_decided' and request_id = any($1)`,
        requests,
      ),
    ).toEqual({ decisions: requestCount, requests: requestCount })
    // The log has no gaps, and the request’s own columns are as the log is.
    expect(
      await figures(
        `select count(*)::int as wrong from request
         where state <> 'fulfilling' or event_count <> 2
           or event_count <> (select count(*) from request_event e where e.request_id = request.id)`,
      ),
    ).toEqual({ wrong: 0 })
    const all = requestCount * seedsEach
    expect(
      await figures(
        `select balance::int, reserved::int, entry_count as entries,
           (select sum(open)::int from lot_reservation where lot_id = lot.id) as open,
           (select sum(quantity)::int from request_reservation where lot_id = lot.id) as held,
           (select count(*)::int from request_reservation where lot_id = lot.id) as reservations
         from lot where id = $1`,
        lot,
      ),
    ).toEqual({
      balance: all,
      reserved: all,
      entries: requestCount + 1,
      open: all,
      held: all,
      reservations: requestCount,
    })
    expect(
      await figures(
        `select count(*)::int as commands from audit
         where action = 'request.command' and after -> 'events' ? 'items_decided'`,
      ),
    ).toEqual({ commands: requestCount })

    for (const point of lettersPoints)
      // oxlint-disable-next-line no-await-in-loop -- one kill follows the other
      await killedAt(point, hurryLetters)
    await lettersWritten()
    expect((await letters()).map((one) => one.letters)).toEqual(
      Array.from({ length: requestCount }, () => 1),
    )
  },
)
