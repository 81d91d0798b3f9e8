import type { Words } from '../../core/text.ts'

export const resourceWords = {
  all: { zh: '研究资源', en: 'Research resources' },
  resource: { zh: '研究资源', en: 'Research resource' },
  lead: {
    zh: '在同一研究中一起使用或分析的样本和数据，可来自多个样本集和样本库。',
    en: 'Samples and data that were used together in research, of one or several collections and biobanks.',
  },
  none: { zh: '没有符合条件的研究资源', en: 'No research resource matches' },
  add: { zh: '新增研究资源', en: 'Add a research resource' },
  added: {
    zh: '研究资源已建立，请添加样本集',
    en: 'Research resource added; now add its collections',
  },
  edit: { zh: '编辑研究资源', en: 'Edit the research resource' },
  missing: { zh: '没有这个研究资源。', en: 'There is no such research resource.' },
  noCollection: {
    zh: '没有这个样本集，请重新查找。',
    en: 'There is no such collection: search again.',
  },
  collectionTwice: { zh: '已有这个样本集。', en: 'It has this collection already.' },
  institution: { zh: '维护单位', en: 'Kept by' },
  sex: { zh: '性别', en: 'Sex' },
  ageLow: { zh: '最小年龄', en: 'Lowest age' },
  ageLowUnit: { zh: '最小年龄单位', en: 'Unit of the lowest age' },
  ageHigh: { zh: '最大年龄', en: 'Highest age' },
  ageHighUnit: { zh: '最大年龄单位', en: 'Unit of the highest age' },
  ages: { zh: '年龄', en: 'Ages' },
  ageHint: { zh: '采样时的年龄；同时选择单位。', en: 'When sampled; choose its unit too.' },
  ageWithUnit: { zh: '填写年龄时请同时选择单位。', en: 'An age has a unit: choose it.' },
  datasetTypes: { zh: '数据类型', en: 'Types of data' },
  diseases: { zh: '疾病', en: 'Diseases' },
  diseasesHint: {
    zh: 'ICD-10 或 ORPHA 代码，每行一个，例如 E11.9 或 ORPHA:558。',
    en: 'Codes of ICD-10 or ORPHA, one a line, as E11.9 or ORPHA:558.',
  },
  badDisease: {
    zh: '请填写 ICD-10 或 ORPHA 代码，每行一个，例如 E11.9 或 ORPHA:558。',
    en: 'Give codes of ICD-10 or ORPHA, one a line, as E11.9 or ORPHA:558.',
  },
  setting: { zh: '采集场景', en: 'Setting' },
  useConditions: { zh: '使用条件', en: 'Use and access conditions' },
  status: { zh: '状态', en: 'Status' },
  subjectsTotal: { zh: '对象总数', en: 'Subjects in all' },
  subjectsHint: {
    zh: '整个研究资源的人数或个体数，不填任何个人信息。',
    en: 'How many people or animals in all; nothing about single ones.',
  },
  inclusionCriteria: { zh: '纳入标准', en: 'Inclusion criteria' },
  publications: { zh: '主要论著', en: 'Key publications' },
  publicationsHint: {
    zh: '每行一篇，尽量写 DOI。',
    en: 'One a line, with its DOI where there is one.',
  },
  collectionCount: { zh: '样本集数', en: 'Collections' },
  addCollection: { zh: '添加样本集', en: 'Add collections' },
  about: { zh: '研究资源介绍', en: 'About the research resource' },
} satisfies Words
