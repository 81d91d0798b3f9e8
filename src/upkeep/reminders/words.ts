import type { Text, Words } from '../../core/text.ts'

export const reminderWords = {
  dueOn: (day: Text): Text => ({ zh: `将于 ${day.zh}到期`, en: `is due on ${day.en}` }),
  overdueSince: (day: Text): Text => ({
    zh: `已于 ${day.zh}到期`,
    en: `has been overdue since ${day.en}`,
  }),
  overByHours: (hours: number): Text => ({
    zh: `已使用 ${hours} 小时，已到期`,
    en: `is due after ${hours} h of use`,
  }),
} satisfies Words
