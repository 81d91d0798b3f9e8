import { z } from 'zod'
import { form } from '../../core/form.ts'
import { Country, idOf, LocalLong, LocalName, saying } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import { Day } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import {
  destinationNames,
  documentNames,
  effectNames,
  materialNames,
  permitWords as words,
  recipientNames,
} from './words.ts'

/** What moves; which of them a record is follows from its fields: see `materialsOf` in queries. */
export const materials = [
  'plant',
  'mushroom',
  'wild_plant_1',
  'wild_plant_2',
  'new_plant',
  'wild_medicine_1',
  'wild_medicine_2',
  'wild_medicine_3',
  'listed_breed',
  'new_breed',
  'pathogen_1',
  'pathogen_2',
  'pathogen_3',
  'pathogen_4',
  'human_material',
  'human_information',
  'core_data',
  'important_data',
  'general_data',
] as const
export type Material = (typeof materials)[number]

/** `foreign`: from abroad, or set up or controlled from there. `domestic`: neither. */
export const recipients = ['anyone', 'domestic', 'abroad', 'foreign'] as const
export type RecipientCode = (typeof recipients)[number]

export const destinations = ['anywhere', 'china', 'abroad'] as const
export type DestinationCode = (typeof destinations)[number]

/** The strictest first. */
export const effects = ['blocked', 'document', 'condition'] as const
export type Effect = (typeof effects)[number]

export const documents = [
  'germplasm_approval',
  'benefit_plan',
  'collecting_permit',
  'species_certificate',
  'medicine_licence',
  'breed_approval',
  'breed_export',
  'transport_approval',
  'activity_approval',
  'human_collection',
  'human_storage',
  'human_cooperation',
  'human_trial_filing',
  'human_export',
  'human_information_report',
  'data_assessment',
] as const
export type DocumentKind = (typeof documents)[number]

const isInBoth = ({ zh, en }: LocalText) => zh !== null && en !== null
const inBoth = saying(words.inBoth)

const Rule = z
  .strictObject({
    material: z.enum(materials),
    recipient: z.enum(recipients).default('anyone'),
    destination: z.enum(destinations).default('anywhere'),
    effect: z.enum(effects),
    document: z.enum(documents).optional(),
    clause: LocalName.refine(isInBoth, inBoth),
    sentence: LocalLong.refine(isInBoth, inBoth),
    validFrom: Day,
    validTo: Day.optional(),
  })
  .refine(({ effect, document }) => (effect === 'document') === (document !== undefined), {
    path: ['document'],
    ...saying(words.documentFits),
  })
  .refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
    path: ['validTo'],
    ...saying(words.inOrder),
  })
export type NewRule = z.output<typeof Rule>

export const permitForm = form(Rule, {
  material: {
    as: 'choice',
    label: { zh: '材料或数据', en: 'Material or data' },
    names: materialNames,
  },
  recipient: { as: 'choice', label: { zh: '接收方', en: 'Recipient' }, names: recipientNames },
  destination: { as: 'choice', label: { zh: '去向', en: 'Destination' }, names: destinationNames },
  effect: { as: 'choice', label: { zh: '效力', en: 'Effect' }, names: effectNames },
  document: {
    as: 'choice',
    label: { zh: '所需文件', en: 'Document' },
    hint: words.documentHint,
    names: documentNames,
  },
  clause: { as: 'pair', label: { zh: '依据', en: 'Legal basis' }, hint: words.clauseHint },
  sentence: {
    as: 'longPair',
    label: { zh: '要求', en: 'Requirement' },
    hint: words.sentenceHint,
  },
  validFrom: { as: 'date', label: { zh: '施行日期', en: 'In force from' } },
  validTo: { as: 'date', label: { zh: '失效日期', en: 'In force until' }, hint: words.validToHint },
})
export type RuleChange = z.output<typeof permitForm.edit.schema>

export const permitFilter = form(z.strictObject({ material: z.enum(materials).optional() }), {
  material: { as: 'choice', label: permitForm.labels.material, names: materialNames },
})
export type PermitFilter = z.output<typeof permitFilter.schema>

export const PermitAnswer = z
  .object({ id: z.string(), ...permitForm.answer, version: z.int() })
  .meta({ id: 'PermitRule' })

/** Who is to have a record, and where it goes. */
export const Journey = z.object({
  destination: Country.default('CN').describe('ISO 3166-1 alpha-2; China where it is left out'),
  institution: idOf(refusalWords.noInstitution)
    .optional()
    .describe('The recipient’s; left out: somebody of where it goes'),
})

export const FindingAnswer = z
  .object({
    ruleId: z.string(),
    material: z.enum(materials),
    effect: z.enum(effects),
    document: z.enum(documents).nullable(),
    clause: z.object({ zh: z.string(), en: z.string() }),
    sentence: z.object({ zh: z.string(), en: z.string() }),
  })
  .meta({ id: 'PermitFinding' })
