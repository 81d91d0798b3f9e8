import type { Text, Words } from '../../core/text.ts'

export const longevityWords = {
  constants: { zh: '寿命常数', en: 'Longevity constants' },
  lead: {
    zh: '各物种的 Ellis–Roberts 常数：由含水量和温度推算种子何时降到繁殖更新阈值。',
    en: 'Ellis–Roberts constants by species: they predict from moisture and temperature when seeds reach the regeneration threshold.',
  },
  none: { zh: '还没有寿命常数。', en: 'There are no constants yet.' },
  noneHint: {
    zh: '没有常数的物种按固定年限安排检测。',
    en: 'Species without constants are tested at fixed intervals.',
  },
  species: { zh: '物种', en: 'Species' },
  reference: { zh: '出处', en: 'Reference' },
  predicts: { zh: '可用于推算', en: 'Usable for prediction' },
  enter: { zh: '录入常数', en: 'Add constants' },
  entered: (entered: number, replaced: number): Text => ({
    zh: `已录入 ${entered} 个物种，替换 ${replaced} 个`,
    en: `${entered} species added, ${replaced} replaced`,
  }),
  table: { zh: '表格', en: 'Table' },
  tableHint: {
    zh: '粘贴表格：首行为 Species、Ke、Cw、Ch、Cq，可加 Reference；每行一个物种。同一物种再次录入即替换。',
    en: 'Paste a table whose first line names Species, Ke, Cw, Ch, Cq and optionally Reference, with one species per line. Entering a species again replaces it.',
  },
  badTable: {
    zh: '首行须有 Species、Ke、Cw、Ch、Cq，下面至少一行。',
    en: 'The first line must name Species, Ke, Cw, Ch and Cq, with at least one line below.',
  },
  badSpecies: {
    zh: '请写学名，首字母大写，例如 Hordeum vulgare。',
    en: 'Enter the scientific name, e.g. Hordeum vulgare.',
  },
} satisfies Words
