import type { Text } from '../../core/text.ts'

export const uploadStateNames = {
  open: { text: { zh: '上传中', en: 'Uploading' }, tone: 'calm' },
  completing: { text: { zh: '合并中', en: 'Assembling' }, tone: 'calm' },
  verifying: { text: { zh: '校验中', en: 'Verifying' }, tone: 'calm' },
  attached: { text: { zh: '已加入版本', en: 'Added to the version' }, tone: 'good' },
  failed: { text: { zh: '失败', en: 'Failed' }, tone: 'danger' },
  cancelled: { text: { zh: '已取消', en: 'Cancelled' }, tone: 'calm' },
  expired: { text: { zh: '已过期', en: 'Expired' }, tone: 'caution' },
} as const

/** Why an upload failed, and what to do. */
export const failureWords = {
  size: {
    zh: '存储的字节数与文件大小不一致，请重新上传。',
    en: 'The stored size does not match the file size. Upload the file again.',
  },
  sha256: {
    zh: '存储内容的 SHA-256 与发送方不一致，请重新上传。',
    en: 'The SHA-256 of the stored content does not match the sender’s. Upload the file again.',
  },
  missing: {
    zh: '存储中缺少文件的部分内容，请重新上传。',
    en: 'Part of the file is missing in storage. Upload it again.',
  },
  published: {
    zh: '校验期间该版本已不是草稿，文件未加入。',
    en: 'The version was no longer a draft, so the file was not added.',
  },
} as const
export type Failure = keyof typeof failureWords

export const uploadWords = {
  uploads: { zh: '上传', en: 'Uploads' },
  none: { zh: '没有未完成的上传', en: 'No unfinished uploads' },
  name: { zh: '文件名', en: 'Name' },
  size: { zh: '大小', en: 'Size' },
  state: { zh: '状态', en: 'State' },
  stateHint: {
    zh: '不选则只列出未完成的上传。',
    en: 'Shows unfinished uploads if none is selected.',
  },
  arrived: { zh: '已上传', en: 'Uploaded' },
  until: { zh: '保留至', en: 'Kept until' },
  begun: { zh: '开始于', en: 'Started' },
  parts: { zh: '分块', en: 'Parts' },
  noParts: { zh: '没有分块', en: 'No parts' },
  number: { zh: '序号', en: 'Number' },
  noUpload: { zh: '上传不存在。', en: 'This upload does not exist.' },
  noPart: {
    zh: '文件没有该序号的分块。',
    en: 'The file has no part with this number.',
  },
  needsName: { zh: '请填写文件名。', en: 'Specify the file name.' },
  needsSize: { zh: '请填写文件的字节数。', en: 'Specify the file size in bytes.' },
  oneOrMany: {
    zh: '请提供一个文件，或在 files 中列出多个，不能同时使用。',
    en: 'Specify one file, or list several in `files`, not both.',
  },
  tooLarge: {
    zh: '单个文件最大 5 TiB，请拆分后上传。',
    en: 'A single file can be up to 5 TiB. Split it before uploading.',
  },
  badSha256: {
    zh: 'SHA-256 应为 64 位十六进制数。',
    en: 'A SHA-256 must have 64 hexadecimal digits.',
  },
  twice: (name: string): Text => ({
    zh: `“${name}”重复。`,
    en: `“${name}” is listed twice.`,
  }),
  underWay: (names: readonly string[], count: number): Text => ({
    zh: `${names.join('、')}${count > names.length ? ` 等 ${count} 个文件` : ''}正在上传。请继续或取消原上传。`,
    en:
      count === 1
        ? `${names.join(', ')} is already being uploaded. Resume or cancel that upload.`
        : `${count} of these files are already being uploaded: ${names.join(', ')}${count > names.length ? ' and others' : ''}. Resume or cancel those uploads.`,
  }),
  isOver: {
    zh: '上传已结束，请重新上传文件。',
    en: 'This upload has ended. Upload the file again.',
  },
  isComplete: {
    zh: '上传已完成，不再接收分块。',
    en: 'This upload is complete and accepts no more parts.',
  },
  partsMissing: (count: number): Text => ({
    zh: `还有 ${count} 个分块未上传，请先上传。`,
    en:
      count === 1
        ? '1 part has not been uploaded yet. Send it first.'
        : `${count} parts have not been uploaded yet. Send them first.`,
  }),
  otherHash: {
    zh: 'SHA-256 与之前提供的不同。请取消后重新上传。',
    en: 'The SHA-256 differs from the one given before. Cancel this upload and start again.',
  },
  wrongLength: (bytes: number): Text => ({
    zh: `此分块应为 ${bytes} 字节，请在 content-length 中注明并按此发送。`,
    en: `This part must be ${bytes} bytes. Set content-length accordingly and send that many bytes.`,
  }),
  cancelled: (name: string): Text => ({
    zh: `已取消上传“${name}”。`,
    en: `Upload of “${name}” cancelled.`,
  }),
} as const
