import { bothLanguages, type Text } from '../../../core/text.ts'
import { amountIn } from '../../requests/rules/units.ts'
import type { Columns } from '../../../web/columns.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { shipmentsOf } from '../actions/pick.ts'
import { ShipmentAnswer } from '../model.ts'
import { fieldNames as names, fulfilmentWords as words, wayNames } from '../words.ts'

export type Shipment = Awaited<ReturnType<typeof shipmentsOf>>['items'][number]

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('；'),
  en: texts.map(({ en }) => en).join('; '),
})

/** What is in it: the record, the lot, how much, and how much of it came back. */
export const contentsOf = ({ lines }: Shipment): Text[] =>
  lines.map(({ title, lot, samples, unit, quantity, returned }) => {
    const name = bothLanguages(title)
    const amount = amountIn(unit, quantity)
    const back = returned > 0 ? words.returnedOf(amountIn(unit, returned)) : undefined
    const codes = lot === null ? samples : [lot]
    const of = codes.length === 0 ? '' : ` ${codes.join(' ')}`
    return {
      zh: `${name.zh}${of} ${amount.zh}${back ? `（${back.zh}）` : ''}`,
      en: `${name.en}${of} ${amount.en}${back ? ` (${back.en})` : ''}`,
    }
  })

/** How it leaves, with what finds it again. */
function wayOf({ way, carrier, tracking, collectedBy }: Shipment): Text {
  const facts = [carrier, tracking].filter((fact) => fact !== null).join(' ')
  if (collectedBy !== null) {
    const by = words.by(collectedBy)
    return { zh: `${wayNames[way].zh}，${by.zh}`, en: `${wayNames[way].en}, ${by.en}` }
  }
  return facts ? { zh: facts, en: facts } : wayNames[way]
}

const stateOf = ({ receivedAt, lostAt }: Shipment) =>
  lostAt
    ? ({ tone: 'danger', text: words.lost } as const)
    : receivedAt
      ? ({ tone: 'good', text: words.received } as const)
      : ({ tone: 'note', text: words.underWay } as const)

export const shipmentColumns: Columns<Shipment> = {
  sentAt: { label: words.sent, moment: ({ sentAt }) => sentAt },
  way: { label: words.how, text: wayOf },
  contents: { label: words.contents, text: (shipment) => joined(contentsOf(shipment)) },
  state: { label: words.state, state: stateOf },
  note: { label: names.note, text: ({ note }) => note },
}

export const { api: shipmentRoutes } = list({
  path: '/requests/:id/shipments',
  tag: 'requests',
  summary: 'What left for a request: how, what, and whether it arrived; the newest first',
  refuses: [401],
  title: words.shipments,
  empty: { title: words.noShipments },
  item: ShipmentAnswer,
  filters: noFilters,
  query: shipmentsOf,
  columns: shipmentColumns,
})
