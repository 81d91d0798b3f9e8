import type { Text, Words } from '../../../core/text.ts'
import type { BookingState } from '../model.ts'

export const bookingWords = {
  endAfterStart: {
    zh: '结束时间要晚于开始时间。',
    en: 'The end must be after the start.',
  },
  noLab: {
    zh: '该课题组不存在，请从列表中选择。',
    en: 'This lab does not exist. Choose one from the list.',
  },
  notYourLab: {
    zh: '预约人不属于这个课题组，请选择其所在的课题组。',
    en: 'The person the booking is for is not a member of this lab. Choose one of their labs.',
  },
  notForOthers: {
    zh: '只有仪器的管理人员和课题组负责人可以替他人预约；课题组负责人须以本组名义预约。',
    en: 'Only the instrument’s staff, and a PI on behalf of the lab, can book for other people.',
  },
  notYours: {
    zh: '只有预约人、课题组负责人和仪器的管理人员可以执行此操作。',
    en: 'Only the person the booking is for, the lab’s PI and the instrument’s staff can do this.',
  },
  overrideNotAllowed: {
    zh: '只有仪器的管理人员可以不受规则限制地预约。',
    en: 'Only the instrument’s staff can override booking rules.',
  },
  datesRefused: (count: number): Text => ({
    zh: `有 ${count} 个日期不能预约，请修改重复规则，或选择跳过这些日期。`,
    en: `${count} of the dates cannot be booked. Change the recurrence or skip these dates.`,
  }),
  groupRefused: (count: number): Text => ({
    zh: `有 ${count} 台仪器不能在这段时间预约，因此全部未预约。`,
    en: `${count} of the instruments cannot be booked for this time, so none were booked.`,
  }),
  tooManyDates: (most: number): Text => ({
    zh: `一条重复规则最多 ${most} 个日期，请写明次数或截止日期。`,
    en: `A recurring booking can have at most ${most} dates. Set a number of times or an end date.`,
  }),
  tooFar: (years: number): Text => ({
    zh: `一条重复规则的日期最多延续 ${years} 年，请减少次数或间隔。`,
    en: `A recurring booking can span at most ${years} years. Reduce the number of times or the interval.`,
  }),
  noDates: {
    zh: '这条重复规则没有任何日期。',
    en: 'This recurrence rule produces no dates.',
  },
  wrongState: (state: Text): Text => ({
    zh: `这个预约的状态是“${state.zh}”，不能执行此操作。`,
    en: `This is not possible because the booking is ${state.en}.`,
  }),
  reasonNeeded: {
    zh: '取消他人的预约须写明原因，原因会发送给对方。',
    en: 'Enter a reason for cancelling another person’s booking. It is sent to them.',
  },
  tooLateToUndo: {
    zh: '审批结果已经通知预约人，不能再撤销。',
    en: 'The person has been notified of this decision, so it can no longer be undone.',
  },
  startFixed: {
    zh: '已经开始使用，只能修改结束时间。',
    en: 'Use has started. Only the end time can be changed.',
  },
  stalePolicy: {
    zh: '规则已被他人修改，请查看最新版本后再修改。',
    en: 'The rules were changed by someone else. Review the latest version before saving.',
  },
  windowTooLong: {
    zh: '一次最多查看 92 天。',
    en: 'At most 92 days can be shown at once.',
  },
  noHold: {
    zh: '该临时占位不存在，可能已经释放。',
    en: 'This hold does not exist or has expired.',
  },
  unknownLab: {
    zh: '该课题组不存在，请填写已有的课题组。',
    en: 'This lab does not exist. Enter existing labs as own labs.',
  },
  noPerson: { zh: '该用户不存在。', en: 'This person does not exist.' },
  noBooking: { zh: '该预约不存在。', en: 'This booking does not exist.' },
  stale: {
    zh: '这个预约已被他人修改，请查看最新内容后再修改。',
    en: 'This booking was changed by someone else. Review the latest version before saving.',
  },
} satisfies Words

/** `预约待审核`: what a state is called. */
export const stateNames = {
  pending: { zh: '待审批', en: 'waiting for approval' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  in_use: { zh: '使用中', en: 'in use' },
  finished: { zh: '已结束', en: 'finished' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  missed: { zh: '未到', en: 'a no-show' },
} as const satisfies Record<BookingState, Text>
