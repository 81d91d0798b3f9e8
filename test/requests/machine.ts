import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  record,
  subarray,
} from 'fast-check'
import {
  answers,
  type RequestEvent,
  type Side,
  sides,
} from '../../src/requests/requests/model/events.ts'
import { replay } from '../../src/requests/requests/rules/apply.ts'
import type { Of } from '../../src/requests/requests/rules/commands.ts'
import { type Asked, decide } from '../../src/requests/requests/rules/decide.ts'
import type { Command } from '../../src/requests/requests/rules/lifecycle.ts'
import { begun, type Request } from '../../src/requests/requests/rules/state.ts'

/*
 * Random people give random commands to a request for a dataset, seeds on loan and a service. Guided by the table most of
 * them may be given, so that every state is reached; one in ten is anybody's on any side.
 */

const firstMs = Date.parse('2026-03-02T00:00:00Z')
export const isoAt = (day: number) => new Date(firstMs + day * 86_400_000).toISOString()
/** Seeds that there are: what would hold back more is refused, as the ledger refuses it. */
export const stock = 40

export const people = ['owner', 'ann', 'bo', 'sup', 'stew', 'stew2', 'rev', 'clock']
const args = record({
  ids: subarray(['data', 'seeds', 'service'], { minLength: 1 }),
  itemId: constantFrom('data', 'seeds', 'service'),
  personId: constantFrom(...people),
  agreementId: constantFrom('a1', 'a2'),
  agreementIds: subarray(['a1', 'a2']),
  answer: oneof(
    { weight: 3, arbitrary: constant('approved' as const) },
    { weight: 1, arbitrary: constantFrom(...answers) },
  ),
  asked: integer({ min: 10, max: 60 }),
  quantity: integer({ min: 1, max: 50 }),
  untilDay: option(integer({ min: 0, max: 60 }), { freq: 3 }),
  yes: boolean(),
})
type Args = typeof args extends Arbitrary<infer A> ? A : never
type Now = Args & { day: number; until: string; shipmentId: string; nextShipment: string }

const itemOf = (id: string, asked: number) => ({
  id,
  recordId: `record-${id}`,
  delivery:
    id === 'data'
      ? ('download' as const)
      : id === 'seeds'
        ? ('shipment' as const)
        : ('order' as const),
  quantity: id === 'seeds' ? asked : null,
  unit: id === 'seeds' ? 'seed' : null,
  isLoan: id === 'seeds',
  target: {},
})

const content = ({ ids, asked, quantity, yes }: Now) => ({
  items: ids.map((id) => itemOf(id, asked)),
  purpose: {},
  answers: {},
  supervisorId: quantity < 10 ? 'sup' : null,
  isPreauthorised: yes,
})

const note = '…'
type Building = { readonly [Name in Command]: (now: Now) => Omit<Of<Name>, 'command'> }
const building: Building = {
  submission: content,
  amendment: content,
  consent: ({ quantity }) => ({ isGiven: quantity > 8, note }),
  return: () => ({ note }),
  decision: ({ ids, answer, quantity, untilDay, until, agreementIds }) => ({
    decisions: ids.map((itemId) => ({
      itemId,
      answer,
      quantity: itemId === 'seeds' ? quantity : null,
      conditions: null,
      reason: null,
      until: untilDay === null ? null : until,
      agreementIds,
    })),
  }),
  review_request: ({ personId }) => ({ personId, note }),
  review: ({ yes }) => ({ verdict: yes ? 'for' : 'against', note }),
  claim: ({ until }) => ({ until }),
  release: () => ({}),
  reassignment: ({ personId }) => ({ personId, note }),
  conflict: () => ({ note }),
  escalation: () => ({}),
  expiry: () => ({}),
  withdrawal: () => ({ note }),
  closure: () => ({ note }),
  item_withdrawal: ({ itemId }) => ({ itemId }),
  access_end: ({ itemId }) => ({ itemId }),
  membership: ({ personId, yes }) => ({ personId, isAdded: yes }),
  handover: ({ personId }) => ({ personId }),
  acceptance: ({ agreementId }) => ({ agreementId }),
  terms_refusal: ({ agreementId }) => ({ agreementId }),
  appeal: ({ itemId }) => ({ itemId, note }),
  shipment: ({ nextShipment, quantity }) => ({
    isHandedOver: quantity % 5 === 1,
    shipmentId: nextShipment,
    lines: [{ itemId: 'seeds', quantity }],
  }),
  receipt: ({ shipmentId }) => ({ shipmentId }),
  loss: ({ shipmentId }) => ({ shipmentId, note }),
  return_shipment: ({ itemId, quantity }) => ({ itemId, quantity, condition: note }),
  order: ({ itemId }) => ({ itemId, orderId: 'o1' }),
  use_report: ({ ids }) => ({ itemIds: ids }),
  renewal_request: ({ itemId, until }) => ({ itemId, until, note }),
  renewal: ({ itemId, yes, until }) => ({ itemId, until: yes ? until : null, note }),
  end_date: ({ itemId, until }) => ({ itemId, until }),
  revocation: ({ itemId }) => ({ itemId, reason: note }),
  message: () => ({ text: note }),
  note: () => ({ text: note }),
  labelling: () => ({ labels: [note] }),
}

export const built = (command: Command, now: Now): Asked =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `Building` says of each command
  ({ command, ...building[command](now) }) as Asked

/** What ends or empties a request comes seldom, so that others come to their turn. */
export const seldom: readonly Command[] = [
  'withdrawal',
  'expiry',
  'closure',
  'terms_refusal',
  'item_withdrawal',
  'revocation',
  'amendment',
]

