import type { Text, Words } from '../../core/text.ts'
import type { Category, Scale } from './model.ts'

export const traitWords = {
  traits: { zh: '性状', en: 'Traits' },
  lead: {
    zh: '观测的性状、方法与标度；编号取自作物本体，或由单位自定。',
    en: 'Observed traits with their methods and scales. Codes come from a crop ontology or are your own.',
  },
  add: { zh: '新增性状', en: 'Add trait' },
  edit: { zh: '修改性状', en: 'Edit trait' },
  none: { zh: '没有符合条件的性状。', en: 'No matching traits.' },
  noTrait: { zh: '性状不存在。', en: 'This trait does not exist.' },
  codeTaken: { zh: '该编号已有性状。', en: 'Another trait already has this code.' },
  codeHint: {
    zh: '例如 CO_324:0000123 或 GS-株高。',
    en: 'For example CO_324:0000123 or GS-HEIGHT.',
  },
  cropHint: {
    zh: '适用的作物或物种；通用则留空。',
    en: 'Crop or species. Leave empty if it applies to all.',
  },
  classesHint: {
    zh: '等级或类别，每行一个：1 = 直立 / erect。',
    en: 'One class per line: 1 = 直立 / erect.',
  },
  closedHint: {
    zh: '停用后不能用于新的观测；已有观测保留。',
    en: 'Closed traits are not offered for new observations. Existing observations are kept.',
  },
  inOrder: { zh: '最大值不能小于最小值。', en: 'The maximum cannot be below the minimum.' },
  needsClasses: {
    zh: '有序和分类标度至少要有两个类别，每行写“代码 = 名称”，代码不重复。',
    en: 'Ordinal and nominal scales need at least two classes, one per line as “code = name”, with unique codes.',
  },
  noClasses: {
    zh: '只有有序和分类标度才有类别。',
    en: 'Only ordinal and nominal scales have classes.',
  },
  distribution: { zh: '分布', en: 'Distribution' },
  noObservations: { zh: '还没有观测值。', en: 'No observations yet.' },
  ofAccessions: { zh: '观测值', en: 'Observations' },
  value: { zh: '值', en: 'Value' },
  count: { zh: '次数', en: 'Count' },
  mean: { zh: '平均', en: 'Mean' },
  deviation: { zh: '标准差', en: 'Standard deviation' },
} satisfies Words

export const scaleNames: Readonly<Record<Scale, Text>> = {
  numerical: { zh: '数值', en: 'Numerical' },
  ordinal: { zh: '有序等级', en: 'Ordinal' },
  nominal: { zh: '分类', en: 'Nominal' },
  date: { zh: '日期', en: 'Date' },
  text: { zh: '文字', en: 'Text' },
}

export const categoryNames: Readonly<Record<Category, Text>> = {
  morphological: { zh: '形态', en: 'Morphological' },
  phenological: { zh: '物候', en: 'Phenological' },
  agronomic: { zh: '农艺', en: 'Agronomic' },
  quality: { zh: '品质', en: 'Quality' },
  biotic_stress: { zh: '抗病虫', en: 'Biotic stress' },
  abiotic_stress: { zh: '抗逆', en: 'Abiotic stress' },
  biochemical: { zh: '生化', en: 'Biochemical' },
  other: { zh: '其他', en: 'Other' },
}

export const valueWords = {
  notANumber: (typed: string): Text => ({
    zh: `“${typed}”不是数值。`,
    en: `“${typed}” is not a number.`,
  }),
  outOfRange: (lowest: number | null, highest: number | null): Text => ({
    zh: `应在 ${lowest ?? '…'} 与 ${highest ?? '…'} 之间。`,
    en: `Must be between ${lowest ?? '…'} and ${highest ?? '…'}.`,
  }),
  noClass: (typed: string, codes: readonly string[]): Text => ({
    zh: `“${typed}”不是此性状的类别；可用：${codes.join('、')}。`,
    en: `“${typed}” is not a class of this trait. Allowed: ${codes.join(', ')}.`,
  }),
  notADay: (typed: string): Text => ({
    zh: `“${typed}”不是有效日期，请写作 2026-05-03。`,
    en: `“${typed}” is not a date. Use the form 2026-05-03.`,
  }),
}
