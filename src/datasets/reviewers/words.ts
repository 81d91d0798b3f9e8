import type { Text } from '../../core/text.ts'

export const reviewWords = {
  links: { zh: '评审链接', en: 'Reviewer links' },
  none: { zh: '还没有评审链接', en: 'No reviewer links yet' },
  noneText: {
    zh: '把一个版本交给评审人：无需登录，到期自动失效，可隐去作者。',
    en: 'Hand a version to reviewers: without signing in, until a day, with the authors hidden if need be.',
  },
  make: { zh: '新建评审链接', en: 'Make a reviewer link' },
  version: { zh: '版本', en: 'Version' },
  versionHint: { zh: '版本号；可以是草稿。', en: 'Its number; a draft will do.' },
  note: { zh: '备注', en: 'Note' },
  noteHint: {
    zh: '例如期刊与稿件编号；评审人看不到。',
    en: 'As the journal and the manuscript; reviewers do not see it.',
  },
  until: { zh: '有效期至', en: 'Until' },
  untilHint: { zh: '当天全天有效，最长一年。', en: 'All of that day; a year at most.' },
  hidesAuthors: { zh: '隐去作者与单位', en: 'Hide authors and institution' },
  hidesAuthorsHint: {
    zh: '题名、摘要、文件名与文件内容照原样显示，请自行检查其中是否有姓名。',
    en: 'Title, abstract, names of files and what is in them are shown as they are: see that they name nobody.',
  },
  made: {
    zh: '链接只显示这一次，请复制后交给评审人：',
    en: 'The link is shown this once: copy it and hand it to the reviewers.',
  },
  address: { zh: '链接', en: 'Link' },
  revoke: { zh: '撤销链接', en: 'Revoke the link' },
  revokeAbout: {
    zh: '持有此链接的人将立即不能再查看。',
    en: 'Who holds the link sees nothing from now on.',
  },
  revoked: { zh: '评审链接已撤销。', en: 'The reviewer link is revoked.' },
  isRevoked: { zh: '此链接已经撤销。', en: 'This link is revoked already.' },
  noLink: {
    zh: '没有这个评审链接，或已失效。请向作者或编辑部索取新的链接。',
    en: 'There is no such reviewer link, or it is over. Ask the author or the editor for a new one.',
  },
  visits: { zh: '查看', en: 'Visits' },
  downloads: { zh: '下载', en: 'Downloads' },
  past: {
    zh: '有效期至少到今天，最长一年。',
    en: 'It lasts until today at least, and a year at most.',
  },
  forReview: { zh: '供评审', en: 'For review' },
  lead: (until: Text): Text => ({
    zh: `此页仅供评审，请勿转发；链接有效期至 ${until.zh}。`,
    en: `For review only, please do not pass it on; the link is good until ${until.en}.`,
  }),
  abstract: { zh: '摘要', en: 'Abstract' },
  authors: { zh: '作者', en: 'Authors' },
  hidden: { zh: '评审期间隐去作者。', en: 'The authors are hidden for the review.' },
  files: { zh: '文件', en: 'Files' },
  noFiles: { zh: '此版本没有文件', en: 'This version has no files' },
  name: { zh: '文件名', en: 'Name' },
  size: { zh: '大小', en: 'Size' },
  preview: { zh: '预览', en: 'Preview' },
  look: { zh: '查看', en: 'Show' },
  notOfWithdrawn: {
    zh: '已撤回的版本不能交给评审人。',
    en: 'A withdrawn version is not handed to reviewers.',
  },
  notYours: {
    zh: '只有负责此数据集的人可以新建评审链接。',
    en: 'Only who is responsible for this dataset makes reviewer links.',
  },
} as const

export const linkStateNames = {
  valid: { text: { zh: '有效', en: 'Valid' }, tone: 'good' },
  expired: { text: { zh: '已到期', en: 'Expired' }, tone: 'calm' },
  revoked: { text: { zh: '已撤销', en: 'Revoked' }, tone: 'calm' },
} as const
