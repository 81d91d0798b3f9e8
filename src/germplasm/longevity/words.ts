import type { Text, Words } from '../../core/text.ts'

export const longevityWords = {
  constants: { zh: '寿命常数', en: 'Longevity constants' },
  lead: {
    zh: '各物种的 Ellis–Roberts 常数：由含水量和温度推算种子何时降到繁殖更新阈值。',
    en: 'Ellis–Roberts constants by species, used to predict from moisture and temperature when seeds reach the regeneration threshold.',
  },
  none: { zh: '还没有寿命常数。', en: 'No longevity constants yet.' },
  noneHint: {
    zh: '没有常数的物种按固定间隔安排检测。',
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
    zh: '粘贴表格：首行为 Species、Ke、Cw、Ch、Cq，可加 Reference；每行一个物种。再次录入同一物种将替换原值。',
    en: 'Paste a table with the header Species, Ke, Cw, Ch, Cq and optionally Reference, one species per line. Entering a species again replaces its values.',
  },
  badTable: {
    zh: '首行须含 Species、Ke、Cw、Ch、Cq，其下至少一行。',
    en: 'The header must contain Species, Ke, Cw, Ch and Cq, followed by at least one line.',
  },
  badSpecies: {
    zh: '请填写学名，首字母大写，例如 Hordeum vulgare。',
    en: 'Enter the scientific name, for example Hordeum vulgare.',
  },
} satisfies Words
