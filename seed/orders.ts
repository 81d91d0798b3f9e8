import type { PersonActor } from '../src/core/actor.ts'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { placeOrderIn } from '../src/orders/actions/place.ts'
import { createServiceIn } from '../src/orders/actions/services.ts'
import {
  deliveryStep,
  quoteStep,
  ratingStep,
  type Step,
  takeStepIn,
} from '../src/orders/actions/step.ts'
import { actorById } from '../src/people/actions/actor.ts'
import { idOf } from './landscape.ts'
import { type OrderStory, orders, services } from './order-stories.ts'
import { type Ids, seedPart } from './seeded.ts'

type Told = { landscape: Ids; records: Ids }
type Scene = Told & { trx: Trx; ctx: Context }

/** What staff do for others, and orders in every state. */
export async function seedOrders(ctx: Context, told: Told): Promise<void> {
  await seedPart(ctx.db, { name: 'orders', now: ctx.now }, async (trx) => {
    const scene = { ...told, trx, ctx: { ...ctx, db: trx } }
    const made = new Map<string, string>()
    for (const [key, input] of services) {
      const instrumentId = idOf(scene.records, `record/instrument/${key}`)
      const { id } = await createServiceIn(trx, scene.ctx, { instrumentId, input })
      made.set(key, id)
    }
    for (const story of orders) await tellOrder(scene, story, made.get(story.instrument) ?? '')
    return {}
  })
}

async function tellOrder(scene: Scene, story: OrderStory, serviceId: string): Promise<void> {
  const { trx, ctx, records } = scene
  const requester = await actorNamed(scene, story.by)
  const steward = await actorNamed(scene, 'wen_xi')
  const at = (days: number) => {
    const moment = ctx.now().subtract({ minutes: Math.round(days * 24 * 60) })
    return () => moment
  }
  const order = { answers: story.answers, samples: [...story.samples] }
  const asked = { ...ctx, actor: requester, now: at(story.daysAgo) }
  const id = await placeOrderIn(trx, asked, {
    key: { instrumentId: idOf(records, `record/instrument/${story.instrument}`), id: serviceId },
    placed: { order, files: [] },
    person: requester,
  })
  const all = stepsOf(ctx, story)
  for (const [index, [who, step]] of all.entries()) {
    const now = at(story.daysAgo * (1 - (index + 1) / (all.length + 1)))
    const acting = { ...ctx, now, actor: who === 'staff' ? steward : requester }
    await takeStepIn(trx, acting, { key: { id }, step })
  }
}

function stepsOf(ctx: Context, { until, lines, said }: OrderStory): ['staff' | 'asker', Step][] {
  const quote: ['staff', Step] = ['staff', quoteStep({ lines: [...lines] })]
  const accepted: ['asker', Step] = ['asker', { command: 'acceptance' }]
  const begun: ['staff', Step] = ['staff', { command: 'start' }]
  const handed: ['staff', Step] = ['staff', deliveryStep(ctx, { note: said, stored: [] })]
  const given: ['staff', Step] = ['staff', deliveryStep(ctx, { note: undefined, stored: [] })]
  const ways: Record<OrderStory['until'], ['staff' | 'asker', Step][]> = {
    submitted: [],
    quoted: [quote],
    accepted: [quote, accepted],
    in_work: [quote, accepted, begun],
    delivered: [quote, accepted, begun, handed],
    closed: [quote, accepted, begun, given, ['asker', ratingStep({ rating: 5, note: said })]],
    declined: [['staff', { command: 'decline', note: said }]],
    withdrawn: [quote, ['asker', { command: 'withdrawal', note: said }]],
    cancelled: [quote, accepted, ['staff', { command: 'cancellation', note: said }]],
  }
  return ways[until]
}

async function actorNamed({ trx, landscape }: Scene, person: string): Promise<PersonActor> {
  const via = { type: 'token' as const, scopes: ['write' as const] }
  const actor = await actorById(trx, idOf(landscape, `person/${person}`), via)
  if (!actor) throw new Error(`the demo has nobody called ${person}`)
  return actor
}
