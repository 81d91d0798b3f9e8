import { assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import {
  eventTypes,
  isPublicEvent,
  type RequestEvent,
  requestStates,
  type Side,
  sides,
} from '../../src/requests/requests/model/events.ts'
import { applied, replay } from '../../src/requests/requests/rules/apply.ts'
import { decide, isWithinApproved } from '../../src/requests/requests/rules/decide.ts'
import {
  type Command,
  commands,
  commandsIn,
  mayGive,
} from '../../src/requests/requests/rules/lifecycle.ts'
import { entitlementsOf, reservationsOf } from '../../src/requests/requests/rules/projections.ts'
import { outstandingLoan, type Request, stateOf } from '../../src/requests/requests/rules/state.ts'
import {
  built,
  isoAt,
  opened,
  opening,
  people,
  seldom,
  start,
  type Step,
  stock,
  usual,
  walk,
} from './machine.ts'

const heldBack = (request: Request) =>
  reservationsOf(request).reduce((sum, { quantity }) => sum + quantity, 0)
const shippedOf = ({ items }: Request) => items.reduce((sum, { shipped }) => sum + shipped, 0)

type Tried = { request: Request; events: RequestEvent[]; command: Command; on: readonly Side[] }

/** One command; undefined where there is none to give. */
function attempt(
  request: Request,
  { args: given, ...chosen }: Step,
  day: number,
): Tried | undefined {
  const on = chosen.isWild ? chosen.on : usual(request, chosen.who)
  const may = commandsIn(stateOf(request), on).filter(
    (command) => chosen.isSeldom || !seldom.includes(command),
  )
  const choices = chosen.isWild ? commands : may
  const command = choices[chosen.pick % choices.length]
  if (command === undefined) return undefined
  const at = isoAt(day)
  const outcome = decide(
    request,
    built(command, {
      ...given,
      day,
      until: isoAt(day + (given.untilDay ?? 30)),
      shipmentId: request.shipments.at(-1)?.id ?? 'none',
      // As the program's ids are, it is nobody else's.
      nextShipment: `s${request.shipments.length}`,
    }),
    { personId: chosen.who, sides: on, at, rules: { quorum: 0, appealDays: 30 } },
  )
  const datas = 'events' in outcome ? outcome.events : []
  const events = datas.map((data): RequestEvent => ({ ...data, at, by: chosen.who }))
  return { request: events.reduce(applied, request), events, command, on }
}

/** Said anew, so that it is no copy of the program: approved, a member now, all accepted, neither expired nor revoked. */
function isEntitled(request: Request, itemId: string, personId: string, at: string): boolean {
  const item = request.items.find(({ id }) => id === itemId)
  const isMember = request.members.some((one) => one.personId === personId && one.until === null)
  if (!item || !isMember || item.ended !== null || item.decision?.answer !== 'approved')
    return false
  const accepted = request.acceptances.filter(
    (one) => one.personId === personId && one.round >= item.round,
  )
  const isAccepted = item.decision.agreementIds.every((id) =>
    accepted.some(({ agreementId }) => agreementId === id),
  )
  const isRunning = item.periods.some(
    ({ from, until }) => from <= at && (until === null || until > at),
  )
  const isSent = ['submitted', 'decided', 'fulfilling', 'fulfilled', 'closed'].includes(
    stateOf(request),
  )
  return isSent && isAccepted && isRunning
}

function check(request: Request, at: string): void {
  const rows = entitlementsOf(request)
  for (const { id } of request.items)
    for (const personId of people) {
      const isGiven = rows.some(
        (row) =>
          row.itemId === id &&
          row.personId === personId &&
          row.from <= at &&
          (row.until === null || row.until > at),
      )
      expect(isGiven).toBe(isEntitled(request, id, personId, at))
    }
  for (const item of request.items) {
    expect(isWithinApproved(item)).toBe(true)
    expect(item.received + item.lost).toBeLessThanOrEqual(item.shipped)
    expect(outstandingLoan(item)).toBeGreaterThanOrEqual(0)
  }
  expect(shippedOf(request) + heldBack(request)).toBeLessThanOrEqual(stock)
  const isOver = ['draft', 'withdrawn', 'closed', 'expired'].includes(stateOf(request))
  expect(isOver ? heldBack(request) : 0).toBe(0)
}

test('whatever anybody commands, a request stays what its events say', () => {
  const reached = new Set<string>()
  assert(
    property(opening, walk, (first, steps) => {
      const events = opened(start, first)
      let request = replay(start, events)
      let day = 0
      for (const one of steps) {
        day += one.tenths / 10
        const tried = attempt(request, one, day)
        if (tried === undefined) continue
        const standing = mayGive(stateOf(request), tried.command, tried.on)
        expect(standing === 'yes' || tried.events.length === 0).toBe(true)
        if (shippedOf(tried.request) + heldBack(tried.request) > stock) continue
        if (tried.events.length > 0) reached.add(`${stateOf(request)} ${tried.command}`)
        request = tried.request
        events.push(...tried.events)
        check(request, isoAt(day))
      }
      expect(replay(start, events)).toEqual(request)
    }),
    // One seed: whether all of the table was walked does not depend on luck.
    { numRuns: 10_000, seed: 20_261_129 },
  )
  // A run that stops early shows nothing: nearly all of the table was walked.
  const table = requestStates.flatMap((state) =>
    commandsIn(state, sides).map((command) => `${state} ${command}`),
  )
  expect(table.filter((entry) => !reached.has(entry)).toSorted()).toEqual([])
}, 300_000)

test('nothing can be done with what was withdrawn or has expired', () => {
  expect(commandsIn('withdrawn', sides)).toEqual([])
  expect(commandsIn('expired', sides)).toEqual([])
})

test('every type of event is public or for staff alone', () => {
  const internal = eventTypes.filter((type) => !isPublicEvent(type))
  expect(internal).toEqual([
    'claimed',
    'claim_released',
    'reassigned',
    'conflict_declared',
    'review_asked',
    'reviewed',
    'escalated',
    'labelled',
    'noted',
  ])
})
