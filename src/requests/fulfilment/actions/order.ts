import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { placeOrderIn } from '../../../orders/orders/actions/order.ts'
import { Answers } from '../../../orders/forms/model.ts'
import { actorById } from '../../../people/accounts/actions/actor.ts'
import type { Held } from '../../requests/actions/command.ts'
import { mayGive } from '../../requests/rules/lifecycle.ts'
import { isApproved, type Item, stateOf } from '../../requests/rules/state.ts'
import { refusalWords } from '../../requests/words/refusals.ts'
import type { HandedOver } from '../model.ts'
import { insertOrdered } from '../queries.ts'
import { fulfilmentWords as words } from '../words.ts'
import { giveMoving, type Key } from './give.ts'

/** Makes an order of an approved service: its requester’s, worked on by the staff of the instrument from then on. */
export const handOver = (ctx: Context, { item: id, ...asked }: HandedOver, key: Key) =>
  giveMoving(ctx, key, {
    wish: async (trx, held) => {
      const item = held.request.items.find((one) => one.id === id)
      const orderId =
        item && mayBeOrdered(held, item) ? await placed(trx, ctx, { held, item, asked }) : ''
      return { command: 'order' as const, itemId: id, orderId }
    },
    moves: (trx, { request }, { itemId, orderId }) =>
      insertOrdered(trx, {
        instrument_id: request.items.find((one) => one.id === itemId)?.recordId ?? '',
        order_id: orderId,
        item_id: itemId,
      }),
  })

/** The order is there before its event: what the rules will refuse is not ordered at all. */
const mayBeOrdered = ({ request, sides }: Held, item: Item): boolean =>
  mayGive(stateOf(request), 'order', sides) === 'yes' &&
  item.delivery === 'order' &&
  item.orderId === null &&
  isApproved(item)

type Placed = { held: Held; item: Item; asked: Omit<HandedOver, 'item'> }

async function placed(trx: Trx, ctx: Context, { held, item, asked }: Placed): Promise<string> {
  const { row, request } = held
  const { serviceId, answers } = item.target
  const service = asked.service ?? serviceId
  if (typeof service !== 'string') throw new Problem('conflict', words.noService)
  const via = { type: 'token', scopes: [] } as const
  const requester = await actorById(trx, request.requesterId, via)
  if (!requester) throw new Problem('conflict', refusalWords.noPerson)
  const isOfLab = requester.labs.some(({ labId }) => labId === row.labId)
  return placeOrderIn(trx, ctx, {
    key: { instrumentId: item.recordId, id: service },
    person: requester,
    placed: {
      order: {
        answers: Answers.catch({}).parse(answers),
        samples: [],
        lab: isOfLab ? row.labId : undefined,
        note: asked.note,
      },
      files: [],
    },
  })
}
