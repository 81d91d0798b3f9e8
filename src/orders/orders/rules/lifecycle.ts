import type { OrderState, Side } from '../model.ts'

/** Who may do what in which state, and what it leads to. A changed quote is accepted anew. */
const transitions = {
  quote: { who: 'staff', from: { submitted: 'quoted', quoted: 'quoted', accepted: 'quoted' } },
  acceptance: { who: 'requester', from: { quoted: 'accepted' } },
  refusal: { who: 'requester', from: { quoted: 'submitted' } },
  decline: { who: 'staff', from: { submitted: 'declined', quoted: 'declined' } },
  start: { who: 'staff', from: { accepted: 'in_work' } },
  delivery: { who: 'staff', from: { in_work: 'delivered', delivered: 'delivered' } },
  rating: { who: 'requester', from: { delivered: 'closed' } },
  withdrawal: {
    who: 'requester',
    from: { submitted: 'withdrawn', quoted: 'withdrawn', accepted: 'withdrawn' },
  },
  cancellation: { who: 'staff', from: { accepted: 'cancelled', in_work: 'cancelled' } },
} as const satisfies Record<string, { who: Side; from: Partial<Record<OrderState, OrderState>> }>

export type Command = keyof typeof transitions
export type OrderEvent = Command | 'submission' | 'note' | 'machine_hours'

type Row = { who: Side; from: Partial<Record<OrderState, OrderState>> }
const table: Record<Command, Row> = transitions

export const commands: readonly Command[] = [
  'quote',
  'acceptance',
  'refusal',
  'decline',
  'start',
  'delivery',
  'rating',
  'withdrawal',
  'cancellation',
]

export const isOrderEvent = (type: string): type is OrderEvent =>
  type in transitions || ['submission', 'note', 'machine_hours'].includes(type)

const ended: readonly OrderState[] = ['closed', 'declined', 'withdrawn', 'cancelled']
export const isEnded = (state: OrderState): boolean => ended.includes(state)

const worked: readonly OrderState[] = ['in_work', 'delivered', 'closed']
/** Whether work was begun and not given up. */
export const isWorked = (state: OrderState): boolean => worked.includes(state)

/** Where a command leads; undefined where it is not possible. */
export const stateAfter = (state: OrderState, command: Command): OrderState | undefined =>
  table[command].from[state]

export const isOnSideOf = (command: Command, on: readonly Side[]): boolean =>
  on.includes(table[command].who)

/** What somebody on these sides may do in a state. */
export const commandsIn = (state: OrderState, on: readonly Side[]): Command[] =>
  commands.filter((command) => isOnSideOf(command, on) && stateAfter(state, command) !== undefined)

/** Whose turn it is: states in which something waits for this side. */
export const waitsFor: Record<Side, readonly OrderState[]> = {
  staff: ['submitted', 'accepted', 'in_work'],
  requester: ['quoted', 'delivered'],
}
