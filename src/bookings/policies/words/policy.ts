import type { Words } from '../../../core/text.ts'

export const policyWords = {
  badClock: {
    zh: '应为 00:00 到 24:00 之间的时刻，例如 08:00。',
    en: 'A time of day from 00:00 to 24:00, such as 08:00.',
  },
  badDay: { zh: '应为日期，例如 2026-10-01。', en: 'A day, such as 2026-10-01.' },
  hoursInOrder: {
    zh: '结束时刻要晚于开始时刻；跨午夜的开放时间请分成两段。',
    en: 'The end comes after the start; hours over midnight are written as two spans.',
  },
  closureInOrder: {
    zh: '最后一天不能早于第一天。',
    en: 'The last day does not come before the first.',
  },
} satisfies Words
