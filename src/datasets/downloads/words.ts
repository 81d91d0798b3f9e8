import type { Text } from '../../core/text.ts'

const some = (names: readonly string[], count: number) => ({
  zh: `${names.join('、')}${count > names.length ? ' 等' : ''}`,
  en: `${names.join(', ')}${count > names.length ? ' and others' : ''}`,
})

export const downloadWords = {
  files: { zh: '下载文件', en: 'Download files' },
  all: (size: Text): Text => ({
    zh: `下载全部（${size.zh}）`,
    en: `Download all (${size.en})`,
  }),
  countOf: (count: number): Text => ({
    zh: `${count.toLocaleString('en')} 个文件`,
    en: count === 1 ? '1 file' : `${count.toLocaleString('en')} files`,
  }),
  checksums: { zh: '校验和（SHA-256）', en: 'Checksums (SHA-256)' },
  addresses: { zh: '文件地址列表', en: 'List of file addresses' },
  addressesHint: {
    zh: '供 wget -i 或 aria2c -i 使用，三天内有效。',
    en: 'For wget -i or aria2c -i. Valid for three days.',
  },
  signIn: { zh: '登录后下载', en: 'Sign in to download' },
  acceptTerms: { zh: '查看条款并下载', en: 'Read terms and download' },
  cite: {
    zh: '使用时请按本页的引用格式注明出处。',
    en: 'Please cite the dataset as shown on this page.',
  },
  noVersion: {
    zh: '还没有已发布的文件。',
    en: 'No files published yet.',
  },
  damaged: (names: readonly string[], count: number): Text => ({
    zh: `${count} 个文件的存储内容已损坏，暂时无法下载：${some(names, count).zh}。其余文件可以单独下载。`,
    en: `${count === 1 ? 'One file is' : `${count} files are`} damaged in storage and cannot be downloaded at present: ${some(names, count).en}. Other files can be downloaded individually.`,
  }),
  isDamaged: {
    zh: '此文件的存储内容已损坏，暂时无法下载，管理人员将处理。',
    en: 'This file is damaged in storage and cannot be downloaded at present. Staff have been notified.',
  },
  someDamaged: (count: number): Text => ({
    zh: `${count} 个文件的存储内容已损坏，暂时无法下载。`,
    en: `${count === 1 ? 'One file is' : `${count} files are`} damaged in storage and cannot be downloaded at present.`,
  }),
  nothing: {
    zh: '没有选择文件。',
    en: 'No files selected.',
  },
  badTicket: {
    zh: '下载地址已过期或不完整，请返回数据集页面重新获取。',
    en: 'This download address has expired or is incomplete. Get a new one from the dataset’s page.',
  },
} as const
