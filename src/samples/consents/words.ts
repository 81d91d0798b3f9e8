import type { Text, Words } from '../../core/text.ts'

export const consentWords = {
  consents: { zh: '知情同意', en: 'Consent' },
  none: {
    zh: '尚未登记知情同意，不能为申请选择该供体的样本。',
    en: 'No consent recorded. Samples of this donor cannot be selected for requests.',
  },
  add: { zh: '登记知情同意', en: 'Add consent' },
  added: { zh: '知情同意已登记', en: 'Consent added' },
  end: { zh: '终止', en: 'End' },
  endOf: (form: string): Text => ({ zh: `终止 ${form}`, en: `End ${form}` }),
  endAbout: {
    zh: '终止后，这份同意不再允许任何使用，且不能恢复。供体撤回全部同意时，请使用“登记撤回同意”。',
    en: 'An ended consent permits no further use. This cannot be undone. If the donor withdraws from the study altogether, record a withdrawal instead.',
  },
  ended: { zh: '知情同意已终止', en: 'Consent ended' },
  formHint: {
    zh: '签署的文本及版本，例如 ICF 2.1。',
    en: 'Name and version of the signed form, for example ICF 2.1.',
  },
  usesHint: {
    zh: '同意的研究目的和其他使用；未选择的均不允许。',
    en: 'Research purposes and further uses agreed to. Anything not selected is not permitted.',
  },
  diseasesHint: {
    zh: '选择“特定疾病研究”时填写 ICD-10 或 ORPHA 代码；上位代码包含下位代码。',
    en: 'For research on specific diseases: ICD-10 or ORPHA codes. A code includes its subcodes.',
  },
  diseaseNeeded: {
    zh: '选择“特定疾病研究”时须填写疾病代码，否则留空。',
    en: 'Enter disease codes only for research on specific diseases.',
  },
  purposeNeeded: { zh: '请至少选择一项研究目的。', en: 'Select at least one research purpose.' },
  inOrder: {
    zh: '截止日期不能早于签署日期。',
    en: 'The end date cannot be before the signing date.',
  },
  noConsent: { zh: '该知情同意不存在。', en: 'This consent does not exist.' },
  state: { zh: '状态', en: 'State' },
} satisfies Words

export const consentStateNames = {
  holds: { tone: 'good', text: { zh: '有效', en: 'Valid' } },
  over: { tone: 'calm', text: { zh: '已过期', en: 'Expired' } },
  ended: { tone: 'calm', text: { zh: '已终止', en: 'Ended' } },
} as const
