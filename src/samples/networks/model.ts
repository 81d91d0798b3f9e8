import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalAnswer } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import {
  closedField,
  codeOf,
  codesOf,
  contact,
  contactFields,
  Countries,
  described,
  describedFields,
  lines,
  Sought,
} from '../directory/model.ts'
import { directoryWords } from '../directory/words.ts'
import { networkTypeNames, topicNames } from '../words/codes.ts'
import { memberKindNames, networkWords as words, statusNames } from './words.ts'

const institution = idOf(refusalWords.noInstitution)
/** MIABIS-NETWORK-09, and the same of research resources. */
export const statuses = ['active', 'ended', 'other'] as const
export type Status = (typeof statuses)[number]

/** MIABIS-NETWORK-01 to 12. */
const own = {
  ...described,
  juristicPerson: line().min(1).max(300),
  countries: Countries.default('CN'),
  status: z.enum(statuses),
  types: codesOf(networkTypeNames),
  topics: codesOf(topicNames),
  otherMembers: lines(500).optional(),
  ...contact,
}
const fields = {
  ...describedFields,
  juristicPerson: { as: 'text', label: words.juristicPerson, hint: words.juristicHint },
  countries: { as: 'text', label: words.countries, hint: directoryWords.countriesHint },
  status: { as: 'choice', label: words.status, names: statusNames },
  types: { as: 'choices', label: words.types, names: networkTypeNames },
  topics: { as: 'choices', label: words.topics, names: topicNames },
  otherMembers: { as: 'long', label: words.otherMembers, hint: words.otherHint },
  ...contactFields,
} as const

export const networkForm = form(z.strictObject({ institution, ...own }), {
  institution: { as: 'reference', label: words.institution },
  ...fields,
})

export const networkEdit = form(z.strictObject({ ...own, closed: z.boolean() }), {
  ...fields,
  closed: closedField,
})

export const networkFilter = form(
  z.strictObject({
    q: Sought.optional(),
    type: codeOf(networkTypeNames).optional(),
    status: z.enum(statuses).optional(),
    institution: institution.optional(),
  }),
  {
    q: { as: 'text', type: 'search', label: directoryWords.searchText },
    type: { as: 'reference', label: words.type },
    status: { as: 'choice', label: words.status, names: statusNames },
    institution: { as: 'reference', label: words.institution },
  },
)
export type NetworkFilter = z.output<typeof networkFilter.schema>

export const NetworkAnswer = z
  .object({
    id: z.string(),
    ...networkForm.answer,
    countries: z.array(z.string()).describe('ISO 3166-1'),
    otherMembers: z.array(z.string()).describe('Names of members that are not in this catalogue'),
    members: z.int().describe('How many of its members you may see.'),
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'BiobankNetwork' })

export const memberKinds = ['biobank', 'collection', 'research_resource'] as const
export type MemberKind = (typeof memberKinds)[number]

export const MemberAnswer = z
  .object({ id: z.string(), kind: z.enum(memberKinds), name: LocalAnswer })
  .meta({ id: 'NetworkMember' })

export const memberForm = form(
  z.strictObject({ kind: z.enum(memberKinds), member: idOf(words.noMember) }),
  {
    kind: { as: 'choice', label: words.kind, names: memberKindNames },
    member: { as: 'text', label: words.member },
  },
)
export type NewMember = z.output<typeof memberForm.schema>
