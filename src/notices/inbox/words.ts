import type { Text, Words } from '../../core/text.ts'
import type { NoticeKind } from './model.ts'

/** What each kind of letter is called, and says when it comes. */
export const noticeNames = {
  pending: { zh: '预约已提交', en: 'Booking waits for approval' },
  confirmed: { zh: '预约已确认', en: 'Booking confirmed' },
  changed: { zh: '预约已改动', en: 'Booking changed' },
  cancelled: { zh: '预约已取消', en: 'Booking cancelled' },
  declined: { zh: '预约未获批准', en: 'Booking declined' },
  displaced: { zh: '仪器停机，预约已取消', en: 'Out of service: booking cancelled' },
  promoted: { zh: '候补成功', en: 'Booked from the waiting list' },
  missed: { zh: '未到，时间已让出', en: 'Booking missed' },
  reminder: { zh: '预约提醒', en: 'Your booking is near' },
  approval_asked: { zh: '有预约待您审核', en: 'A booking waits for your approval' },
} as const satisfies Record<NoticeKind, Text>

export const noticeHints = {
  pending: { zh: '需要审核的预约提交之后', en: 'When a booking needs approval, once it is made' },
  confirmed: { zh: '预约成功，或审核通过', en: 'When it is booked, or approved' },
  changed: { zh: '时间或内容改动之后', en: 'When its time or what it is for changes' },
  cancelled: { zh: '您或管理人员取消之后', en: 'When you or the staff cancel it' },
  declined: { zh: '审核未通过，附说明', en: 'When staff say no, with their note' },
  displaced: {
    zh: '因停机取消时，附其他空闲时间',
    en: 'When an outage takes its time, with other free times',
  },
  promoted: {
    zh: '您候补的时间空出来，已为您预约',
    en: 'When time that you waited for is booked for you',
  },
  missed: { zh: '到时没有开始使用', en: 'When its use did not begin in time' },
  reminder: { zh: '开始前一天', en: 'A day before it begins' },
  approval_asked: {
    zh: '您负责审核的仪器有新的预约',
    en: 'When somebody books an instrument that you decide about',
  },
} as const satisfies Record<NoticeKind, Text>

/** The page of what letters one wants. */
export const noticeWords = {
  lead: {
    zh: '预约有变动时写信告诉您。不想收到的可以关掉；预约本身不受影响。',
    en: 'You are told by letter what happens to your bookings. Switch off what you do not want; the bookings stay as they are.',
  },
  which: { zh: '写信告诉我', en: 'Write to me' },
  told: { zh: '最近的通知', en: 'What you were told lately' },
  toldNone: { zh: '还没有通知。', en: 'Nothing yet.' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
  toAddress: (email: string): Text => ({
    zh: `信件寄往 ${email}，语言按个人资料中的设置。`,
    en: `Letters go to ${email}, in the language of your profile.`,
  }),
} satisfies Words
