import type { Text, Words } from '../../../core/text.ts'

/** What a record's page says. */
export const recordWords = {
  relations: { zh: '相关资源', en: 'Related' },
  citing: { zh: '标识与引用', en: 'Identifiers and citing' },
  address: { zh: '固定网址', en: 'Permanent address' },
  machine: { zh: '机器可读', en: 'Machine-readable' },
  published: { zh: '发布于', en: 'Published' },
  updated: { zh: '更新于', en: 'Updated' },
  part: { zh: '隶属于', en: 'Part of' },
  keywords: { zh: '关键词', en: 'Keywords' },
  curators: { zh: '您是这条记录的资源管理员', en: 'You keep this record' },
  withdrawnTitle: { zh: '这条记录已撤回', en: 'This record is withdrawn' },
  withdrawnOn: { zh: '撤回日期', en: 'Withdrawn on' },
  reason: { zh: '原因', en: 'Reason' },
  onlyMembers: { zh: '登录用户可见', en: 'Shown to people who signed in' },
  onlyInstitution: { zh: '仅本单位可见', en: 'Shown to its institution only' },
  firstOf: (some: number, all: number): Text => ({
    zh: `共 ${all} 条，此处列出前 ${some} 条。`,
    en: `The first ${some} of ${all} are listed here.`,
  }),
  historyOf: (title: string): Text => ({ zh: `修改历史：${title}`, en: `History: ${title}` }),
  historyAbout: { zh: '最近的在前。', en: 'Latest first.' },
  bySystem: { zh: '系统', en: 'the system' },
  byCurator: { zh: '资源管理员', en: 'a curator' },
  history: { zh: '修改历史', en: 'History' },
  noHistory: { zh: '还没有可显示的历史', en: 'No history to show yet' },
} satisfies Words

/** How one gets the thing, in one sentence. */
export const accessSentences = {
  open: {
    zh: '公开获取：无需登录即可使用。',
    en: 'Open: use it without signing in.',
  },
  registered: {
    zh: '登录获取：注册并登录后即可使用。',
    en: 'For registered people: sign in to use it.',
  },
  on_request: {
    zh: '申请获取：请向提供单位提出申请，由其审核。',
    en: 'On request: ask the institution, which decides.',
  },
  closed: { zh: '不对外提供。', en: 'Closed: it is not shared.' },
} satisfies Words

/** What the history calls that which no form has an input for. */
export const changedWords = {
  visibility: { zh: '状态', en: 'State' },
  reason: { zh: '原因', en: 'Reason' },
  kind: { zh: '类别', en: 'Kind' },
  profile: { zh: '专业类型', en: 'Profile' },
  access: { zh: '获取方式', en: 'Access' },
  audience: { zh: '可见范围', en: 'Who sees it' },
  collection: { zh: '资源集合', en: 'Collection' },
  name: { zh: '文件名', en: 'File name' },
  main: { zh: '主图', en: 'Main picture' },
  type: { zh: '关系', en: 'Relation' },
} satisfies Words

/** What happened, as the history tells it. */
export const historyWords: Record<string, Text> = {
  'record.create': { zh: '新增', en: 'Added' },
  'record.edit': { zh: '修改', en: 'Changed' },
  'record.publish': { zh: '发布', en: 'Published' },
  'record.withdraw': { zh: '撤回', en: 'Withdrawn' },
  'record.relate': { zh: '添加关联', en: 'Related' },
  'record.unrelate': { zh: '取消关联', en: 'Unrelated' },
  'document.add': { zh: '添加文件', en: 'Document added' },
  'document.remove': { zh: '移除文件', en: 'Document removed' },
  'image.add': { zh: '添加图片', en: 'Picture added' },
  'image.edit': { zh: '修改图片', en: 'Picture changed' },
  'image.remove': { zh: '删除图片', en: 'Picture removed' },
}
