import type { Text, Words } from '../../../core/text.ts'
import type { Sort } from '../model.ts'

/** What the results page says. */
export const resultsWords = {
  all: { zh: '全部资源', en: 'All resources' },
  allAbout: {
    zh: '全省仪器、科学数据、种质和生物样本库的目录，可按类别、单位、地区、学科筛选。',
    en: 'The province’s instruments, datasets, germplasm and sample collections, narrowed by kind, institution, region and subject.',
  },
  kindAbout: (kind: Text): Text => ({
    zh: `甘肃各单位开放共享的${kind.zh}，可按单位、地区、学科和获取方式筛选。`,
    en: `${kind.en} shared by Gansu’s institutions, narrowed by institution, region, subject and access.`,
  }),
  found: (q: string): Text => ({ zh: `“${q}”的搜索结果`, en: `Results for “${q}”` }),
  search: { zh: '搜索', en: 'Search' },
  results: { zh: '搜索结果', en: 'Results' },
  view: { zh: '显示方式', en: 'View' },
  cards: { zh: '卡片', en: 'Cards' },
  table: { zh: '表格', en: 'Table' },
  sort: { zh: '排序', en: 'Sort by' },
  place: { zh: '范围', en: 'Place' },
  ofRegion: { zh: '所选范围内', en: 'Within the chosen box' },
  didYouMean: { zh: '您是不是要找', en: 'Did you mean' },
  apart: {
    zh: '没有资源同时把这些词连在一起；下面的结果分别含有它们。',
    en: 'Nothing has these words side by side: the results below have them apart.',
  },
  none: (q: string): Text => ({ zh: `没有找到“${q}”`, en: `Nothing found for “${q}”` }),
  noneFiltered: { zh: '没有符合全部条件的资源', en: 'Nothing matches all of these filters' },
  noneFilteredHint: {
    zh: '去掉一个条件再看，或者：',
    en: 'Take one of them away, or:',
  },
  noneHint: { zh: '可以这样试：', en: 'What may help:' },
  searchAll: (q: string): Text => ({
    zh: `在全部资源中搜索“${q}”`,
    en: `Search everything for “${q}”`,
  }),
  withoutFilters: { zh: '去掉全部条件', en: 'Without any filter' },
  browse: { zh: '浏览全部资源', en: 'Browse everything' },
  emptyTitle: { zh: '目录里还没有公开的资源', en: 'The catalogue has nothing public yet' },
  emptyHint: {
    zh: '资源管理员登录后可以新增并发布。',
    en: 'Curators add and publish records once they have signed in.',
  },
} satisfies Words

/** What helps when nothing is found. */
export const searchTips: readonly Text[] = [
  {
    zh: '换一个更短或更常用的词，例如“苜蓿”而不是“紫花苜蓿种子”',
    en: 'a shorter or more common word, “alfalfa” rather than “alfalfa seed lot”',
  },
  {
    zh: '用另一种语言或学名，例如 Medicago sativa',
    en: 'the other language or the scientific name, Medicago sativa',
  },
  {
    zh: '编号怎样空格都可以：NR 010004 与 NR010004 相同',
    en: 'numbers however they are spaced: NR 010004 is NR010004',
  },
  { zh: '去掉引号，词不必相邻', en: 'no quotes, so that words need not stand side by side' },
]

export const sortWords = {
  relevance: { zh: '相关度', en: 'Relevance' },
  newest: { zh: '最新', en: 'Newest' },
  name: { zh: '名称', en: 'Name' },
} as const satisfies Record<Sort, Text>
