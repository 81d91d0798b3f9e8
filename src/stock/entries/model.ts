import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { CodedLot, Quantity, QuantityOrNone, units } from '../model.ts'
import { stockWords, unitNames } from '../words/common.ts'
import { entryKindNames, entryWords as words } from './words.ts'

export const entryKinds = [
  'in',
  'out',
  'adjust',
  'test_consumed',
  'regenerate',
  'discard',
  'reserve',
  'release',
  'ship',
  'return',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** Everything but `adjust`, which is a stock-take. */
export const enteredKinds = [
  'in',
  'out',
  'test_consumed',
  'regenerate',
  'discard',
  'reserve',
  'release',
  'ship',
  'return',
] as const

const unit = z.enum(units).optional()
const unitField = {
  as: 'choice',
  label: stockWords.unit,
  names: unitNames,
  hint: words.unitHint,
} as const
const reason = line().min(1).max(500).optional()

/** One line of a ledger: what was put in, taken, held back. */
const NewEntry = z.strictObject({
  kind: z.enum(enteredKinds),
  quantity: Quantity,
  unit,
  reason,
  reservation: idOf(words.noReservation).optional(),
  passReserve: z.boolean().default(false),
  approval: line()
    .min(1)
    .max(200)
    .optional()
    .describe('Number of the approval to discard protected stock.'),
})
export type NewEntry = z.output<typeof NewEntry>
const { adjust: _, ...enteredNames } = entryKindNames
export const entryForm = form(NewEntry, {
  kind: { as: 'choice', label: words.kind, names: enteredNames },
  quantity: { as: 'number', label: stockWords.quantity },
  unit: unitField,
  reason: { as: 'text', label: stockWords.reason, hint: words.reasonHint },
  reservation: { as: 'reference', label: words.reservation, hint: words.reservationHint },
  passReserve: { as: 'yesNo', label: words.passReserve, hint: words.passReserveHint },
  approval: { as: 'text', label: words.approval, hint: words.approvalHint },
})

/** What was found when a lot was counted. */
const NewCount = z.strictObject({ counted: QuantityOrNone, unit, reason })
export type NewCount = z.output<typeof NewCount>
export const countForm = form(NewCount, {
  counted: { as: 'number', label: words.counted },
  unit: unitField,
  reason: { as: 'text', label: stockWords.reason },
})

/** So much of a record, from whichever of its lots have it. */
const NewPick = z.strictObject({
  quantity: Quantity,
  unit: z.enum(units),
  purpose: line().min(1).max(500),
})
export type NewPick = z.output<typeof NewPick>
export const pickForm = form(NewPick, {
  // The form of a new lot stands on the same page.
  quantity: { as: 'number', label: stockWords.quantity },
  unit: { as: 'choice', label: stockWords.unit, names: unitNames },
  purpose: { as: 'text', label: words.purpose },
})

export const PickAnswer = z
  .object({
    reservations: z.array(
      z.object({
        id: z.string(),
        lot: CodedLot,
        quantity: z.number().describe('In the unit of the lot.'),
        unit: z.enum(units),
      }),
    ),
  })
  .meta({ id: 'StockPick' })

export const EntryAnswer = z
  .object({
    id: z.string(),
    number: z.int().describe('The line of the lot’s ledger.'),
    kind: z.enum(entryKinds),
    unit: z.enum(units),
    change: z.number().describe('By how much the balance changed, in units of the lot.'),
    held: z.number().describe('By how much what is held back changed.'),
    balance: z.number().describe('The balance then.'),
    reserved: z.number(),
    reason: z.string().nullable(),
    passesReserve: z.boolean(),
    approval: z.string().nullable().describe('Number of the approval to discard protected stock.'),
    counted: z.number().nullable().describe('Of a stock-take: what was there.'),
    expected: z.number().nullable().describe('And what the ledger said.'),
    reservation: z.object({ id: z.string(), purpose: z.string() }).nullable(),
    otherLot: CodedLot.nullable(),
    at: InstantAnswer,
    by: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'LotEntry' })
