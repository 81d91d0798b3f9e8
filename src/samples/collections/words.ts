import type { Text } from '../../core/text.ts'

/** What to say beside a field of a collection's form where people go wrong. */
export const hints: Readonly<Record<string, Text>> = {
  miabisId: {
    zh: '例如 bbmri-eric:ID:CN_LZU:collection:01；没有则留空。',
    en: 'For example bbmri-eric:ID:CN_LZU:collection:01. Leave empty if there is none.',
  },
  contactName: {
    zh: '公开显示；请填写岗位或样本库名称，不填个人姓名。',
    en: 'Shown publicly. Enter an office or biobank, not a person.',
  },
  contactPhone: { zh: '公开显示；请填写办公电话。', en: 'Shown publicly. Enter an office number.' },
  contactEmail: { zh: '公开显示；请填写公用邮箱。', en: 'Shown publicly. Enter a shared mailbox.' },
  ageLow: {
    zh: '采样时最小年龄；同时选择单位。',
    en: 'Age of the youngest donor at collection. Choose the unit as well.',
  },
  ageHigh: {
    zh: '采样时最大年龄；同时选择单位。',
    en: 'Age of the oldest donor at collection. Choose the unit as well.',
  },
  diseases: {
    zh: '优先使用 ICD-10 或 ORPHA 代码。',
    en: 'Use ICD-10 or ORPHA codes where possible.',
  },
  subjectsTotal: {
    zh: '整个样本集的人数或个体数；不要填写个人信息。',
    en: 'Total number of people or animals. No personal information.',
  },
  ethicsApproval: {
    zh: '人类样本必填：伦理审批号。',
    en: 'Required for human samples: ethics approval number.',
  },
  hgrFiling: {
    zh: '人类样本必填：人类遗传资源备案或批准号。',
    en: 'Required for human samples: filing or approval number for human genetic resources.',
  },
  biobankName: {
    zh: '样本库在本目录中的，请在样本集页面选择；样本集页面将显示该样本库，不再显示这组字段。仅在样本库不在目录中时填写。',
    en: 'If the biobank is in this catalogue, choose it on the collection’s page, which then shows the biobank instead of these fields. Fill these in only for other biobanks.',
  },
  publications: {
    zh: '每行一篇，尽量提供 DOI。',
    en: 'One per line, with the DOI if available.',
  },
}
