import type { Scope } from '../../core/actor.ts'
import type { Lang, Text } from '../../core/text.ts'
import type { GrantedRole, InstitutionKind, LabRole, RoleName } from '../model/named.ts'

export const institutionKindNames = {
  institute: { zh: '科研院所', en: 'Research institute' },
  university: { zh: '高等院校', en: 'University' },
  hospital: { zh: '医疗机构', en: 'Hospital' },
  company: { zh: '企业', en: 'Company' },
  genebank: { zh: '种质资源库', en: 'Genebank' },
  agency: { zh: '行政与事业单位', en: 'Public agency' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<InstitutionKind, Text>

export const roleNames = {
  member: { zh: '成员', en: 'Member' },
  curator: { zh: '资源管理员', en: 'Curator' },
  steward: { zh: '审核人', en: 'Steward' },
} as const satisfies Record<RoleName | GrantedRole, Text>

export const labRoleNames = {
  pi: { zh: '负责人', en: 'PI' },
  member: { zh: '成员', en: 'Member' },
} as const satisfies Record<LabRole, Text>

export const scopeNames = {
  read: { zh: '读取', en: 'Read' },
  write: { zh: '写入', en: 'Write' },
  admin: { zh: '管理', en: 'Administer' },
} as const satisfies Record<Scope, Text>

export const langNames = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
} as const satisfies Record<Lang, Text>
