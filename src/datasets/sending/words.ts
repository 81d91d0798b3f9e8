import type { Text } from '../../core/text.ts'

/** What the page that sends files says while it does; `{…}` is filled in by the browser. */
export const sendingWords = {
  waiting: { zh: '等待', en: 'Waiting' },
  sending: { zh: '发送中', en: 'Sending' },
  checking: { zh: '服务器校验中', en: 'Being verified' },
  attached: { zh: '已加入版本', en: 'In the version' },
  failed: { zh: '未能上传', en: 'Failed' },
  cancel: { zh: '取消', en: 'Cancel' },
  retry: { zh: '重试', en: 'Try again' },
  pause: { zh: '暂停', en: 'Pause' },
  go: { zh: '继续', en: 'Go on' },
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
    zh: '已暂停。已到达的部分不会重发。',
    en: 'Paused. What has arrived is not sent again.',
  },
  lost: {
    zh: '连接中断，恢复后自动继续；已到达的部分不会重发。',
    en: 'The connection is lost. Sending goes on when it is back; what has arrived is not sent again.',
  },
  stopped: { zh: '上传中止：{why}', en: 'Sending has stopped: {why}' },
  done: { zh: '{attached} 个文件已加入版本。', en: '{attached} files are in the version.' },
  doneOne: { zh: '1 个文件已加入版本。', en: 'One file is in the version.' },
  doneFailed: {
    zh: '{attached} 个文件已加入版本，{failed} 个未能上传，请查看下表。',
    en: '{attached} files are in the version, {failed} failed: see below.',
  },
  noAnswer: { zh: '服务器没有回应。', en: 'The server does not answer.' },
  unreadable: {
    zh: '无法读取这个文件。它可能已被移动或修改，请重新选择。',
    en: 'The file cannot be read. It may have been moved or changed: choose it again.',
  },
  badName: {
    zh: '文件名含不允许的字符，或过长。请改名后重新选择。',
    en: 'The name has characters that are not allowed, or is too long. Rename the file and choose it again.',
  },
} as const satisfies Record<string, Text>

export type SendingWords = Readonly<Record<keyof typeof sendingWords, string>>

/** What stands on that page by itself. */
export const pageWords = {
  upload: { zh: '上传文件', en: 'Upload files' },
  uploadInto: (number: number): Text => ({
    zh: `上传文件到第 ${number} 版`,
    en: `Upload files into version ${number}`,
  }),
  dropHere: {
    zh: '把文件或文件夹拖到这里，或从电脑中选择。文件夹的结构原样保留，同名文件会被替换。',
    en: 'Drop files or folders here, or choose them. Folders are kept as they are; files of the same name are replaced.',
  },
  chooseFiles: { zh: '选择文件', en: 'Choose files' },
  chooseFolder: { zh: '选择文件夹', en: 'Choose a folder' },
  chosen: { zh: '所选文件', en: 'Chosen files' },
  progress: { zh: '上传进度', en: 'Progress' },
  files: { zh: '文件', en: 'Files' },
  folder: { zh: '放入文件夹', en: 'Into the folder' },
  folderHint: {
    zh: '可不填；用 / 分隔多级，例如 stations/2024。',
    en: 'May stay blank; several are separated by /, as stations/2024.',
  },
  plainHint: (files: number, megabytes: number): Text => ({
    zh: `一次最多 ${files} 个文件，每个不超过 ${megabytes} MB。更大的文件请启用 JavaScript，或使用命令 hexi upload。`,
    en: `At most ${files} files at once, each of ${megabytes} MB at most. For larger ones enable JavaScript, or use the command hexi upload.`,
  }),
  noFile: { zh: '请至少选择一个文件。', en: 'Choose at least one file.' },
  received: (count: number): Text => ({
    zh: `已收到 ${count} 个文件，校验后加入版本。`,
    en:
      count === 1
        ? 'One file has arrived. It joins the version once it is verified.'
        : `${count} files have arrived. They join the version once they are verified.`,
  }),
  unfinished: { zh: '未完成的上传', en: 'Unfinished uploads' },
  unfinishedAbout: {
    zh: '再次选择同样的文件或文件夹，即从中断处继续；内容是否相同由 SHA-256 核对。不再需要的请取消。',
    en: 'Choose the same files or folder again to go on where it stopped; SHA-256 tells whether they are the same. Cancel what is not wanted any more.',
  },
  othersUnfinished: (count: number): Text => ({
    zh: `另有 ${count} 个未完成。`,
    en: `${count} more are unfinished.`,
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
    zh: '已到达的部分会被删除。',
    en: 'What has arrived of it is deleted.',
  },
  hasFiles: (count: string, size: Text): Text => ({
    zh: `此版本已有 ${count} 个文件，共 ${size.zh}。`,
    en:
      count === '1'
        ? `The version has one file, ${size.en}.`
        : `The version has ${count} files, ${size.en}.`,
  }),
  toRecord: { zh: '查看数据集并发布', en: 'See the dataset and publish it' },
  seeRecord: { zh: '查看数据集', en: 'See the dataset' },
  seeFiles: { zh: '查看文件', en: 'See the files' },
} as const
