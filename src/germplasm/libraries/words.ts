import type { Text, Words } from '../../core/text.ts'

export const libraryWords = {
  libraries: { zh: '资源库', en: 'Libraries' },
  lead: {
    zh: '按用途和类群汇集的种质与样本：每库有自己的物种、最新资源和获取方式。',
    en: 'Germplasm and samples grouped by use, each library with its species, newest records and how to get them.',
  },
  map: { zh: '分布', en: 'Where it comes from' },
  wholeMap: { zh: '查看地图', en: 'Open the map' },
  library: { zh: '资源库', en: 'Library' },
  code: { zh: '代码', en: 'Code' },
  codeHint: {
    zh: '小写字母、数字和下划线；建立后不能更改。',
    en: 'Lower-case letters, digits and underscores; cannot be changed later.',
  },
  badCode: {
    zh: '代码以小写字母开头，只含小写字母、数字和下划线，2 到 40 个字符。',
    en: 'A code starts with a lower-case letter and has 2 to 40 lower-case letters, digits and underscores.',
  },
  profileOfAccessions: {
    zh: '只有种质库有专业类型。',
    en: 'Only germplasm libraries have a profile.',
  },
  unknownHighlight: {
    zh: '所选专业类型没有这个字段。',
    en: 'The chosen profile has no such field.',
  },
  unfit: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid: correct what each of them says and try again.',
  },
  codeTaken: { zh: '这个代码已有资源库使用。', en: 'Another library has this code.' },
  noLibrary: { zh: '没有这个资源库。', en: 'No such library.' },
  none: { zh: '还没有资源库。', en: 'There are no libraries yet.' },
  add: { zh: '新增资源库', en: 'Add a library' },
  added: { zh: '资源库已建立。', en: 'Library added.' },
  edit: { zh: '编辑资源库', en: 'Edit the library' },
  closed: { zh: '已停用', en: 'Closed' },
  closedHint: {
    zh: '停用后不再列出，新资源不能选它；已有的资源保留。',
    en: 'A closed library is not listed and cannot be chosen for new records; existing records keep it.',
  },
  stale: {
    zh: '您打开之后，这个资源库已被他人修改。请重新读取，再保存您的修改。',
    en: 'Somebody else changed this library after you opened it. Reload it, then save your changes.',
  },
  count: { zh: '资源数', en: 'Records' },
  taxa: { zh: '物种', en: 'Species' },
  unplaced: { zh: '分类表中暂无', en: 'Not in the taxonomy yet' },
  unnamed: (count: number): Text => ({
    zh: `另有 ${count} 份未注明学名，或属于更少见的物种。`,
    en: `${count} more have no scientific name or belong to rarer species.`,
  }),
  sampled: {
    zh: '资源较多，各物种的数目为至少有的份数。',
    en: 'There are many records, so each species has at least the number shown.',
  },
  access: { zh: '怎样获取', en: 'How to get them' },
  keepers: { zh: '由谁保存', en: 'Who keeps them' },
  newest: { zh: '最新资源', en: 'Newest' },
  all: { zh: '查看全部', en: 'See all' },
  empty: { zh: '这个库还没有公开的资源', en: 'This library has nothing public yet' },
  emptyHint: {
    zh: '资源管理员新增并发布的资源会出现在这里。',
    en: 'Records that curators publish appear here.',
  },
  highlights: { zh: '主要描述', en: 'Key facts' },
} satisfies Words

export const libraryKindNames = {
  accession: { zh: '种质', en: 'Germplasm' },
  collection: { zh: '样本集', en: 'Sample collections' },
} as const satisfies Record<string, Text>
