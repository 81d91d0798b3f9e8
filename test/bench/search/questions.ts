import { common, crops, places, things, topics } from './words.ts'

/** What is asked, case by case: addresses under `/api/v1`. Frequent words, rare ones, and some that nobody wrote. */
export const searches = {
  'two 汉字': chinese().map((q) => `/records?q=${encodeURIComponent(q)}`),
  'Latin prefix': latin().map((q) => `/records?q=${encodeURIComponent(q)}`),
  'all, with facets': Array.from({ length: 60 }, () => '/records?facets=true'),
} as const satisfies Record<string, readonly string[]>

export type Case = keyof typeof searches

function chinese(): string[] {
  const written = [...crops, ...topics, ...things, ...places].map(([zh]) => zh.slice(0, 2))
  const inside = [...crops, ...topics, ...things].map(([zh]) => zh.slice(-2))
  const rare = [
    '陇玉',
    '甘春',
    '定丰',
    '西优',
    '平宏',
    '凉高',
    '宁原',
    '河黄',
    '青紫',
    '金白',
    '质昙',
  ]
  return [...new Set([...written, ...inside, ...common, ...rare])].slice(0, 160)
}

function latin(): string[] {
  const words = [...crops, ...topics, ...things, ...places].flatMap(([, en]) => en.split(/[ -]/))
  const taxa = crops.flatMap(([, , taxon]) => taxon.split(' '))
  const numbers = ['ZXM000', 'ZXM00123', 'D8-1', 'SEM-4', 'BB12', 'ZXM0099']
  const prefixes = [...words, ...taxa].flatMap((word) => [word.slice(0, 3), word.slice(0, 5)])
  return [...new Set([...prefixes.filter((one) => one.length > 2), ...numbers])].slice(0, 160)
}
