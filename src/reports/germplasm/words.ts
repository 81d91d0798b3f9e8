import type { Text, Words } from '../../core/text.ts'

export const germplasmWords = {
  germplasm: { zh: '种质护照完整度', en: 'Germplasm passport completeness' },
  lead: {
    zh: '植物种质护照数据完整度（PDCI，0 至 10；van Hintum 等 2011），按单位、资源库或生物样本库统计。',
    en: 'Completeness of plant passport data (PDCI, 0 to 10; van Hintum et al. 2011) by institution, library or collection.',
  },
  by: { zh: '分组', en: 'Group by' },
  total: { zh: '合计', en: 'Total' },
  passports: { zh: '护照数', en: 'Passports' },
  mean: { zh: '平均', en: 'Average' },
  lowest: { zh: '最低', en: 'Lowest' },
  highest: { zh: '最高', en: 'Highest' },
  below5: { zh: '5 以下', en: 'Below 5' },
  from7: { zh: '7 及以上', en: '7 and above' },
  distribution: { zh: '完整度分布', en: 'Distribution' },
  bin: (from: number): Text => ({ zh: `${from}–${from + 1}`, en: `${from}–${from + 1}` }),
  next: (fields: Text): Text => ({
    zh: `完整度最低的护照应优先补充：${fields.zh}。`,
    en: `Fill in next for the least complete passports: ${fields.en}.`,
  }),
  index: { zh: 'PDCI', en: 'PDCI' },
  none: { zh: '没有符合条件的植物种质', en: 'No matching plant accessions' },
  unassigned: { zh: '未归入', en: 'Unassigned' },
  hidden: { zh: '未公开', en: 'Not public' },
  inOrder: {
    zh: '结束日期不能早于开始日期。',
    en: 'The end date must not be before the start date.',
  },
} satisfies Words

export const germplasmGroups = {
  institution: { zh: '单位', en: 'Institution' },
  library: { zh: '资源库', en: 'Library' },
  collection: { zh: '生物样本库', en: 'Collection' },
} as const satisfies Record<string, Text>
export type GermplasmGroup = keyof typeof germplasmGroups
