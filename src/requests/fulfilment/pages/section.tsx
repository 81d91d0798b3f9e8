import type { Context as HonoContext } from 'hono'
import type { Text } from '../../../core/text.ts'
import { orderPaths } from '../../../orders/words/paths.ts'
import { amountIn } from '../../requests/rules/units.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { Table } from '../../../web/components/table.tsx'
import { tableColumns } from '../../../web/columns.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm, Fields } from '../../../web/fields.tsx'
import { ActButton, filledWith } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { useAnswered } from '../../../web/shown-again.tsx'
import { columnWords } from '../../../web/words.ts'
import type { getRequest } from '../../requests/actions/read.ts'
import { requestPaths } from '../../words/paths.ts'
import { shipmentsOf } from '../actions/pick.ts'
import { lossForm, orderForm, returnForm, wayForm } from '../model.ts'
import { fulfilmentWords as words } from '../words.ts'
import { contentsOf, type Shipment, shipmentColumns } from './shipments.tsx'

type Shown = Awaited<ReturnType<typeof getRequest>>
type Item = Shown['items'][number]
type Props = { request: Shown }

/** What left for a request and what still has to, with the forms of whoever may do something about it. */
export async function fulfilmentSection(c: HonoContext<Env>, request: Shown) {
  const moving = request.items.filter(
    ({ decision, delivery }) => decision?.answer === 'approved' && delivery !== 'download',
  )
  if (moving.length === 0) return null
  const isSent = moving.some(({ delivery }) => delivery === 'shipment')
  const paging = { limit: 200, after: undefined }
  const { items: shipments } = await shipmentsOf(c.var.ctx, { id: request.id, ...paging })
  const isMoving = (['shipment', 'order', 'return_shipment'] as const).some((name) =>
    may(request, name),
  )
  const apart = new Set(
    shipments.flatMap(({ lines }) =>
      lines.flatMap(({ item, samples }) => (samples.length > 0 ? [item] : [])),
    ),
  )
  const isOrdered = request.items.some(({ orderId }) => orderId !== null)
  // Before anything left, there is nothing to read for who asked.
  if (shipments.length === 0 && !isMoving && !isOrdered) return null
  return (
    <Section title={isSent ? words.shipments : words.services} id="shipments">
      {shipments.length > 0 && <Shipments request={request} shipments={shipments} />}
      <Shipping request={request} />
      <Orders request={request} />
      <Returning request={request} apart={apart} />
    </Section>
  )
}

const may = ({ commands }: Shown, name: Shown['commands'][number]) => commands.includes(name)

function Shipments({ request, shipments }: Props & { shipments: readonly Shipment[] }) {
  const { note, ...always } = shipmentColumns
  const columns = tableColumns<Shipment>({
    ...always,
    contents: {
      label: words.contents,
      cell: (shipment) => contentsOf(shipment).map((line) => <Local as="p" text={line} />),
    },
    ...(note && shipments.some((one) => one.note !== null) && { note }),
    ...(shipments.some(({ receivedAt, lostAt }) => !receivedAt && !lostAt) && {
      action: {
        label: columnWords.action,
        cell: (shipment: Shipment) => <Arrival {...{ request, shipment, shipments }} />,
      },
    }),
  })
  return <Table caption={words.shipments} columns={columns} rows={shipments} />
}

type Arriving = Props & { shipment: Shipment; shipments: readonly Shipment[] }

function Arrival({ request, shipment, shipments }: Arriving) {
  const { id, receivedAt, lostAt } = shipment
  if (receivedAt || lostAt) return <></>
  const fields = { shipment: id }
  return (
    <div class="kept-actions">
      {may(request, 'receipt') && (
        <ActButton
          action={requestPaths.command(request.id, 'receipt')}
          text={words.confirm}
          look={shipments.length > 1 ? 'primary' : 'plain'}
          fields={fields}
        />
      )}
      {may(request, 'loss') && (
        <SmallForm
          action={requestPaths.command(request.id, 'loss')}
          text={words.reportLoss}
          of={contentsOf(shipment).slice(0, 3)}
          look="danger"
          about={words.lossAbout}
        >
          <input type="hidden" name="shipment" value={id} />
          <SmallField
            id={`loss-${id}`}
            name="note"
            label={lossForm.labels.note}
            type="textarea"
            required
          />
        </SmallForm>
      )}
    </div>
  )
}

