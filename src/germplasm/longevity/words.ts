import type { Text, Words } from '../../core/text.ts'

export const longevityWords = {
  constants: { zh: '寿命常数', en: 'Longevity constants' },
  lead: {
    zh: '各物种的 Ellis–Roberts 常数：由含水量和温度推算种子何时降到更新阈值。',
    en: 'Ellis–Roberts constants of species: from moisture and temperature they predict when seeds fall to the threshold.',
  },
  none: { zh: '还没有寿命常数。', en: 'There are no constants yet.' },
  noneHint: {
    zh: '没有常数的物种按固定年限安排检测。',
    en: 'Seeds of other species are tested after fixed years.',
  },
  species: { zh: '物种', en: 'Species' },
  reference: { zh: '出处', en: 'Reference' },
  predicts: { zh: '可用于推算', en: 'Predicts' },
  enter: { zh: '录入常数', en: 'Enter constants' },
  entered: (entered: number, replaced: number): Text => ({
    zh: `已录入 ${entered} 个物种，替换 ${replaced} 个`,
    en: `Entered ${entered} species, replaced ${replaced}`,
  }),
  table: { zh: '表格', en: 'Table' },
  tableHint: {
    zh: '粘贴表格：首行为 Species、Ke、Cw、Ch、Cq，可加 Reference；每行一个物种。同一物种再次录入即替换。',
    en: 'Paste a table: a header with Species, Ke, Cw, Ch, Cq, perhaps Reference, then a line a species. The same species again is replaced.',
  },
  badTable: {
    zh: '首行须有 Species、Ke、Cw、Ch、Cq，下面至少一行。',
    en: 'The first line names Species, Ke, Cw, Ch and Cq, and a line follows.',
  },
  badSpecies: {
    zh: '请写学名，首字母大写，例如 Hordeum vulgare。',
    en: 'Give the scientific name, as Hordeum vulgare.',
  },
} satisfies Words
