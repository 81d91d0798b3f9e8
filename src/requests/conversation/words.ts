import type { Text, Words } from '../../core/text.ts'

export const conversationWords = {
  messages: { zh: '消息', en: 'Messages' },
  text: { zh: '消息', en: 'Message' },
  textHint: { zh: '申请双方均可看到。', en: 'Visible to both parties.' },
  send: { zh: '发送', en: 'Send' },
  sent: { zh: '消息已发送', en: 'Message sent' },
  note: { zh: '内部备注', en: 'Internal note' },
  noteHint: { zh: '仅提供方和评审人可见。', en: 'Visible only to the provider and reviewers.' },
  addNote: { zh: '添加备注', en: 'Add note' },
  noted: { zh: '备注已添加', en: 'Note added' },
  file: { zh: '附件', en: 'Attachment' },
  fileHint: (most: number, megabytes: number): Text => ({
    zh: `可不添加；最多 ${most} 个，每个不超过 ${megabytes} MB。`,
    en: `Optional. Up to ${most} files of ${megabytes} MB each.`,
  }),
  tooMany: (most: number): Text => ({
    zh: `一条消息最多 ${most} 个附件，请分几条发送。`,
    en: `A message can have up to ${most} attachments. Send the rest in another message.`,
  }),
  noFile: { zh: '该附件不存在。', en: 'This attachment does not exist.' },
} satisfies Words
