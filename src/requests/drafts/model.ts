import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line } from '../../core/shapes.ts'
import { askedUnits } from '../requests/model/units.ts'
import { refusalWords } from '../requests/words/refusals.ts'
import { askedUnitNames } from '../requests/words/units.ts'
import { draftWords as words } from './words.ts'

/** For what, and in whose name: asked once for all items. */
export const aboutForm = form(
  z.strictObject({
    title: line().max(300).optional(),
    text: z.string().trim().max(5000).optional(),
    intendedUse: z.array(line().max(40)).max(20).default([]),
    projectNumber: line().max(100).optional(),
    lab: idOf(refusalWords.noLab).optional(),
    supervisor: idOf(refusalWords.noPerson).optional(),
  }),
  {
    title: { as: 'text', label: words.project },
    text: { as: 'long', label: words.purpose },
    intendedUse: { as: 'references', label: words.intendedUse },
    projectNumber: { as: 'text', label: words.projectNumber, short: true },
    lab: { as: 'reference', label: words.lab },
    supervisor: { as: 'reference', label: words.supervisor, hint: words.supervisorHint },
  },
)
export type About = z.output<typeof aboutForm.schema>

/** What of it is amended after a request was sent. */
export const amendedForm = form(aboutForm.schema.omit({ lab: true, supervisor: true }), {
  title: { as: 'text', label: words.project },
  text: { as: 'long', label: words.purpose },
  intendedUse: { as: 'references', label: words.intendedUse },
  projectNumber: { as: 'text', label: words.projectNumber, short: true },
})

/** How much of what is sent, and whether it is given back. */
export const amountForm = form(
  z.strictObject({
    quantity: z.number().positive().max(1e9).optional(),
    unit: z.enum(askedUnits).optional(),
    loan: z.boolean().default(false),
  }),
  {
    quantity: { as: 'number', label: words.quantity },
    unit: { as: 'choice', label: words.unit, names: askedUnitNames },
    loan: { as: 'yesNo', label: words.loan },
  },
)

/** An item of a request as the form of its page has it. */
export const EditedItem = z.strictObject({
  id: z.string(),
  removed: z.boolean(),
  samples: z.record(z.string(), z.unknown()).nullable().describe('Null: as they are.'),
  ...amountForm.schema.shape,
})
export type EditedItem = z.output<typeof EditedItem>
