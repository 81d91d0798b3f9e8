import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalAnswer, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { ScannedLot } from '../../stock/lots/model.ts'
import { CodedLot, TitledRecord, units } from '../../stock/model.ts'
import { askedUnits } from '../requests/model/units.ts'
import { refusalWords } from '../requests/words/refusals.ts'
import { fieldNames as names, fulfilmentWords as words, wayNames } from './words.ts'

/** How something leaves: by a carrier, or handed over to somebody who collects it. */
export const ways = ['carrier', 'pick_up'] as const
export type Way = (typeof ways)[number]

const item = idOf(refusalWords.noItem)
const quantity = z.number().positive().max(1e9)
const note = z.string().trim().max(2000)
const ofShipment = idOf(words.noShipment)

const way = {
  way: z.enum(ways).default('carrier'),
  carrier: line().max(100).optional(),
  tracking: line().max(100).optional(),
  collectedBy: line().min(1).max(200).optional().describe('Who takes it, of `pick_up`.'),
  note: note.optional(),
}
export const wayForm = form(z.strictObject(way), {
  way: { as: 'choice', label: names.way, names: wayNames },
  carrier: { as: 'text', label: names.carrier },
  tracking: { as: 'text', label: names.tracking, type: 'scan' },
  collectedBy: { as: 'text', label: names.collectedBy, hint: words.collectedByHint },
  note: { as: 'long', label: names.note },
})

/** What is sent at once: the items named, or what was picked. */
export const NewShipment = z
  .strictObject({
    ...way,
    keepPlaces: z
      .boolean()
      .optional()
      .describe('Of samples on loan: their places stay free for them.'),
    lines: z
      .array(
        z.strictObject({
          item,
          quantity: quantity
            .optional()
            .describe('In the unit of the item; all that is left, if left out.'),
        }),
      )
      .min(1)
      .max(200)
      .optional()
      .describe('What was picked, if left out.'),
  })
  .refine((sent) => (sent.way === 'pick_up') === (sent.collectedBy !== undefined), {
    path: ['collectedBy'],
    ...saying(words.collectorNeeded),
  })
export type NewShipment = z.output<typeof NewShipment>

export const receiptForm = form(z.strictObject({ shipment: ofShipment.optional() }), {
  shipment: { as: 'reference', label: names.shipment },
})
export const lossForm = form(
  z.strictObject({ shipment: ofShipment.optional(), note: note.min(1) }),
  {
    shipment: { as: 'reference', label: names.shipment },
    note: { as: 'long', label: names.lossNote },
  },
)
export const returnForm = form(
  z.strictObject({ item, quantity, condition: line().min(1).max(500) }),
  {
    item: { as: 'reference', label: names.item },
    quantity: { as: 'number', label: names.returned },
    condition: { as: 'text', label: names.condition, hint: words.conditionHint },
  },
)
export type Returned = z.output<typeof returnForm.schema>

export const orderForm = form(
  z.strictObject({
    item,
    service: idOf(words.noService).optional().describe('The one that was asked for, if left out.'),
    note: note.optional(),
  }),
  {
    item: { as: 'reference', label: names.item },
    service: { as: 'reference', label: names.service },
    note: { as: 'long', label: names.note },
  },
)
export type HandedOver = z.output<typeof orderForm.schema>

/** A label that was scanned; the reservation where its lot is held back for several requests. */
export const pickForm = form(
  z.strictObject({ code: ScannedLot, reservation: idOf(words.noReservation).optional() }),
  {
    code: { as: 'text', label: names.code, short: true },
    reservation: { as: 'reference', label: names.reservation },
  },
)
export type Scanned = z.output<typeof pickForm.schema>

/** What was picked by a scan. */
export const PickedAnswer = z.object({
  id: z.string().describe('The reservation.'),
  code: z.string().describe('Of the lot.'),
  requestId: z.string(),
})

export const pickFilter = form(z.strictObject({ picked: z.enum(['yes', 'no']).optional() }), {
  picked: { as: 'choice', label: names.picked, names: { yes: words.picked, no: words.notPicked } },
})
export type PickFilter = z.output<typeof pickFilter.schema>

const Person = z.object({ id: z.string(), name: z.string() })

export const ShipmentAnswer = z
  .object({
    id: z.string(),
    way: z.enum(ways),
    carrier: z.string().nullable(),
    tracking: z.string().nullable(),
    collectedBy: z.string().nullable(),
    note: z.string().nullable(),
    sentAt: InstantAnswer,
    sentBy: Person.nullable(),
    receivedAt: InstantAnswer.nullable(),
    lostAt: InstantAnswer.nullable(),
    lines: z.array(
      z.object({
        item: z.string(),
        title: LocalAnswer,
        lot: z.string().nullable().describe('The code on its label.'),
        samples: z
          .array(z.string())
          .describe('The codes on their labels, where they are kept one by one.'),
        quantity: z.number(),
        unit: z.enum(askedUnits),
        returned: z.number(),
      }),
    ),
  })
  .meta({ id: 'RequestShipment' })

export const PickAnswer = z
  .object({
    id: z.string().describe('The reservation.'),
    request: z.object({ id: z.string(), number: z.string() }),
    item: z.string(),
    record: TitledRecord,
    lot: CodedLot,
    place: z.string().nullable().describe('The codes from the top down, parted by `/`.'),
    quantity: z.number().describe('What is held back, in the unit of the item.'),
    unit: z.enum(units),
    pickedAt: InstantAnswer.nullable(),
    pickedBy: Person.nullable(),
  })
  .meta({ id: 'RequestReservation' })
