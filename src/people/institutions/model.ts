import { z } from 'zod'
import { form } from '../../core/form.ts'
import {
  Country,
  line,
  LocalLong,
  LocalName,
  optionalMatching,
  optionalLine,
  Timezone,
  Website,
} from '../../core/shapes.ts'
import { defaultZone, InstantAnswer } from '../../core/time.ts'
import { institutionKinds } from '../model/named.ts'
import { institutionKindNames } from '../words/names.ts'
import { refusalWords as words } from '../words/refusals.ts'
import { institutionWords } from './words.ts'

/** What an institution is where its creator leaves it open. Who joins it waits for approval. */
export const unnamedInstitution = {
  kind: 'institute' as const,
  timezone: defaultZone,
  about: { zh: null, en: null },
  approvesMembers: true,
  country: 'CN',
  foreignControlled: false,
}
const blank = unnamedInstitution

const described = {
  name: LocalName,
  kind: z.enum(institutionKinds).default(blank.kind),
  about: LocalLong.default(blank.about),
  region: optionalMatching(/^\d{6}$/, words.badRegion).optional(),
  country: Country.default(blank.country),
  foreignControlled: z.boolean().default(blank.foreignControlled),
  timezone: Timezone.default(blank.timezone),
  creditCode: optionalMatching(/^[0-9A-HJ-NP-RT-UW-Y]{18}$/, words.badCreditCode).optional(),
  ror: optionalMatching(/^https:\/\/ror\.org\/0[a-z0-9]{8}$/, words.badRor).optional(),
  wiews: optionalMatching(/^[A-Z]{3}\d{1,4}$/, words.badWiews).optional(),
  founded: z.int().min(1000).max(2100).optional(),
  website: Website.optional(),
  address: optionalLine(500).optional(),
  approvesMembers: z.boolean().default(blank.approvesMembers),
}
const fields = {
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  kind: { as: 'choice', label: { zh: '类型', en: 'Kind' }, names: institutionKindNames },
  about: { as: 'longPair', label: { zh: '简介', en: 'About' } },
  region: {
    as: 'text',
    label: { zh: '所在地', en: 'Region' },
    hint: { zh: '县市的 6 位行政区划代码（GB/T 2260）', en: 'Six-digit GB/T 2260 code' },
    short: true,
  },
  country: {
    as: 'text',
    label: { zh: '国家或地区', en: 'Country or region' },
    hint: institutionWords.countryHint,
    short: true,
  },
  foreignControlled: {
    as: 'yesNo',
    label: { zh: '由境外设立或实际控制', en: 'Set up or controlled from abroad' },
    hint: institutionWords.foreignControlledHint,
  },
  timezone: { as: 'text', label: { zh: '时区', en: 'Time zone' } },
  creditCode: {
    as: 'text',
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  },
  ror: { as: 'text', label: { zh: 'ROR', en: 'ROR' } },
  wiews: { as: 'text', label: { zh: 'WIEWS 代码', en: 'WIEWS code' } },
  founded: {
    as: 'number',
    label: { zh: '成立年份', en: 'Year founded' },
    hint: {
      zh: '早于此年份的采集和入库日期会提示核对。',
      en: 'Collecting and acquisition dates before this year are flagged for checking.',
    },
  },
  website: { as: 'text', label: { zh: '网址', en: 'Website' } },
  address: { as: 'text', label: { zh: '地址', en: 'Address' } },
  approvesMembers: {
    as: 'yesNo',
    label: { zh: '新成员须经审批', en: 'New members need approval' },
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

export const institutionFilter = form(z.strictObject({ q: line().max(200).optional() }), {
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
