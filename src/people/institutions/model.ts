import { z } from 'zod'
import { form } from '../../core/form.ts'
import {
  idOf,
  LangField,
  LocalLong,
  LocalName,
  optionalMatching,
  optionalText,
  Timezone,
  Website,
} from '../../core/shapes.ts'
import { defaultZone, InstantAnswer } from '../../core/time.ts'
import { Email } from '../accounts/model/person.ts'
import { institutionKinds, roleNamesAsked } from '../model/named.ts'
import { institutionKindNames, langNames, roleNames } from '../words/names.ts'
import { refusalWords as words } from '../words/refusals.ts'
import { institutionWords } from './words.ts'

/** What an institution is where its creator leaves it open. Who joins it waits for approval. */
export const unnamedInstitution = {
  kind: 'institute' as const,
  timezone: defaultZone,
  about: { zh: null, en: null },
  approvesMembers: true,
}
const blank = unnamedInstitution

const described = {
  name: LocalName,
  kind: z.enum(institutionKinds).default(blank.kind),
  about: LocalLong.default(blank.about),
  region: optionalMatching(/^\d{6}$/, words.badRegion).optional(),
  timezone: Timezone.default(blank.timezone),
  creditCode: optionalMatching(/^[0-9A-HJ-NP-RT-UW-Y]{18}$/, words.badCreditCode).optional(),
  ror: optionalMatching(/^https:\/\/ror\.org\/0[a-z0-9]{8}$/, words.badRor).optional(),
  wiews: optionalMatching(/^[A-Z]{3}\d{1,4}$/, words.badWiews).optional(),
  website: Website.optional(),
  address: optionalText(500).optional(),
  approvesMembers: z.boolean().default(blank.approvesMembers),
}
const fields = {
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  kind: { as: 'choice', label: { zh: '类型', en: 'Kind' }, names: institutionKindNames },
  about: { as: 'longPair', label: { zh: '简介', en: 'About' } },
  region: {
    as: 'text',
    label: { zh: '所在地', en: 'Region' },
    hint: { zh: '县市的 6 位行政区划代码（GB/T 2260）', en: 'Six digits of GB/T 2260' },
    short: true,
  },
  timezone: { as: 'text', label: { zh: '时区', en: 'Time zone' } },
  creditCode: {
    as: 'text',
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  },
  ror: { as: 'text', label: { zh: 'ROR', en: 'ROR' } },
  wiews: { as: 'text', label: { zh: 'WIEWS 代码', en: 'WIEWS code' } },
  website: { as: 'text', label: { zh: '网址', en: 'Website' } },
  address: { as: 'text', label: { zh: '地址', en: 'Address' } },
  approvesMembers: {
    as: 'yesNo',
    label: { zh: '新成员需经通过', en: 'Members are approved first' },
    hint: institutionWords.approvesMembersHint,
  },
} as const

const Institution = z.strictObject(described)
export type Institution = z.output<typeof Institution>
export type NewInstitution = Partial<Institution> & Pick<Institution, 'name'>
export const institutionForm = form(Institution, fields)

export const institutionEdit = form(z.strictObject({ ...described, closed: z.boolean() }), {
  ...fields,
  closed: { as: 'yesNo', label: institutionWords.closed, hint: institutionWords.closedHint },
})
export type InstitutionChange = z.output<typeof institutionEdit.edit.schema>

export const institutionFilter = form(z.strictObject({ q: z.string().max(200).optional() }), {
  q: { as: 'text', type: 'search', label: institutionWords.find },
})

export const InstitutionAnswer = z
  .object({
    id: z.string(),
    ...institutionForm.answer,
    counts: z
      .object({ records: z.int(), labs: z.int() })
      .describe('Records are those that you may see'),
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Institution' })

export const MemberAnswer = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  title: z.string().nullable(),
  askedAt: InstantAnswer,
  approvedAt: InstantAnswer.nullable(),
})

const invited = {
  email: Email,
  role: z.enum(roleNamesAsked).default('member'),
  lang: LangField.default('zh'),
}
export const NewInvitation = z.strictObject({ ...invited, institution: idOf(words.noInstitution) })
export type NewInvitation = z.output<typeof NewInvitation>

/** What the page of an institution asks for. */
export const invitationForm = form(z.strictObject(invited), {
  email: { as: 'text', type: 'email', label: { zh: '邮箱', en: 'Address' } },
  role: { as: 'choice', label: { zh: '角色', en: 'Role' }, names: roleNames },
  lang: {
    as: 'choice',
    label: { zh: '信件语言', en: 'Language of the letter' },
    names: langNames,
  },
})

export const JoinRequest = z.strictObject({ title: optionalText(100).optional() })

/** The same, asked for together with the institution. */
export const joinForm = form(JoinRequest.extend({ institution: idOf(words.noInstitution) }), {
  institution: { as: 'reference', label: { zh: '所属单位', en: 'Institutions' } },
  title: { as: 'text', label: { zh: '职务', en: 'Position' } },
})
