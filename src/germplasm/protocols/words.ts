import type { Text, Words } from '../../core/text.ts'
import type { Category } from './model.ts'

export const protocolWords = {
  protocols: { zh: '检测方案', en: 'Protocols' },
  lead: {
    zh: '各类种子的发芽检测方法：发芽床、温度、天数、重复和计数类别。可采用国际种子检验规程、国家标准或本单位规程。',
    en: 'How seeds are germinated and counted: substrate, temperature, days, replicates and categories. Based on ISTA rules, a national standard or your own.',
  },
  add: { zh: '新增方案', en: 'Add protocol' },
  edit: { zh: '修改方案', en: 'Edit protocol' },
  none: { zh: '还没有检测方案。', en: 'No protocols yet.' },
  noneHint: { zh: '新增方案后即可开始检测。', en: 'Add a protocol to start testing.' },
  noProtocol: { zh: '检测方案不存在。', en: 'This protocol does not exist.' },
  closed: { zh: '已停用', en: 'Closed' },
  isClosed: { zh: '方案已停用，请选择其他方案。', en: 'This protocol is closed. Choose another.' },
  codeTaken: { zh: '该编号已有方案。', en: 'Another protocol already has this code.' },
  search: { zh: '编号、名称或物种', en: 'Code, name or species' },
  codeHint: { zh: '例如 GB/T 3543.4-小麦。', en: 'For example ISTA-MEDICAGO.' },
  speciesHint: { zh: '例如 苜蓿属 Medicago。', en: 'For example Medicago.' },
  substrateHint: { zh: '例如 纸上、纸间、砂中。', en: 'For example TP, BP or S.' },
  temperatureHint: {
    zh: '恒温写 20，变温写 20–30。',
    en: '20 for constant, 20–30 for alternating temperatures.',
  },
  hardHint: {
    zh: '结束时仍未吸水的硬实种子为休眠的活种子。',
    en: 'Hard seeds that have not taken up water by the end are alive but dormant.',
  },
  closedHint: {
    zh: '停用后不能用于新的检测；已有检测不受影响。',
    en: 'Closed protocols are not offered for new tests. Existing tests are not affected.',
  },
  needsNormal: {
    zh: '计数类别须包括正常幼苗。',
    en: 'The categories must include normal seedlings.',
  },
  inOrder: {
    zh: '末次计数不能早于初次计数。',
    en: 'The last count cannot be before the first.',
  },
  days: { zh: '天数', en: 'Days' },
  sown: { zh: '重复 × 粒数', en: 'Replicates × seeds' },
} satisfies Words

export const categoryNames: Readonly<Record<Category, Text>> = {
  normal: { zh: '正常幼苗', en: 'Normal' },
  abnormal: { zh: '不正常幼苗', en: 'Abnormal' },
  hard: { zh: '硬实', en: 'Hard' },
  dead: { zh: '死种子', en: 'Dead' },
  empty: { zh: '空瘪', en: 'Empty' },
}