/** What of an item still has to leave, in its unit. */
const leftOf = ({ delivery, decision, ended, shipped }: Item): number =>
  delivery === 'shipment' && decision?.answer === 'approved' && !ended
    ? Math.max(0, (decision.quantity ?? 0) - shipped)
    : 0

const amountOfItem = ({ unit }: Item, quantity: number): Text =>
  unit === null ? { zh: String(quantity), en: String(quantity) } : amountIn(unit, quantity)

function Shipping({ request }: Props) {
  const open = request.items.filter((item) => leftOf(item) > 0)
  const action = requestPaths.command(request.id, 'shipment')
  const again = useAnswered(action)
  if (!may(request, 'shipment') || open.length === 0) return null
  const form = again ?? filledWith({ way: 'carrier' })
  return (
    <>
      <details class="request-step" open={again !== undefined}>
        <Local as="summary" text={words.shipUnpicked} />
        <form class="stacked-form" method="post" action={action} novalidate>
          <Local as="p" class="quiet" text={words.shipAbout} />
          {open.map((item) => (
            <fieldset>
              <Local as="legend" text={item.record.title} />
              <input type="hidden" name="item" value={item.id} />
              <FormField
                type="number"
                name={`${item.id}.quantity`}
                label={words.quantity}
                hint={words.toShip(amountOfItem(item, leftOf(item)))}
                form={form}
                min={0}
                step="any"
                short
              />
            </fieldset>
          ))}
          <Fields of={wayForm} form={form} scope="shipment" />
          <div class="form-actions">
            <Button look="plain" text={words.ship} />
          </div>
        </form>
      </details>
    </>
  )
}

/** Approved services: handed over, or what became of them. */
function Orders({ request }: Props) {
  const services = request.items.filter(
    ({ delivery, decision, ended }) =>
      delivery === 'order' && decision?.answer === 'approved' && !ended,
  )
  return (
    <>
      {services.map((item) => (
        <Ordering request={request} item={item} />
      ))}
    </>
  )
}

function Ordering({ request, item }: Props & { item: Item }) {
  const action = requestPaths.command(request.id, 'order')
  const again = useAnswered(action)
  if (item.orderId !== null)
    return (
      <p>
        <Local text={item.record.title} />{' '}
        <Local as="a" href={orderPaths.one(item.orderId)} text={words.toOrder} />
      </p>
    )
  if (!may(request, 'order')) return null
  return (
    <SmallForm action={action} text={words.order} look="primary" about={words.orderAbout}>
      <Local as="p" text={item.record.title} />
      <input type="hidden" name="item" value={item.id} />
      {again?.value('item') === item.id && (
        <SmallField id={`order-${item.id}`} name="service" label={orderForm.labels.service} />
      )}
      <SmallField id={`note-${item.id}`} name="note" label={orderForm.labels.note} />
    </SmallForm>
  )
}

/** What of a loan is with who asked, in its unit. */
const outOf = ({ loan, received, returned }: Item): number => (loan ? received - returned : 0)

/** Samples that are kept one by one (`apart`) come back one by one, by a form of their own. */
function Returning({ request, apart }: Props & { apart: ReadonlySet<string> }) {
  const out = request.items.filter((item) => outOf(item) > 0 && !apart.has(item.id))
  const action = requestPaths.command(request.id, 'return-shipment')
  const again = useAnswered(action)
  if (!may(request, 'return_shipment') || out.length === 0) return null
  const choices = out.map((item) => {
    const amount = words.out(amountOfItem(item, outOf(item)))
    const { zh, en } = item.record.title
    return {
      value: item.id,
      label: { zh: `${zh ?? en}（${amount.zh}）`, en: `${en ?? zh} (${amount.en})` },
    }
  })
  return (
    <details class="request-step" open={again !== undefined}>
      <Local as="summary" text={words.recordReturn} />
      <Local as="p" class="quiet" text={words.returnAbout} />
      <EntityForm
        of={returnForm}
        form={again ?? filledWith(choices.length === 1 ? { item: choices[0]?.value } : {})}
        scope="return"
        choices={{ item: choices }}
        action={action}
        submit={words.recordReturn}
        look="plain"
      />
    </details>
  )
}
