import { mostCorners } from '../../core/place.ts'
import type { Text, Words } from '../../core/text.ts'
import type { FacetName, Sort } from './model.ts'

/** How a place is to be written that nobody could read. */
export const placeWords = {
  wrongBox: {
    zh: '应为“西,南,东,北”四个以度为单位的小数，南不大于北，例如 92.3,32.6,108.7,42.8。',
    en: 'Enter four decimal degrees as west,south,east,north, with south not above north, for example 92.3,32.6,108.7,42.8.',
  },
  wrongPolygon: {
    zh: `应为 3 到 ${mostCorners} 个顶点的“经度,纬度”，以度为单位，例如 103,36,104,36,104,37。`,
    en: `Enter longitude,latitude in degrees for 3 to ${mostCorners} corners, for example 103,36,104,36,104,37.`,
  },
} satisfies Words

/** What facets and their values are called, where no code list says it. */
export const facetWords = {
  withImage: { zh: '有图片', en: 'With pictures' },
  withoutImage: { zh: '无图片', en: 'Without pictures' },
  visibility: {
    draft: { zh: '草稿', en: 'Draft' },
    published: { zh: '已发布', en: 'Published' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
} satisfies Record<string, Text | Record<string, Text>>

export const facetNamesInWords: Record<FacetName, Text> = {
  kind: { zh: '资源类别', en: 'Kind' },
  profile: { zh: '专业类型', en: 'Profile' },
  library: { zh: '资源库', en: 'Library' },
  sample_source: { zh: '样本来源', en: 'Sample source' },
  sample_type: { zh: '样本类型', en: 'Sample type' },
  disease: { zh: '疾病', en: 'Disease' },
  sex: { zh: '性别', en: 'Sex' },
  age: { zh: '年龄', en: 'Age' },
  data_type: { zh: '数据类型', en: 'Type of data' },
  institution: { zh: '单位', en: 'Institution' },
  region: { zh: '地区', en: 'Region' },
  subject: { zh: '学科', en: 'Subject' },
  access: { zh: '获取方式', en: 'Access' },
  taxon: { zh: '物种', en: 'Taxon' },
  year: { zh: '年份', en: 'Year' },
  has_image: { zh: '图片', en: 'Pictures' },
  visibility: { zh: '状态', en: 'State' },
}

/** Which text of a record was hit. */
export const hitWords = {
  title: { zh: '名称', en: 'Title' },
  name: { zh: '别名', en: 'Name' },
  number: { zh: '编号', en: 'Number' },
  taxon: { zh: '学名', en: 'Scientific name' },
  keyword: { zh: '关键词', en: 'Keyword' },
  summary: { zh: '简介', en: 'Summary' },
  institution: { zh: '单位', en: 'Institution' },
  region: { zh: '地区', en: 'Region' },
} satisfies Record<string, Text>

/** Suggestions that are of no kind. */
export const otherSuggestions: Text = { zh: '词语', en: 'Words' }

/** What the results page says. */
export const resultsWords = {
  all: { zh: '全部资源', en: 'All resources' },
  allAbout: {
    zh: '全省仪器、科学数据、种质和生物样本库的目录，可按类别、单位、地区、学科筛选。',
    en: 'The province’s instruments, datasets, germplasm and sample collections. Filter by kind, institution, region and subject.',
  },
  kindAbout: (kind: Text): Text => ({
    zh: `甘肃各单位开放共享的${kind.zh}，可按单位、地区、学科和获取方式筛选。`,
    en: `${kind.en} shared by Gansu’s institutions. Filter by institution, region, subject and access.`,
  }),
  found: (q: string): Text => ({ zh: `“${q}”的搜索结果`, en: `Results for “${q}”` }),
  search: { zh: '搜索', en: 'Search' },
  results: { zh: '搜索结果', en: 'Results' },
  view: { zh: '显示方式', en: 'View' },
  cards: { zh: '卡片', en: 'Cards' },
  table: { zh: '表格', en: 'Table' },
  map: { zh: '地图', en: 'Map' },
  sort: { zh: '排序', en: 'Sort by' },
  exports: { zh: '导出', en: 'Export' },
  place: { zh: '范围', en: 'Area' },
  ofBox: { zh: '所选范围内', en: 'Within the selected area' },
  ofPolygon: { zh: '所画多边形内', en: 'Within the drawn polygon' },
  didYouMean: { zh: '您是不是要找', en: 'Did you mean' },
  also: { zh: '同时检索：', en: 'Also searched: ' },
  exactly: (q: string): Text => ({ zh: `只搜索“${q}”`, en: `Search only for “${q}”` }),
  withSynonyms: { zh: '未使用同义词。', en: 'Synonyms were left out.' },
  useSynonyms: { zh: '使用同义词', en: 'Use them' },
  apart: {
    zh: '没有资源包含连续的这些词；以下结果分别包含这些词。',
    en: 'No results contain these words as a phrase. The results below contain them separately.',
  },
  none: (q: string): Text => ({ zh: `没有找到“${q}”`, en: `Nothing found for “${q}”` }),
  noneFiltered: { zh: '没有符合全部条件的资源', en: 'No results match all filters' },
  noneFilteredHint: {
    zh: '请去掉一个筛选条件，或：',
    en: 'Remove a filter, or:',
  },
  noneHint: { zh: '建议：', en: 'Suggestions:' },
  searchAll: (q: string): Text => ({
    zh: `在全部资源中搜索“${q}”`,
    en: `Search all resources for “${q}”`,
  }),
  withoutFilters: { zh: '清除全部筛选条件', en: 'Clear all filters' },
  browse: { zh: '浏览全部资源', en: 'Browse all resources' },
  emptyTitle: { zh: '目录中还没有公开的资源', en: 'No public resources yet' },
  emptyHint: {
    zh: '资源管理员登录后可以新增并发布。',
    en: 'Curators can sign in to add and publish records.',
  },
} satisfies Words

/** What helps when nothing is found. */
export const searchTips: readonly Text[] = [
  {
    zh: '使用更短或更常用的词，例如用“苜蓿”代替“紫花苜蓿种子”',
    en: 'use a shorter or more common word, such as “alfalfa” instead of “alfalfa seed lot”',
  },
  {
    zh: '使用另一种语言或学名，例如 Medicago sativa',
    en: 'use the other language or the scientific name, such as Medicago sativa',
  },
  {
    zh: '编号中的空格不影响结果：NR 010004 与 NR010004 相同',
    en: 'spaces in numbers do not matter: NR 010004 is the same as NR010004',
  },
  { zh: '去掉引号，各词不必相邻', en: 'remove quotes, so that words need not be adjacent' },
]

export const sortWords = {
  relevance: { zh: '相关度', en: 'Relevance' },
  newest: { zh: '最新', en: 'Newest' },
  name: { zh: '名称', en: 'Name' },
} as const satisfies Record<Sort, Text>

/** What the home page says. */
export const homeWords = {
  title: {
    zh: '甘肃的科研资源，一处查找',
    en: 'Gansu’s research resources, found in one place',
  },
  lead: {
    zh: '高校、院所和医院开放共享的仪器、科学数据、种质与生物样本，以及获取方式。',
    en: 'Instruments, datasets, germplasm and samples shared by universities, institutes and hospitals, and how to get access.',
  },
  pictures: { zh: '最近上传图片的资源', en: 'Newest records with pictures' },
  newest: { zh: '最新发布', en: 'Newest' },
  all: { zh: '查看全部', en: 'View all' },
  emptyTitle: { zh: '目录中还没有公开的资源', en: 'No public resources yet' },
  emptyHint: {
    zh: '资源管理员登录后新增并发布的记录显示在这里。',
    en: 'Records that curators add and publish appear here.',
  },
  add: { zh: '新增资源', en: 'Add a record' },
} satisfies Words

/** Searches that find something in the demo. */
export const demoExamples: readonly Text[] = [
  { zh: '苜蓿', en: 'alfalfa' },
  { zh: '显微镜 周四 14-16', en: 'microscope Thu 2-4pm' },
  { zh: '祁连山', en: 'Qilian' },
  { zh: 'ZXM000123', en: 'ZXM000123' },
]

export const institutionRecordsWords = {
  records: { zh: '资源', en: 'Records' },
} satisfies Words
