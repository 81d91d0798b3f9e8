import { bytesText } from '../core/bytes.ts'
import type { Text } from '../core/text.ts'

export const uploadCommandWords = {
  about: {
    zh: '通过 HTTP 将文件和文件夹上传到数据集的草稿版本；中断后再次执行同一命令即可继续',
    en: 'Uploads files and folders to a dataset’s draft version over HTTP; run the same command again to resume',
  },
  dataset: { zh: '数据集的编号', en: 'Id of the dataset' },
  version: {
    zh: '版本号（默认为草稿版本，没有草稿时新建）',
    en: 'Version number (default: the draft, created if there is none)',
  },
  url: {
    zh: '服务地址（默认 http://127.0.0.1:8787）',
    en: 'Address of the service (default: http://127.0.0.1:8787)',
  },
  token: {
    zh: '具有“写入”权限的访问令牌；也可放在环境变量 HEXI_TOKEN 中，避免出现在进程列表',
    en: 'Access token with the scope “write”; use HEXI_TOKEN to keep it out of the process list',
  },
  atOnce: { zh: '同时发送的分块数（默认 4）', en: 'Number of parts sent in parallel (default: 4)' },
  badAtOnce: (most: number): Text => ({
    zh: `--at-once 应为 1 到 ${most} 的整数。`,
    en: `--at-once must be a whole number from 1 to ${most}.`,
  }),
  badUrl: (url: string): Text => ({
    zh: `${url} 不是有效网址。`,
    en: `${url} is not a valid address.`,
  }),
  badName: (name: string, why: Text): Text => ({
    zh: `${name}：${why.zh}`,
    en: `${name}: ${why.en}`,
  }),
  noFile: (path: string): Text => ({ zh: `${path} 不存在。`, en: `${path} does not exist.` }),
  sameName: (one: string, other: string): Text => ({
    zh: `${one} 与 ${other} 的文件名相同（仅编码形式不同）。请改名后重新执行。`,
    en: `${one} and ${other} have the same name in different Unicode forms. Rename one of them and run the command again.`,
  }),
  unreadable: (path: string): Text => ({
    zh: `无法读取 ${path}。请检查权限。`,
    en: `Cannot read ${path}. Check its permissions.`,
  }),
  leftOut: (path: string): Text => ({
    zh: `${path} 不是文件，或是指向文件夹的链接，已跳过。`,
    en: `${path} is not a file, or is a link to a folder, and is skipped.`,
  }),
  changed: {
    zh: '文件在上传过程中被修改。请在修改完成后重新执行。',
    en: 'The file changed during the upload. Run the command again when it is complete.',
  },
  notHexi: (url: string): Text => ({
    zh: `${url} 不是 Hexi 服务。请检查地址。`,
    en: `There is no Hexi service at ${url}. Check the address.`,
  }),
  noFiles: { zh: '没有可上传的文件。', en: 'There are no files to upload.' },
  noAnswer: (url: string): Text => ({
    zh: `${url} 未响应。请检查地址和网络后重新执行，已上传的部分不会重新发送。`,
    en: `${url} is not responding. Check the address and network and run the command again; parts already uploaded are not sent again.`,
  }),
  status: (status: number): Text => ({
    zh: `服务返回错误 ${status}。`,
    en: `The service responded with error ${status}.`,
  }),
  unchanged: (count: number): Text => ({
    zh: `${count} 个文件已在版本中且内容相同，无需上传。`,
    en:
      count === 1
        ? '1 file is already in the version with the same content and is not sent.'
        : `${count} files are already in the version with the same content and are not sent.`,
  }),
  failed: (name: string, detail: Text | undefined): Text => ({
    zh: `${name}：${detail?.zh ?? '失败'}`,
    en: `${name}: ${detail?.en ?? 'failed'}`,
  }),
  done: (count: number): Text => ({
    zh: `${count} 个文件已上传并校验。`,
    en: count === 1 ? '1 file uploaded and verified.' : `${count} files uploaded and verified.`,
  }),
  progress: (bytesPerSecond: number | undefined, secondsLeft: number | undefined): Text => {
    const speed = bytesPerSecond === undefined ? undefined : bytesText(bytesPerSecond)
    return {
      zh: `MB${speed ? `，${speed.zh}/秒` : ''}${secondsLeft ? `，剩余 ${secondsLeft} 秒` : ''}`,
      en: `MB${speed ? `, ${speed.en}/s` : ''}${secondsLeft ? `, ${secondsLeft} s left` : ''}`,
    }
  },
} as const
