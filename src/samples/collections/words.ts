import type { Text } from '../../core/text.ts'

/** What to say beside a field of a collection's form where people go wrong. */
export const hints: Readonly<Record<string, Text>> = {
  miabisId: {
    zh: '例如 bbmri-eric:ID:CN_LZU:collection:01；没有时留空。',
    en: 'As bbmri-eric:ID:CN_LZU:collection:01; empty when there is none.',
  },
  contactName: {
    zh: '对所有人公开；请填岗位或样本库名称。',
    en: 'Shown to everybody: the office or biobank rather than a person.',
  },
  contactPhone: { zh: '对所有人公开；请填办公电话。', en: 'Shown to everybody: an office number.' },
  contactEmail: { zh: '对所有人公开；请填公用邮箱。', en: 'Shown to everybody: a shared mailbox.' },
  ageLow: {
    zh: '采样时最小年龄；同时选择单位。',
    en: 'Age of the youngest donor when sampled; choose its unit too.',
  },
  ageHigh: {
    zh: '采样时最大年龄；同时选择单位。',
    en: 'Age of the oldest donor when sampled; choose its unit too.',
  },
  diseases: {
    zh: '优先使用 ICD-10 或 ORPHA 代码。',
    en: 'Codes of ICD-10 or ORPHA where there are any.',
  },
  subjectsTotal: {
    zh: '整个样本集的人数或个体数，不填任何个人信息。',
    en: 'How many people or animals in all; nothing about single ones.',
  },
  ethicsApproval: {
    zh: '人类样本必填：伦理审查批件号。',
    en: 'Needed for human samples: number of the ethics approval.',
  },
  hgrFiling: {
    zh: '人类样本必填：人类遗传资源备案或批准号。',
    en: 'Needed for human samples: number of the filing or permit for human genetic resources.',
  },
  biobankName: {
    zh: '本目录中的样本库请在样本集页面选择，样本集页面随后显示该样本库，不再显示这一组字段；这里只写不在目录中的样本库。',
    en: 'A biobank of this catalogue is chosen on the collection’s page, which then shows it in place of this group; fill these in for any other.',
  },
  publications: {
    zh: '每行一篇，尽量写 DOI。',
    en: 'One a line, with its DOI where there is one.',
  },
}
