import type { Text, Words } from '../../core/text.ts'

/** Finding an instrument that is free. */
export const openingWords = {
  what: { zh: '仪器', en: 'Instrument' },
  from: { zh: '最早日期', en: 'From' },
  to: { zh: '最晚日期', en: 'Until' },
  day: { zh: '日期', en: 'Date' },
  days: (from: string, to: string): Text => ({ zh: `${from}至${to}`, en: `${from} to ${to}` }),
  clock: { zh: '时间', en: 'Time of day' },
  clockFrom: { zh: '不早于', en: 'Not before' },
  clockTo: { zh: '不晚于', en: 'Not after' },
  any: { zh: '不限', en: 'Any' },
  anyTime: { zh: '不限', en: 'Any time' },
  minutes: { zh: '时长', en: 'Duration' },
  find: { zh: '查找空闲仪器', en: 'Find free instruments' },
  title: { zh: '查找空闲仪器', en: 'Find a free instrument' },
  exact: (count: string): Text => ({
    zh: `${count} 台仪器符合`,
    en: count === '1' ? '1 instrument matches' : `${count} instruments match`,
  }),
  near: { zh: '其他时间空闲的仪器', en: 'Free at other times' },
  noneExact: { zh: '这段时间没有空闲的仪器', en: 'No instrument is free at that time' },
  noneExactHint: {
    zh: '下面是时间最接近的空闲时段。',
    en: 'The closest free times are listed below.',
  },
  price: (yuan: string): Text => ({ zh: `约 ${yuan} 元`, en: `about ${yuan} CNY` }),
  free: { zh: '免费', en: 'Free of charge' },
  inCatalogue: { zh: '在目录中搜索', en: 'Search the catalogue instead' },
} satisfies Words
