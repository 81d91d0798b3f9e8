import type { Words } from '../../core/text.ts'

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
  noPerson: { zh: '没有这位用户。', en: 'There is no such person.' },
  noInstrument: { zh: '没有这台仪器。', en: 'There is no such instrument.' },
  noBooking: { zh: '没有这个预约。', en: 'There is no such booking.' },
  signIn: { zh: '请先登录再预约。', en: 'Sign in to book.' },
  stale: {
    zh: '这个预约刚被修改，请查看最新内容后再改。',
    en: 'This booking was changed meanwhile: look at it again, then change it.',
  },
} satisfies Words
