import type { PersonActor } from '../src/core/actor.ts'
import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { storeFiles, type Stored } from '../src/orders/forms/actions.ts'
import { placeOrderIn } from '../src/orders/orders/actions/order.ts'
import { createServiceIn } from '../src/orders/services/actions.ts'
import {
  deliveryStep,
  quoteStep,
  ratingStep,
  type Step,
  takeStepIn,
} from '../src/orders/orders/actions/step.ts'
import { actorById } from '../src/people/accounts/actions/actor.ts'
import { idOf } from './landscape.ts'
import { orders, type OrderStory, services } from './order-stories.ts'
import { type Ids, seedPart } from './seeded.ts'

type World = { landscape: Ids; records: Ids }
/** `outer` writes beside the transaction: files that it gives up are found and removed. */
type Scene = World & { trx: Trx; ctx: Context; outer: Context }

/** What staff do for others, and orders in every state. */
export async function seedOrders(ctx: Context, told: World): Promise<void> {
  await seedPart(ctx.db, { name: 'orders', now: ctx.now }, async (trx) => {
    const scene = { ...told, trx, ctx: { ...ctx, db: trx }, outer: ctx }
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
  const all = stepsOf(story, await stored(scene, story))
  for (const [index, [who, step]] of all.entries()) {
    const now = at(story.daysAgo * (1 - (index + 1) / (all.length + 1)))
    const acting = { ...ctx, now, actor: who === 'staff' ? steward : requester }
    await takeStepIn(trx, acting, { key: { id }, step: step(acting) })
  }
}

/** The results of an order that has any. */
async function stored({ outer }: Scene, { until, results }: OrderStory): Promise<Results> {
  const bytes = new TextEncoder().encode(`\uFEFF${results.text}`)
  const has = until === 'delivered' || until === 'closed'
  const files = has ? [{ name: results.name, bytes, field: null }] : []
  const sent = { folder: 'orders', files }
  return storeFiles(outer, sent, async (all) => ({ stored: all, machineHours: results.hours }))
}

type Results = { stored: readonly Stored[]; machineHours: number }

type Told = ['staff' | 'asker', (acting: Context) => Step]

/** Who did what, in order; each step is made by who takes it, when they do. */
function stepsOf({ until, lines, said }: OrderStory, results: Results): Told[] {
  const quote: Told = ['staff', () => quoteStep({ lines: [...lines] })]
  const accepted: Told = ['asker', () => ({ command: 'acceptance' })]
  const begun: Told = ['staff', () => ({ command: 'start' })]
  const handed: Told = ['staff', (ctx) => deliveryStep(ctx, { ...results, note: said })]
  const given: Told = ['staff', (ctx) => deliveryStep(ctx, results)]
  const rated: Told = ['asker', () => ratingStep({ rating: 5, note: said })]
  const ended = (who: Told[0], command: 'decline' | 'withdrawal' | 'cancellation'): Told => [
    who,
    () => ({ command, note: said }),
  ]
  const ways: Record<OrderStory['until'], Told[]> = {
    submitted: [],
    quoted: [quote],
    accepted: [quote, accepted],
    in_work: [quote, accepted, begun],
    delivered: [quote, accepted, begun, handed],
    closed: [quote, accepted, begun, given, rated],
    declined: [ended('staff', 'decline')],
    withdrawn: [quote, ended('asker', 'withdrawal')],
    cancelled: [quote, accepted, ended('staff', 'cancellation')],
  }
  return ways[until]
}

async function actorNamed({ trx, landscape }: Scene, person: string): Promise<PersonActor> {
  const via = { type: 'token' as const, scopes: ['write' as const] }
  const actor = await actorById(trx, idOf(landscape, `person/${person}`), via)
  if (!actor) throw new Error(`the demo has nobody called ${person}`)
  return actor
}
