import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import {
  closedField,
  codeOf,
  codesOf,
  contact,
  contactFields,
  described,
  describedFields,
  lines,
  Sought,
} from '../directory/model.ts'
import { directoryWords } from '../directory/words.ts'
import { statuses } from '../networks/model.ts'
import { statusNames } from '../networks/words.ts'
import {
  ageUnitNames,
  criteriaNames,
  datasetTypeNames,
  designNames,
  settingNames,
  sexNames,
  sourceNames,
  temperatureNames,
  typeNames,
  useConditionNames,
} from '../words/codes.ts'
import { resourceWords as words } from './words.ts'

const institution = idOf(refusalWords.noInstitution)

const sources = [
  'human',
  'animal',
  'environment',
  'plant',
  'specimen',
  'geological',
  'experimental',
  'reference',
  'other',
] as const
const ageUnits = ['years', 'months', 'weeks', 'days', 'gestational_weeks'] as const
const namesIn = <Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<string, { zh: string; en: string }>>,
) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each of the codes, and nothing else
  Object.fromEntries(codes.map((code) => [code, names[code] ?? { zh: code, en: code }])) as Record<
    Code,
    { zh: string; en: string }
  >

const age = z.int().min(0).max(100_000)
const disease = /^(?:[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|ORPHA:\d{1,7})$/
const Diseases = lines(200).pipe(
  z
    .string()
    .toUpperCase()
    .refine(
      (text) => text.split('\n').every((code) => disease.test(code)),
      saying(words.badDisease),
    ),
)

/** MIABIS-RESEARCHRESOURCE-01 to 23. */
const own = {
  ...described,
  sampleSource: z.enum(sources).optional(),
  sampleTypes: codesOf(typeNames),
  storageTemperatures: codesOf(temperatureNames),
  datasetTypes: codesOf(datasetTypeNames),
  design: codesOf(designNames),
  setting: codesOf(settingNames),
  sex: codesOf(sexNames),
  ageLow: age.optional(),
  ageLowUnit: z.enum(ageUnits).optional(),
  ageHigh: age.optional(),
  ageHighUnit: z.enum(ageUnits).optional(),
  diseases: Diseases.optional(),
  inclusionCriteria: codesOf(criteriaNames),
  subjectsTotal: z.int().min(0).max(2_000_000_000).optional(),
  useConditions: codesOf(useConditionNames),
  status: z.enum(statuses).optional(),
  publications: lines(200).optional(),
  ...contact,
}
const unitNames = namesIn(ageUnits, ageUnitNames)
const fields = {
  ...describedFields,
  sampleSource: {
    as: 'choice',
    label: directoryWords.source,
    names: namesIn(sources, sourceNames),
  },
  sampleTypes: { as: 'choices', label: directoryWords.types, names: typeNames },
  storageTemperatures: {
    as: 'choices',
    label: directoryWords.temperatures,
    names: temperatureNames,
  },
  datasetTypes: { as: 'choices', label: words.datasetTypes, names: datasetTypeNames },
  design: { as: 'choices', label: directoryWords.design, names: designNames },
  setting: { as: 'choices', label: words.setting, names: settingNames },
  ageLow: { as: 'number', label: words.ageLow, hint: words.ageHint },
  ageLowUnit: { as: 'choice', label: words.ageLowUnit, names: unitNames },
  ageHigh: { as: 'number', label: words.ageHigh, hint: words.ageHint },
  ageHighUnit: { as: 'choice', label: words.ageHighUnit, names: unitNames },
  sex: { as: 'choices', label: words.sex, names: sexNames },
  diseases: { as: 'long', label: words.diseases, hint: words.diseasesHint },
  inclusionCriteria: { as: 'choices', label: words.inclusionCriteria, names: criteriaNames },
  subjectsTotal: { as: 'number', label: words.subjectsTotal, hint: words.subjectsHint },
  useConditions: { as: 'choices', label: words.useConditions, names: useConditionNames },
  status: { as: 'choice', label: words.status, names: statusNames },
  publications: { as: 'long', label: words.publications, hint: words.publicationsHint },
  ...contactFields,
} as const

type Ages = { ageLow?: unknown; ageLowUnit?: unknown; ageHigh?: unknown; ageHighUnit?: unknown }
/** Each age has its unit, and no unit stands alone. */
export const agesHaveUnits = ({ ageLow, ageLowUnit, ageHigh, ageHighUnit }: Ages): boolean =>
  ((ageLow ?? null) === null) === ((ageLowUnit ?? null) === null) &&
  ((ageHigh ?? null) === null) === ((ageHighUnit ?? null) === null)

export const resourceForm = form(
  z
    .strictObject({ institution, ...own })
    .refine(agesHaveUnits, { path: ['ageLow'], ...saying(words.ageWithUnit) }),
  { institution: { as: 'reference', label: words.institution }, ...fields },
)

export const resourceEdit = form(z.strictObject({ ...own, closed: z.boolean() }), {
  ...fields,
  closed: closedField,
})

export const resourceFilter = form(
  z.strictObject({
    q: Sought.optional(),
    source: z.enum(sources).optional(),
    type: codeOf(typeNames).optional(),
    institution: institution.optional(),
  }),
  {
    q: { as: 'text', type: 'search', label: directoryWords.searchText },
    source: { as: 'choice', label: directoryWords.source, names: namesIn(sources, sourceNames) },
    type: { as: 'reference', label: directoryWords.type },
    institution: { as: 'reference', label: words.institution },
  },
)
export type ResourceFilter = z.output<typeof resourceFilter.schema>
export type Source = (typeof sources)[number]
export type AgeUnit = (typeof ageUnits)[number]

export const ResourceAnswer = z
  .object({
    id: z.string(),
    ...resourceForm.answer,
    diseases: z.array(z.string()).describe('Codes of ICD-10 or ORPHA'),
    publications: z.array(z.string()),
    collections: z.int().describe('How many of its collections you may see.'),
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'ResearchResource' })

export const memberForm = form(z.strictObject({ collection: idOf(words.noCollection) }), {
  collection: { as: 'text', label: directoryWords.collection },
})
export type NewCollection = z.output<typeof memberForm.schema>
