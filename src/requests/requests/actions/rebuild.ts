import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { RequestEvent } from '../model/events.ts'
import { openEntitlements, putMembers, updateItem } from '../queries/log.ts'
import { findRequest, lockRequest, updateRequest } from '../queries/requests.ts'
import { countRequests, requestIds, type Stored, storedOf } from '../queries/stored.ts'
import { entitlementsOf } from '../rules/projections.ts'
import { currentMembers, type Request, stateOf, turnOf } from '../rules/state.ts'
import { settleAccess } from './access.ts'
import { eventsAfter, loadRequest } from './read.ts'
import { rowOf } from './command.ts'

const rebuilder = { type: 'system', job: 'rebuild' } as const

/** Writes anew what follows from the events of a request: the request's own columns, items, members, entitlements. */
export async function rebuildRequest(trx: Trx, ctx: Context, id: string): Promise<void> {
  const row = await lockRequest(trx, rebuilder, id)
  if (!row) return
  const after = await loadRequest(trx, row)
  const events = await eventsAfter(trx, id, 0)
  await updateRequest(trx, id, {
    ...rowOf(after),
    turn: turnBeside(after, events.length),
    event_count: events.length,
    ended_at: after.end === null ? null : (endedBy(events)?.at ?? ctx.now()),
  })
  await putMembers(trx, id, after.members)
  for (const item of after.items)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await updateItem(trx, item)
  await settleAccess(trx, ctx, { row, after })
}

const endedBy = (events: readonly RequestEvent[]) =>
  events.findLast(({ type }) => type === 'withdrawn' || type === 'closed' || type === 'expired')

/** A draft without events waits for whoever began it. */
const turnBeside = (request: Request, count: number) =>
  count === 0 ? ('requester' as const) : turnOf(request)

type Rebuilding = { onProgress?: (done: number, total: number) => void }

const pageSize = 200

/** Rebuilds every request whose rows are not what its events say; answers how many there are, and which were wrong. */
export async function rebuildRequests(ctx: Context, { onProgress }: Rebuilding = {}) {
  const total = await countRequests(ctx.db)
  const wrong: string[] = []
  let done = 0
  for await (const id of idsOf(ctx.db, Infinity)) {
    if ((await differencesOf(ctx.db, id)).length > 0) {
      await transact(ctx, (trx) => rebuildRequest(trx, ctx, id))
      wrong.push(id)
    }
    done += 1
    onProgress?.(done, total)
  }
  return { done, wrong }
}

/** Of the newest requests those whose rows are not what their events say, with what differs. */
export async function checkRequests(db: Db, most: number) {
  const wrong: { id: string; differences: string[] }[] = []
  let checked = 0
  for await (const id of idsOf(db, most)) {
    const differences = await differencesOf(db, id)
    if (differences.length > 0) wrong.push({ id, differences })
    checked += 1
  }
  return { checked, wrong }
}

async function* idsOf(db: Db, most: number) {
  let left = most
  for (let before: string | null = null; left > 0;) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const ids: string[] = await requestIds(db, { before, limit: Math.min(pageSize, left) })
    yield* ids
    before = ids.at(-1) ?? null
    left = before === null ? 0 : left - ids.length
  }
}

/** What of a request's rows is not what its events say; a command meanwhile may show as a difference. */
async function differencesOf(db: Db, id: string): Promise<string[]> {
  const row = await findRequest(db, rebuilder, id)
  const stored = await storedOf(db, id)
  if (!row || !stored) return []
  const request = await loadRequest(db, row)
  const count = (await eventsAfter(db, id, 0)).length
  const wanted = { ...projectionOf(request, count), items: itemsBeside(request, stored) }
  const open = await openEntitlements(db, id)
  return [
    ...Object.entries(wanted).flatMap(([name, value]) =>
      asText(Reflect.get(stored, name)) === asText(value) ? [] : [name],
    ),
    ...(sameKeys(entitlementsOf(request), open) ? [] : ['entitlements']),
  ]
}

const projectionOf = (request: Request, eventCount: number): Omit<Stored, 'items'> => ({
  state: stateOf(request),
  turn: turnBeside(request, eventCount),
  requester: request.requesterId,
  assignee: request.assigneeId,
  claimedBy: request.claim?.personId ?? null,
  reviewers: request.reviews.map(({ personId }) => personId).toSorted(),
  labels: [...request.labels],
  eventCount,
  isSubmitted: request.submittedAt !== null,
  isEnded: request.end !== null,
  members: currentMembers(request).toSorted(),
})

/** Items as their rows should be; what was never sent is only in its row. */
const itemsBeside = ({ items }: Request, stored: Stored): Stored['items'] =>
  stored.items.map((row) => {
    const item = items.find(({ id }) => id === row.id)
    if (!item) return row
    return {
      id: item.id,
      quantity: item.quantity,
      unit: item.unit,
      isLoan: item.isLoan,
      answer: item.decision?.answer ?? null,
      approved: item.decision?.quantity ?? null,
      conditions: item.decision?.conditions ?? null,
      ended: item.ended,
      shipped: item.shipped,
      received: item.received,
      returned: item.returned,
      isReported: item.reportedAt !== null,
    }
  })

/** With the names of objects in order: JSON of the database has them in its own. */
const asText = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  )

type Keyed = { itemId: string; personId: string; period: number; until: unknown }

const keysOf = (list: readonly Keyed[]) =>
  list
    .map(
      ({ itemId, personId, period, until }) => `${itemId} ${personId} ${period} ${String(until)}`,
    )
    .toSorted()
    .join()

const sameKeys = (one: readonly Keyed[], other: readonly Keyed[]) => keysOf(one) === keysOf(other)
