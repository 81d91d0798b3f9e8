import type { Text, Words } from '../../core/text.ts'

/** The page of what letters one wants. */
export const noticeWords = {
  lead: {
    zh: '预约、委托等有变动时写信告诉您。不想收到的可以关掉，在这里仍能看到；登录和密码的信件总会寄出。',
    en: 'You are told by letter what happens to your bookings, orders and so on. Switch off what you do not want: it is still listed here. Letters about signing in and passwords are always sent.',
  },
  which: { zh: '写信告诉我', en: 'Write to me' },
  told: { zh: '最近的通知', en: 'What you were told lately' },
  noneUnread: { zh: '通知：没有未读', en: 'Notifications: none unread' },
  someUnread: { zh: '通知：{} 条未读', en: 'Notifications: {} unread' },
  isNew: { zh: '未读', en: 'Unread' },
  isRead: { zh: '已读', en: 'Read' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  tooManyOpen: {
    zh: '打开的页面太多，不再逐一推送新通知。请关闭一些页面，或稍后再试。',
    en: 'Too many pages wait for notices already. Close some, or try again later.',
  },
  empty: { zh: '还没有通知。', en: 'Nothing yet.' },
  subject: { zh: '通知', en: 'Notice' },
  occurredAt: { zh: '时间', en: 'When' },
  byLetter: { zh: '已写信', en: 'By letter' },
  toAddress: (email: string): Text => ({
    zh: `信件寄往 ${email}，语言按个人资料中的设置。`,
    en: `Letters go to ${email}, in the language of your profile.`,
  }),
} satisfies Words
