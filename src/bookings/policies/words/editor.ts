import type { Text, Words } from '../../../core/text.ts'

/** Rules as sentences to fill in: a name in braces is the field that stands there. */
export const ruleSentences = {
  length: {
    zh: '每次预约最短 {minMinutes}，最长 {maxMinutes}，起止时间为 {granularityMinutes} 的整数倍。',
    en: 'Bookings last from {minMinutes} to {maxMinutes}, in steps of {granularityMinutes}.',
  },
  buffers: {
    zh: '每次预约之前预留 {bufferBeforeMinutes} 准备，之后预留 {bufferAfterMinutes} 清理，均不计费。',
    en: '{bufferBeforeMinutes} are kept free before each booking for set-up and {bufferAfterMinutes} after it for clean-up; neither is charged.',
  },
  gap: {
    zh: '同一人的两次预约之间至少隔 {gapMinutes}。',
    en: 'Two bookings by the same person are at least {gapMinutes} apart.',
  },
  ahead: {
    zh: '至少提前 {leadMinutes}，最多提前 {horizonDays} 预约。',
    en: 'Book at least {leadMinutes} and at most {horizonDays} ahead.',
  },
  future: {
    zh: '每人最多有 {maxFutureCount} 次未开始的预约，合计不超过 {maxFutureMinutes}。',
    en: 'Each person may have up to {maxFutureCount} upcoming bookings, {maxFutureMinutes} in total.',
  },
  audience: { zh: '开放到{audience}。', en: 'Open to {audience}.' },
  approval: {
    zh: '超过 {approvalMinutes} 的预约须审批。',
    en: 'Bookings longer than {approvalMinutes} need approval.',
  },
  peak: {
    zh: '一次预约在高峰时段内最长 {peakMaxMinutes}。',
    en: 'A booking may take at most {peakMaxMinutes} of peak hours.',
  },
  cancel: {
    zh: '开始前 {cancelDeadlineMinutes} 内取消的，记为逾期取消，收费 {lateCancelFeeFen}；该时段被他人约满则免收。',
    en: 'Cancelling less than {cancelDeadlineMinutes} before the start counts as late and costs {lateCancelFeeFen}, waived if others book the time.',
  },
  noShow: {
    zh: '开始后 {noShowMinutes} 仍未到的，时段自动释放，收费 {noShowFeeFen}。',
    en: 'If nobody checks in within {noShowMinutes} of the start, the time is released; a no-show costs {noShowFeeFen}.',
  },
  edit: {
    zh: '开始前 {editDeadlineMinutes} 内，预约人不能再修改。',
    en: 'The person can make changes until {editDeadlineMinutes} before the start.',
  },
  billing: {
    zh: '计费依据：{billBy} 计费时长按 {billRoundMinutes} 向上取整。',
    en: 'Charging basis: {billBy} Charged time is rounded up to {billRoundMinutes}.',
  },
  quota: {
    zh: '{of}{per}最多 {max} {measure}',
    en: '{of}, {per}: at most {max} {measure}',
  },
} satisfies Words

/** Rules that are seldom used, folded away while they are empty. */
export const foldNames = {
  calendar: { zh: '不开放的日期、时区', en: 'Closed days and time zone' },
  gaps: { zh: '准备、清理与间隔', en: 'Set-up, clean-up and gaps' },
  future: { zh: '每人未开始的预约', en: 'Upcoming bookings per person' },
  ownLabs: { zh: '本课题组', en: 'Own labs' },
  audiences: { zh: '按用户类别审批', en: 'Approval by user group' },
  peak: { zh: '高峰时段', en: 'Peak hours' },
  billing: { zh: '修改截止与计费方式', en: 'Change deadline and charging' },
} satisfies Words

/** What can be meant and hardly is: said beside the field, refused nowhere. */
export const doubtWords = {
  longerThanOpen: (open: Text): Text => ({
    zh: `每段开放时间最长 ${open.zh}，更长的预约不可能。`,
    en: `No opening period is longer than ${open.en}, so longer bookings are not possible.`,
  }),
  neverReached: (longest: Text): Text => ({
    zh: `预约最长 ${longest.zh}，此处的限制不会起作用。`,
    en: `Bookings last at most ${longest.en}, so this limit never applies.`,
  }),
  noDeadline: {
    zh: '未填写取消期限，不会收取此费用。',
    en: 'There is no cancellation deadline, so this fee is never charged.',
  },
  noRelease: {
    zh: '未填写多久未到即释放，不会收取此费用。',
    en: 'No-shows are not released, so this fee is never charged.',
  },
  releasedLate: (shortest: Text): Text => ({
    zh: `最短的预约（${shortest.zh}）在释放之前就已结束。`,
    en: `The shortest booking (${shortest.en}) ends before it would be released.`,
  }),
  noPeak: {
    zh: '未设高峰时段，此配额不会起作用。',
    en: 'There are no peak hours, so this quota never applies.',
  },
} as const
