import type { Text, Words } from '../../core/text.ts'

/** What calendars say, of feeds and in letters. */
export const calendarWords = {
  noCalendar: {
    zh: '这个日历地址无效，或已被撤销。',
    en: 'This calendar address is invalid or was revoked.',
  },
  booked: { zh: '已预约', en: 'Booked' },
  outage: (reason: Text): Text => ({
    zh: `停机（${reason.zh}）`,
    en: `Out of service (${reason.en})`,
  }),
  purpose: { zh: '用途', en: 'Purpose' },
  person: { zh: '使用人', en: 'Person' },
  lab: { zh: '课题组', en: 'Lab' },
  by: (what: Text, who: string): Text => ({
    zh: `${what.zh} · ${who}`,
    en: `${what.en} · ${who}`,
  }),
} satisfies Words
