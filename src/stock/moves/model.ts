import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line } from '../../core/shapes.ts'
import { entryForm } from '../entries/model.ts'
import { entryWords } from '../entries/words.ts'
import { lotForm, LotCode, ScannedLot } from '../lots/model.ts'
import { Quantity } from '../model.ts'
import { PlacePath } from '../places/model.ts'
import { stockWords } from '../words/common.ts'
import { codesIn } from './rules.ts'
import { moveWords as words } from './words.ts'

/** How many lots become one at once. */
const mostMerged = 20

const taken = {
  quantity: Quantity,
  reason: line().min(1).max(500).optional(),
  passReserve: z.boolean().default(false),
}
const takenFields = {
  quantity: { as: 'number', label: stockWords.quantity },
  reason: { as: 'text', label: stockWords.reason },
  passReserve: { as: 'yesNo', label: entryWords.passReserve, hint: entryWords.passReserveHint },
} as const

const NewSplit = z.strictObject({ code: LotCode, place: PlacePath.optional(), ...taken })
export type NewSplit = z.output<typeof NewSplit>
export const splitForm = form(NewSplit, {
  code: { as: 'text', label: words.newCode, short: true },
  place: { as: 'text', label: lotForm.labels.place },
  ...takenFields,
})

const NewTransfer = z.strictObject({ to: ScannedLot, ...taken })
export type NewTransfer = z.output<typeof NewTransfer>
export const transferForm = form(NewTransfer, {
  to: { as: 'text', type: 'scan', label: words.to, short: true },
  ...takenFields,
})

const NewMerge = z.strictObject({
  others: line()
    .min(1)
    .max(1500)
    .refine((text) => codesIn(text).length < mostMerged),
  code: LotCode,
  place: PlacePath.optional(),
  reason: line().min(1).max(500),
})
export type NewMerge = z.output<typeof NewMerge>
export const mergeForm = form(NewMerge, {
  others: { as: 'text', type: 'scans', label: words.others, hint: words.othersHint },
  code: { as: 'text', label: words.newCode, short: true },
  place: { as: 'text', label: lotForm.labels.place },
  reason: { as: 'text', label: entryForm.labels.reason },
})
