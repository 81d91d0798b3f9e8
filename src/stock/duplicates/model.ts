import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, Named, saying } from '../../core/shapes.ts'
import { Day, InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { ScannedLot } from '../lots/model.ts'
import { CodedLot, TitledRecord } from '../model.ts'
import { stockWords } from '../words/common.ts'
import { duplicateStateNames, duplicateWords as words } from './words.ts'

/** `declared`: its keeper has not confirmed it, or is not in this catalogue. */
export const duplicateStates = ['declared', 'confirmed', 'ended'] as const
export type DuplicateState = (typeof duplicateStates)[number]

const institution = idOf(refusalWords.noInstitution)

/** Part of a lot is kept elsewhere: by an institution here, or by another. */
const NewDuplicate = z
  .strictObject({
    institution: institution.optional(),
    holder: line().min(1).max(200).optional(),
    depositedOn: Day,
    document: line().max(200).optional(),
  })
  .refine((of) => (of.institution === undefined) !== (of.holder === undefined), {
    path: ['holder'],
    ...saying(words.oneKeeper),
  })
export type NewDuplicate = z.output<typeof NewDuplicate>
export const duplicateForm = form(NewDuplicate, {
  institution: { as: 'reference', label: words.keeper },
  holder: { as: 'text', label: words.holder, hint: words.holderHint },
  depositedOn: { as: 'date', label: { zh: '送存日期', en: 'Deposited on' } },
  document: { as: 'text', label: { zh: '协议或凭证编号', en: 'Agreement or receipt number' } },
})

/** The lot that its keeper has of it. */
export const confirmationForm = form(z.strictObject({ lot: ScannedLot }), {
  lot: { as: 'text', label: words.lotThere, short: true },
})
export type Confirmation = z.output<typeof confirmationForm.schema>

export const endingForm = form(z.strictObject({ reason: line().min(1).max(500) }), {
  reason: { as: 'text', label: stockWords.reason },
})
export type Ending = z.output<typeof endingForm.schema>

export const duplicateFilter = form(z.strictObject({ state: z.enum(duplicateStates).optional() }), {
  state: {
    as: 'choice',
    label: words.state,
    names: {
      declared: duplicateStateNames.declared.text,
      confirmed: duplicateStateNames.confirmed.text,
      ended: duplicateStateNames.ended.text,
    },
  },
})
export type DuplicateFilter = z.output<typeof duplicateFilter.schema>

export const coverageFilter = form(z.strictObject({ institution: institution.optional() }), {
  institution: { as: 'reference', label: words.institution },
})
export type CoverageFilter = z.output<typeof coverageFilter.schema>

export const DuplicateAnswer = z
  .object({
    id: z.string(),
    lot: CodedLot,
    record: TitledRecord,
    owner: Named,
    keeper: Named.nullable(),
    holder: z.string().nullable().describe('A keeper that is not in this catalogue.'),
    depositedOn: z.string(),
    document: z.string().nullable(),
    state: z.enum(duplicateStates),
    duplicate: CodedLot.nullable().describe('The lot there, as its keeper confirmed it.'),
    confirmedAt: InstantAnswer.nullable(),
    endedReason: z.string().nullable(),
  })
  .meta({ id: 'SafetyDuplicate' })

export const CoverageAnswer = z
  .object({
    id: z.string().describe('Of institution and collection.'),
    institution: Named,
    collection: Named.nullable(),
    accessions: z.int(),
    confirmed: z
      .int()
      .describe('With a duplicate elsewhere that its keeper confirmed and still has.'),
    declared: z.int().describe('With one that was declared, or that the passport names.'),
    none: z.int(),
    percent: z.number().describe('Confirmed, of all accessions.'),
  })
  .meta({ id: 'SafetyCoverage' })
