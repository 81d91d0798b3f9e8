import type { Text, Words } from '../../core/text.ts'

export const conversationWords = {
  messages: { zh: '消息', en: 'Messages' },
  text: { zh: '消息', en: 'Message' },
  textHint: { zh: '申请双方都能看到。', en: 'Both sides read it.' },
  send: { zh: '发送', en: 'Send' },
  sent: { zh: '消息已发送', en: 'The message is sent' },
  note: { zh: '内部备注', en: 'Note among staff' },
  noteHint: { zh: '只有提供方和评审人能看到。', en: 'Those who decide or review alone read it.' },
  addNote: { zh: '添加备注', en: 'Add the note' },
  noted: { zh: '备注已添加', en: 'The note is added' },
  file: { zh: '附件', en: 'File' },
  fileHint: (most: number, megabytes: number): Text => ({
    zh: `可不添加；最多 ${most} 个，每个不超过 ${megabytes} MB。`,
    en: `Not needed; ${most} at most, each of ${megabytes} MB at most.`,
  }),
  tooMany: (most: number): Text => ({
    zh: `一条消息最多 ${most} 个附件，请分几条发送。`,
    en: `A message has ${most} files at most: send the rest with another.`,
  }),
  noFile: { zh: '没有这个附件。', en: 'There is no such file.' },
} satisfies Words
