import { z } from 'zod'
import { accesses, visibilities } from '../../catalog/records/model/record.ts'
import { form } from '../../core/form.ts'
import { Country, idOf, LocalAnswer } from '../../core/shapes.ts'
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
  Sought,
} from '../directory/model.ts'
import { directoryWords } from '../directory/words.ts'
import {
  bioprocessingNames,
  designNames,
  infrastructureNames,
  organisationNames,
  qualityNames,
  sourceNames,
  temperatureNames,
  typeNames,
} from '../words/codes.ts'
import { biobankWords as words } from './words.ts'

const institution = idOf(refusalWords.noInstitution)

/** MIABIS-BIOBANK-01 to 12; its juristic person (05) is the institution. */
const own = {
  ...described,
  country: Country.default('CN'),
  infrastructure: codesOf(infrastructureNames),
  organisation: codesOf(organisationNames),
  bioprocessing: codesOf(bioprocessingNames),
  qualityStandards: codesOf(qualityNames),
  ...contact,
}
const fields = {
  ...describedFields,
  country: { as: 'text', label: directoryWords.country, short: true },
  infrastructure: { as: 'choices', label: words.infrastructure, names: infrastructureNames },
  organisation: { as: 'choices', label: words.organisation, names: organisationNames },
  bioprocessing: { as: 'choices', label: words.bioprocessing, names: bioprocessingNames },
  qualityStandards: {
    as: 'choices',
    label: words.quality,
    hint: words.qualityHint,
    names: qualityNames,
  },
  ...contactFields,
} as const

export const biobankForm = form(z.strictObject({ institution, ...own }), {
  institution: { as: 'reference', label: directoryWords.institution, hint: words.juristicHint },
  ...fields,
})

/** Whose it is does not change. */
export const biobankEdit = form(z.strictObject({ ...own, closed: z.boolean() }), {
  ...fields,
  closed: closedField,
})

export const biobankFilter = form(
  z.strictObject({
    q: Sought.optional(),
    source: codeOf(sourceNames).optional(),
    type: codeOf(typeNames).optional(),
    temperature: codeOf(temperatureNames).optional(),
    design: codeOf(designNames).optional(),
    infrastructure: codeOf(infrastructureNames).optional(),
    institution: institution.optional(),
    country: Country.optional(),
  }),
  {
    q: { as: 'text', type: 'search', label: directoryWords.searchText },
    source: { as: 'text', label: directoryWords.source },
    type: { as: 'text', label: directoryWords.type },
    temperature: { as: 'text', label: directoryWords.temperature },
    design: { as: 'text', label: directoryWords.design },
    infrastructure: { as: 'text', label: words.infrastructure },
    institution: { as: 'text', label: directoryWords.institution },
    country: { as: 'text', label: directoryWords.country },
  },
)
export type BiobankFilter = z.output<typeof biobankFilter.schema>

export const facets = ['source', 'type', 'temperature', 'design', 'infrastructure'] as const
export type Facet = (typeof facets)[number]

export const BiobankAnswer = z
  .object({
    id: z.string(),
    ...biobankForm.answer,
    collections: z.int().describe('How many of its collections you may see.'),
    sampleSources: z.array(z.string()).describe('Of these collections.'),
    sampleTypes: z.array(z.string()).describe('Of these collections.'),
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Biobank' })

/** A collection as its biobank or research resource lists it. */
export const HostedAnswer = z
  .object({
    id: z.string(),
    title: LocalAnswer,
    sampleSource: z.string().nullable(),
    sampleTypes: z.array(z.string()),
    storageTemperatures: z.array(z.string()),
    sampleTotal: z.int().nullable(),
    access: z.enum(accesses),
    visibility: z.enum(visibilities),
  })
  .meta({ id: 'HostedCollection' })

/** By which biobank a collection is hosted. */
export const hostForm = form(z.strictObject({ biobank: idOf(words.missing) }), {
  biobank: { as: 'reference', label: words.biobank },
})
export type Host = z.output<typeof hostForm.schema>
