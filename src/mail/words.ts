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
    zh: '本站未连接邮件服务器，所有信件都留在这里，不会寄出。',
    en: 'No mail server is connected: every letter stays here, none is sent.',
  },
  adminAbout: {
    zh: '最近的信件。已寄出的信只保留标题，信中的链接不再保存。',
    en: 'The latest letters. Of those that were sent, only the subject is kept.',
  },
  none: { zh: '还没有信件。', en: 'There are no letters yet.' },
  noneHint: {
    zh: '注册、邀请成员或申请重设密码之后，信件会出现在这里。',
    en: 'Register, invite somebody or ask for a new password, and the letter appears here.',
  },
  noLetter: { zh: '没有这封信。', en: 'There is no such letter.' },
  to: { zh: '收件人', en: 'To' },
  subject: { zh: '标题', en: 'Subject' },
  written: { zh: '写于', en: 'Written' },
  state: { zh: '状态', en: 'State' },
  attachments: { zh: '附件', en: 'Attached' },
  waiting: { zh: '待寄', en: 'Waiting' },
  sent: { zh: '已寄出', en: 'Sent' },
  failed: { zh: '未寄出', en: 'Not sent' },
  bodyGone: {
    zh: '这封信已寄出，正文不再保存。',
    en: 'This letter was sent; its text is not kept.',
  },
} satisfies Words

export const mailPaths = {
  outbox: '/outbox',
} as const

/** What leads here from every page. */
export const mailLinks = {
  outbox: { href: mailPaths.outbox, text: { zh: '演示发件箱', en: 'Demo outbox' }, for: 'demo' },
} as const satisfies Record<string, MenuLink>
