import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  nat,
  record as recordOf,
  subarray,
} from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { Problem } from '../../src/core/problem.ts'
import { getVersion } from '../../src/datasets/versions/actions.ts'
import { actorById } from '../../src/people/accounts/actions/actor.ts'
import { createRequests } from '../../src/requests/requests/actions/create.ts'
import { giveCommand } from '../../src/requests/requests/actions/command.ts'
import { rebuildRequest } from '../../src/requests/requests/actions/rebuild.ts'
import { amendRequest, submitRequest } from '../../src/requests/requests/actions/steps.ts'
import { addDataset, type SceneDataset } from '../datasets/scene.ts'
import { testNow } from '../support/clock.ts'
import { houseContext, somebody } from '../support/people.ts'
import { entitledByLog, type Row } from './entitled-by-log.ts'
import { type RequestScene, requestScene } from './scene.ts'

/*
 * Entitled ⇔ approved ∧ a member now ∧ accepted all agreements ∧ neither expired nor revoked: on the rows of the
 * database and in what the files' own condition answers, after each of many random commands. The four conditions are
 * computed here from the log alone, by other code than the program's.
 */

let now = testNow()
let scene: RequestScene
const datasets: SceneDataset[] = []
const contexts: Context[] = []

const contextOf = async (id: string): Promise<Context> => {
  const actor = await actorById(scene.db, id, { type: 'token', scopes: ['write'] })
  if (!actor) throw new Error('Nobody is there.')
  return { ...houseContext(scene.services), actor }
}

beforeAll(async () => {
  scene = await requestScene({ max: 4 }, { now: () => now })
  for (const index of [0, 1]) {
    const files = { 'a.csv': `a,${index}\n` }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    datasets.push(await addDataset(scene, { input: { access: 'on_request' }, files }))
  }
  const people = ['owner', 'ann', 'bo'].map(async (name) =>
    somebody(scene.services, { email: `${name}@entitled.test` }),
  )
  const ids = (await Promise.all(people)).map(({ id }) => id)
  for (const id of [...ids, scene.people['demo-curator']])
    // oxlint-disable-next-line no-await-in-loop
    contexts.push(await contextOf(id))
}, 120_000)
afterAll(async () => scene[Symbol.asyncDispose]())

const step = recordOf({
  what: constantFrom(
    ...(['decide', 'decide', 'decide', 'decide', 'decide'] as const),
    ...(['accept', 'accept', 'accept', 'accept', 'accept'] as const),
    'add',
    'add',
    'remove',
    'hand',
    'amend',
    'return',
    'submit',
    'revoke',
    'refuse',
    'drop',
    'withdraw',
    'appeal',
    'renewal',
    'renew',
    'end',
    'wait',
    'close',
  ),
  who: nat(3),
  whom: nat(2),
  item: nat(2),
  isYes: boolean(),
  agreement: constantFrom('a1', 'a2'),
  agreements: subarray(['a1', 'a2']),
  days: integer({ min: 1, max: 40 }),
})
type Step = typeof step extends Arbitrary<infer Value> ? Value : never

const personOf = ({ actor }: Context) => (actor.type === 'person' ? actor.personId : '')
const at = <T>(all: readonly T[], index: number): T => {
  const found = all[index % all.length]
  if (found === undefined) throw new Error('There is nothing to choose from.')
  return found
}

/** Those to whom a step is natural, most often: otherwise all would be refused. */
const giverOf = ({ what, who, isYes }: Step) =>
  ['decide', 'return', 'revoke', 'renew', 'end', 'close'].includes(what)
    ? at(contexts, 3)
    : at(contexts, isYes && what !== 'accept' ? 0 : who)

