import type { Context } from '../src/core/context.ts'
import { dayAt, defaultZone } from '../src/core/time.ts'
import { getTakeable } from '../src/datasets/access/actions.ts'
import { writeUse } from '../src/datasets/usage/actions.ts'
import { findNewestVersion } from '../src/datasets/versions/actions.ts'
import { searchServices } from '../src/orders/services/actions.ts'
import { acceptAgreement } from '../src/requests/agreements/actions/accept.ts'
import { presentAgreement } from '../src/requests/agreements/actions/seal.ts'
import { receiveShipment, takeBack } from '../src/requests/fulfilment/actions/arrive.ts'
import { handOver } from '../src/requests/fulfilment/actions/order.ts'
import { picksOf, pickForOne } from '../src/requests/fulfilment/actions/pick.ts'
import { shipItems } from '../src/requests/fulfilment/actions/ship.ts'
import type { NewShipment } from '../src/requests/fulfilment/model.ts'
import { reportUse } from '../src/requests/reports/actions/report.ts'
import type { UseReport } from '../src/requests/reports/model.ts'
import { giveCommand, personNamed } from '../src/requests/requests/actions/command.ts'
import { getRequest } from '../src/requests/requests/actions/read.ts'
import { claimRequest, decideItems, submitRequest } from '../src/requests/requests/actions/steps.ts'
import type { Decisions } from '../src/requests/requests/model/request.ts'
import type { Asked } from '../src/requests/requests/rules/commands.ts'

/** What somebody does to a request, at the moment of the context. */
export type Step = (ctx: Context, id: string) => Promise<unknown>

type Answer = Omit<Decisions['decisions'][number], 'item' | 'until'> & { untilInDays?: number }

export const send: Step = (ctx, id) => submitRequest(ctx, { id })
export const claim: Step = (ctx, id) => claimRequest(ctx, { id })

/** A command that needs nothing of the request; `of` makes it at the moment when it is given. */
export const give =
  (asked: Asked): Step =>
  (ctx, id) =>
    giveCommand(ctx, { id }, asked)

export const say = (text: string): Step => give({ command: 'message', text })
export const consent = give({ command: 'consent', isGiven: true, note: '' })

export const askReview =
  (email: string, note: string): Step =>
  (ctx, id) =>
    giveCommand(ctx, { id }, async (trx) => ({
      command: 'review_request',
      personId: await personNamed(trx, email),
      note,
    }))

/** One about an item, by its place in the request. */
export const about =
  (at: number, of: (itemId: string, ctx: Context) => Asked): Step =>
  async (ctx, id) => {
    const { items } = await getRequest(ctx, { id })
    return giveCommand(ctx, { id }, of(items[at]?.id ?? '', ctx))
  }

export const dayIn = ({ now }: Context, days: number): string =>
  dayAt(now().add({ hours: days * 24 }), defaultZone)

/** An answer to each item in their order; the last one answers those that are left. */
export const decide =
  (...answers: readonly Answer[]): Step =>
  async (ctx, id) => {
    const { items } = await getRequest(ctx, { id })
    const decisions = items.map(({ id: item }, at) => {
      const { untilInDays, ...answer } = answers[at] ?? answers.at(-1) ?? { answer: 'approved' }
      return {
        item,
        ...answer,
        ...(untilInDays !== undefined && { until: dayIn(ctx, untilInDays) }),
      }
    })
    return decideItems(ctx, { decisions }, { id })
  }
export const approve = decide({ answer: 'approved' })

/** Accepts every text that an approval asks for, as it is shown. */
export const accept: Step = async (ctx, id) => {
  const { items } = await getRequest(ctx, { id })
  const texts = new Set(items.flatMap(({ decision }) => decision?.agreements ?? []))
  for (const textId of texts) {
    const { sha256 } = await presentAgreement(ctx, { requestId: id, textId })
    await acceptAgreement(ctx, { agreement: textId, sha256 }, { id, address: null })
  }
}

/** Picks what is held back: all of it, or so many of its lots. */
export const pick =
  (most = 100): Step =>
  async (ctx, id) => {
    const { items } = await picksOf(ctx, { id, picked: 'no', limit: 100 })
    for (const { id: reservation, lot } of items.slice(0, most))
      await pickForOne(ctx, { code: lot.code, reservation }, { id })
  }

/** Sends what is left of every item, or of the first so many. */
export const ship =
  (sent: Omit<NewShipment, 'lines'>, most = 100): Step =>
  async (ctx, id) => {
    const { items } = await getRequest(ctx, { id })
    const lines = items
      .filter(
        ({ decision, delivery }) => decision?.answer === 'approved' && delivery === 'shipment',
      )
      .slice(0, most)
      .map(({ id: item }) => ({ item }))
    return shipItems(ctx, { ...sent, lines }, { id })
  }
export const byPost = ship({ way: 'carrier', carrier: '中国邮政', tracking: 'EMS1126840075CN' })
export const receive: Step = (ctx, id) => receiveShipment(ctx, {}, { id })

export const report =
  (what: UseReport): Step =>
  (ctx, id) =>
    reportUse(ctx, what, { id })

export const order: Step = async (ctx, id) => {
  const { items } = await getRequest(ctx, { id })
  const [item] = items
  const { items: services } = await searchServices(ctx, { id: item?.record.id ?? '', limit: 1 })
  return handOver(ctx, { item: item?.id ?? '', service: services[0]?.id }, { id })
}

/** Takes the files of the newest version of what was asked for, as far as access reaches. */
export const download: Step = async (ctx, id) => {
  const { items } = await getRequest(ctx, { id })
  const dataset = items[0]?.record.id ?? ''
  const newest = await findNewestVersion(ctx, dataset)
  const { number } = await getTakeable(ctx, { dataset, number: String(newest?.number ?? 1) })
  await writeUse(ctx, { recordId: dataset, target: `versions/${number}`, isRequest: true }, [id])
}

export const giveBack =
  (quantity: number, condition: string): Step =>
  async (ctx, id) => {
    const { items } = await getRequest(ctx, { id })
    return takeBack(ctx, { item: items[0]?.id ?? '', quantity, condition }, { id })
  }
