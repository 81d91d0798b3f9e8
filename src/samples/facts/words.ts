import type { Text, Words } from '../../core/text.ts'
import type { Dimension } from './model.ts'

export const factWords = {
  title: { zh: '样本统计', en: 'Facts and figures' },
  lead: {
    zh: '按性别、年龄、疾病、样本类型和年份统计。',
    en: 'Counts by sex, age, disease, type of sample and year.',
  },
  rule: (smallest: number): Text => ({
    zh: `统计的是供体人数，向下取整为 ${smallest} 的倍数。少于 ${smallest} 人的不公布；为保护个人，个别数字会再低一档或不公布。因此每个数字都表示“至少”，相减得不出更小的数。`,
    en: `Donors are counted, rounded down to multiples of ${smallest}. Fewer than ${smallest} are not shown; to protect people, some counts go a step lower, or are not shown. So each number means “at least”, and subtracting them finds nobody.`,
  }),
  exactRule: {
    zh: '不涉及人类样本，数字为准确的样本数。',
    en: 'No human samples are concerned: samples are counted exactly.',
  },
  heldOnly: {
    zh: '只统计在库和借出的样本。',
    en: 'Only samples that are in store or on loan are counted.',
  },
  countedOn: (day: Text): Text => ({
    zh: `公布的数字统计于 ${day.zh}，最多每天更新一次；退出的供体随即不再计入。`,
    en: `Public counts are of ${day.en} and renewed once a day at most; who withdraws is not counted from then on.`,
  }),
  exactNow: { zh: '准确数字为当前值。', en: 'Exact counts are of now.' },
  samples: { zh: '样本', en: 'Samples' },
  donorsAtLeast: { zh: '供体（至少）', en: 'Donors, at least' },
  samplesAtLeast: { zh: '样本（至少）', en: 'Samples, at least' },
  exactDonors: { zh: '准确供体数', en: 'Donors exactly' },
  exactSamples: { zh: '准确样本数', en: 'Samples exactly' },
  total: { zh: '合计', en: 'In all' },
  tooFew: { zh: '过少，不公布', en: 'too few to show' },
  tooFewInAll: { zh: '符合条件的供体过少，不公布数字', en: 'Too few donors to show any count' },
  asTable: { zh: '数据表', en: 'As a table' },
  noneShown: { zh: '没有可公布的数字', en: 'Nothing to show' },
  others: { zh: '其他：每项过少，不公布', en: 'Others: each too few to show' },
  unknown: { zh: '未记录', en: 'Not recorded' },
  filters: { zh: '筛选', en: 'Filters' },
  show: { zh: '统计', en: 'Count' },
  sex: { zh: '性别', en: 'Sex' },
  type: { zh: '样本类型', en: 'Type of sample' },
  ageFrom: { zh: '年龄自', en: 'Age from' },
  ageTo: { zh: '年龄至', en: 'Age to' },
  yearFrom: { zh: '年份自', en: 'Year from' },
  yearTo: { zh: '年份至', en: 'Year to' },
  disease: { zh: '疾病（ICD-10）', en: 'Disease (ICD-10)' },
  diseaseHint: {
    zh: '如 E11、E11.9、E10-E14 或 ORPHA:558。',
    en: 'As E11, E11.9, E10-E14 or ORPHA:558.',
  },
  any: { zh: '全部', en: 'Any' },
  more: { zh: '全部统计与筛选', en: 'All counts, with filters' },
  ask: { zh: '申请', en: 'Request' },
  request: { zh: '按这些条件申请样本', en: 'Request samples like these' },
  elsewhere: { zh: '在其他样本集中查找', en: 'Look in other collections' },
  locator: { zh: '查找有合适样本的样本集', en: 'Find collections with suitable samples' },
  locatorLead: {
    zh: '按供体和样本的特征，查找公开的样本集。',
    en: 'Public collections by what their donors and samples are.',
  },
  atLeast: { zh: '至少多少名供体', en: 'At least so many donors' },
  collection: { zh: '样本集', en: 'Collection' },
  institution: { zh: '单位', en: 'Institution' },
  find: { zh: '查找', en: 'Find' },
  noneFound: {
    zh: '没有样本集达到可公布的数量。请放宽条件。',
    en: 'No collection has enough of these to show. Widen the filters.',
  },
  facts: { zh: '统计', en: 'Counts' },
  settings: { zh: '样本设置', en: 'Sample settings' },
  smallestHint: {
    zh: '供体少于此数时不公布，5 至 1000；默认 10。',
    en: 'Fewer donors than this are not shown in public; 5 to 1000, 10 where nothing is set.',
  },
  staffOnly: {
    zh: '只有该样本集的管理人员可以查看或修改。',
    en: 'Only the staff of this collection may see or change this.',
  },
  withdrawn: { zh: '该样本集已撤回。', en: 'This collection was withdrawn.' },
  badDisease: {
    zh: '请填写 ICD-10 代码（E11、E11.9）、范围（E10-E14）或 ORPHA 编号（ORPHA:558）。',
    en: 'Give a code of ICD-10 (E11, E11.9), a range (E10-E14) or a number of Orphanet (ORPHA:558).',
  },
  tooManyDimensions: {
    zh: '最多按两项分组，且不能重复。',
    en: 'Group by two at most, each once.',
  },
  oneOfDiseases: {
    zh: '疾病只能按章或按代码之一分组。',
    en: 'Group diseases by chapter or by code, not by both.',
  },
} satisfies Words

export const dimensionNames: Readonly<Record<Dimension, Text>> = {
  sex: { zh: '性别', en: 'Sex' },
  ageBand: { zh: '年龄', en: 'Age' },
  type: { zh: '样本类型', en: 'Type of sample' },
  chapter: { zh: '疾病（ICD-10 章）', en: 'Disease (chapter of ICD-10)' },
  disease: { zh: '疾病（ICD-10 代码）', en: 'Disease (code of ICD-10)' },
  year: { zh: '年份', en: 'Year' },
}

export const bandName = (from: number, to: number | null): Text =>
  to === null
    ? { zh: `${from} 岁及以上`, en: `${from} and older` }
    : { zh: `${from}–${to} 岁`, en: `${from} to ${to}` }
