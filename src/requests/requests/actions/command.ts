import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { dayAt, defaultZone, isoOf, Temporal } from '../../../core/time.ts'
import { actorById, findActiveByEmail } from '../../../people/accounts/actions/actor.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { askConsent } from '../../consents/actions/ask.ts'
import type { Settings } from '../../providers/model.ts'
import { settingsOf, stewardsOf } from '../../providers/actions.ts'
import { delegateFor, isDecider, presentOf } from '../../stewards/actions/deciders.ts'
import { refuseUnlawful } from '../../certificates/actions/law.ts'
import { settleFees } from '../../fees/actions/settle.ts'
import { refuseOwing, settleDuties } from '../../reports/actions/duties.ts'
import { isPublicEvent, type RequestEvent, type Side } from '../model/events.ts'
import { insertEvents, itemsOf, putMembers, updateItem } from '../queries/log.ts'
import { lockRequest, type RequestRow, updateRequest } from '../queries/requests.ts'
import { type Asked, decide, type ObjectionCode } from '../rules/decide.ts'
import { applied } from '../rules/apply.ts'
import { isInvolved } from '../rules/deciding.ts'
import { type Command, mayGive } from '../rules/lifecycle.ts'
import { type Request, stateOf, turnOf } from '../rules/state.ts'
import { stateNames } from '../words/names.ts'
import { notDecider, objectionWords, refusalWords as words } from '../words/refusals.ts'
import { settleSamples } from '../../samples/actions/settle.ts'
import { settleAccess } from './access.ts'
import { dueOf } from './due.ts'
import { actsForOthers, loadRequest, sidesOf } from './read.ts'
import { settleStock } from './stock.ts'

/** A request that is held until the end of the transaction. */
export type Held = { row: RequestRow; request: Request; sides: Side[]; settings: Settings }

/** What is asked of a held request: a command, or one that depends on what the request is. */
export type Wish = Asked | ((trx: Trx, held: Held) => Promise<Asked> | Asked)
/** What else is done once the rules allow it, before stock and access follow. */
type Alongside = (held: Held, asked: Asked) => Promise<void>
type Key = { id: string; version?: number | undefined }

/** Gives a command: permission, rules, its events, and everything that follows from them, in one transaction. */
export async function giveCommand(ctx: Context, key: Key, wish: Wish): Promise<{ id: string }> {
  allowWriting(ctx)
  return transact(ctx, (trx) => giveCommandIn(trx, ctx, { key, wish }))
}

/** The same inside a transaction of the caller. */
export async function giveCommandIn(
  trx: Trx,
  ctx: Context,
  { key, wish, alongside }: { key: Key; wish: Wish; alongside?: Alongside },
): Promise<{ id: string }> {
  const held = await holdRequest(trx, ctx, key)
  const asked = typeof wish === 'function' ? await wish(trx, held) : wish
  const { row, request, sides, settings } = held
  const at = isoOf(ctx.now())
  const by = personIdOf(ctx)
  const outcome = decide(request, asked, {
    personId: by,
    sides,
    at,
    rules: { quorum: settings.quorum, appealDays: settings.appealDays },
  })
  if ('objections' in outcome) throw refusalOf(outcome.objections, request)
  await refuseReassigning(trx, ctx, { requestId: row.id, asked })
  await refuseOwing(trx, ctx, { requesterId: row.requesterId, asked })
  await refuseUnlawful(trx, ctx, { requestId: row.id, request, asked })
  const events = outcome.events.map((event): RequestEvent => ({ ...event, at, by }))
  const after = events.reduce(applied, request)
  const forIds = actedFor(ctx, held, asked.command)
  await writeEvents(trx, ctx, { held, events, after, forIds })
  await alongside?.(held, asked)
  await settleStock(trx, ctx, { row, before: request, after })
  await settleSamples(trx, ctx, { row, after })
  await settleAccess(trx, ctx, { row, after })
  await settleDuties(trx, ctx, { row, before: request, after, settings })
  await settleFees(trx, ctx, { row, events, after })
  await tellSides(trx, ctx, { row, events, after })
  return { id: row.id }
}

/** A request goes over to nobody but who decides it and is there. */
async function refuseReassigning(trx: Trx, ctx: Context, { requestId, asked }: OfRequest) {
  if (asked.command !== 'reassignment') return
  const { personId } = asked
  const today = dayAt(ctx.now(), defaultZone)
  if (!(await isDecider({ db: trx }, { requestId, personId, today })))
    throw invalidField('person', notDecider)
}

type OfRequest = { requestId: string; asked: Asked }

/** Somebody with an open account, by id or e-mail address. */
export async function personNamed(trx: Trx, named: string, field = 'person'): Promise<string> {
  const id = isId(named)
    ? (await actorById(trx, named, { type: 'token', scopes: [] }))?.personId
    : await findActiveByEmail({ db: trx }, named)
  if (id === undefined) throw invalidField(field, words.noPerson)
  return id
}

/** A request of which the actor is a side, held until the end of the transaction. */
export async function holdRequest(trx: Trx, ctx: Context, { id, version }: Key): Promise<Held> {
  const row = isId(id) ? await lockRequest(trx, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noRequest)
  if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
  const request = await loadRequest(trx, row)
  const settings = await settingsOf(trx, row)
  return { row, request, sides: sidesOf(ctx, row, request), settings }
}

function refusalOf(codes: readonly ObjectionCode[], request: Request): Problem {
  const [first] = codes
  if (first === 'not_yours') return new Problem('forbidden', words.notYours)
  if (first === 'not_now')
    return new Problem('conflict', words.notNow(stateNames[stateOf(request)]))
  const objections = codes.map((code) => ({ code, detail: objectionWords[code] }))
  return new Problem('conflict', objections[0]?.detail ?? words.notYours, { objections })
}

