import type { Text, Words } from '../../core/text.ts'

export const waitWords = {
  tooNarrow: {
    zh: '这段时间比所需的时长短，请放宽时间范围或缩短时长。',
    en: 'The time between the two moments is shorter than what is asked for: widen it, or ask for less.',
  },
  tooWide: (days: number): Text => ({
    zh: `候补的时间范围最长 ${days} 天。`,
    en: `One waits for a time within ${days} days at most.`,
  }),
  tooMany: (most: number): Text => ({
    zh: `每人在一台仪器上最多候补 ${most} 次，请先取消一项候补。`,
    en: `One person waits at most ${most} times at an instrument: leave one of the waits first.`,
  }),
  past: {
    zh: '这段时间已经过去，请选择之后的时间。',
    en: 'That time is past: choose a later one.',
  },
  noWait: {
    zh: '没有这项候补：它可能已经预约成功、取消或过期。',
    en: 'Nobody waits so: it may have been booked, left or be over.',
  },
} satisfies Words
