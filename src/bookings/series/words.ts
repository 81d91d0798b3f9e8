import type { Text, Words } from '../../core/text.ts'

export const recurrenceWords = {
  unreadable: {
    zh: '重复规则应为 RFC 5545 的 RRULE，例如 FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10。',
    en: 'Enter the recurrence as an RFC 5545 RRULE, such as FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10.',
  },
  outOfRange: (part: string, most: number): Text => ({
    zh: `重复规则中的 ${part} 应为 1 至 ${most} 的整数。`,
    en: `${part} in the recurrence rule must be a whole number from 1 to ${most}.`,
  }),
  frequency: {
    zh: '重复的频率应为每天、每周、每月或每年。',
    en: 'The frequency must be daily, weekly, monthly or yearly.',
  },
} satisfies Words
