import type { Words } from '../../core/text.ts'

export const settingsWords = {
  title: { zh: '统计与上报设置', en: 'Report settings' },
  lead: {
    zh: '定额、全国平均和开放起点，以及国家网络的字段要求。',
    en: 'Expected hours, national averages and thresholds, and the national network’s field requirements.',
  },
  norms: { zh: '年度参照值', en: 'Yearly reference values' },
  fields: { zh: '国家网络字段要求', en: 'Field requirements of the national network' },
  parts: { zh: '上报内容', en: 'Parts of the report' },
  field: { zh: '字段', en: 'Field' },
  required: { zh: '必填', en: 'Required' },
  maxLength: { zh: '最多字数', en: 'Maximum length' },
  maxCount: { zh: '最多项数', en: 'Maximum entries' },
  notAnAmount: {
    zh: '应为不小于 0 的数，最多两位小数。',
    en: 'Enter a number of at least 0 with at most two decimals.',
  },
  notALength: {
    zh: '应为正整数，不限则留空。',
    en: 'Enter a whole number, or leave empty for no limit.',
  },
  save: { zh: '保存', en: 'Save' },
  savedNorms: { zh: '年度参照值已保存', en: 'Yearly reference values saved' },
  savedFields: { zh: '字段要求已保存', en: 'Field requirements saved' },
} satisfies Words
