import type { RequestState, Side } from '../model/events.ts'

/** Both sides may write to each other, and staff among themselves, until a request is withdrawn or has expired. */
const talking = {
  message: ['requester', 'member', 'steward'],
  note: ['steward', 'reviewer'],
  labelling: ['steward'],
} as const

/** Who may give which command in which state; what is not here is refused. */
const lifecycle = {
  draft: {
    submission: ['requester'],
    withdrawal: ['requester', 'clock'],
    membership: ['requester'],
    handover: ['clock'],
    expiry: ['clock'],
  },
  submitted: {
    ...talking,
    consent: ['supervisor'],
    return: ['steward'],
    decision: ['steward'],
    review_request: ['steward'],
    review: ['reviewer'],
    claim: ['steward'],
    release: ['steward', 'clock'],
    reassignment: ['steward'],
    conflict: ['steward'],
    amendment: ['requester'],
    withdrawal: ['requester', 'clock'],
    item_withdrawal: ['requester'],
    membership: ['requester', 'member'],
    handover: ['requester', 'steward', 'clock'],
    acceptance: ['requester', 'member'],
    terms_refusal: ['requester'],
    receipt: ['requester', 'member'],
    loss: ['requester', 'member', 'steward'],
    return_shipment: ['steward'],
    appeal: ['requester'],
    escalation: ['clock'],
    access_end: ['clock'],
  },
  returned: {
    ...talking,
    submission: ['requester'],
    receipt: ['requester', 'member'],
    loss: ['requester', 'member', 'steward'],
    return_shipment: ['steward'],
    withdrawal: ['requester', 'clock'],
    item_withdrawal: ['requester'],
    membership: ['requester', 'member'],
    handover: ['requester', 'steward', 'clock'],
    expiry: ['clock'],
  },
  decided: {
    decision: ['steward'],
    ...talking,
    acceptance: ['requester', 'member'],
    terms_refusal: ['requester'],
    receipt: ['requester', 'member'],
    loss: ['requester', 'member', 'steward'],
    return_shipment: ['steward'],
    appeal: ['requester'],
    amendment: ['requester'],
    withdrawal: ['requester', 'clock'],
    item_withdrawal: ['requester'],
    membership: ['requester', 'member'],
    handover: ['requester', 'steward', 'clock'],
    revocation: ['steward'],
    closure: ['steward', 'clock'],
    expiry: ['clock'],
  },
  fulfilling: {
    withdrawal: ['clock'],
    decision: ['steward'],
    ...talking,
    shipment: ['steward'],
    receipt: ['requester', 'member'],
    loss: ['requester', 'member', 'steward'],
    return_shipment: ['steward'],
    order: ['steward'],
    use_report: ['requester', 'member'],
    renewal_request: ['requester'],
    renewal: ['steward'],
    end_date: ['steward'],
    appeal: ['requester'],
    item_withdrawal: ['requester'],
    membership: ['requester', 'member'],
    handover: ['requester', 'steward', 'clock'],
    revocation: ['steward'],
    closure: ['steward'],
    access_end: ['clock'],
  },
  fulfilled: {
    decision: ['steward'],
    ...talking,
    receipt: ['requester', 'member'],
    loss: ['requester', 'member', 'steward'],
    return_shipment: ['steward'],
    use_report: ['requester', 'member'],
    renewal_request: ['requester'],
    renewal: ['steward'],
    end_date: ['steward'],
    appeal: ['requester'],
    membership: ['requester', 'member'],
    handover: ['requester', 'steward', 'clock'],
    revocation: ['steward'],
    closure: ['steward', 'clock'],
    access_end: ['clock'],
  },
  closed: {
    ...talking,
    use_report: ['requester', 'member'],
    renewal_request: ['requester'],
    renewal: ['steward'],
    appeal: ['requester'],
    membership: ['requester', 'member'],
    revocation: ['steward'],
    access_end: ['clock'],
  },
  withdrawn: {},
  expired: {},
} as const satisfies Record<RequestState, Readonly<Record<string, readonly Side[]>>>

type Lifecycle = typeof lifecycle
export type Command = { [State in RequestState]: keyof Lifecycle[State] }[RequestState]

/** Every command of the table. */
export const commands = [...new Set(Object.values(lifecycle).flatMap((row) => namesIn(row)))]

/** `Object.keys`, which forgets the names' type. */
function namesIn(row: Partial<Record<Command, unknown>>): Command[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows have commands and nothing else
  return Object.keys(row) as Command[]
}

const table: Readonly<Record<RequestState, Partial<Record<Command, readonly Side[]>>>> = lifecycle

/** Whether somebody on these sides may give a command now, may not now, or may never. */
export const mayGive = (
  state: RequestState,
  command: Command,
  on: readonly Side[],
): 'yes' | 'not_now' | 'not_yours' => {
  const allowed = table[state][command]
  if (allowed?.some((side) => on.includes(side))) return 'yes'
  const isEverTheirs = Object.values(table).some((row) =>
    row[command]?.some((side) => on.includes(side)),
  )
  return isEverTheirs ? 'not_now' : 'not_yours'
}

/** The commands that somebody on these sides may give now. */
export const commandsIn = (state: RequestState, on: readonly Side[]): Command[] =>
  namesIn(table[state]).filter((command) => mayGive(state, command, on) === 'yes')

const ownSides: readonly Side[] = ['requester', 'member', 'supervisor']

/** Who decides reads what staff write among themselves, unless they are on the other side too. */
export const seesInternal = (on: readonly Side[]): boolean =>
  (on.includes('steward') || on.includes('reviewer')) && !on.some((side) => ownSides.includes(side))
