import type { Text } from '../../core/text.ts'

export const uploadStateNames = {
  open: { text: { zh: '上传中', en: 'Arriving' }, tone: 'calm' },
  completing: { text: { zh: '合并中', en: 'Being joined' }, tone: 'calm' },
  verifying: { text: { zh: '校验中', en: 'Being verified' }, tone: 'calm' },
  attached: { text: { zh: '已入版本', en: 'In the version' }, tone: 'good' },
  failed: { text: { zh: '失败', en: 'Failed' }, tone: 'danger' },
  cancelled: { text: { zh: '已取消', en: 'Cancelled' }, tone: 'calm' },
  expired: { text: { zh: '已过期', en: 'Expired' }, tone: 'caution' },
} as const

/** Why an upload failed, and what to do. */
export const failureWords = {
  size: {
    zh: '存储的字节数与文件大小不一致，请重新上传。',
    en: 'The stored bytes are not as many as the file has: upload it again.',
  },
  sha256: {
    zh: '存储内容的 SHA-256 与发送方不一致，请重新上传。',
    en: 'The stored bytes have another SHA-256 than the sender’s: upload it again.',
  },
  missing: {
    zh: '存储中没有找到这个文件的全部内容，请重新上传。',
    en: 'Not all of the file was found in storage: upload it again.',
  },
  published: {
    zh: '版本在校验期间已不再是草稿，文件没有加入。',
    en: 'The version was no draft any more, so the file did not join it.',
  },
} as const
export type Failure = keyof typeof failureWords

export const uploadWords = {
  uploads: { zh: '上传', en: 'Uploads' },
  none: { zh: '没有未完成的上传', en: 'No upload is under way' },
  name: { zh: '文件名', en: 'Name' },
  size: { zh: '大小', en: 'Size' },
  state: { zh: '状态', en: 'State' },
  stateHint: {
    zh: '不选时只列未完成的。',
    en: 'Only those under way, where none is chosen.',
  },
  arrived: { zh: '已到达', en: 'Arrived' },
  until: { zh: '保留至', en: 'Kept until' },
  begun: { zh: '开始于', en: 'Begun' },
  parts: { zh: '分块', en: 'Parts' },
  noParts: { zh: '没有分块', en: 'No parts' },
  number: { zh: '序号', en: 'Number' },
  noUpload: { zh: '没有这个上传。', en: 'There is no such upload.' },
  noPart: {
    zh: '这个文件没有此序号的分块。',
    en: 'The file has no part of that number.',
  },
  needsName: { zh: '请给出文件名。', en: 'Give the name of the file.' },
  needsSize: { zh: '请给出文件的字节数。', en: 'Give the size of the file in bytes.' },
  oneOrMany: {
    zh: '请给出一个文件，或用 files 列出多个，不能同时使用。',
    en: 'Give one file, or list several as `files`, not both.',
  },
  tooLarge: {
    zh: '单个文件最大 5 TiB，请拆分后上传。',
    en: 'One file has 5 TiB at most: split it.',
  },
  badSha256: { zh: 'SHA-256 是 64 位十六进制数。', en: 'A SHA-256 is 64 hexadecimal digits.' },
  twice: (name: string): Text => ({
    zh: `“${name}”列了两次。`,
    en: `“${name}” is listed twice.`,
  }),
  underWay: (names: readonly string[], count: number): Text => ({
    zh: `${names.join('、')}${count > names.length ? ` 等 ${count} 个文件` : ''}正在上传。请继续或取消那次上传。`,
    en:
      count === 1
        ? `${names.join(', ')} is being uploaded already. Go on with that upload, or cancel it.`
        : `${count} of these are being uploaded already: ${names.join(', ')}${count > names.length ? ' and others' : ''}. Go on with those uploads, or cancel them.`,
  }),
  isOver: {
    zh: '这次上传已经结束，请重新上传文件。',
    en: 'This upload is over: upload the file again.',
  },
  isComplete: {
    zh: '这次上传已经完成，不再接收分块。',
    en: 'This upload is complete and takes no more parts.',
  },
  partsMissing: (count: number): Text => ({
    zh: `还有 ${count} 个分块没有到达，请先发送它们。`,
    en:
      count === 1
        ? 'One part has not arrived yet: send it first.'
        : `${count} parts have not arrived yet: send them first.`,
  }),
  otherHash: {
    zh: '此前给出的 SHA-256 与这次不同。请取消后重新上传。',
    en: 'Another SHA-256 was given before. Cancel this upload and begin again.',
  },
  wrongLength: (bytes: number): Text => ({
    zh: `这个分块应有 ${bytes} 字节，请在 content-length 中写明并如数发送。`,
    en: `This part has ${bytes} bytes: say so in content-length, and send as many.`,
  }),
  cancelled: (name: string): Text => ({
    zh: `已取消上传“${name}”。`,
    en: `The upload of “${name}” is cancelled.`,
  }),
} as const
