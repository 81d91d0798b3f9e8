import type { Text } from '../../core/text.ts'

export const reviewWords = {
  links: { zh: '评审链接', en: 'Reviewer links' },
  none: { zh: '还没有评审链接', en: 'No reviewer links yet' },
  noneText: {
    zh: '将一个版本提供给评审人查看：无需登录，到期自动失效，可隐去作者。',
    en: 'Give reviewers access to a version without signing in, for a limited time, and with the authors hidden if required.',
  },
  make: { zh: '新建评审链接', en: 'Create reviewer link' },
  version: { zh: '版本', en: 'Version' },
  versionHint: { zh: '版本号；可以是草稿版本。', en: 'Version number; drafts are allowed.' },
  note: { zh: '备注', en: 'Note' },
  noteHint: {
    zh: '例如期刊与稿件编号；评审人不可见。',
    en: 'For example journal and manuscript number. Not visible to reviewers.',
  },
  until: { zh: '有效期至', en: 'Until' },
  untilHint: { zh: '当天全天有效，最长一年。', en: 'Includes the whole day, up to one year.' },
  hidesAuthors: { zh: '隐去作者与单位', en: 'Hide authors and institution' },
  hidesAuthorsHint: {
    zh: '题名、摘要、文件名和文件内容保持不变，请自行检查其中是否包含姓名。',
    en: 'Title, abstract, file names and file contents are not changed. Check that they contain no names.',
  },
  made: {
    zh: '链接仅显示这一次，请复制后提供给评审人：',
    en: 'The link is shown only once. Copy it and send it to the reviewers:',
  },
  address: { zh: '链接', en: 'Link' },
  revoke: { zh: '撤销链接', en: 'Revoke link' },
  revokeAbout: {
    zh: '持有此链接的人将立即无法查看。',
    en: 'Anyone with this link immediately loses access.',
  },
  revoked: { zh: '评审链接已撤销。', en: 'Reviewer link revoked.' },
  isRevoked: { zh: '此链接已撤销。', en: 'This link has already been revoked.' },
  noLink: {
    zh: '评审链接不存在或已失效。请向作者或编辑部索取新的链接。',
    en: 'This reviewer link does not exist or is no longer valid. Ask the author or editor for a new one.',
  },
  visits: { zh: '查看', en: 'Visits' },
  downloads: { zh: '下载', en: 'Downloads' },
  past: {
    zh: '有效期至少到今天，最长一年。',
    en: 'It must last until today or later, up to one year.',
  },
  forReview: { zh: '供评审', en: 'For review' },
  lead: (until: Text): Text => ({
    zh: `此页仅供评审，请勿转发；链接有效期至 ${until.zh}。`,
    en: `For review only; please do not forward. The link is valid until ${until.en}.`,
  }),
  abstract: { zh: '摘要', en: 'Abstract' },
  authors: { zh: '作者', en: 'Authors' },
  hidden: { zh: '评审期间隐去作者。', en: 'Authors are hidden during review.' },
  files: { zh: '文件', en: 'Files' },
  noFiles: { zh: '此版本没有文件', en: 'This version has no files' },
  name: { zh: '文件名', en: 'Name' },
  size: { zh: '大小', en: 'Size' },
  preview: { zh: '预览', en: 'Preview' },
  look: { zh: '查看', en: 'View' },
  notOfWithdrawn: {
    zh: '已撤回的版本不能提供给评审人。',
    en: 'Withdrawn versions cannot be shared with reviewers.',
  },
  notYours: {
    zh: '只有此数据集的管理人员可以新建评审链接。',
    en: 'Only staff of this dataset can create reviewer links.',
  },
} as const

export const linkStateNames = {
  valid: { text: { zh: '有效', en: 'Valid' }, tone: 'good' },
  expired: { text: { zh: '已到期', en: 'Expired' }, tone: 'calm' },
  revoked: { text: { zh: '已撤销', en: 'Revoked' }, tone: 'calm' },
} as const
