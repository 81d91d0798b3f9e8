import type { Text, Words } from '../../core/text.ts'

export const documentWords = {
  documents: { zh: '文件', en: 'Documents' },
  documentsOf: (title: Text): Text => ({
    zh: `${title.zh}的文件`,
    en: `Documents of ${title.en}`,
  }),
  about: {
    zh: '操作手册、使用规定、需签署的表格等。可查看这条记录的人均可下载。',
    en: 'Manuals, rules of use, forms to sign and so on. Anyone who can view the record can download them.',
  },
  none: { zh: '还没有文件。', en: 'No documents yet.' },
  manage: { zh: '管理文件', en: 'Manage documents' },
  add: { zh: '添加文件', en: 'Add document' },
  title: { zh: '名称', en: 'Title' },
  titleHint: { zh: '留空则使用文件名。', en: 'Leave empty to use the file name.' },
  file: { zh: '文件', en: 'File' },
  fileHint: (megabytes: number): Text => ({
    zh: `最大 ${megabytes} MB。`,
    en: `Up to ${megabytes} MB.`,
  }),
  noFile: { zh: '请选择一个文件。', en: 'Choose a file.' },
  empty: { zh: '文件为空。', en: 'The file is empty.' },
  added: (name: string): Text => ({ zh: `已添加“${name}”`, en: `“${name}” added` }),
  remove: { zh: '移除', en: 'Remove' },
  removeOf: (title: string): Text => ({ zh: `移除：${title}`, en: `Remove: ${title}` }),
  removeAbout: {
    zh: '移除后不能再下载，也不能恢复；如需要，请重新上传。',
    en: 'It can no longer be downloaded. This cannot be undone; upload it again if needed.',
  },
  removed: (title: string): Text => ({ zh: `已移除“${title}”`, en: `“${title}” removed` }),
  noDocument: {
    zh: '文件不存在，可能已被移除。',
    en: 'This document does not exist; it may have been removed.',
  },
  tooMany: (most: number): Text => ({
    zh: `一条记录最多 ${most} 个文件，请先移除不再需要的文件。`,
    en: `A record can have up to ${most} documents. Remove one that is no longer needed.`,
  }),
} satisfies Words
