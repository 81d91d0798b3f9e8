import type { Words } from '../../core/text.ts'

export const trialWords = {
  trials: { zh: '试验', en: 'Trials' },
  lead: {
    zh: '种质在何时何地种植观测；每次试验是一地一季。',
    en: 'Where and when accessions were grown and observed; a trial is one season at one place.',
  },
  add: { zh: '新增试验', en: 'Add a trial' },
  edit: { zh: '修改试验', en: 'Edit the trial' },
  none: { zh: '还没有试验。', en: 'No trials yet.' },
  noTrial: { zh: '没有这个试验。', en: 'No such trial.' },
  codeTaken: {
    zh: '本单位已有这个编号的试验。',
    en: 'The institution has a trial with this code.',
  },
  seasonHint: {
    zh: '例如 2025，跨年写 2025/26。',
    en: 'e.g. 2025, or 2025/26 across the turn of the year.',
  },
  badSeason: { zh: '请写作 2025 或 2025/26。', en: 'Write 2025 or 2025/26.' },
  inOrder: { zh: '结束日期不能早于开始日期。', en: 'The end date is before the start date.' },
} satisfies Words
