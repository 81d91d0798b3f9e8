import type { Text, Words } from '../../core/text.ts'

export const entitlementWords = {
  entitlements: { zh: '我的授权', en: 'My access' },
  lead: {
    zh: '通过已批准的申请获得访问权限的数据及其有效期。',
    en: 'Data you can access under approved requests, and until when.',
  },
  none: { zh: '没有授权', en: 'No access yet' },
  noneHint: {
    zh: '申请获批并接受协议后，数据会列在这里。',
    en: 'Data appears here once a request is approved and its agreements are accepted.',
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
  renew: { zh: '申请延期', en: 'Ask for an extension' },
  role: { zh: '角色', en: 'Role' },
  state: { zh: '状态', en: 'State' },
  noKey: {
    zh: '本系统未配置签发授权凭证的密钥。',
    en: 'No key for signing visas is configured on this system.',
  },
  noPerson: {
    zh: '用户不存在或其账户已停用。',
    en: 'This person does not exist or their account is deactivated.',
  },
  notTheirs: {
    zh: '只有本人或系统管理员可以读取授权凭证。',
    en: 'Visas can be read only by the person concerned and administrators.',
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
