import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalAnswer, Named } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { Prices, priceForm } from '../../orders/prices/model.ts'
import { refusalWords as peopleRefusals } from '../../people/words/refusals.ts'
import { units } from '../../stock/model.ts'
import { refusalWords } from '../requests/words/refusals.ts'
import { askedUnitNames } from '../requests/words/units.ts'
import { feeWords as words } from './words.ts'

/** What material is counted in. */
export const feeUnits = [...units, 'sample'] as const
export type FeeUnit = (typeof feeUnits)[number]

const { institution: ofInstitution, member, external } = priceForm.schema.shape
const { labels } = priceForm

/** What a unit costs, by who asks; who has no price of their own pays as the next wider audience does. */
const NewFee = z.strictObject({
  institution: idOf(peopleRefusals.noInstitution),
  record: idOf(refusalWords.noRecord).optional(),
  unit: z.enum(feeUnits),
  own: ofInstitution,
  member,
  external,
  note: line().min(1).max(300).optional(),
})
export type NewFee = z.output<typeof NewFee>

const { hour: _, item: __, ...materialUnitNames } = askedUnitNames

export const feeForm = form(NewFee, {
  institution: { as: 'reference', label: words.provider },
  record: { as: 'text', label: words.record, hint: words.recordHint },
  unit: {
    as: 'choice',
    label: words.unit,
    names: materialUnitNames,
  },
  own: { as: 'yuan', label: labels.institution },
  member: { as: 'yuan', label: labels.member },
  external: { as: 'yuan', label: labels.external },
  note: { as: 'text', label: words.note, hint: words.noteHint },
})

export const feeFilter = form(
  z.strictObject({ institution: idOf(peopleRefusals.noInstitution).optional() }),
  { institution: { as: 'reference', label: words.provider } },
)
export type FeeFilter = z.output<typeof feeFilter.schema>

export const FeeAnswer = z
  .object({
    id: z.string(),
    institution: Named,
    record: z
      .object({ id: z.string(), title: LocalAnswer })
      .nullable()
      .describe('A collection and what is in it, or one accession; null: all of the institution.'),
    unit: z.enum(feeUnits),
    prices: Prices,
    note: z.string().nullable(),
    createdAt: InstantAnswer,
  })
  .meta({ id: 'MaterialFee' })

/** Why nothing is charged for an item. */
export const waiverForm = form(
  z.strictObject({ item: idOf(refusalWords.noItem), reason: line().min(1).max(300) }),
  {
    item: { as: 'reference', label: words.item },
    reason: { as: 'text', label: words.reason },
  },
)
export type Waiver = z.output<typeof waiverForm.schema>

/** The price of an item as it was approved. */
export const ItemFeeAnswer = z
  .object({
    item: z.string(),
    priceFen: z.int().describe('Of one unit of the item.'),
    unit: z.enum(feeUnits),
    isCost: z.boolean().describe('成本费, of human material: no more than its cost.'),
    waiver: z.object({ reason: z.string() }).nullable(),
    charges: z.array(z.object({ id: z.string(), amountFen: z.int() })),
  })
  .meta({ id: 'RequestFee' })
