import type { Text, Words } from '../../core/text.ts'

export const reminderWords = {
  dueOn: (day: Text): Text => ({ zh: `将于 ${day.zh}到期`, en: `is due on ${day.en}` }),
  overdueSince: (day: Text): Text => ({
    zh: `已于 ${day.zh}到期`,
    en: `has been due since ${day.en}`,
  }),
  overByHours: (hours: number): Text => ({
    zh: `已使用 ${hours} 小时，到了该做的时候`,
    en: `is due: the instrument was used for ${hours} h`,
  }),
} satisfies Words
