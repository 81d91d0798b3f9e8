import type { Text } from '../../core/text.ts'

/** What the page that sends files says while it does; `{…}` is filled in by the browser. */
export const sendingWords = {
  waiting: { zh: '等待', en: 'Waiting' },
  sending: { zh: '上传中', en: 'Uploading' },
  checking: { zh: '服务器校验中', en: 'Verifying' },
  attached: { zh: '已加入版本', en: 'Added to the version' },
  failed: { zh: '上传失败', en: 'Failed' },
  cancel: { zh: '取消', en: 'Cancel' },
  retry: { zh: '重试', en: 'Retry' },
  pause: { zh: '暂停', en: 'Pause' },
  go: { zh: '继续', en: 'Resume' },
  more: {
    zh: '另有 {count} 个文件，未一一列出。',
    en: '{count} more files are not listed.',
  },
  running: {
    zh: '{attached} / {files} 个文件，{sent} / {size}',
    en: '{attached} of {files} files, {sent} of {size}',
  },
  speed: { zh: '{speed}/秒', en: '{speed}/s' },
  left: { zh: '约剩 {time}', en: 'about {time} left' },
  paused: {
    zh: '已暂停。已上传的部分不会重新发送。',
    en: 'Paused. Parts already uploaded are not sent again.',
  },
  lost: {
    zh: '连接中断，恢复后自动继续；已上传的部分不会重新发送。',
    en: 'Connection lost. The upload resumes automatically; parts already uploaded are not sent again.',
  },
  stopped: { zh: '上传中止：{why}', en: 'Upload stopped: {why}' },
  done: { zh: '{attached} 个文件已加入版本。', en: '{attached} files added to the version.' },
  doneOne: { zh: '1 个文件已加入版本。', en: '1 file added to the version.' },
  doneFailed: {
    zh: '{attached} 个文件已加入版本，{failed} 个上传失败，请查看下表。',
    en: '{attached} files added to the version, {failed} failed; see below.',
  },
  noAnswer: { zh: '服务器未响应。', en: 'The server is not responding.' },
  unreadable: {
    zh: '无法读取文件。文件可能已被移动或修改，请重新选择。',
    en: 'The file could not be read. It may have been moved or changed. Choose it again.',
  },
  badName: {
    zh: '文件名包含不允许的字符或过长，请改名后重新选择。',
    en: 'The file name contains invalid characters or is too long. Rename the file and choose it again.',
  },
} as const satisfies Record<string, Text>

export type SendingWords = Readonly<Record<keyof typeof sendingWords, string>>

/** What stands on that page by itself. */
export const pageWords = {
  upload: { zh: '上传文件', en: 'Upload files' },
  uploadInto: (number: number): Text => ({
    zh: `上传文件到第 ${number} 版`,
    en: `Upload files to version ${number}`,
  }),
  dropHere: {
    zh: '将文件或文件夹拖到此处，或从电脑中选择。文件夹结构保持不变，同名文件会被替换。',
    en: 'Drop files or folders here, or choose them. Folder structure is kept; files with the same name are replaced.',
  },
  chooseFiles: { zh: '选择文件', en: 'Choose files' },
  chooseFolder: { zh: '选择文件夹', en: 'Choose folder' },
  chosen: { zh: '所选文件', en: 'Selected files' },
  progress: { zh: '上传进度', en: 'Upload progress' },
  files: { zh: '文件', en: 'Files' },
  folder: { zh: '目标文件夹', en: 'Destination folder' },
  folderHint: {
    zh: '可不填；用 / 分隔多级，例如 stations/2024。',
    en: 'Optional. Separate levels with /, for example stations/2024.',
  },
  plainHint: (files: number, megabytes: number): Text => ({
    zh: `一次最多 ${files} 个文件，每个不超过 ${megabytes} MB。更大的文件请启用 JavaScript，或使用命令 hexi upload。`,
    en: `Up to ${files} files at once, ${megabytes} MB each. For larger files, enable JavaScript or use the command hexi upload.`,
  }),
  noFile: { zh: '请至少选择一个文件。', en: 'Choose at least one file.' },
  received: (count: number): Text => ({
    zh: `已收到 ${count} 个文件，校验后加入版本。`,
    en:
      count === 1
        ? '1 file received. It is added to the version once verified.'
        : `${count} files received. They are added to the version once verified.`,
  }),
  unfinished: { zh: '未完成的上传', en: 'Unfinished uploads' },
  unfinishedAbout: {
    zh: '再次选择相同的文件或文件夹即可从中断处继续（按 SHA-256 核对）。不再需要的请取消。',
    en: 'Choose the same files or folder again to resume (checked by SHA-256). Cancel uploads you no longer need.',
  },
  othersUnfinished: (count: number): Text => ({
    zh: `另有 ${count} 个未完成。`,
    en: `${count} more unfinished.`,
  }),
  arrivedOf: (arrived: Text, size: Text): Text => ({
    zh: `${arrived.zh} / ${size.zh}`,
    en: `${arrived.en} of ${size.en}`,
  }),
  cancel: { zh: '取消', en: 'Cancel' },
  cancelOf: (name: string): Text => ({
    zh: `取消上传 ${name}`,
    en: `Cancel the upload of ${name}`,
  }),
  cancelAbout: {
    zh: '已上传的部分会被删除。',
    en: 'Parts already uploaded are deleted.',
  },
  hasFiles: (count: string, size: Text): Text => ({
    zh: `此版本已有 ${count} 个文件，共 ${size.zh}。`,
    en:
      count === '1'
        ? `This version has 1 file, ${size.en}.`
        : `This version has ${count} files, ${size.en}.`,
  }),
  toRecord: { zh: '查看数据集并发布', en: 'View and publish the dataset' },
  seeRecord: { zh: '查看数据集', en: 'View dataset' },
  seeFiles: { zh: '查看文件', en: 'View files' },
} as const
