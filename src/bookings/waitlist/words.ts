import type { Text, Words } from '../../core/text.ts'

export const waitWords = {
  tooNarrow: {
    zh: '这段时间比所需的时长短，请放宽时间范围或缩短时长。',
    en: 'This period is shorter than the time you need. Choose a longer period or a shorter duration.',
  },
  tooWide: (days: number): Text => ({
    zh: `候补的时间范围最长 ${days} 天。`,
    en: `A waiting-list period can be at most ${days} days.`,
  }),
  tooMany: (most: number): Text => ({
    zh: `每人在一台仪器上最多候补 ${most} 项，请先退出一项。`,
    en: `At most ${most} waiting-list entries per person and instrument. Leave one first.`,
  }),
  past: {
    zh: '这段时间已经过去，请选择之后的时间。',
    en: 'This time has passed. Choose a later one.',
  },
  noWait: {
    zh: '该候补不存在，可能已经预约成功、退出或过期。',
    en: 'This waiting-list entry does not exist. It may have been booked, cancelled or have expired.',
  },
} satisfies Words
