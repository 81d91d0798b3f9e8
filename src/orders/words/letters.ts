import type { LetterKind } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import type { OrderEvent } from '../orders/rules.ts'
import { eventNames } from '../orders/words.ts'
import { orderPaths } from './paths.ts'

type Step = {
  orderId: string
  number: string
  service: Text
  instrument: Text
  event: OrderEvent
  by: string
  note: string
}

/** One letter for each step, to the other side. */
const stepLetter: Pick<LetterKind<Step>, 'path' | 'letter'> = {
  path: ({ orderId }) => orderPaths.one(orderId),
  letter: ({ number, service, instrument, by, note, ...step }, { link }) => {
    const event = eventNames[step.event]
    const noteText = note && `\n\n${note}`
    return {
      subject: {
        zh: `委托 ${number}：${event.zh}`,
        en: `Order ${number}: ${event.en.toLowerCase()}`,
      },
      body: {
        zh: `您好：\n\n${instrument.zh}的委托 ${number}（${service.zh}）有新进展：${event.zh}（${by}）。${noteText}\n\n查看：${link}`,
        en: `Hello,\n\nOrder ${number} (${service.en}, ${instrument.en}) was updated: ${event.en.toLowerCase()}, by ${by}.${noteText}\n\nView: ${link}`,
      },
    }
  },
}

const orderMoved: LetterKind<Step> = {
  name: { zh: '委托有新进展', en: 'Order updated' },
  hint: {
    zh: '报价、开始、交付、留言等',
    en: 'When it is quoted, started or delivered, or someone sends a message',
  },
  ...stepLetter,
}

const orderReceived: LetterKind<Step> = {
  name: { zh: '收到的委托有新进展', en: 'Received order updated' },
  hint: {
    zh: '您管理的仪器收到委托，或委托方有回复',
    en: 'When an instrument you manage receives an order, or the requester replies',
  },
  forStaff: true,
  ...stepLetter,
}

/** The letters of orders: to who ordered, and to staff. */
export const orderLetters = { order_moved: orderMoved, order_received: orderReceived }
