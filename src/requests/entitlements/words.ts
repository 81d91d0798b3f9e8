import type { Text, Words } from '../../core/text.ts'

export const entitlementWords = {
  entitlements: { zh: '我的授权', en: 'My access' },
  lead: {
    zh: '已批准的申请使您可以获取的数据，以及有效期。',
    en: 'The data that approved requests opened for you, and until when.',
  },
  none: { zh: '没有授权', en: 'No access yet' },
  noneHint: {
    zh: '申请获批并接受协议后，数据会列在这里。',
    en: 'Data are listed here once a request is approved and its agreements are accepted.',
  },
  dataset: { zh: '数据集', en: 'Dataset' },
  version: { zh: '版本', en: 'Version' },
  filesOf: (version: number, files: number): Text => ({
    zh: `${version}（${files} 个文件）`,
    en: `${version} (${files === 1 ? 'one file' : `${files} files`})`,
  }),
  allVersions: { zh: '全部版本', en: 'All versions' },
  person: { zh: '获授权人', en: 'Person' },
  request: { zh: '申请', en: 'Request' },
  since: { zh: '起始', en: 'Since' },
  until: { zh: '有效期至', en: 'Until' },
  renew: { zh: '申请续期', en: 'Ask for longer' },
  role: { zh: '角色', en: 'Role' },
  state: { zh: '状态', en: 'State' },
  noKey: {
    zh: '本站没有配置签发授权凭证的密钥。',
    en: 'No key for signing visas is configured here.',
  },
  noPerson: {
    zh: '没有这个人，或其账户已停用。',
    en: 'There is no such person, or their account is disabled.',
  },
  notTheirs: {
    zh: '只有本人或系统管理员可以读取授权凭证。',
    en: 'Visas are read by the person themself or by an administrator.',
  },
} as const satisfies Words

export const entitlementRoleNames = {
  requester: { zh: '我的', en: 'Granted to me' },
  steward: { zh: '我审批的', en: 'Approved by me' },
} as const

export const entitlementStateNames = {
  valid: { text: { zh: '有效', en: 'Valid' }, tone: 'good' },
  expired: { text: { zh: '已到期', en: 'Expired' }, tone: 'caution' },
  ended: { text: { zh: '已终止', en: 'Ended' }, tone: 'calm' },
} as const
