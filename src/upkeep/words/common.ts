import type { Words } from '../../core/text.ts'

/** What several subjects of upkeep call alike. */
export const upkeepWords = {
  instrument: { zh: '仪器', en: 'Instrument' },
  person: { zh: '用户', en: 'Person' },
  email: { zh: '用户的邮箱', en: 'Email address' },
  validMonths: { zh: '有效期（月）', en: 'Valid for (months)' },
  validMonthsHint: { zh: '留空表示长期有效。', en: 'Leave empty for no expiry.' },
  noPerson: {
    zh: '没有使用这个邮箱的用户，请核对后重新填写。',
    en: 'No user has this email address. Check it.',
  },
  endAfterStart: { zh: '结束时间要晚于开始时间。', en: 'The end must be after the start.' },
} satisfies Words
