import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemContext } from '../../src/jobs.ts'
import { reindexRequestsCommand } from '../../src/requests/commands.ts'
import { checkRequests, rebuildRequests } from '../../src/requests/requests/actions/rebuild.ts'
import { type RequestScene, requestScene } from './scene.ts'

let scene: RequestScene
beforeAll(async () => {
  scene = await requestScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const rebuild = () => rebuildRequests(systemContext(scene.services, 'reindex-requests'))

/** Requests in several states, with everything that follows from their events. */
async function several() {
  const [draft] = await scene.draft([{ record: scene.dataset }])
  const sent = await scene.sent([{ record: scene.dataset }])
  await scene.give(sent.id, 'labels', { labels: 'urgent' }, 'demo-curator')
  await scene.give(sent.id, 'claim', {}, 'demo-curator')
  const approved = await scene.sent([{ record: scene.dataset }])
  await scene.decided(approved, 'approved', { conditions: 'Cite it' })
  const withdrawn = await scene.sent()
  await scene.give(withdrawn.id, 'withdrawal')
  return { draft: String(draft?.id), sent, approved, withdrawn }
}

test('rows that are not what the events say are found by name, and made so again', async () => {
  const { draft, sent, approved, withdrawn } = await several()
  expect(await checkRequests(scene.db, 500)).toEqual({ checked: 4, wrong: [] })
  expect(await rebuild()).toEqual({ done: 4, wrong: [] })

  const { db } = scene
  await sql`update request set state = 'fulfilled', turn = null, labels = '{}', claimed_by = null,
    claimed_until = null, event_count = 9 where id = ${sent.id}`.execute(db)
  await sql`update request_item set answer = null, conditions = null where request_id = ${approved.id}`.execute(
    db,
  )
  await sql`update entitlement set ended_at = since where request_id = ${approved.id}`.execute(db)
  await sql`update request set ended_at = null where id = ${withdrawn.id}`.execute(db)
  await sql`delete from request_member where request_id = ${draft}`.execute(db)
  const found = await checkRequests(db, 500)
  expect(Object.fromEntries(found.wrong.map(({ id, differences }) => [id, differences]))).toEqual({
    [draft]: ['members'],
    [sent.id]: ['state', 'turn', 'claimedBy', 'labels', 'eventCount'],
    [approved.id]: ['items', 'entitlements'],
    [withdrawn.id]: ['isEnded'],
  })
  // Only so many of the newest are looked at by `doctor`.
  expect((await checkRequests(db, 1)).wrong.map(({ id }) => id)).toEqual([withdrawn.id])
  expect((await rebuild()).wrong).toHaveLength(4)
  expect(await checkRequests(db, 500)).toEqual({ checked: 4, wrong: [] })
  expect(await scene.read(sent.id, 'demo-curator')).toMatchObject({
    state: 'submitted',
    turn: 'steward',
    internal: { labels: ['urgent'] },
  })
  const { rows } = await sql<{ open: number }>`select count(*)::int as open from entitlement
    where request_id = ${approved.id} and ended_at is null`.execute(db)
  expect(rows).toEqual([{ open: 1 }])
})

test('the command says how many it compared, and which it made anew', async () => {
  const sent = await scene.sent([{ record: scene.dataset }])
  await sql`update request set state = 'closed' where id = ${sent.id}`.execute(scene.db)
  const [out, err]: string[][] = [[], []]
  const io = {
    say: ({ en }: { en: string }) => void out?.push(en),
    warn: ({ en }: { en: string }) => void err?.push(en),
    progress: () => {},
  }
  const context = systemContext(scene.services, 'reindex-requests')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it writes lines, and no files
  const terminal = io as unknown as Parameters<typeof reindexRequestsCommand.run>[2]
  const given = { positionals: [], options: {} }
  expect(await reindexRequestsCommand.run(context, given, terminal)).toBe('done')
  expect(out).toEqual(['Checked 5 requests, rebuilt 1.'])
  expect(err).toEqual([`Rebuilt ${sent.id}`])
})
