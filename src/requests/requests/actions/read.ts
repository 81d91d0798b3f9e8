import type { Actor } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import type { LocalText } from '../../../core/text.ts'
import { isId } from '../../../core/shapes.ts'
import { isoOf } from '../../../core/time.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import type { RequestEvent, Side } from '../model/events.ts'
import { type DueState, type RequestFilter, soonHours } from '../model/request.ts'
import { eventsOf, itemsOf, reservationsHeld, targetNamesOf } from '../queries/log.ts'
import {
  countDeskTurns,
  countOwnTurns,
  findRequest,
  listRequests,
  namesOf,
  type RequestRow,
} from '../queries/requests.ts'
import { withAsked } from '../../samples/actions/criteria.ts'
import { absentBehind } from '../../stewards/rules.ts'
import { isInvolved } from '../rules/deciding.ts'
import { seesInternal } from '../rules/lifecycle.ts'
import { presentRequest } from '../rules/present.ts'
import { replay } from '../rules/apply.ts'
import { begun, currentMembers, type Request } from '../rules/state.ts'
import { refusalWords as words } from '../words/refusals.ts'

export type { RequestRow } from '../queries/requests.ts'

/** Requests of the viewer, or those that they decide, review or consent to. */
export async function searchRequests(ctx: Context, asked: Paging & RequestFilter) {
  allowReading(ctx)
  const now = ctx.now()
  const page = await listRequests(ctx.db, ctx.actor, { ...asked, now })
  const items = await withAsked(ctx, page.items)
  return { ...page, items: items.map((row) => withAge(row, now.epochMilliseconds)) }
}

/** How many wait for the viewer's own answer, and how many for those who decide for their providers. */
export const countOwnRequests = async ({ db, actor }: Context): Promise<number> =>
  actor.type === 'person' ? countOwnTurns(db, actor.personId) : 0
export const countRequestsToDecide = async ({ db, actor }: Context): Promise<number> =>
  actor.type === 'person' ? countDeskTurns(db, actor) : 0

type Dated = { turnSince: string; dueAt: string | null }

/** With how long it has waited, and whether it should have been answered by now. */
const withAge = <Row extends Dated>(row: Row, now: number) => ({
  ...row,
  waitingDays: Math.floor((now - Date.parse(row.turnSince)) / (24 * hour)),
  due: dueState(row.dueAt === null ? Infinity : Date.parse(row.dueAt) - now),
})

const hour = 3_600_000

const dueState = (left: number): DueState =>
  left < 0 ? 'late' : left < soonHours * hour ? 'soon' : 'in_time'

/** A request of which the viewer is a side; not-found to everybody else. */
export async function getRequestRow(ctx: Context, id: string): Promise<RequestRow> {
  allowReading(ctx)
  const row = isId(id) ? await findRequest(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noRequest)
  return row
}

/** A request with its items, its time line, and what the viewer may do. */
export async function getRequest(ctx: Context, { id }: { id: string }) {
  const row = await getRequestRow(ctx, id)
  const request = await loadRequest(ctx.db, row)
  const sides = sidesOf(ctx, row, request)
  const [items, targets, held, events] = await Promise.all([
    itemsOf(ctx.db, row.id),
    targetNamesOf(ctx.db, row.id),
    reservationsHeld(ctx.db, row.id),
    eventsOf(ctx.db, row.id, { internal: seesInternal(sides) }),
  ])
  const names = await namesOf(ctx.db, peopleIn(row, request, events))
  return presentRequest({ row, request, items, targets, held, events, sides, names })
}

/** The state of a request, from its events. */
export async function loadRequest(
  db: Db,
  row: Pick<RequestRow, 'id' | 'requesterId' | 'createdAt'>,
): Promise<Request> {
  const events = await eventsOf(db, row.id, { internal: true })
  // Whoever did the first thing began it: it may have been handed over since.
  const beganBy = events[0]?.by ?? row.requesterId
  return replay(begun(beganBy, isoOf(row.createdAt)), events.map(asEvent))
}

/** What happened after so many events. */
export const eventsAfter = async (db: Db, id: string, count: number): Promise<RequestEvent[]> =>
  (await eventsOf(db, id, { internal: true })).filter(({ number }) => number > count).map(asEvent)

/** Names of people by id. */
export const peopleNamed = async (db: Db, ids: readonly string[]) => namesOf(db, [...new Set(ids)])

/** Rows of the log were checked when they were written. */
const asEvent = (row: { at: unknown }) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as `insertEvents` wrote it
  ({ ...row, at: String(row.at) }) as unknown as RequestEvent

const is = (side: Side, isSo: boolean): Side[] => (isSo ? [side] : [])

/** The people who are away and for whom somebody decides about a request: nobody who is on its other side. */
export const actsForOthers = (actor: Actor, row: RequestRow, request: Request): string[] =>
  absentBehind(actor, row).filter((personId) => !isInvolved(request, personId))

/** On which sides of a request the viewer stands. */
export function sidesOf({ actor }: Context, row: RequestRow, request: Request): Side[] {
  if (actor.type === 'system') return ['clock']
  if (actor.type !== 'person') return []
  const { personId } = actor
  return [
    ...is('requester', request.requesterId === personId),
    ...is('member', currentMembers(request).includes(personId)),
    ...is('supervisor', request.consent?.personId === personId),
    ...is(
      'steward',
      row.submittedAt !== null &&
        (isStaffOf(actor, row) || actsForOthers(actor, row, request).length > 0),
    ),
    ...is(
      'reviewer',
      request.reviews.some((one) => one.personId === personId && one.verdict === null),
    ),
  ]
}

function peopleIn(
  row: RequestRow,
  { members, reviews, claim, assigneeId, consent, acceptances }: Request,
  events: readonly { by: string | null; personId?: unknown; forIds?: readonly string[] }[],
): string[] {
  const ids = [
    row.requesterId,
    row.supervisorId,
    ...members.map(({ personId }) => personId),
    ...reviews.map(({ personId }) => personId),
    ...acceptances.map(({ personId }) => personId),
    claim?.personId,
    assigneeId,
    consent?.personId,
    ...events.flatMap(({ by, personId, forIds = [] }) => [
      by,
      typeof personId === 'string' ? personId : null,
      ...forIds,
    ]),
  ]
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

/** What an item of a request is called. */
export async function titleOf(db: Db, requestId: string, itemId: string): Promise<LocalText> {
  const item = (await itemsOf(db, requestId)).find(({ id }) => id === itemId)
  return item?.title ?? { zh: null, en: null }
}
