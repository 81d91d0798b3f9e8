import type { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import type { Typed } from '../../../core/form.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { requestPage } from '../../requests/pages/request.tsx'
import { requestItem } from '../../requests/routes.ts'
import type { Command } from '../../requests/rules/lifecycle.ts'
import { commandNames, doneWords } from '../../requests/words/names.ts'
import { requestPaths } from '../../words/paths.ts'
import { loseShipment, receiveShipment, takeBack } from '../actions/arrive.ts'
import { handOver } from '../actions/order.ts'
import { takeBackSample } from '../actions/return-sample.ts'
import { sampleReturnForm } from '../../samples/model.ts'
import { shipItems } from '../actions/ship.ts'
import { lossForm, NewShipment, orderForm, receiptForm, returnForm, wayForm } from '../model.ts'

type Key = { id: string }
type Takes<Input> = { schema: z.ZodType<Input>; read: (typed: Typed) => unknown }
type Declared<Input> = {
  path: string
  summary: string
  form: Takes<Input>
  does: (ctx: Context, input: Input, key: Key) => Promise<Key>
}

/** A command that moves something, as JSON and as a form of the request’s page. */
const command = <Input extends object>(name: Command, declared: Declared<Input>) =>
  write({
    ...declared,
    path: `/requests/:id/${declared.path}`,
    tag: 'requests',
    refuses: [404, 409],
    answer: requestItem,
    flash: () => doneWords(commandNames[name]),
    next: ({ id }) => requestPaths.one(id),
    page: (c, form) => requestPage(c, { id: c.req.param('id') ?? '', form }),
  })

/** Quantities are named `<item>.quantity`: what is left empty stays, and where all is, what was picked is shipped. */
const shipmentForm = {
  schema: NewShipment,
  read: (typed: Typed) => {
    const lines = (typed['item'] ?? []).flatMap((item) => {
      const quantity = typed[`${item}.quantity`]?.[0]?.trim()
      return quantity ? [{ item, quantity: Number(quantity) }] : []
    })
    return {
      ...wayForm.read(typed),
      keepPlaces: typed['keepPlaces']?.[0] === 'true',
      ...(lines.length > 0 && { lines }),
    }
  },
}

export const { api: fulfilmentRoutes, pages: fulfilmentPages } = surfaces(
  command('shipment', {
    path: 'shipment',
    summary: 'Ship approved items, or what was picked, out of what is held back for them',
    form: shipmentForm,
    does: shipItems,
  }),
  command('receipt', {
    path: 'receipt',
    summary: 'Confirm that a shipment arrived; the only one under way where none is named',
    form: receiptForm,
    does: receiveShipment,
  }),
  command('loss', {
    path: 'loss',
    summary: 'Report that a shipment was lost on its way',
    form: lossForm,
    does: loseShipment,
  }),
  command('return_shipment', {
    path: 'return-shipment',
    summary: 'Record what of a loan came back; it goes into the lot that it came from',
    form: returnForm,
    does: takeBack,
  }),
  command('return_shipment', {
    path: 'sample-returns',
    summary:
      'Record that a sample on loan came back: what is left of it, and whether it was thawed',
    form: sampleReturnForm,
    does: takeBackSample,
  }),
  command('order', {
    path: 'order',
    summary: 'Make an order of an approved service',
    form: orderForm,
    does: handOver,
  }),
)
