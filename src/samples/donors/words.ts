import type { Text, Words } from '../../core/text.ts'

export const donorWords = {
  donorsOf: (title: Text): Text => ({ zh: `${title.zh}的供体`, en: `Donors of ${title.en}` }),
  donors: { zh: '供体', en: 'Donors' },
  donorOf: (code: string): Text => ({ zh: `供体 ${code}`, en: `Donor ${code}` }),
  lead: {
    zh: '供体仅用编号表示：不登记姓名、证件号、电话、邮箱和出生日期。',
    en: 'Donors are identified by codes only. Do not record names, document numbers, telephone numbers, email addresses or dates of birth.',
  },
  none: { zh: '没有符合条件的供体。', en: 'No matching donors.' },
  add: { zh: '登记供体', en: 'Add donor' },
  edit: { zh: '修改供体资料', en: 'Edit donor' },
  added: (code: string): Text => ({ zh: `供体 ${code} 已登记`, en: `Donor ${code} added` }),
  codeHint: {
    zh: '在本样本集内唯一；须含数字，不得使用姓名、拼音或病历号。',
    en: 'Unique in the collection. Must contain a digit; no names or patient numbers.',
  },
  diagnosesHint: {
    zh: 'ICD-10 或 ORPHA 代码，用逗号分隔，例如 E11.9, ORPHA:558。',
    en: 'ICD-10 or ORPHA codes separated by commas, for example E11.9, ORPHA:558.',
  },
  samples: { zh: '样本', en: 'Samples' },
  noSamples: { zh: '该供体还没有样本。', en: 'No samples of this donor yet.' },
  withdrawn: { zh: '已撤回同意', en: 'Consent withdrawn' },
  withdrawal: { zh: '登记撤回同意', en: 'Record withdrawal' },
  noDonor: { zh: '该供体不存在。', en: 'This donor does not exist.' },
  hasWithdrawn: {
    zh: '该供体已撤回同意，不能再登记或修改。',
    en: 'This donor withdrew consent. Nothing can be added or changed.',
  },
  codeTaken: {
    zh: '本样本集已有该编号的供体，请更换编号。',
    en: 'The collection already has a donor with this code. Choose another.',
  },
  notOfPeople: {
    zh: '供体仅用于人类样本；动物和环境样本请登记来源。',
    en: 'Donors are for human samples only. For animal and environmental samples, add a source.',
  },
} satisfies Words
