import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, saying } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { PlacePath } from '../../stock/places/model.ts'
import { amountUnits, families, furtherUses, purposes } from '../model.ts'
import { familyNames, furtherUseNames, purposeNames, unitNames } from '../words/common.ts'
import { matchingWords as words, orderNames } from './words.ts'

/** A code of ICD-10 or ORPHA; of ICD-10 it stands for what begins with it too. */
const Disease = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(?:[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|ORPHA:\d{1,7})$/, saying(words.noDisease))

const code = z.string().trim().min(1).max(60)
const age = z.int().min(0).max(130)
const year = z.int().min(1800).max(2200)

/** Which samples are wanted, and what they are for: a property that is left out asks for nothing. */
export const Criteria = z
  .strictObject({
    family: z.enum(families).optional(),
    types: z.array(code).min(1).max(20).optional().describe('Codes of `miabis_sample_type`.'),
    sex: z.array(code).min(1).max(5).optional().describe('Codes of `miabis_sex`.'),
    ageFrom: age.optional(),
    ageTo: age.optional(),
    diagnoses: z.array(Disease).min(1).max(50).optional().describe('ICD-10 (`E11`) or ORPHA.'),
    yearFrom: year.optional(),
    yearTo: year.optional(),
    minAmount: z.number().positive().max(1e9).optional().describe('In `amountUnit`.'),
    amountUnit: z.enum(amountUnits).optional(),
    purpose: z.enum(purposes).optional().describe('What human samples are for.'),
    diseases: z.array(Disease).min(1).max(50).optional().describe('Of the purpose `disease`.'),
    uses: z.array(z.enum(furtherUses)).max(furtherUses.length).optional(),
  })
  .refine(({ ageFrom = 0, ageTo = 130 }) => ageFrom <= ageTo, {
    path: ['ageTo'],
    ...saying(words.wrongOrder),
  })
  .refine(({ yearFrom = 0, yearTo = 9999 }) => yearFrom <= yearTo, {
    path: ['yearTo'],
    ...saying(words.wrongOrder),
  })
  .refine(({ minAmount, amountUnit }) => minAmount === undefined || amountUnit !== undefined, {
    path: ['amountUnit'],
    ...saying(words.unitNeeded),
  })
  .refine(({ purpose, diseases }) => (purpose === 'disease') === (diseases !== undefined), {
    path: ['diseases'],
    ...saying(words.diseasesNeeded),
  })
  .meta({ id: 'SampleCriteria' })
export type Criteria = z.output<typeof Criteria>

const codes = line().max(500).optional()

/** The same as a form asks for it: codes are typed with commas between them. */
export const criteriaForm = form(
  z.strictObject({
    family: z.enum(families).optional(),
    types: z.array(code).default([]),
    sex: z.array(code).default([]),
    ageFrom: z.number().optional(),
    ageTo: z.number().optional(),
    diagnoses: codes,
    yearFrom: z.number().optional(),
    yearTo: z.number().optional(),
    minAmount: z.number().optional(),
    amountUnit: z.enum(amountUnits).optional(),
    purpose: z.enum(purposes).optional(),
    diseases: codes,
    uses: z.array(z.enum(furtherUses)).default([]),
  }),
  {
    family: { as: 'choice', label: words.family, names: familyNames },
    types: { as: 'references', label: words.types },
    sex: { as: 'references', label: words.sex },
    ageFrom: { as: 'number', label: words.ageFrom, short: true },
    ageTo: { as: 'number', label: words.ageTo, short: true },
    diagnoses: { as: 'text', label: words.diagnoses, hint: words.codesHint },
    yearFrom: { as: 'number', label: words.yearFrom, short: true },
    yearTo: { as: 'number', label: words.yearTo, short: true },
    minAmount: { as: 'number', label: words.minAmount, short: true },
    amountUnit: { as: 'choice', label: words.amountUnit, names: unitNames },
    purpose: {
      as: 'choice',
      label: words.purpose,
      hint: words.purposeHint,
      names: purposeNames,
    },
    diseases: { as: 'text', label: words.diseases, hint: words.diseasesHint },
    uses: { as: 'choices', label: words.uses, hint: words.usesHint, names: furtherUseNames },
  },
)

const ageBound = z.coerce.number().int().min(0).max(130).optional()

/** Which of the samples that fit are looked at. */
export const narrowing = {
  code: line().max(60).optional(),
  type: code.optional(),
  sex: code.optional(),
  ageFrom: ageBound,
  ageTo: ageBound,
  place: PlacePath.optional(),
  takenFrom: Day.optional(),
  takenTo: Day.optional(),
}
export const narrowingFields = {
  code: { as: 'text', type: 'search', label: words.code },
  type: { as: 'reference', label: words.type },
  sex: { as: 'reference', label: words.sex },
  ageFrom: { as: 'number', label: words.ageFrom, short: true },
  ageTo: { as: 'number', label: words.ageTo, short: true },
  place: { as: 'text', label: words.place, hint: words.placeHint },
  takenFrom: { as: 'date', label: words.takenFrom },
  takenTo: { as: 'date', label: words.takenTo },
} as const

export const orders = ['best', 'code', 'newest', 'oldest', 'fullest', 'youngest', 'eldest'] as const
export type Order = (typeof orders)[number]

/** A sample that is partly dated counts as taken at any time that fits what is known. */
export const candidateFilter = form(
  z.strictObject({
    ...narrowing,
    show: z.enum(['usable', 'all']).default('usable'),
    sort: z.enum(orders).default('best'),
  }),
  {
    ...narrowingFields,
    show: { as: 'choice', label: words.show, names: { usable: words.usable, all: words.all } },
    sort: { as: 'choice', label: words.sort, names: orderNames },
  },
)
export type CandidateFilter = z.output<typeof candidateFilter.schema>
