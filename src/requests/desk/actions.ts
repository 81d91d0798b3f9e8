import { recordChange } from '../../audit/actions.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { isAdministrator, signedIn, writing } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { Text } from '../../core/text.ts'
import { actorAt } from '../../people/accounts/actions/actor.ts'
import { searchRequests } from '../requests/actions/read.ts'
import { decideOpenItemsIn } from '../requests/actions/steps.ts'
import { refusalWords } from '../requests/words/refusals.ts'
import { type DeskFilter, mostAtOnce, type NewBulkDecision } from './model.ts'
import {
  type BulkDecisionRow,
  findBulkDecision,
  holdPending,
  insertBulkDecision,
  putOutcome,
  requestsOf,
  requestsSeen,
} from './queries.ts'
import { deskWords as words } from './words.ts'

/** Requests that the viewer decides, the first due on top, each with how long it has waited. */
export const searchDesk = async (ctx: Context, { turn, ...asked }: Paging & DeskFilter) =>
  searchRequests(ctx, { ...asked, role: 'steward', turn: turn === 'anybody' ? undefined : turn })

export type DeskRow = Awaited<ReturnType<typeof searchDesk>>['items'][number]

/** All that a filter finds; refused where that is more than is answered at once. */
async function foundBy(ctx: Context, filter: DeskFilter): Promise<string[]> {
  const { items, next } = await searchDesk(ctx, { ...filter, limit: mostAtOnce })
  if (next !== null) throw invalidField('filter', words.tooMany(mostAtOnce))
  return items.map(({ id }) => id)
}

/** The requests that somebody names or a filter finds, by their numbers. */
export async function chosenRequests(
  ctx: Context,
  {
    requests,
    filter,
  }: { requests?: readonly string[] | undefined; filter?: DeskFilter | undefined },
) {
  const { personId } = signedIn(ctx)
  const ids = [...new Set(requests ?? (filter ? await foundBy(ctx, filter) : []))]
  if (ids.length === 0) throw invalidField('requests', words.noneChosen)
  if (ids.length > mostAtOnce) throw invalidField('requests', words.tooMany(mostAtOnce))
  const seen = ids.every(isId) ? await requestsSeen(ctx.db, ctx.actor, ids) : []
  if (seen.length < ids.length) throw invalidField('requests', refusalWords.noRequest)
  return { personId, seen, ids }
}

/** Begins to answer several requests alike; a job does it one by one. */
export async function startBulkDecision(
  ctx: Context,
  { requests, filter, ...answer }: NewBulkDecision,
): Promise<{ id: string }> {
  const actor = writing(ctx)
  const { ids, personId } = await chosenRequests(ctx, { requests, filter })
  return transact(ctx, async (trx) => {
    const id = await insertBulkDecision(trx, {
      personId,
      asAdministrator: actor.isAdmin,
      answer,
      requests: ids,
      at: ctx.now(),
    })
    await recordChange(trx, ctx, {
      action: 'bulk_decision.make',
      entity: 'bulk_decision',
      entityId: id,
      after: { ...answer, requests: ids },
    })
    await ctx.jobs.add(trx, 'decide_requests', { bulkDecisionId: id }, { maxTries: 10 })
    return { id }
  })
}

/** What became of each request; for who gave the answer, and administrators. */
export async function getBulkDecision(ctx: Context, { id }: { id: string }) {
  const { personId } = signedIn(ctx)
  const found = isId(id) ? await findBulkDecision(ctx.db, id) : undefined
  if (!found || (found.personId !== personId && !isAdministrator(ctx.actor)))
    throw new Problem('not-found', words.noDecision)
  const requests = await requestsOf(ctx.db, id)
  const count = (outcome: string) => requests.filter((one) => one.outcome === outcome).length
  return {
    ...found.answer,
    id,
    createdAt: found.createdAt,
    state: count('pending') > 0 ? ('running' as const) : ('done' as const),
    total: requests.length,
    decided: count('decided'),
    refused: count('refused'),
    requests,
  }
}

/**
 * Answers what is still to do, each request in a transaction of its own that also says so: a run that was killed is
 * gone on with by the next, and two at once answer each request once. What fails otherwise than by a refusal stays to
 * do, and does not keep the others.
 */
export async function runBulkDecision(ctx: Context, id: string): Promise<void> {
  const found = await findBulkDecision(ctx.db, id)
  if (!found) return
  const failures: unknown[] = []
  for (const { id: request, outcome } of await requestsOf(ctx.db, id)) {
    if (outcome !== 'pending') continue
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: their stock and letters are the same
      await decideOne(ctx, found, request)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} requests of ${id} are still to decide.`)
}

/** As whoever gave the answer may now. */
async function decideOne(ctx: Context, { id, ...found }: BulkDecisionRow, request: string) {
  const key = { id, request }
  const refusal = await refusalOf(async () => {
    const actor = await actorAt(ctx, found.personId, {
      type: 'token',
      scopes: ['read', 'write', ...(found.asAdministrator ? (['admin'] as const) : [])],
    })
    if (!actor) throw new Problem('forbidden', words.noAccount)
    await transact(ctx, async (trx) => {
      if (!(await holdPending(trx, key))) return
      await decideOpenItemsIn(trx, { ...ctx, actor }, { id: request, answer: found.answer })
      await putOutcome(trx, key, { refusal: null, at: ctx.now() })
    })
  })
  if (refusal) await transact(ctx, (trx) => putOutcome(trx, key, { refusal, at: ctx.now() }))
}

/** Why it was refused; anything but a refusal is thrown. */
async function refusalOf(work: () => Promise<void>): Promise<Text | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [issue] = error.facts.issues ?? []
    return issue?.message ?? error.detail
  }
}
