import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, Named } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { entryWords } from '../entries/words.ts'
import { lotForm, ScannedLot } from '../lots/model.ts'
import { CodedLot, TitledRecord, units } from '../model.ts'

export const heldFilter = form(z.strictObject({ purpose: line().max(200).optional() }), {
  purpose: { as: 'text', type: 'search', label: entryWords.purpose },
})
export type HeldFilter = z.output<typeof heldFilter.schema>

/** A label that was scanned; the reservation where its lot is held back for several purposes. */
export const scanForm = form(
  z.strictObject({
    code: ScannedLot,
    reservation: idOf(entryWords.noReservation).optional(),
  }),
  {
    code: { as: 'text', label: lotForm.labels.code, short: true },
    reservation: { as: 'reference', label: entryWords.reservation },
  },
)
export type Scan = z.output<typeof scanForm.schema>

export const HeldAnswer = z
  .object({
    id: z.string(),
    lot: CodedLot,
    record: TitledRecord,
    institution: Named,
    place: z.string().nullable().describe('The codes from the top down, parted by `/`.'),
    purpose: z.string(),
    open: z.number().describe('What of it is still held back, in the unit of the lot.'),
    unit: z.enum(units),
    madeAt: InstantAnswer,
    requestId: z.string().nullable().describe('The request that it is for: it is picked there.'),
  })
  .meta({ id: 'StockReservation' })