export const step = record({
  args,
  who: constantFrom(...people),
  pick: nat(10_000),
  isWild: integer({ min: 0, max: 9 }).map((n) => n === 0),
  isSeldom: integer({ min: 0, max: 20 }).map((n) => n === 0),
  on: subarray([...sides]),
  tenths: integer({ min: 0, max: 10 }),
})
export type Step = typeof step extends Arbitrary<infer S> ? S : never

/** On which sides somebody stands when nothing else is tried. */
export const usual = ({ requesterId, members, consent, reviews }: Request, who: string): Side[] => [
  ...(who === requesterId ? (['requester'] as const) : []),
  ...(members.some(({ personId, until }) => personId === who && until === null)
    ? (['member'] as const)
    : []),
  ...(who === consent?.personId ? (['supervisor'] as const) : []),
  ...(who === 'clock' ? (['clock'] as const) : []),
  ...(who.startsWith('stew') ? (['steward'] as const) : []),
  ...(reviews.some(({ personId, verdict }) => personId === who && verdict === null)
    ? (['reviewer'] as const)
    : []),
]

type Opening = readonly (readonly [who: string, command: Command, more?: Partial<Now>])[]
type Given = Opening[number]
const decidedAs = (
  ids: string[],
  answer: Now['answer'] = 'approved',
  agreementIds: Now['agreementIds'] = [],
): Given => ['stew', 'decision', { ids, answer, quantity: 10, untilDay: 3, agreementIds }]
const submitted = (ids: string[]): Given => [
  'owner',
  'submission',
  { ids, asked: 10, quantity: 20 },
]
const provided: Opening = [submitted(['data']), decidedAs(['data'])]
const lent: Opening = [
  submitted(['seeds']),
  decidedAs(['seeds']),
  ['stew', 'shipment', { quantity: 10 }],
  ['owner', 'receipt', { shipmentId: 's0' }],
]
const refusedInPart: Opening = [
  submitted(['data', 'service']),
  decidedAs(['data']),
  decidedAs(['service'], 'rejected'),
]
const putOff: Opening = [
  submitted(['data', 'seeds']),
  decidedAs(['data']),
  decidedAs(['seeds'], 'later'),
]
const onlyPutOff: Opening = [submitted(['seeds']), decidedAs(['seeds'], 'later')]
const half: Opening = [
  submitted(['data', 'seeds', 'service']),
  decidedAs(['data', 'seeds']),
  decidedAs(['service'], 'rejected'),
]
const onLoanInPart: Opening = [
  submitted(['data', 'seeds']),
  decidedAs(['data', 'seeds']),
  ['stew', 'shipment', { quantity: 4 }],
  ['owner', 'receipt', { shipmentId: 's0' }],
]
const withMember: Opening = [...provided, ['owner', 'membership', { personId: 'ann', yes: true }]]
const over: Opening = [...refusedInPart, ['stew', 'closure']]
const waiting: Opening = [
  submitted(['data', 'seeds', 'service']),
  decidedAs(['seeds', 'service']),
  decidedAs(['data'], 'later'),
]
const underTerms: Opening = [
  submitted(['data', 'seeds', 'service']),
  decidedAs(['data'], 'approved', ['a1']),
  decidedAs(['seeds'], 'rejected'),
]
const revokedOnItsWay = (ids: string[]): Opening => [
  submitted(ids),
  decidedAs(ids),
  ['stew', 'shipment', { quantity: 10 }],
  ['stew', 'revocation', { itemId: 'seeds' }],
]
const appealedOnItsWay: Opening = [
  submitted(['seeds', 'service']),
  decidedAs(['seeds']),
  decidedAs(['service'], 'rejected'),
  ['stew', 'shipment', { quantity: 4 }],
  ['owner', 'appeal', { itemId: 'service' }],
]
const appealedOnLoan: Opening = [...appealedOnItsWay, ['owner', 'receipt', { shipmentId: 's0' }]]
const unaccepted: Opening = [submitted(['data']), decidedAs(['data'], 'approved', ['a1'])]
/** From where a run goes on: by chance alone it would seldom come as far. */
export const openings = [
  [],
  [],
  provided,
  lent,
  refusedInPart,
  putOff,
  half,
  onLoanInPart,
  withMember,
  over,
  waiting,
  underTerms,
  underTerms,
  waiting,
  onlyPutOff,
  onlyPutOff,
  appealedOnItsWay,
  revokedOnItsWay(['seeds']),
  revokedOnItsWay(['data', 'seeds']),
  appealedOnLoan,
  unaccepted,
]

const plainArgs: Now = {
  ids: [],
  itemId: 'data',
  personId: 'ann',
  agreementId: 'a1',
  agreementIds: [],
  answer: 'approved',
  asked: 10,
  quantity: 10,
  untilDay: 3,
  yes: true,
  day: 0,
  until: isoAt(3),
  shipmentId: 's0',
  nextShipment: 's0',
}

/** The events of an opening; each of its commands is taken. */
export function opened(start: Request, opening: Opening): RequestEvent[] {
  const events: RequestEvent[] = []
  for (const [who, command, more] of opening) {
    const request = replay(start, events)
    const outcome = decide(request, built(command, { ...plainArgs, ...more }), {
      personId: who,
      sides: usual(request, who),
      at: isoAt(0),
      rules: { quorum: 0, appealDays: 30 },
    })
    if ('objections' in outcome) throw new Error(`${command}: ${outcome.objections.join(', ')}`)
    events.push(...outcome.events.map((data): RequestEvent => ({ ...data, at: isoAt(0), by: who })))
  }
  return events
}

export const walk = array(step, { minLength: 15, maxLength: 40 })
export const opening = constantFrom(...openings)
export const start = begun('owner', isoAt(0))
