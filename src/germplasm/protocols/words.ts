import type { Text, Words } from '../../core/text.ts'
import type { Category } from './model.ts'

export const protocolWords = {
  protocols: { zh: '检测方案', en: 'Protocols' },
  lead: {
    zh: '各类种子怎样做发芽检测：发芽床、温度、天数、重复和计数类别。可取自国际种子检验规程、国家标准，或本单位自定。',
    en: 'How seeds of each group are germinated and counted: by ISTA rules, a national standard, or your own.',
  },
  add: { zh: '新增方案', en: 'Add a protocol' },
  edit: { zh: '修改方案', en: 'Edit the protocol' },
  none: { zh: '还没有检测方案。', en: 'No protocols yet.' },
  noneHint: { zh: '先新增一个方案，再开始检测。', en: 'Add a protocol first, then start a test.' },
  noProtocol: { zh: '没有这个检测方案。', en: 'No such protocol.' },
  closed: { zh: '已停用', en: 'Closed' },
  isClosed: { zh: '这个方案已停用，请换一个。', en: 'This protocol is closed: choose another.' },
  codeTaken: { zh: '这个编号已有方案。', en: 'Another protocol has this code.' },
  search: { zh: '编号、名称或物种', en: 'Code, name or species' },
  codeHint: { zh: '例如 GB/T 3543.4-小麦。', en: 'e.g. ISTA-MEDICAGO.' },
  speciesHint: { zh: '例如 苜蓿属 Medicago。', en: 'e.g. Medicago.' },
  substrateHint: { zh: '例如 纸上、纸间、砂中。', en: 'e.g. TP, BP or S.' },
  temperatureHint: {
    zh: '恒温写 20，变温写 20–30。',
    en: '20 for constant, 20–30 for alternating.',
  },
  hardHint: {
    zh: '结束时仍未吸水的硬实种子是活的，只是休眠。',
    en: 'Hard seeds that have not taken up water by the end are alive but dormant.',
  },
  closedHint: {
    zh: '停用后不再用于新的检测，已有检测不变。',
    en: 'Not offered for new tests; existing tests are unchanged.',
  },
  needsNormal: {
    zh: '计数类别须包括正常幼苗。',
    en: 'The categories must include normal seedlings.',
  },
  inOrder: {
    zh: '末次计数不能早于初次计数。',
    en: 'The last count cannot come before the first.',
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
