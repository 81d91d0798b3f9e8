import type { Text, Words } from '../../core/text.ts'

export const libraryWords = {
  libraries: { zh: '资源库', en: 'Libraries' },
  lead: {
    zh: '按用途和类群汇集的种质与样本：每个资源库列出物种、最新资源和获取方式。',
    en: 'Germplasm and samples grouped by use and taxon. Each library lists its species, newest records and how to get them.',
  },
  map: { zh: '分布', en: 'Origin' },
  wholeMap: { zh: '查看地图', en: 'Open the map' },
  library: { zh: '资源库', en: 'Library' },
  code: { zh: '代码', en: 'Code' },
  codeHint: {
    zh: '小写字母、数字和下划线；建立后不能更改。',
    en: 'Lower-case letters, digits and underscores; cannot be changed later.',
  },
  badCode: {
    zh: '代码以小写字母开头，只含小写字母、数字和下划线，2 到 40 个字符。',
    en: 'The code must start with a lower-case letter and have 2 to 40 lower-case letters, digits or underscores.',
  },
  profileOfAccessions: {
    zh: '只有种质库有专业类型。',
    en: 'Only germplasm libraries have a profile.',
  },
  unknownHighlight: {
    zh: '所选专业类型没有这个字段。',
    en: 'The selected profile does not have this field.',
  },
  unfit: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid. Correct them as indicated and try again.',
  },
  codeTaken: { zh: '该代码已有资源库使用。', en: 'Another library already uses this code.' },
  noLibrary: { zh: '该资源库不存在。', en: 'This library does not exist.' },
  none: { zh: '还没有资源库。', en: 'No libraries yet.' },
  add: { zh: '新增资源库', en: 'Add library' },
  added: { zh: '资源库已建立。', en: 'Library added.' },
  edit: { zh: '编辑资源库', en: 'Edit library' },
  closed: { zh: '已停用', en: 'Closed' },
  closedHint: {
    zh: '停用后不再列出，新资源不能选用；已有的资源保留。',
    en: 'Closed libraries are not listed and cannot be chosen for new records. Existing records keep them.',
  },
  stale: {
    zh: '您打开之后，资源库已被他人修改。请重新打开后再保存。',
    en: 'This library was changed by someone else after you opened it. Open it again, then save your changes.',
  },
  count: { zh: '资源数', en: 'Records' },
  taxa: { zh: '物种', en: 'Species' },
  unplaced: { zh: '未收入分类表', en: 'Not in the taxonomy yet' },
  unnamed: (count: number): Text => ({
    zh: `另有 ${count} 份未注明学名，或属于较少见的物种。`,
    en: `${count} more have no scientific name or belong to less common species.`,
  }),
  sampled: {
    zh: '资源较多，各物种显示的是最少份数。',
    en: 'There are many records; the number shown for each species is a minimum.',
  },
  access: { zh: '获取方式', en: 'How to get them' },
  keepers: { zh: '保存单位', en: 'Kept by' },
  newest: { zh: '最新资源', en: 'Newest' },
  all: { zh: '查看全部', en: 'View all' },
  empty: { zh: '该资源库还没有已发布的资源。', en: 'No published records in this library yet.' },
  others: { zh: '查看其他资源库', en: 'View other libraries' },
  toRecords: { zh: '查看该库的资源', en: 'View its records' },
  highlights: { zh: '主要描述', en: 'Key facts' },
} satisfies Words

export const libraryKindNames = {
  accession: { zh: '种质', en: 'Germplasm' },
  collection: { zh: '样本集', en: 'Sample collections' },
} as const satisfies Record<string, Text>
