import type { Text, Words } from '../../../core/text.ts'

/** The calendar of many instruments, and the search for a free time among them. */
export const timelineWords = {
  title: { zh: '仪器日历', en: 'Instrument calendar' },
  lead: {
    zh: '并排查看多台仪器何时有空，再到其中一台去预约。',
    en: 'See side by side when instruments are free, then book one of them.',
  },
  filters: { zh: '筛选仪器', en: 'Narrow the instruments' },
  words: { zh: '关键词', en: 'Words' },
  category: { zh: '仪器分类', en: 'Category' },
  region: { zh: '地区', en: 'Region' },
  institution: { zh: '单位', en: 'Institution' },
  allOf: (name: Text): Text => ({ zh: `${name.zh}（全部）`, en: `${name.en} (all)` }),
  show: { zh: '查看', en: 'Show' },
  count: (count: string): Text => ({ zh: `共 ${count} 台仪器`, en: `${count} instruments` }),
  instrument: { zh: '仪器', en: 'Instrument' },
  caption: {
    zh: '每天已占用 / 开放的小时数',
    en: 'Hours taken of those open, day by day',
  },
  closed: { zh: '不开放', en: 'Closed' },
  dayLoad: (day: string, taken: string, open: string): Text => ({
    zh: `${day}：开放 ${open} 小时，已占用 ${taken} 小时`,
    en: `${day}: ${taken} of ${open} hours taken`,
  }),
  dayClosed: (day: string): Text => ({ zh: `${day}：不开放`, en: `${day}: closed` }),
  none: { zh: '没有符合条件的仪器', en: 'No instrument fits' },
  noneHint: { zh: '放宽一些条件再试。', en: 'Try with fewer filters.' },
  all: { zh: '查看全部', en: 'See all' },
  findOpening: { zh: '查找空闲时段', en: 'Find a free time' },

  openings: { zh: '空闲时段', en: 'Free times' },
  openingsLead: {
    zh: '说出需要什么仪器、多长时间，马上看到谁最早有空。',
    en: 'Say what you need and for how long, and see who is free first.',
  },
  minutes: { zh: '时长', en: 'For' },
  minutesOf: (hours: string): Text => ({
    zh: `${hours} 小时`,
    en: hours === '1' ? '1 hour' : `${hours} hours`,
  }),
  halfHour: { zh: '30 分钟', en: '30 minutes' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'Until' },
  find: { zh: '查找', en: 'Find' },
  found: (instruments: string): Text => ({
    zh: `最早有空的 ${instruments} 台仪器`,
    en: instruments === '1' ? 'The one that is free' : `The ${instruments} that are free first`,
  }),
  more: {
    zh: '还有其他仪器有空，加上筛选条件就能找到。',
    en: 'More instruments are free then: narrow the search to see them.',
  },
  nothingFree: { zh: '这段时间没有空闲', en: 'Nothing is free then' },
  nothingFreeHint: {
    zh: '换一个时间范围、缩短时长，或放宽筛选条件。',
    en: 'Try other days, a shorter time or fewer filters.',
  },
  bookAt: (title: Text, time: string): Text => ({
    zh: `${time}，预约${title.zh}`,
    en: `${time}, book ${title.en}`,
  }),
  itsCalendar: { zh: '看它的日历', en: 'Its calendar' },
} satisfies Words
