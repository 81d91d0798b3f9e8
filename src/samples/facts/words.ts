import type { Text, Words } from '../../core/text.ts'
import type { Dimension } from './model.ts'

export const factWords = {
  title: { zh: '样本统计', en: 'Sample statistics' },
  lead: {
    zh: '按性别、年龄、疾病、样本类型和年份统计。',
    en: 'Counts by sex, age, disease, sample type and year.',
  },
  rule: (smallest: number): Text => ({
    zh: `按供体人数统计，向下取整为 ${smallest} 的倍数；少于 ${smallest} 人的不公布。为保护个人隐私，个别数字会再低一档或不公布。因此每个数字均表示“至少”，不能通过相减推算更小的人数。`,
    en: `Donors are counted and rounded down to multiples of ${smallest}. Counts below ${smallest} are not shown. To protect privacy, some counts are lowered by one more step or not shown. Each number therefore means “at least”, and subtracting numbers does not identify anyone.`,
  }),
  exactRule: {
    zh: '不含人类样本，显示准确的样本数。',
    en: 'No human samples; exact sample counts are shown.',
  },
  heldOnly: {
    zh: '仅统计在库和借出的样本。',
    en: 'Only samples in store or on loan are counted.',
  },
  countedOn: (day: Text): Text => ({
    zh: `公布的数字统计于 ${day.zh}，最多每天更新一次；供体撤回同意后立即不再计入。`,
    en: `Public counts are as of ${day.en} and updated at most once a day. Donors who withdraw consent are no longer counted immediately.`,
  }),
  exactNow: { zh: '准确数字为当前值。', en: 'Exact counts are current.' },
  samples: { zh: '样本', en: 'Samples' },
  donorsAtLeast: { zh: '供体（至少）', en: 'Donors, at least' },
  samplesAtLeast: { zh: '样本（至少）', en: 'Samples, at least' },
  exactDonors: { zh: '准确供体数', en: 'Exact number of donors' },
  exactSamples: { zh: '准确样本数', en: 'Exact number of samples' },
  total: { zh: '合计', en: 'Total' },
  tooFew: { zh: '过少，不公布', en: 'too few to show' },
  tooFewInAll: { zh: '符合条件的供体过少，不公布数字', en: 'Too few donors to show counts' },
  asTable: { zh: '数据表', en: 'Data table' },
  noneShown: { zh: '没有可公布的数字', en: 'Nothing to show' },
  others: { zh: '其他：各项过少，不公布', en: 'Others: each too few to show' },
  unknown: { zh: '未记录', en: 'Not recorded' },
  filters: { zh: '筛选', en: 'Filters' },
  show: { zh: '统计', en: 'Show counts' },
  sex: { zh: '性别', en: 'Sex' },
  type: { zh: '样本类型', en: 'Sample type' },
  ageFrom: { zh: '年龄自', en: 'Age from' },
  ageTo: { zh: '年龄至', en: 'Age to' },
  yearFrom: { zh: '年份自', en: 'Year from' },
  yearTo: { zh: '年份至', en: 'Year to' },
  disease: { zh: '疾病（ICD-10）', en: 'Disease (ICD-10)' },
  diseaseHint: {
    zh: '例如 E11、E11.9、E10-E14 或 ORPHA:558。',
    en: 'For example E11, E11.9, E10-E14 or ORPHA:558.',
  },
  any: { zh: '全部', en: 'All' },
  more: { zh: '全部统计与筛选', en: 'All counts and filters' },
  ask: { zh: '申请', en: 'Request' },
  request: { zh: '按这些条件申请样本', en: 'Request samples with these criteria' },
  elsewhere: { zh: '在其他样本集中查找', en: 'Search other collections' },
  locator: { zh: '查找有合适样本的样本集', en: 'Find collections with suitable samples' },
  locatorLead: {
    zh: '按供体和样本的特征，查找公开的样本集。',
    en: 'Search public collections by characteristics of donors and samples.',
  },
  atLeast: { zh: '最少供体数', en: 'Minimum number of donors' },
  collection: { zh: '样本集', en: 'Collection' },
  institution: { zh: '单位', en: 'Institution' },
  find: { zh: '查找', en: 'Find' },
  noneFound: {
    zh: '没有样本集达到可公布的数量，请放宽条件。',
    en: 'No collection has enough to show. Widen the filters.',
  },
  facts: { zh: '统计', en: 'Counts' },
  settings: { zh: '样本设置', en: 'Sample settings' },
  smallestHint: {
    zh: '供体少于此数时不公布；5 至 1000，默认 10。',
    en: 'Counts below this number of donors are not published. 5 to 1000, default 10.',
  },
  staffOnly: {
    zh: '只有该样本集的管理人员可以查看或修改。',
    en: 'Only staff of this collection can view or change this.',
  },
  withdrawn: { zh: '该样本集已撤回。', en: 'This collection has been withdrawn.' },
  badDisease: {
    zh: '请填写 ICD-10 代码（例如 E11、E11.9）、范围（E10-E14）或 ORPHA 编号（ORPHA:558）。',
    en: 'Enter an ICD-10 code (E11, E11.9), a range (E10-E14) or an ORPHA number (ORPHA:558).',
  },
  tooManyDimensions: {
    zh: '最多按两项分组，且不能重复。',
    en: 'Group by up to two different fields.',
  },
  oneOfDiseases: {
    zh: '疾病只能按章或代码之一分组。',
    en: 'Group diseases either by chapter or by code.',
  },
} satisfies Words

export const dimensionNames: Readonly<Record<Dimension, Text>> = {
  sex: { zh: '性别', en: 'Sex' },
  ageBand: { zh: '年龄', en: 'Age' },
  type: { zh: '样本类型', en: 'Sample type' },
  chapter: { zh: '疾病（ICD-10 章）', en: 'Disease (ICD-10 chapter)' },
  disease: { zh: '疾病（ICD-10 代码）', en: 'Disease (ICD-10 code)' },
  year: { zh: '年份', en: 'Year' },
}

export const bandName = (from: number, to: number | null): Text =>
  to === null
    ? { zh: `${from} 岁及以上`, en: `${from} and older` }
    : { zh: `${from}–${to} 岁`, en: `${from} to ${to}` }
