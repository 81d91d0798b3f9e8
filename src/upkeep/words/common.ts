import type { Words } from '../../core/text.ts'

/** What several subjects of upkeep call alike. */
export const upkeepWords = {
  instrument: { zh: '仪器', en: 'Instrument' },
  person: { zh: '用户', en: 'Person' },
  email: { zh: '用户的邮箱', en: 'Their address' },
  validMonths: { zh: '有效月数', en: 'Months that it lasts' },
  validMonthsHint: { zh: '留空表示长期有效。', en: 'Empty: for good.' },
  noPerson: {
    zh: '没有使用这个邮箱的用户，请核对后再填。',
    en: 'Nobody here has this address: check it.',
  },
  endAfterStart: { zh: '结束时间要晚于开始时间。', en: 'The end comes after the start.' },
} satisfies Words
