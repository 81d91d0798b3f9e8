import type { Words } from '../../core/text.ts'

export const trialWords = {
  trials: { zh: '试验', en: 'Trials' },
  lead: {
    zh: '种质种植观测的时间和地点；每次试验为一地一季。',
    en: 'When and where accessions were grown and observed. A trial covers one season at one site.',
  },
  add: { zh: '新增试验', en: 'Add trial' },
  edit: { zh: '修改试验', en: 'Edit trial' },
  none: { zh: '还没有试验。', en: 'No trials yet.' },
  noTrial: { zh: '试验不存在。', en: 'This trial does not exist.' },
  codeTaken: {
    zh: '本单位已有该编号的试验。',
    en: 'The institution already has a trial with this code.',
  },
  seasonHint: {
    zh: '例如 2025，跨年写 2025/26。',
    en: 'For example 2025, or 2025/26 across years.',
  },
  badSeason: { zh: '请写作 2025 或 2025/26。', en: 'Write 2025 or 2025/26.' },
  inOrder: {
    zh: '结束日期不能早于开始日期。',
    en: 'The end date cannot be before the start date.',
  },
} satisfies Words
