import type { Text, Words } from '../../core/text.ts'

export const consentWords = {
  consents: { zh: '知情同意', en: 'Consents' },
  none: {
    zh: '还没有登记知情同意：不能为任何申请挑选这位供体的样本。',
    en: 'No consent is recorded: no sample of this donor is picked for a request.',
  },
  add: { zh: '登记知情同意', en: 'Add a consent' },
  added: { zh: '知情同意已登记', en: 'The consent was added' },
  end: { zh: '终止', en: 'End' },
  endOf: (form: string): Text => ({ zh: `终止 ${form}`, en: `End ${form}` }),
  endAbout: {
    zh: '终止后这份同意不再允许任何使用，不能恢复；供体退出整个研究请用“登记退出”。',
    en: 'An ended consent allows nothing any more, and this cannot be undone. Where a donor leaves altogether, record a withdrawal.',
  },
  ended: { zh: '知情同意已终止', en: 'The consent has ended' },
  formHint: {
    zh: '签署的文本和版本，例如 ICF 2.1。',
    en: 'What was signed and its version, such as ICF 2.1.',
  },
  usesHint: {
    zh: '同意的研究目的和其他使用；没有选的都不允许。',
    en: 'The purposes and further uses agreed to; what is not chosen is not allowed.',
  },
  diseasesHint: {
    zh: '选了“特定疾病研究”时填写 ICD-10 或 ORPHA 代码；上位代码包括下位代码。',
    en: 'For research on named diseases: codes of ICD-10 or ORPHA; each stands for what begins with it.',
  },
  diseaseNeeded: {
    zh: '选择“特定疾病研究”时须填写疾病代码，否则留空。',
    en: 'Codes are needed for research on named diseases, and for nothing else.',
  },
  purposeNeeded: { zh: '请至少选择一项研究目的。', en: 'Choose a purpose at least.' },
  inOrder: { zh: '截止日期不能早于签署日期。', en: 'The last day is not before the first.' },
  noConsent: { zh: '没有这份知情同意。', en: 'There is no such consent.' },
  state: { zh: '状态', en: 'State' },
} satisfies Words

export const consentStateNames = {
  holds: { tone: 'good', text: { zh: '有效', en: 'Holds' } },
  over: { tone: 'calm', text: { zh: '已过期', en: 'Expired' } },
  ended: { tone: 'calm', text: { zh: '已终止', en: 'Ended' } },
} as const
