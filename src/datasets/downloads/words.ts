import type { Text } from '../../core/text.ts'

const some = (names: readonly string[], count: number) => ({
  zh: `${names.join('、')}${count > names.length ? ' 等' : ''}`,
  en: `${names.join(', ')}${count > names.length ? ' and others' : ''}`,
})

export const downloadWords = {
  files: { zh: '获取文件', en: 'Get the files' },
  all: (size: Text): Text => ({
    zh: `下载全部（${size.zh}）`,
    en: `Download all (${size.en})`,
  }),
  countOf: (count: number): Text => ({
    zh: `${count} 个文件`,
    en: count === 1 ? '1 file' : `${count} files`,
  }),
  checksums: { zh: '校验和（SHA-256）', en: 'Checksums (SHA-256)' },
  addresses: { zh: '文件地址列表', en: 'List of addresses' },
  addressesHint: {
    zh: '供 wget -i 或 aria2c -i 使用，三天内有效。',
    en: 'For wget -i or aria2c -i; good for three days.',
  },
  signIn: { zh: '登录后下载', en: 'Sign in to download' },
  acceptTerms: { zh: '查看条款并下载', en: 'Read the terms and download' },
  cite: {
    zh: '使用时请按本页的引用格式注明出处。',
    en: 'Please cite the dataset as this page says.',
  },
  noVersion: {
    zh: '还没有已发布的文件。',
    en: 'No files are published yet.',
  },
  damaged: (names: readonly string[], count: number): Text => ({
    zh: `${count} 个文件的存储内容已损坏，暂时不能下载：${some(names, count).zh}。其余文件可以单独下载。`,
    en: `${count === 1 ? 'One file is' : `${count} files are`} damaged in storage and cannot be downloaded now: ${some(names, count).en}. Others can, one by one.`,
  }),
  isDamaged: {
    zh: '此文件的存储内容已损坏，暂时不能下载；管理人员会处理。',
    en: 'This file is damaged in storage and cannot be downloaded now; its staff will see to it.',
  },
  someDamaged: (count: number): Text => ({
    zh: `${count} 个文件的存储内容已损坏，暂时不能下载。`,
    en: `${count === 1 ? 'One file is' : `${count} files are`} damaged in storage and cannot be downloaded now.`,
  }),
  nothing: {
    zh: '没有选中任何文件。',
    en: 'Nothing was chosen.',
  },
  badTicket: {
    zh: '此下载地址已过期或不完整，请回到数据集页面重新获取。',
    en: 'This address has expired or is incomplete: get it anew from the page of the dataset.',
  },
} as const
