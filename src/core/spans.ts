import type { z } from 'zod'
import { type Period, minuteMs } from './periods.ts'
import type { Text } from './text.ts'

/** The longest a kind of period may be, in days of 24 hours. The shortest of all is a minute. */
export const longestDays = {
  /** Also the database's (`booking_no_longer_than`): time that is taken is searched no further back. */
  booking: 92,
  training: 92,
  outage: 366,
  /** Between the two moments within which somebody waits. */
  wait: 31,
} as const

const dayMs = 1440 * minuteMs

const words = {
  ordered: { zh: '结束时间要晚于开始时间。', en: 'The end must be after the start.' },
  tooShort: { zh: '时长最短 1 分钟。', en: 'The minimum length is 1 minute.' },
  tooLong: (days: number): Text => ({
    zh: `时长最长 ${days} 天。`,
    en: `The maximum length is ${days} days.`,
  }),
}

/** What is wrong with how long a period is; undefined where it may be. */
export function objectionToSpan({ start, end }: Period, days: number): Text | undefined {
  const ms = end.epochMilliseconds - start.epochMilliseconds
  if (ms < minuteMs) return ms <= 0 && start.until(end).sign <= 0 ? words.ordered : words.tooShort
  return ms > days * dayMs ? words.tooLong(days) : undefined
}

type Times = { [Edge in keyof Period]?: Period[Edge] | undefined }

/** For `superRefine`: refuses a period that is out of order, shorter than a minute or longer than so many days. */
export const spanWithin =
  (days: number) =>
  ({ start, end }: Times, issues: z.RefinementCtx): void => {
    const text = start && end && objectionToSpan({ start, end }, days)
    if (text) issues.addIssue({ code: 'custom', path: ['end'], message: text.en, params: { text } })
  }