async function give(id: string, given: Step): Promise<unknown> {
  const { what, whom, item, agreement, agreements, isYes, days } = given
  const ctx = giverOf(given)
  const items = await scene.db
    .selectFrom('request_item')
    .where('request_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .select('id')
    .execute()
  const itemId = at(items, item).id
  const personId = personOf(at(contexts, whom))
  const until = now.add({ hours: days * 24 }).toString({ fractionalSecondDigits: 3 })
  const note = 'x'
  const command = (asked: Parameters<typeof giveCommand>[2]) => giveCommand(ctx, { id }, asked)
  const does: Record<Step['what'], () => Promise<unknown>> = {
    decide: async () =>
      command({
        command: 'decision',
        decisions: [
          {
            itemId,
            answer: days > 35 ? 'rejected' : 'approved',
            quantity: null,
            conditions: null,
            reason: null,
            until: isYes ? until : null,
            agreementIds: agreements,
          },
        ],
      }),
    accept: async () => command({ command: 'acceptance', agreementId: agreement }),
    refuse: async () =>
      days > 30 ? command({ command: 'terms_refusal', agreementId: agreement }) : undefined,
    add: async () => command({ command: 'membership', personId, isAdded: true }),
    remove: async () => command({ command: 'membership', personId, isAdded: false }),
    hand: async () => command({ command: 'handover', personId }),
    amend: async () =>
      amendRequest(
        ctx,
        {
          items: datasets.map(({ id: record, versionId }, index) => ({
            record,
            loan: false,
            target: index === 0 && isYes ? { versionId } : {},
          })),
        },
        { id },
      ),
    return: async () => command({ command: 'return', note }),
    submit: async () => submitRequest(ctx, { id }),
    revoke: async () => command({ command: 'revocation', itemId, reason: note }),
    drop: async () => command({ command: 'item_withdrawal', itemId }),
    withdraw: async () => (days > 36 ? command({ command: 'withdrawal', note }) : undefined),
    close: async () => (days > 36 ? command({ command: 'closure', note }) : undefined),
    appeal: async () => command({ command: 'appeal', itemId, note }),
    renewal: async () => command({ command: 'renewal_request', itemId, until, note }),
    renew: async () => command({ command: 'renewal', itemId, until: isYes ? until : null, note }),
    end: async () => command({ command: 'end_date', itemId, until }),
    wait: async () => {
      now = now.add({ hours: days * 12 })
    },
  }
  return does[what]?.()
}

const sorted = (all: readonly string[]) => [...new Set(all)].toSorted()

async function check(id: string): Promise<number> {
  const { rows } = await sql<Row>`
    select type, by_id as by, at, data from request_event where request_id = ${id}::uuid order by number
  `.execute(scene.db)
  const wanted = sorted(entitledByLog(rows, personOf(at(contexts, 0)), now.epochMilliseconds))
  const found = await sql<{ key: string }>`
    select person_id || ' ' || record_id as key from entitlement
    where request_id = ${id}::uuid and ended_at is null and (until is null or until > ${now}::timestamptz)
  `.execute(scene.db)
  expect(sorted(found.rows.map(({ key }) => key))).toEqual(wanted)
  const readable: string[] = []
  for (const ctx of contexts.slice(0, 3))
    for (const { id: dataset } of datasets)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      if ((await getVersion({ ...ctx, now: () => now }, { dataset, number: '1' })).mayReadFiles)
        readable.push(`${personOf(ctx)} ${dataset}`)
  expect(sorted(readable)).toEqual(wanted)
  return wanted.length
}

/** All that is computed, but for when it was written and how often. */
async function projected(id: string) {
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(request) - 'version' as row from request where id = ${id}::uuid
    union all
    (select to_jsonb(i) from request_item i where request_id = ${id}::uuid order by i.id)
    union all
    (select to_jsonb(m) from request_member m where request_id = ${id}::uuid order by person_id, since)
    union all
    (select to_jsonb(e) from entitlement e where request_id = ${id}::uuid order by e.id)
  `.execute(scene.db)
  return rows
}

test('somebody is entitled exactly while the four conditions hold, on every row and at every door', async () => {
  const counts = { steps: 0, done: 0, entitled: 0 }
  await assert(
    asyncProperty(array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const owner = at(contexts, 0)
      const items = datasets.map(({ id: record }) => ({ record, loan: false, target: {} }))
      const { ids } = await createRequests(owner, {
        items,
        purpose: { intendedUse: [] },
        answers: {},
      })
      const id = at(ids, 0)
      await submitRequest(owner, { id })
      for (const given of steps) {
        now = now.add({ seconds: 1 })
        counts.steps += 1
        try {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await give(id, given)
          counts.done += 1
        } catch (error) {
          if (!(error instanceof Problem)) throw error
        }
        // oxlint-disable-next-line no-await-in-loop
        if ((await check(id)) > 0) counts.entitled += 1
      }
      const before = await projected(id)
      await scene.db
        .transaction()
        .execute(async (trx) => rebuildRequest(trx, houseContext(scene.services), id))
      expect(await projected(id)).toEqual(before)
      // What this request gave is nothing to the next one.
      await sql`update entitlement set ended_at = greatest(since, ${now}::timestamptz)
        where request_id = ${id}::uuid and ended_at is null`.execute(scene.db)
    }),
    { numRuns: 150, endOnFailure: true },
  )
  expect(counts.done).toBeGreaterThan(counts.steps / 5)
  expect(counts.entitled).toBeGreaterThan(counts.steps / 10)
}, 600_000)
