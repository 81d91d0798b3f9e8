import type { Text, Words } from '../../core/text.ts'

/** The page of what letters one wants. */
export const noticeWords = {
  lead: {
    zh: '预约、委托等有变动时写信告诉您。不想收到的可以关掉，在这里仍能看到；登录和密码的信件总会寄出。',
    en: 'You are told by letter what happens to your bookings, orders and so on. Switch off what you do not want: it is still listed here. Letters about signing in and passwords are always sent.',
  },
  which: { zh: '写信告诉我', en: 'Write to me' },
  told: { zh: '最近的通知', en: 'What you were told lately' },
  empty: { zh: '还没有通知。', en: 'Nothing yet.' },
  subject: { zh: '通知', en: 'Notice' },
  occurredAt: { zh: '时间', en: 'When' },
  byLetter: { zh: '已写信', en: 'By letter' },
  toAddress: (email: string): Text => ({
    zh: `信件寄往 ${email}，语言按个人资料中的设置。`,
    en: `Letters go to ${email}, in the language of your profile.`,
  }),
} satisfies Words
