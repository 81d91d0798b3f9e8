import type { Text, Words } from '../../core/text.ts'

export const stageNames = {
  introduced: { zh: '引进', en: 'Introduced' },
  quarantine: { zh: '隔离检疫', en: 'Quarantine' },
  trial: { zh: '试种', en: 'Trial' },
  demonstration: { zh: '示范', en: 'Demonstration' },
} as const satisfies Record<string, Text>

export const introductionWords = {
  introduction: { zh: '引种与示范', en: 'Introduction and demonstration' },
  lead: {
    zh: '引进、隔离检疫、试种、示范推广的过程，按日期排列。',
    en: 'From introduction through quarantine and trials to demonstration, by date.',
  },
  none: { zh: '还没有引种记录。', en: 'No introduction steps yet.' },
  edit: { zh: '编辑', en: 'Edit' },
  add: { zh: '添加一步', en: 'Add a step' },
  added: { zh: '已添加。', en: 'Added.' },
  remove: { zh: '移除', en: 'Remove' },
  removed: { zh: '已移除。', en: 'Removed.' },
  dayHint: {
    zh: 'YYYYMMDD；缺的部分写 --，例如 201305--；也可写 2013-05。',
    en: 'YYYYMMDD with -- for missing parts, for example 201305--, or 2013-05.',
  },
  badDay: {
    zh: '日期至少要有年份，例如 2013、201305--、2013-05-20。',
    en: 'Enter at least a year, for example 2013, 201305-- or 2013-05-20.',
  },
  placeHint: {
    zh: '引自的国家和地点，或试种、示范的县乡。',
    en: 'Country and place of origin, or the county of the trial or demonstration.',
  },
  documentHint: {
    zh: '引种审批、检疫证书或试验报告的编号。',
    en: 'Number of the import permit, quarantine certificate or trial report.',
  },
  noStep: { zh: '记录不存在。', en: 'This step does not exist.' },
} satisfies Words
