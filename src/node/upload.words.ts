import { bytesText } from '../core/bytes.ts'
import type { Text } from '../core/text.ts'

export const uploadCommandWords = {
  about: {
    zh: '通过 HTTP 把文件和文件夹上传到数据集的草稿版本；中断后重新执行同一命令即继续',
    en: 'Uploads files and folders into a dataset’s draft version over HTTP; the same command again goes on where it was',
  },
  dataset: { zh: '数据集的编号', en: 'Id of the dataset' },
  version: {
    zh: '版本号（默认为草稿版本，没有草稿时新建）',
    en: 'Number of the version (by default the draft, begun where there is none)',
  },
  url: {
    zh: '服务的地址（默认 http://127.0.0.1:8787）',
    en: 'Address of the service (by default http://127.0.0.1:8787)',
  },
  token: {
    zh: '带有“写入”权限的访问令牌；也可放在环境变量 HEXI_TOKEN 中，以免出现在进程列表里',
    en: 'Access token with the scope “write”; in HEXI_TOKEN it stays out of the list of processes',
  },
  atOnce: { zh: '同时发送的分块数（默认 4）', en: 'Parts on their way at once (by default 4)' },
  badAtOnce: (most: number): Text => ({
    zh: `--at-once 是 1 到 ${most} 的整数。`,
    en: `--at-once is a whole number from 1 to ${most}.`,
  }),
  badUrl: (url: string): Text => ({ zh: `${url} 不是网址。`, en: `${url} is no address.` }),
  badName: (name: string, why: Text): Text => ({
    zh: `${name}：${why.zh}`,
    en: `${name}: ${why.en}`,
  }),
  noFile: (path: string): Text => ({ zh: `没有 ${path}。`, en: `There is no ${path}.` }),
  sameName: (one: string, other: string): Text => ({
    zh: `${one} 与 ${other} 的文件名相同（只是写法不同）。请改名后重新执行。`,
    en: `${one} and ${other} have the same name, composed otherwise. Rename one of them and run this again.`,
  }),
  unreadable: (path: string): Text => ({
    zh: `无法读取 ${path}。请检查权限。`,
    en: `${path} cannot be read. Check its permissions.`,
  }),
  leftOut: (path: string): Text => ({
    zh: `${path} 不是文件（或是指向文件夹的链接），不上传。`,
    en: `${path} is no file, or a link to a folder, and is not uploaded.`,
  }),
  changed: {
    zh: '文件在上传过程中被修改。修改完成后请重新执行。',
    en: 'The file was changed while it was being uploaded. Run this again once it stays as it is.',
  },
  notHexi: (url: string): Text => ({
    zh: `${url} 处不是 Hexi 服务。请检查地址。`,
    en: `There is no Hexi at ${url}. Check the address.`,
  }),
  noFiles: { zh: '没有可上传的文件。', en: 'There are no files to upload.' },
  noAnswer: (url: string): Text => ({
    zh: `${url} 没有应答。请检查地址和网络后重新执行，已到达的部分不会重新发送。`,
    en: `${url} does not answer. Check address and network and run this again: what has arrived is not sent again.`,
  }),
  status: (status: number): Text => ({
    zh: `服务以 ${status} 拒绝。`,
    en: `The service refused with ${status}.`,
  }),
  unchanged: (count: number): Text => ({
    zh: `${count} 个文件已在版本中，内容相同，不再发送。`,
    en:
      count === 1
        ? 'One file is in the version already, with the same bytes, and is not sent.'
        : `${count} files are in the version already, with the same bytes, and are not sent.`,
  }),
  failed: (name: string, detail: Text | undefined): Text => ({
    zh: `${name}：${detail?.zh ?? '失败'}`,
    en: `${name}: ${detail?.en ?? 'failed'}`,
  }),
  done: (count: number): Text => ({
    zh: `${count} 个文件已上传并校验。`,
    en:
      count === 1
        ? 'One file is uploaded and verified.'
        : `${count} files are uploaded and verified.`,
  }),
  progress: (bytesPerSecond: number | undefined, secondsLeft: number | undefined): Text => {
    const speed = bytesPerSecond === undefined ? undefined : bytesText(bytesPerSecond)
    return {
      zh: `MB${speed ? `，${speed.zh}/秒` : ''}${secondsLeft ? `，还需 ${secondsLeft} 秒` : ''}`,
      en: `MB${speed ? `, ${speed.en}/s` : ''}${secondsLeft ? `, ${secondsLeft} s left` : ''}`,
    }
  },
} as const
