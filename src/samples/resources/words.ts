import type { Words } from '../../core/text.ts'

export const resourceWords = {
  all: { zh: '研究资源', en: 'Research resources' },
  resource: { zh: '研究资源', en: 'Research resource' },
  lead: {
    zh: '在同一研究中一起使用或分析的样本和数据，可来自多个样本集和样本库。',
    en: 'Samples and data used or analysed together in research, from one or more collections and biobanks.',
  },
  none: { zh: '没有符合条件的研究资源', en: 'No matching research resources' },
  add: { zh: '新增研究资源', en: 'Add research resource' },
  added: {
    zh: '研究资源已建立，请添加样本集',
    en: 'Research resource added. Add its collections next',
  },
  edit: { zh: '编辑研究资源', en: 'Edit research resource' },
  missing: { zh: '该研究资源不存在。', en: 'This research resource does not exist.' },
  noCollection: {
    zh: '该样本集不存在，请重新查找。',
    en: 'This collection does not exist. Search again.',
  },
  collectionTwice: { zh: '已包含该样本集。', en: 'This collection has already been added.' },
  institution: { zh: '维护单位', en: 'Maintained by' },
  sex: { zh: '性别', en: 'Sex' },
  ageLow: { zh: '最小年龄', en: 'Minimum age' },
  ageLowUnit: { zh: '最小年龄单位', en: 'Minimum age unit' },
  ageHigh: { zh: '最大年龄', en: 'Maximum age' },
  ageHighUnit: { zh: '最大年龄单位', en: 'Maximum age unit' },
  ages: { zh: '年龄', en: 'Ages' },
  ageHint: {
    zh: '采样时的年龄；同时选择单位。',
    en: 'Age at collection. Choose the unit as well.',
  },
  ageWithUnit: { zh: '填写年龄时请同时选择单位。', en: 'Choose a unit for the age.' },
  datasetTypes: { zh: '数据类型', en: 'Data types' },
  diseases: { zh: '疾病', en: 'Diseases' },
  diseasesHint: {
    zh: 'ICD-10 或 ORPHA 代码，每行一个，例如 E11.9 或 ORPHA:558。',
    en: 'ICD-10 or ORPHA codes, one per line, for example E11.9 or ORPHA:558.',
  },
  badDisease: {
    zh: '请填写 ICD-10 或 ORPHA 代码，每行一个，例如 E11.9 或 ORPHA:558。',
    en: 'Enter ICD-10 or ORPHA codes, one per line, for example E11.9 or ORPHA:558.',
  },
  setting: { zh: '采集场景', en: 'Setting' },
  useConditions: { zh: '使用条件', en: 'Use and access conditions' },
  status: { zh: '状态', en: 'Status' },
  subjectsTotal: { zh: '对象总数', en: 'Total subjects' },
  subjectsHint: {
    zh: '整个研究资源的人数或个体数；不要填写个人信息。',
    en: 'Total number of people or animals. No personal information.',
  },
  inclusionCriteria: { zh: '纳入标准', en: 'Inclusion criteria' },
  publications: { zh: '主要论著', en: 'Key publications' },
  publicationsHint: {
    zh: '每行一篇，尽量提供 DOI。',
    en: 'One per line, with the DOI if available.',
  },
  collectionCount: { zh: '样本集数', en: 'Collections' },
  addCollection: { zh: '添加样本集', en: 'Add collections' },
  about: { zh: '研究资源介绍', en: 'About the research resource' },
} satisfies Words
