import type { Text, Words } from '../../core/text.ts'

/** The page of what letters one wants. */
export const noticeWords = {
  lead: {
    zh: '预约、委托等有变动时，系统会发邮件通知您。不需要的邮件可以关闭，通知仍显示在这里；登录和密码邮件始终发送。',
    en: 'You are notified by email about changes to your bookings, orders and other items. Emails you turn off are still listed here. Emails about signing in and passwords are always sent.',
  },
  which: { zh: '电子邮件通知', en: 'Email notifications' },
  told: { zh: '通知', en: 'Recent' },
  noneUnread: { zh: '通知：没有未读', en: 'Notifications: none unread' },
  someUnread: { zh: '通知：{} 条未读', en: 'Notifications: {} unread' },
  isNew: { zh: '未读', en: 'Unread' },
  isRead: { zh: '已读', en: 'Read' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  tooManyOpen: {
    zh: '打开的页面过多，无法实时接收新通知。请关闭部分页面，或稍后再试。',
    en: 'Too many open pages are receiving notifications. Close some, or try again later.',
  },
  empty: { zh: '还没有通知。', en: 'No notifications yet.' },
  subject: { zh: '通知', en: 'Notification' },
  occurredAt: { zh: '时间', en: 'When' },
  byLetter: { zh: '已发邮件', en: 'Emailed' },
  toAddress: (email: string): Text => ({
    zh: `邮件发送至 ${email}，语言按个人资料中的设置。`,
    en: `Emails are sent to ${email} in the language set in your profile.`,
  }),
} satisfies Words
