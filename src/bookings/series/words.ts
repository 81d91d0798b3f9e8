import type { Words } from '../../core/text.ts'

export const recurrenceWords = {
  unreadable: {
    zh: '重复规则应为 RFC 5545 的 RRULE，例如 FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10。',
    en: 'A rule of recurrence is an RRULE of RFC 5545, such as FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10.',
  },
  frequency: {
    zh: '重复的频率应为每天、每周、每月或每年。',
    en: 'It recurs daily, weekly, monthly or yearly.',
  },
} satisfies Words
