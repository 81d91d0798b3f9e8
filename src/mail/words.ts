import type { MenuLink } from '../core/navigation.ts'
import type { Words } from '../core/text.ts'

export const mailWords = {
  signature: (address: string) => ({
    zh: `河西 Hexi\n${address}`,
    en: `Hexi 河西\n${address}`,
  }),
  title: { zh: '演示发件箱', en: 'Demo outbox' },
  adminTitle: { zh: '发件箱', en: 'Outbox' },
  about: {
    zh: '本站未连接邮件服务器，所有邮件保存在此处，不会发送。',
    en: 'No mail server is connected. All emails are kept here and none are sent.',
  },
  adminAbout: {
    zh: '最近的邮件。已发送的邮件只保留主题，不保存正文。',
    en: 'The latest emails. Only the subject of sent emails is kept.',
  },
  none: { zh: '还没有邮件。', en: 'No emails yet.' },
  noneHint: {
    zh: '注册、邀请成员或申请重设密码后，邮件会显示在这里。',
    en: 'Emails appear here when someone registers, is invited or requests a new password.',
  },
  noLetter: { zh: '该邮件不存在。', en: 'This email does not exist.' },
  to: { zh: '收件人', en: 'To' },
  subject: { zh: '主题', en: 'Subject' },
  written: { zh: '时间', en: 'Date' },
  state: { zh: '状态', en: 'State' },
  attachments: { zh: '附件', en: 'Attachments' },
  waiting: { zh: '待发送', en: 'Waiting' },
  sent: { zh: '已发送', en: 'Sent' },
  failed: { zh: '发送失败', en: 'Not sent' },
  bodyGone: {
    zh: '这封邮件已发送，正文不再保存。',
    en: 'This email was sent; its text is not kept.',
  },
} satisfies Words

export const mailPaths = {
  outbox: '/outbox',
} as const

/** What leads here from every page. */
export const mailLinks = {
  outbox: { href: mailPaths.outbox, text: { zh: '演示发件箱', en: 'Demo outbox' }, for: 'demo' },
} as const satisfies Record<string, MenuLink>
