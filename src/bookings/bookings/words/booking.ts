import type { Text, Words } from '../../../core/text.ts'
import type { BookingState } from '../model.ts'

export const bookingWords = {
  endAfterStart: {
    zh: '结束时间要晚于开始时间。',
    en: 'The end comes after the start.',
  },
  noLab: {
    zh: '没有这个课题组，请从列表中选择。',
    en: 'There is no such lab: choose one of the list.',
  },
  notYourLab: {
    zh: '预约人不属于这个课题组，请选择其所在的课题组。',
    en: 'The person booked for does not belong to this lab: choose one of theirs.',
  },
  notForOthers: {
    zh: '只有仪器的管理人员和课题组负责人可以替他人预约；课题组负责人须以本组名义预约。',
    en: 'Only staff of the instrument, and a PI in the name of the lab, book for others.',
  },
  notYours: {
    zh: '只有预约人、课题组负责人和仪器的管理人员可以这样做。',
    en: 'Only the person who booked, the PI of the lab and staff of the instrument may do this.',
  },
  overrideNotAllowed: {
    zh: '只有仪器的管理人员可以不受规则限制地预约。',
    en: 'Only staff of the instrument set a rule aside.',
  },
  datesRefused: (count: number): Text => ({
    zh: `有 ${count} 个日期不能预约，请修改重复规则，或选择跳过这些日期。`,
    en: `${count} of the dates cannot be booked: change the rule, or skip them.`,
  }),
  groupRefused: (count: number): Text => ({
    zh: `有 ${count} 台仪器不能在这段时间预约，因此一台也没有预约。`,
    en: `${count} of the instruments cannot be booked for this time, so none was booked.`,
  }),
  tooManyDates: (most: number): Text => ({
    zh: `一条重复规则最多 ${most} 个日期，请写明次数或截止日期。`,
    en: `A rule has at most ${most} dates: give it a count or an end.`,
  }),
  tooFar: (years: number): Text => ({
    zh: `一条重复规则的日期最多延续 ${years} 年，请减少次数或间隔。`,
    en: `The dates of a rule go on for ${years} years at most: give it a smaller count or interval.`,
  }),
  noDates: {
    zh: '这条重复规则没有任何日期。',
    en: 'This rule of recurrence has no dates.',
  },
  wrongState: (state: Text): Text => ({
    zh: `这个预约${state.zh}，不能再这样处理。`,
    en: `This booking is ${state.en}: this cannot be done with it any more.`,
  }),
  reasonNeeded: {
    zh: '取消他人的预约要写明原因，对方会收到。',
    en: 'Cancelling somebody else’s booking needs a reason; they will read it.',
  },
  startFixed: {
    zh: '已经开始使用，只能改动结束时间。',
    en: 'Use has begun: only the end can still be moved.',
  },
  stalePolicy: {
    zh: '规则刚被他人修改，请查看最新版本后再改。',
    en: 'The rules were changed meanwhile: look at the newest version, then change it.',
  },
  windowTooLong: {
    zh: '一次最多查看 92 天。',
    en: 'At most 92 days are looked at in one go.',
  },
  noHold: { zh: '没有这个占位，可能已经释放。', en: 'There is no such hold; it may have let go.' },
  unknownLab: {
    zh: '没有这个课题组：所属课题组须为已有的课题组。',
    en: 'There is no such lab: own labs are labs that exist.',
  },
  noPerson: { zh: '没有这位用户。', en: 'There is no such person.' },
  noBooking: { zh: '没有这个预约。', en: 'There is no such booking.' },
  stale: {
    zh: '这个预约刚被修改，请查看最新内容后再改。',
    en: 'This booking was changed meanwhile: look at it again, then change it.',
  },
} satisfies Words

/** `预约待审核`: what a state is called. */
export const stateNames = {
  pending: { zh: '待审核', en: 'waiting for approval' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  in_use: { zh: '使用中', en: 'in use' },
  finished: { zh: '已结束', en: 'finished' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  missed: { zh: '已错过', en: 'missed' },
} as const satisfies Record<BookingState, Text>
