import type { Words } from '../../core/text.ts'

export const settingsWords = {
  title: { zh: '统计与上报设置', en: 'Settings of reports' },
  lead: {
    zh: '定额、全国平均和开放起点，以及国家网络的字段要求。',
    en: 'Expected hours, national means and thresholds, and what the national network asks of each field.',
  },
  norms: { zh: '年度参照值', en: 'Yearly figures' },
  fields: { zh: '国家网络字段要求', en: 'Fields of the national network' },
  parts: { zh: '上报内容', en: 'Parts of the report' },
  field: { zh: '字段', en: 'Field' },
  required: { zh: '必填', en: 'Needed' },
  maxLength: { zh: '最多字数', en: 'Most characters' },
  maxCount: { zh: '最多项数', en: 'Most entries' },
  notAnAmount: {
    zh: '应为不小于 0 的数，最多两位小数。',
    en: 'A number from 0 on, with two decimals at most.',
  },
  notALength: { zh: '应为正整数，不限则留空。', en: 'A whole number, or nothing for no limit.' },
  save: { zh: '保存', en: 'Save' },
  savedNorms: { zh: '年度参照值已保存', en: 'The yearly figures are saved' },
  savedFields: { zh: '字段要求已保存', en: 'What fields need is saved' },
} satisfies Words
