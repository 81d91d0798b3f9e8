import type { OrderState } from '../../src/orders/orders/model.ts'
import type { World } from './scene.ts'

type Step = readonly [command: string, by: 'requester' | 'staff', body: object]

type Led = {
  state: OrderState
  /** The requester’s token. */
  as: string | undefined
  /** Price of one of three samples. */
  priceFen: number
  /** Words of the rating, where it comes to that. */
  rating: string
}

/** Takes an order that was submitted to a state, each side doing its steps. */
export async function leadOrder(world: World, id: string, led: Led): Promise<void> {
  for (const [command, by, body] of stepsTo(led))
    // oxlint-disable-next-line no-await-in-loop -- one step leads to the next
    await world.post(`/orders/${id}/${command}`, body, by === 'staff' ? 'demo-admin' : led.as)
}

/** The steps of both sides that lead to a state. */
function stepsTo({ state, priceFen, rating }: Led): Step[] {
  const lines = [{ text: 'work', quantity: 3, priceFen }]
  const quoted: Step[] = [['quote', 'staff', { lines }]]
  const accepted: Step[] = [...quoted, ['acceptance', 'requester', {}]]
  const inWork: Step[] = [...accepted, ['start', 'staff', {}]]
  const delivered: Step[] = [...inWork, ['delivery', 'staff', new FormData()]]
  const note = 'no more'
  const steps: Record<OrderState, Step[]> = {
    submitted: [],
    quoted,
    accepted,
    in_work: inWork,
    delivered,
    closed: [...delivered, ['rating', 'requester', { rating: 4, note: rating }]],
    declined: [['decline', 'staff', { note }]],
    withdrawn: [...quoted, ['withdrawal', 'requester', { note }]],
    cancelled: [...accepted, ['cancellation', 'staff', { note }]],
  }
  return steps[state]
}

export const bothTitles = (en: string) => ({ zh: en, en })