type Written = { held: Held; events: readonly RequestEvent[]; after: Request; forIds: string[] }

/** The events, and the rows that follow from them. */
async function writeEvents(trx: Trx, ctx: Context, { held, events, after, forIds }: Written) {
  const { row, request: before } = held
  await insertEvents(
    trx,
    row.id,
    events.map((event, at) => ({
      ...event,
      number: row.eventCount + at + 1,
      isPublic: isPublicEvent(event.type),
      forIds,
    })),
  )
  await updateRequest(trx, row.id, {
    ...rowOf(after),
    event_count: row.eventCount + events.length,
    tell_at: tellAtOf(row, events),
    supervisor_id: after.consent?.personId ?? row.supervisorId,
    ...(after.end !== before.end && { ended_at: after.end === null ? null : ctx.now() }),
    ...(await turnIn(trx, ctx, { held, after })),
  })
  await putMembers(trx, row.id, after.members)
  for (const item of after.items)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    if (item !== before.items.find(({ id }) => id === item.id)) await updateItem(trx, item)
  const open = events.filter(({ type }) => isPublicEvent(type))
  await recordChange(trx, ctx, {
    action: 'request.command',
    entity: 'request',
    entityId: row.id,
    // What staff do among themselves is in the request's own log: a curator who asks reads the institution's audit too.
    institutionId: open.length > 0 ? row.institutionId : null,
    before: { state: stateOf(before) },
    after: {
      state: stateOf(after),
      events: (open.length > 0 ? open : events).map(({ type }) => type),
      ...(forIds.length > 0 && { for: forIds }),
    },
  })
}

/** For whom somebody acted, where it was theirs to do for nobody but who is away. */
function actedFor({ actor }: Context, { row, request, sides }: Held, command: Command): string[] {
  const others = sides.filter((side) => side !== 'steward')
  const isOwn = isStaffOf(actor, row) || mayGive(stateOf(request), command, others) === 'yes'
  return isOwn ? [] : actsForOthers(actor, row, request)
}

/** What a row says of a request. */
export const rowOf = (request: Request) => ({
  state: stateOf(request),
  requester_id: request.requesterId,
  reviewer_ids: request.reviews.map(({ personId }) => personId),
  assignee_id: request.assigneeId,
  claimed_by: request.claim?.personId ?? null,
  claimed_until: request.claim?.until ?? null,
  labels: [...request.labels],
  submitted_at: request.submittedAt,
})

/** Who is waited for, where that has changed, and until when. */
async function turnIn(trx: Trx, ctx: Context, { held, after }: { held: Held; after: Request }) {
  const { row, request: before, settings } = held
  const turn = turnOf(after)
  if (turn === row.turn && after.round === before.round) return {}
  return {
    turn,
    turn_since: ctx.now(),
    due_at: await dueOf(trx, ctx, { turn, settings, requestId: row.id }),
  }
}

type Told = { row: RequestRow; events: readonly RequestEvent[]; after: Request }

/** How long a batch of events waits for more before it is told of. */
const minutesToTell = 3

/** When the sides are told, in one letter, of this and what else happens until then. */
const tellAtOf = ({ tellAt }: RequestRow, events: readonly RequestEvent[]): Temporal.Instant =>
  tellAt ??
  Temporal.Instant.from(events[0]?.at ?? '1970-01-01T00:00:00Z').add({ minutes: minutesToTell })

/** Asks for the letter that tells the sides; a supervisor is asked for consent at once. */
async function tellSides(trx: Trx, ctx: Context, { row, events, after }: Told): Promise<void> {
  await ctx.jobs.add(
    trx,
    'tell_request',
    { requestId: row.id },
    { key: `tell-request-${row.id}`, runAt: new Date(tellAtOf(row, events).epochMilliseconds) },
  )
  const isAsked = events.some(({ type }) => type === 'submitted' || type === 'amended')
  if (!isAsked || !after.consent || turnOf(after) !== 'supervisor') return
  const titles = (await itemsOf(trx, row.id))
    .filter((item) => item.isAsked)
    .map(({ title }) => title)
  const { personId: supervisorId } = after.consent
  await askConsent(trx, ctx, { request: row, supervisorId, round: after.round, titles })
}

/** Whose turn it is decides who is told: the supervisor, the reviewers who have not answered, or those who decide. */
export async function staffToTell(
  trx: Trx,
  { row, after, now }: { row: RequestRow; after: Request; now: Temporal.Instant },
): Promise<string[]> {
  const turn = turnOf(after)
  if (turn === 'supervisor') return after.consent ? [after.consent.personId] : []
  if (turn === 'reviewer')
    return after.reviews.filter(({ verdict }) => verdict === null).map(({ personId }) => personId)
  const today = dayAt(now, defaultZone)
  const { assigneeId } = after
  if (assigneeId !== null) {
    const asked = { requestId: row.id, personId: assigneeId, today }
    if (await isDecider({ db: trx }, asked)) return [assigneeId]
    const delegate = await delegateFor({ db: trx }, asked)
    if (delegate !== undefined && !isInvolved(after, delegate)) return [delegate]
  }
  return whoIsThere(trx, row, now)
}

/** Those who decide for a provider and are there, or act for who is away; all of them where everybody is away. */
export async function whoIsThere(trx: Trx, row: RequestRow, now: Temporal.Instant) {
  const present = await presentOf({ db: trx }, row, dayAt(now, defaultZone))
  return present.length > 0 ? present : (await stewardsOf({ db: trx }, row)).map(({ id }) => id)
}
